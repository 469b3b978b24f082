"""The Balance panel: the live chart of keeping against gaining, its numbers, and the entries behind them."""
