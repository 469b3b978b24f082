"""Who was referred by whom."""

from typing import Any


def referred_by(db: Any, party_id: int) -> dict[int, str]:
    """id → name of everybody this party referred, by name."""
    return dict(
        db.execute_sql("SELECT id, name FROM party WHERE referred_by = ? ORDER BY folded, id", (party_id,)).fetchall()
    )
