"""Cloud sovereignty, the exit terms of the Data Act, and foreign access laws, as a regulation for bestek."""
