"""A file dialog begins where the owner was last, at first among the documents, never in a folder that is gone."""

from pathlib import Path

import pytest

from balancer_desktop.ui.last_folder import last_folder, remember_folder


def test_where_a_dialog_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("balancer_desktop.ui.last_folder.documents_dir", lambda: tmp_path / "Documents")
    monkeypatch.setattr("balancer_desktop.ui.application.config_dir", lambda: tmp_path / "config")
    chosen = tmp_path / "records"
    chosen.mkdir()
    assert last_folder("import") == str(tmp_path / "Documents")
    remember_folder("import", chosen)
    assert last_folder("import") == str(chosen)
    assert last_folder("export") == str(tmp_path / "Documents")
    chosen.rmdir()
    assert last_folder("import") == str(tmp_path / "Documents")
