"""The figure on its ground, notices and the clinician's note above it, the cue of the moment below it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kinetic_home.domain.exercise import Check, Exercise, ExerciseId
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.emphasis import PLAIN, Emphasis
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.palette import FigurePalette, figure_palette
from kinetic_home.ui.figure.view import FigureView
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.comparison_view import ComparisonView
from kinetic_home.ui.widgets.fitted import FittedText
from kinetic_home.ui.widgets.icon import icon_pixmap
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.notice import Notice
from kinetic_home.workflow.comparison import Comparison

# The largest shares of the window's height: the cue's, and those of the note and the notice.
_CUE_SHARE = 0.055
_NOTE_SHARE = 0.034
# The checkpoints that have a side from which they are seen; the others are felt, or seen from anywhere.
_SEEN_FROM = {"front", "side"}


class Picture(Card):
    """A card with the figure; `turn` shows it from the next direction, until the next exercise has its own."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "card", parent)
        self.setObjectName("picture")
        self._seen = look
        self._exercise: ExerciseId | None = None
        self._view_before: View | None = None
        column = Column(look, self, gap=1, margins=(2, 2, 2, 2))
        self._note = _Note(look)
        self.notice = Notice(look, name="playerNotice")
        self._notice_room = QWidget()
        Column(look, self._notice_room).addWidget(self.notice)
        self.figure = FigureView(self._palette_now())
        self._comparison = ComparisonView(look, self._palette_now())
        self._comparison.hide()
        self._cue = FittedText(look, name="cue", strong=True, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._notice_room)
        column.addWidget(self._note)
        column.addWidget(self.figure, 1)
        column.addWidget(self._comparison, 1)
        column.addWidget(self._cue)
        look.changed.connect(self._repaint_figure)

    def give_words_room(self, *, room: bool) -> None:
        """Keep notices and the cue back where the picture is narrow, as beside a question."""
        self._notice_room.setVisible(room)
        self._cue.setVisible(room)

    def show_cue(self, text: str) -> None:
        """Show the cue of the moment, or nothing."""
        self._cue.say(text)

    def show_note(self, text: str) -> None:
        """Show the clinician's word on this exercise, or nothing."""
        self._note.say(text)

    def show_figure(self, exercise: Exercise, figure: Figure, emphasis: Emphasis = PLAIN) -> None:
        """Show a figure of an exercise, at first from the side that shows the exercise best."""
        self._show_both(both=False)
        if exercise.id != self._exercise:
            self._exercise = exercise.id
            self._view_before = None
            self.figure.set_view(View.named(exercise.view))
        side = Side(figure.working) if exercise.per_side else Side.BOTH
        self.figure.set_scene(Scene(motion=exercise.motion, side=side))
        self.figure.show_figure(figure, emphasis)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the right and the wrong version in place of the one figure."""
        self._show_both(both=True)
        self._comparison.show_comparison(comparison)

    def look_for(self, check: Check | None) -> None:
        """Look from where a checkpoint is seen, while it is asked about; without one look as before."""
        if self._view_before is None:
            self._view_before = self.figure.view
        seen_from = check.look if check is not None and check.look in _SEEN_FROM else ""
        self.figure.set_view(View.named(seen_from) if seen_from else self._view_before)

    def look_back(self) -> None:
        """Look as before the questions."""
        if self._view_before is not None:
            self.figure.set_view(self._view_before)
            self._view_before = None

    def fit_window(self, height: int) -> None:
        """Size the words by the window's height."""
        self._cue.set_box(min(self._seen.text_px("heading"), round(height * _CUE_SHARE)), 2)
        self._note.set_size(min(self._seen.text_px("body"), round(height * _NOTE_SHARE)))
        self.notice.limit_text(round(height * _NOTE_SHARE))
        self._comparison.fit_window(height)

    @Slot()
    def turn(self) -> None:
        """Look from the next direction."""
        self.figure.set_view(self.figure.view.following)

    @Slot()
    def _repaint_figure(self) -> None:
        self.figure.set_palette_colours(self._palette_now())
        self._comparison.set_palette_colours(self._palette_now())

    def _show_both(self, *, both: bool) -> None:
        if self._comparison.isHidden() == both:
            self._comparison.setVisible(both)
            self.figure.setVisible(not both)

    def _palette_now(self) -> FigurePalette:
        dark = self._seen.theme.name == "dark"
        palette = figure_palette(self._seen.theme_text("figure.toml"), "dark" if dark else "light")
        return replace(palette, ground=self._seen.theme.roles["card"])


class _Note(QWidget):
    """The clinician's word, with its picture; without one it takes no room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._px = look, look.text_px("body")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = Row(look, self, gap=1)
        self._picture = QLabel()
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._words = FittedText(look, name="clinicianNote", role="look_text")
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self._dress()
        look.changed.connect(self._dress)
        self.hide()

    def say(self, text: str) -> None:
        """Show the note."""
        self._words.say(text)
        self.setVisible(bool(text))

    def set_size(self, px: int) -> None:
        """Make the words so high."""
        self._px = px
        self._words.set_box(px, 2)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        px = round(self._px * 1.4)
        self._picture.setPixmap(icon_pixmap(self._look, "note", "look_text", px, self.devicePixelRatioF()))
