"""The printed sheet, read back from its PDF by poppler where that is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter

from kinetic_home.domain.exercise import ExerciseId
from kinetic_home.ui.library.sheet import draw_sheet, page_size, write_sheet
from kinetic_home.ui.theme.look import Look
from kinetic_home.workflow.library_exercise import exercise_view
from tests.ui.examples import catalogue
from tests.ui.figure.colours import PALETTES

ALL = list(catalogue().exercises)
poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")


def written(folder: Path, exercise_id: str, paper: str = "a4") -> Path:
    file = folder / f"{exercise_id}.pdf"
    view = exercise_view(catalogue(), ExerciseId(exercise_id))
    write_sheet(view, file, PALETTES["light"], page_size("letter" if paper == "letter" else "a4"))
    return file


def told(tool: str, *arguments: object) -> str:
    done = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture(scope="module")
def sheets(_one_look: Look, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("sheets")
    return {exercise_id: written(folder, exercise_id) for exercise_id in ALL}


@poppler
def test_every_sheet_is_one_page_of_lines_and_letters(sheets: dict[str, Path]) -> None:
    for file in sheets.values():
        assert re.search(r"Pages:\s+1\b", told("pdfinfo", file)), file
        assert told("pdfimages", "-list", file).count("\n") == 2, file  # its two lines of heading
        assert "KineticHomeSans" in told("pdffonts", file), file


@poppler
@pytest.mark.parametrize("exercise_id", ALL)
def test_every_sheet_says_how_to_do_it_and_when_to_stop(sheets: dict[str, Path], exercise_id: str) -> None:
    view = exercise_view(catalogue(), ExerciseId(exercise_id))
    text = " ".join(told("pdftotext", "-raw", sheets[exercise_id], "-").split())
    said = [view.exercise.name, view.dose, *(cue.text for cue in view.cues), *view.exercise.stop_notes]
    said += [view.exercise.why, *(point.check.ask for point in view.checkpoints), *view.exercise.cautions, "Notes"]
    assert [words for words in said if words not in text] == []


@poppler
def test_no_letter_is_smaller_than_eleven_points_and_the_name_is_large(look: Look, tmp_path: Path) -> None:
    boxes = told("pdftotext", "-bbox", written(tmp_path, "pat_step_down"), "-")
    heights = [float(b) - float(a) for a, b in re.findall(r'yMin="([\d.]+)" .*? yMax="([\d.]+)"', boxes)]
    # A line of letters of 11 points is at least as high as they are.
    assert min(heights) >= 11
    assert max(heights) >= 27


@poppler
@pytest.mark.parametrize(("paper", "size"), [("a4", "A4"), ("letter", "letter")])
def test_both_sizes_of_paper_can_be_had(look: Look, tmp_path: Path, paper: str, size: str) -> None:
    assert f"({size})" in told("pdfinfo", written(tmp_path, "act_bridge", paper))


@poppler
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_nothing_lies_beyond_the_edge_of_the_page(look: Look, tmp_path: Path, paper: str) -> None:
    for exercise_id in ALL[::6]:
        boxes = told("pdftotext", "-bbox", written(tmp_path, exercise_id, paper), "-")
        wide, high = map(float, re.findall(r'page width="([\d.]+)" height="([\d.]+)"', boxes)[0])
        edges = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', boxes)
        assert all(float(x) <= wide - 20 and float(y) <= high - 20 for _, _, x, y in edges)


@poppler
def test_a_printer_gets_the_same_page(look: Look, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    draw_sheet(exercise_view(catalogue(), ExerciseId("act_bridge")), printer, PALETTES["light"], page_size("a4"))
    printed, saved = tmp_path / "printed.pdf", written(tmp_path, "act_bridge")
    assert told("pdftotext", "-raw", printed, "-").split() == told("pdftotext", "-raw", saved, "-").split()
    assert re.search(r"Pages:\s+1\b", told("pdfinfo", tmp_path / "printed.pdf"))


def test_a_place_that_cannot_be_written_is_named(qapp: QGuiApplication, tmp_path: Path) -> None:
    view = exercise_view(catalogue(), ExerciseId("act_bridge"))
    with pytest.raises(OSError, match="none") as raised:
        write_sheet(view, tmp_path / "none" / "bridge.pdf", PALETTES["light"], page_size("a4"))
    assert raised.value.filename == str(tmp_path / "none" / "bridge.pdf")
