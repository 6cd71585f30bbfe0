"""The Dutch government-wide cloud policy (2022 and 2026), with data location, as rules for bestek."""
