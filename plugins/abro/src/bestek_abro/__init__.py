"""ABRO 2026, VIR-BI 2025 and ABDO 2019 for bestek."""
