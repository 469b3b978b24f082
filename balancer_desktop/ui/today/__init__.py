"""Who and what waits for the owner today."""
