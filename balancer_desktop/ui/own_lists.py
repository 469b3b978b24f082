"""The lists that are the owner's to change. Each is loaded when first opened."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from balancer_desktop.ui.session import Session


def open_stages(parent: QWidget, session: "Session") -> None:
    """The stages on the way to a sale."""
    from balancer_desktop.ui.prospects.stages_dialog import StagesDialog

    StagesDialog(parent, session).show()


def open_loss_reasons(parent: QWidget, session: "Session") -> None:
    """The reasons why opportunities are lost."""
    from balancer_desktop.ui.prospects.loss_reasons_dialog import LossReasonsDialog

    LossReasonsDialog(parent, session).show()


def open_checklist(parent: QWidget, session: "Session") -> None:
    """What is to be done once somebody became a customer."""
    from balancer_desktop.ui.prospects.checklist_dialog import ChecklistDialog

    ChecklistDialog(parent, session).show()
