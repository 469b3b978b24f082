"""The grid everything sits on, in device-independent pixels."""

UNIT = 4
GAP = 8
"""Inside a group."""
BETWEEN = 16
"""Between groups."""
EDGE = 24
"""At the edges of a page."""
ROW = 30
FIELD = 32
"""Fields and buttons: pass it to setMinimumHeight."""
TOUCH = 36
ICON = 18
RADIUS = 6
"""Corners of buttons and fields."""
TEXT_COLUMNS = 75
"""Where a column of text stops growing, in average characters."""
