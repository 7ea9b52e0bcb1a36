"""The widget that shows the figure; it is told what to show and knows nothing else."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinetic_home.figure.camera import View
from kinetic_home.figure.emphasis import PLAIN, Emphasis
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Frame, Scene
from kinetic_home.ui.figure.painter import FigurePainter
from kinetic_home.ui.figure.palette import FigurePalette

_LEAST = QSize(160, 160)


class FigureView(QWidget):
    """Shows one figure in its scene, as large as the whole repetition fits.

    Tell it the scene once for each exercise and side, then a figure for every frame.
    """

    def __init__(self, palette: FigurePalette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figureView")
        self.setAccessibleName(self.tr("Figure that shows the exercise"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST)
        # It paints all of itself, so that nothing behind it is painted at every frame.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._ground = QColor(palette.ground)
        self._painter = FigurePainter(palette)
        self._scene: Scene | None = None
        self._frame: Frame | None = None
        self._figure: Figure | None = None
        self._emphasis = PLAIN
        self._view = View.SIDE
        # What the figure takes that is shown now.
        self._taken = QRectF()

    @property
    def view(self) -> View:
        """Return where the figure is looked at from."""
        return self._view

    @property
    def emphasis(self) -> Emphasis:
        """Return what is laid over the figure now."""
        return self._emphasis

    def set_palette_colours(self, palette: FigurePalette) -> None:
        """Paint with other colours from now on."""
        self._ground = QColor(palette.ground)
        self._painter = FigurePainter(palette)
        self._paint_all()

    def set_scene(self, scene: Scene, frame: Frame | None = None) -> None:
        """Show another exercise or side; the next figure belongs to it.

        With a `frame` that part of the room fills the widget, so that two figures side by side have one scale.
        """
        if scene != self._scene or frame != self._frame:
            self._scene, self._frame, self._figure = scene, frame, None
            self._paint_all()

    def set_view(self, view: View) -> None:
        """Look at the figure from elsewhere."""
        self._view = view
        self._paint_all()

    def show_figure(self, figure: Figure, emphasis: Emphasis = PLAIN) -> None:
        """Show this figure with what is laid over it; only where it is or was is painted anew."""
        if figure is self._figure and emphasis == self._emphasis:
            return
        self._figure, self._emphasis = figure, emphasis
        before, self._taken = self._taken, self._reach(figure, emphasis)
        self.update((before | self._taken).toAlignedRect())

    def sizeHint(self) -> QSize:
        """Return a size at which the figure is easily seen."""
        return QSize(480, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure, or the bare ground where there is none."""
        painter = QPainter(self)
        if self._figure is None or self._scene is None:
            painter.fillRect(event.rect(), self._ground)
        else:
            rect = QRectF(self.rect())
            self._painter.paint(painter, rect, self._figure, self._scene, self._view, self._emphasis, frame=self._frame)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint all of it in its new size."""
        self._paint_all()

    def _paint_all(self) -> None:
        self._taken = QRectF(self.rect())
        self.update()

    def _reach(self, figure: Figure, emphasis: Emphasis) -> QRectF:
        rect = QRectF(self.rect())
        return rect if self._scene is None else self._painter.reach(rect, figure, self._scene, self._view, emphasis)
