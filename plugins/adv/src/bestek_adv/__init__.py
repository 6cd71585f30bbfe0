"""The ADV and the regimes beside it, as a bestek regulation."""
