"""The owner's lists for winning customers: stages, reasons of loss, and the steps of checklists."""

from typing import Any

from balancer_desktop.domain.checklist import TemplateStep
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.pipeline.loss_reason import LossReason
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.storage.tables import LossReasonRow, StageRow, TemplateRow


class StagesStore:
    """Writes need the book's change gate."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def stages(self) -> list[Stage]:
        """In their order, retired ones included."""
        rows = self._db.execute_sql(
            "SELECT name, probability, stale_days, place, retired, id FROM stage ORDER BY place, id"
        ).fetchall()
        return [
            Stage(name, chance, days, place, bool(retired), id_) for name, chance, days, place, retired, id_ in rows
        ]

    def add(self, stage: Stage) -> int:
        return int(StageRow.insert(**_stage_columns(stage)).execute(self._db))

    def update(self, stage: Stage) -> None:
        StageRow.update(**_stage_columns(stage)).where(StageRow.id == stage.id).execute(self._db)

    def remove(self, stage_id: int) -> None:
        """Only for one that was never used."""
        StageRow.delete().where(StageRow.id == stage_id).execute(self._db)

    def used(self, stage_id: int) -> bool:
        """Whether an opportunity ever was in it."""
        row = self._db.execute_sql("SELECT 1 FROM stage_move WHERE stage = ? LIMIT 1", (stage_id,)).fetchone()
        return row is not None

    def loss_reasons(self) -> list[LossReason]:
        """In the order they were made, retired ones included."""
        rows = self._db.execute_sql("SELECT label, other, retired, id FROM loss_reason ORDER BY other, id").fetchall()
        return [LossReason(label, bool(other), bool(retired), id_) for label, other, retired, id_ in rows]

    def add_loss_reason(self, reason: LossReason) -> int:
        return int(LossReasonRow.insert(**_reason_columns(reason)).execute(self._db))

    def update_loss_reason(self, reason: LossReason) -> None:
        LossReasonRow.update(**_reason_columns(reason)).where(LossReasonRow.id == reason.id).execute(self._db)

    def remove_loss_reason(self, reason_id: int) -> None:
        """Only for one that is not in use."""
        LossReasonRow.delete().where(LossReasonRow.id == reason_id).execute(self._db)

    def loss_reason_uses(self, reason_id: int) -> int:
        """How many opportunities were lost for it."""
        row = self._db.execute_sql("SELECT count(*) FROM opportunity WHERE reason = ?", (reason_id,)).fetchone()
        return int(row[0])

    def template(self, checklist: str) -> list[TemplateStep]:
        """The steps a checklist begins with, in their order."""
        rows = self._db.execute_sql(
            "SELECT checklist, what, days, place, id FROM checklist_template WHERE checklist = ? ORDER BY place, id",
            (checklist,),
        ).fetchall()
        return [TemplateStep(*row) for row in rows]

    def checklists(self) -> list[str]:
        """The names of those that have a template."""
        rows = self._db.execute_sql("SELECT DISTINCT checklist FROM checklist_template ORDER BY 1").fetchall()
        return [name for (name,) in rows]

    def replace_template(self, checklist: str, steps: list[TemplateStep]) -> None:
        """The steps in their order; their checklist, place and id are set here."""
        TemplateRow.delete().where(TemplateRow.checklist == checklist).execute(self._db)
        for place, step in enumerate(steps):
            columns = {"checklist": checklist, "what": step.what, "days": step.days, "place": place}
            TemplateRow.insert(**columns).execute(self._db)


def _stage_columns(stage: Stage) -> dict[str, Any]:
    return {
        "name": stage.name,
        "folded": folded(stage.name),
        "probability": stage.probability,
        "stale_days": stage.stale_days,
        "place": stage.place,
        "retired": int(stage.retired),
    }


def _reason_columns(reason: LossReason) -> dict[str, Any]:
    return {"label": reason.label, "other": int(reason.other), "retired": int(reason.retired)}
