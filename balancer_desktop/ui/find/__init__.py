"""Finding anything, and doing anything by its name."""
