from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kinetic_home.ui.library.page import LibraryPage
from kinetic_home.ui.library.printing import SheetPrinting, file_name
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from tests.ui.examples import catalogue


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> LibraryPage:
    made = LibraryPage(look, catalogue(), {})
    qtbot.addWidget(made)
    SheetPrinting(look, catalogue(), made)
    made.open_exercise("act_bridge")
    made.resize(1280, 800)
    made.show()
    return made


def choose(monkeypatch: pytest.MonkeyPatch, file: str) -> list[str]:
    proposed: list[str] = []

    def answer(_parent: object, _title: str, proposal: str, _kinds: str) -> tuple[str, str]:
        proposed.append(proposal)
        return file, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(answer))
    return proposed


def said(page: LibraryPage) -> str:
    notice = page.exercise_page.notice
    return "" if notice.isHidden() else " ".join(label.text() for label in notice.findChildren(QLabel))


def test_the_sheet_is_saved_where_the_person_says(
    page: LibraryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed = choose(monkeypatch, str(tmp_path / "my bridge"))
    page.exercise_page.findChild(Button, "saveSheet").click()
    assert Path(proposed[0]).name == "Bridge.pdf"
    assert (tmp_path / "my bridge.pdf").read_bytes().startswith(b"%PDF")
    assert str(tmp_path / "my bridge.pdf") in said(page)


def test_who_changes_their_mind_saves_nothing(page: LibraryPage, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "")
    page.exercise_page.findChild(Button, "saveSheet").click()
    assert said(page) == ""


def test_a_place_that_cannot_be_written_is_told_in_plain_words(
    page: LibraryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, str(tmp_path / "none" / "bridge.pdf"))
    page.exercise_page.findChild(Button, "saveSheet").click()
    assert said(page).startswith("The sheet was not saved: ")
    assert "No such file or directory" in said(page)
    assert "Choose another folder" in said(page)


def test_without_a_printer_the_way_out_is_told(page: LibraryPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    page.exercise_page.findChild(Button, "printSheet").click()
    assert "No printer is set up" in said(page)


@pytest.mark.parametrize(
    ("name", "expected"), [("90/90 hip switches", "90 90 hip switches"), ("Step-down, low step", "Step-down low step")]
)
def test_a_name_becomes_one_that_every_system_takes(name: str, expected: str) -> None:
    assert file_name(name) == expected
