"""Put a sheet on paper or into a file, asked for on the page of its exercise; what fails is said in plain words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QStandardPaths, Slot
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QFileDialog

from kinetic_home.domain.exercise import Catalogue, ExerciseId
from kinetic_home.ui.figure.palette import FigurePalette, figure_palette
from kinetic_home.ui.library.page import LibraryPage
from kinetic_home.ui.library.sheet import draw_sheet, page_size, write_sheet
from kinetic_home.ui.theme.look import Look
from kinetic_home.workflow.library_exercise import ExerciseView, exercise_view


class SheetPrinting(QObject):
    """Answers the page's wishes for a sheet."""

    def __init__(self, look: Look, catalogue: Catalogue, page: LibraryPage) -> None:
        super().__init__(page)
        self._look, self._catalogue, self._page = look, catalogue, page
        page.sheet_wanted.connect(self.save)
        page.print_wanted.connect(self.print)

    @Slot(str)
    def save(self, exercise_id: str) -> None:
        """Ask where, and write the sheet there."""
        view = self._view(exercise_id)
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        folder = documents if documents.is_dir() else Path.home()
        proposed = str(folder / f"{file_name(view.exercise.name)}.pdf")
        file, _ = QFileDialog.getSaveFileName(self._page, self.tr("Save the sheet"), proposed, "PDF (*.pdf)")
        if not file:
            return
        wanted = Path(file) if file.lower().endswith(".pdf") else Path(f"{file}.pdf")
        try:
            write_sheet(view, wanted, self._palette(), self._paper())
        except OSError as problem:
            self._say(self.tr("The sheet was not saved: {file}: {cause}. Choose another folder."), wanted, problem)
        else:
            self._page.exercise_page.notice.say(self.tr("The sheet is saved: {file}").format(file=wanted))

    @Slot(str)
    def print(self, exercise_id: str) -> None:
        """Ask which printer, and print the sheet on it."""
        notice = self._page.exercise_page.notice
        try:
            from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # noqa: PLC0415 (rarely needed)
        except ImportError:
            notice.say(self.tr("This computer cannot print from here. Save the sheet as a PDF and print that."))
            return
        if not QPrinterInfo.availablePrinterNames():
            notice.say(self.tr("No printer is set up on this computer. Save the sheet as a PDF instead."))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(self._paper()))
        dialog = QPrintDialog(printer, self._page)
        dialog.setWindowTitle(self.tr("Print the sheet"))
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return
        try:
            draw_sheet(self._view(exercise_id), printer, self._palette(), self._paper())
        except OSError:
            notice.say(self.tr("The printer did not take the sheet. Look whether it is on and has paper."))

    def _say(self, sentence: str, file: Path, problem: OSError) -> None:
        cause = problem.strerror or self.tr("it cannot be written")
        self._page.exercise_page.notice.say(sentence.format(file=file, cause=cause))

    def _view(self, exercise_id: str) -> ExerciseView:
        return exercise_view(self._catalogue, ExerciseId(exercise_id))

    def _palette(self) -> FigurePalette:
        return figure_palette(self._look.theme_text("figure.toml"), "light")

    def _paper(self) -> QPageSize.PageSizeId:
        american = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
        return page_size("letter" if american else "a4")


def file_name(name: str) -> str:
    """Return a name that every system takes for a file."""
    kept = "".join(letter if letter.isalnum() or letter in " -" else " " for letter in name)
    return " ".join(kept.split())
