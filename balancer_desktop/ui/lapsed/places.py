"""The places of the tree besides the owner's folders, whose own ids are above zero."""

EX = 0
"""ex_Customers itself, the folder around all others."""
LAPSED = -1
EXITS = -2
"""The page that sums up who left and why."""
NEW = -3
"""A folder that is being named and is not there yet."""
