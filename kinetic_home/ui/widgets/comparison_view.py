"""The right figure and the wrong one beside each other, moving in time, each under its sign and its word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from kinetic_home.figure.scene import Frame
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.sheet import ratio_of, shared_frame
from kinetic_home.ui.figure.view import FigureView
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.fitted import FittedText
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.workflow.comparison import Comparison, Shown

_LEAST_PX = 96
# The words over each figure, at most this share of the window's height.
_WORDS_SHARE = 0.042
# Words in a pane narrower than so many times their height take two lines.
_NARROW, _SIGN_SHARE = 9.0, 1.1
_TICK = ((0.27, 0.53), (0.44, 0.70), (0.74, 0.32))
_CROSS = (((0.31, 0.31), (0.69, 0.69)), ((0.31, 0.69), (0.69, 0.31)))


class ComparisonView(QWidget):
    """Shows a Comparison; without a wrong version only the right one, in all of the room.

    Figures that stand are beside each other, figures that lie are above each other, so that both are large. A right
    one that is alone is under its word only with `tells_alone`.
    """

    def __init__(
        self, look: Look, palette: FigurePalette, parent: QWidget | None = None, *, tells_alone: bool = True
    ) -> None:
        super().__init__(parent)
        self._tells_alone = tells_alone
        self.setObjectName("comparison")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._row = Row(look, self, gap=1)
        self._right = _Pane(look, palette, self.tr("Like this"), "right", "action_text")
        self._wrong = _Pane(look, palette, self.tr("Not like this"), "wrong", "stop_text")
        self._frame: Frame | None = None
        self._row.addWidget(self._right, 1)
        self._row.addWidget(self._wrong, 1)

    def set_palette_colours(self, palette: FigurePalette) -> None:
        """Paint with other colours from now on."""
        self._right.figure.set_palette_colours(palette)
        self._wrong.figure.set_palette_colours(palette)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show a moment of both figures, at one scale."""
        shown = [comparison.right, *([comparison.wrong] if comparison.wrong else [])]
        scenes = [one.scene for one in shown]
        frame = shared_frame([scene.motion for scene in scenes], comparison.view, scenes[0].side)
        alone = comparison.wrong is None
        if frame != self._frame or alone != self._wrong.isHidden():
            self._frame = frame
            self._wrong.setHidden(alone)
            self._right.show_words(shown=self._tells_alone or not alone)
            self._arrange()
        for pane, one in zip((self._right, self._wrong), shown, strict=False):
            pane.show_figure(one, comparison, frame)

    def describe(self, words: str) -> None:
        """Say of both figures what they do, as a screen reader tells it."""
        for pane in (self._right, self._wrong):
            pane.figure.setAccessibleDescription(words)

    def fit_window(self, height: int) -> None:
        """Size the words by the window's height."""
        for pane in (self._right, self._wrong):
            pane.fit_window(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give both figures the most room that there is now."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._frame is None:
            return
        ratio = ratio_of(self._frame)
        wide, high = max(self.width(), 1), max(self.height(), 1)
        words = self._right.words_height
        beside = min(wide / 2 / ratio, high - words)
        above = min(wide / ratio, high / 2 - words)
        way = QBoxLayout.Direction.LeftToRight if beside >= above else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)
        half = wide // 2 if way is QBoxLayout.Direction.LeftToRight and not self._wrong.isHidden() else wide
        for pane in (self._right, self._wrong):
            pane.fit_width(half)


class _Pane(QWidget):
    """One figure under its verdict."""

    def __init__(self, look: Look, palette: FigurePalette, words: str, name: str, role: Role) -> None:
        super().__init__()
        self._look, self._px, self._lines = look, look.text_px("lead"), 1
        self.setObjectName(f"{name}Pane")
        column = Column(look, self, gap=0.5)
        self._head = QWidget()
        row = Row(look, self._head, gap=1)
        self._verdict = _Verdict(look, right=name == "right")
        self._words = FittedText(look, name=f"{name}Words", role=role, strong=True)
        self._words.say(words)
        row.addWidget(self._verdict, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self.figure = FigureView(palette)
        self.figure.setObjectName(f"{name}Figure")
        self.figure.setAccessibleName(words)
        self.figure.setMinimumSize(QSize(_LEAST_PX, _LEAST_PX))
        column.addWidget(self._head)
        column.addWidget(self.figure, 1)

    @property
    def words_height(self) -> int:
        return self._words.maximumHeight() + self._look.space(0.5)

    def show_words(self, *, shown: bool) -> None:
        self._head.setVisible(shown)

    def show_figure(self, shown: Shown, comparison: Comparison, frame: Frame) -> None:
        if self.figure.view is not comparison.view:
            self.figure.set_view(comparison.view)
        self.figure.set_scene(shown.scene, frame)
        self.figure.show_figure(shown.figure, shown.emphasis)

    def fit_window(self, height: int) -> None:
        self._px = min(self._look.text_px("lead"), round(height * _WORDS_SHARE))
        self._verdict.set_size(round(self._px * _SIGN_SHARE))
        self._fit()

    def fit_width(self, width: int) -> None:
        """Give the words a second line where the pane is narrow, so that both panes' words are of one size."""
        lines = 2 if width < _NARROW * self._px else 1
        if lines != self._lines:
            self._lines = lines
            self._fit()

    def _fit(self) -> None:
        self._words.set_box(self._px, self._lines)


class _Verdict(QWidget):
    """A disc with a tick, or a square with a cross."""

    def __init__(self, look: Look, *, right: bool) -> None:
        super().__init__()
        self._look, self._right = look, right
        self._ground: Role = "action" if right else "stop"
        self._ink: Role = "on_action" if right else "on_stop"
        self.set_size(look.text_px("lead"))
        look.changed.connect(self._dress)

    def set_size(self, px: int) -> None:
        self.setFixedSize(px, px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), self.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self._ground))
        box = QRectF(0.5, 0.5, side - 1.0, side - 1.0)
        if self._right:
            painter.drawEllipse(box)
        else:
            painter.drawRoundedRect(box, side * 0.12, side * 0.12)
        pen = QPen(self._look.colour(self._ink), max(2.0, side * 0.12))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for line in (_TICK,) if self._right else _CROSS:
            painter.drawPolyline([QPointF(x * side, y * side) for x, y in line])
        painter.end()

    @Slot()
    def _dress(self) -> None:
        self.update()
