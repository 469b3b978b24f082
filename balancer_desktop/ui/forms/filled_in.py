"""What a form's fields say, to tell whether the owner has changed anything."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

Answers = tuple[tuple[str, str], ...]


def filled_in(form: QWidget) -> Answers:
    """The name and text of every field that is not empty. Lists are left out: walking through one is no edit."""
    said = ((field.accessibleName(), _text(field)) for field in form.findChildren(QWidget))
    return tuple((name, text) for name, text in said if text)


def _text(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentText()
    return "on" if isinstance(field, QCheckBox) and field.isChecked() else ""
