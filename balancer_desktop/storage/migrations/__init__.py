"""The schema's history: frozen SQL, one step a version, never edited once shipped and importing no model."""

from balancer_desktop.storage.migrations.v1 import STATEMENTS as V1
from balancer_desktop.storage.migrations.v2 import STATEMENTS as V2
from balancer_desktop.storage.migrations.v3 import STATEMENTS as V3

MIGRATIONS: tuple[tuple[str, ...], ...] = (V1, V2, V3)
"""MIGRATIONS[n] brings a book from version n to n + 1."""
