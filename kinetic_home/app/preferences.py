"""The settings in use: read at the start, changed on their page, kept in their file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kinetic_home import __version__
from kinetic_home.app.pages import page_of
from kinetic_home.app.settings import Settings, load_settings, save_settings
from kinetic_home.app.sounding import Sounding
from kinetic_home.ui.main_window import MainWindow
from kinetic_home.ui.settings.page import SettingsPage
from kinetic_home.ui.theme.look import Look


class Preferences(QObject):
    """Holds the settings and hands each change on to look, sound and file."""

    def __init__(self, window: MainWindow, look: Look, data: Path, *, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._look, self._data = window, look, data
        self._sounding: Sounding | None = None
        self.settings = Settings()

    def load(self) -> str | None:
        """Read the settings and take them on; return a notice where the file could not be used. Raises OSError."""
        self.settings, notice = load_settings(self._data)
        self._take_on()
        return notice

    def use_sound(self, sounding: Sounding) -> None:
        """Hand sound its settings, now and at every change."""
        self._sounding = sounding
        sounding.use(self.settings)

    def make_page(self, look: Look) -> QWidget:
        """Make the page on which the settings are changed."""
        page = SettingsPage(look)
        page.settings_changed.connect(self.change)
        if self._sounding is not None:
            page.sound_tried.connect(self._sounding.test)
            page.tapping_began.connect(self._sounding.begin_tapping)
            page.tapped.connect(self._sounding.tap)
            self._sounding.tested.connect(self._tell_test)
            self._sounding.tapped_out.connect(self._take_tapping)
        return page

    def show_page(self) -> None:
        """Show the page with the settings as they are."""
        self._page().show_settings(self.settings, data_folder=str(self._data), version=__version__)
        self._window.show_page("settings")

    @Slot(object)
    def change(self, settings: Settings) -> None:
        """Take on other settings and keep them; where they cannot be kept, the page says so."""
        self.settings = settings
        self._take_on()
        try:
            save_settings(self._data, settings)
        except OSError as problem:
            sentence = self.tr("These settings last until you close the program: {cause}.")
            self._page().notice.say(sentence.format(cause=problem.strerror))

    def _take_on(self) -> None:
        settings = self.settings
        self._look.use(theme=settings.theme, text_percent=settings.text_percent, reduced_motion=settings.reduced_motion)
        if self._sounding is not None:
            self._sounding.use(settings)

    def _page(self) -> SettingsPage:
        return page_of(self._window, "settings", SettingsPage)

    @Slot(bool)
    def _tell_test(self, heard: bool) -> None:
        silent = self.tr("No sound could be played here. Everything is shown on the screen.")
        self._page().notice.say("" if heard else silent)

    @Slot(object)
    def _take_tapping(self, offset_ms: int | None) -> None:
        page = self._page()
        if offset_ms is None:
            page.timing.show_tapping(self.tr("The taps were too far from the beats. Try once more."), going=False)
            return
        self.change(replace(self.settings, audio_offset_ms=offset_ms))
        self.show_page()
        page.timing.show_tapping(self.tr("Done. Sound and picture are in step now."), going=False)
