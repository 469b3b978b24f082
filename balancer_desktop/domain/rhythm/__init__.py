"""When customers come back, and who probably will not."""
