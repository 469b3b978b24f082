"""The one line on top of the window."""
