"""The Settings page: sight, motion, sound, and where the data lie."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kinetic_home.ui.settings.rows import Section, SettingRow
from kinetic_home.ui.settings.timing import TimingRow
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.choices import Choices
from kinetic_home.ui.widgets.layouts import Row
from kinetic_home.ui.widgets.notice import Notice
from kinetic_home.ui.widgets.page import Page
from kinetic_home.ui.widgets.slider import Slider
from kinetic_home.ui.widgets.switch import Switch
from kinetic_home.ui.widgets.text import Text
from kinetic_home.workflow.settings import LEAST_TEXT_PERCENT, MOST_TEXT_PERCENT, Settings, ThemeChoice

_TEXT_STEP_PERCENT = 10
_LEVEL_STEP_PERCENT = 5


class SettingsPage(Page):
    """Shows Settings and where the data lie; every change is emitted at once as a whole new Settings.

    `sound_tried` asks for the test sound; `tapping_began` asks for the beats to which the person taps along.
    """

    settings_changed = Signal(object)
    sound_tried = Signal()
    tapping_began = Signal()
    tapped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "settingsPage", parent)
        self._settings = Settings()
        self.notice = Notice(look, name="settingsNotice")
        self.body.addWidget(self.notice)
        self.body.addWidget(Text(look, self.tr("Settings"), "title", strong=True))
        self.body.addWidget(self._sight(look))
        self.body.addWidget(self._sound(look))
        self.body.addWidget(self._data(look))
        self.body.addStretch(1)

    def show_settings(self, settings: Settings, *, data_folder: str, version: str) -> None:
        """Show what is set, without a signal."""
        self._settings = settings
        self._theme.choose(settings.theme)
        for slider, value in (
            (self._text, settings.text_percent),
            (self._beat, settings.beat_level),
            (self._voice, settings.voice_level),
        ):
            slider.blockSignals(True)
            slider.setValue(value)
            slider.blockSignals(False)
        for switch, on in ((self._still, settings.reduced_motion), (self._on, settings.sound_on)):
            switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(False)
        self.timing.show_offset(settings.audio_offset_ms)
        self._folder.say(data_folder)
        self._version.say(version)
        self._name_values()

    def _sight(self, look: Look) -> QWidget:
        section = Section(look, self.tr("Sight and motion"))
        themes = (
            (ThemeChoice.SYSTEM, self.tr("As the computer"), ""),
            (ThemeChoice.LIGHT, self.tr("Light"), ""),
            (ThemeChoice.DARK, self.tr("Dark"), ""),
        )
        self._theme = Choices(look, themes, name="theme")
        low, high = LEAST_TEXT_PERCENT, MOST_TEXT_PERCENT
        label = self.tr("Text size")
        self._text = Slider(look, name="textSize", label=label, low=low, high=high, step=_TEXT_STEP_PERCENT)
        self._text_value = Text(look, "", "body", tabular=True, wrap=False)
        self._still = Switch(look, name="reducedMotion", label=self.tr("Less motion"))
        section.rows.addWidget(SettingRow(look, self.tr("Colours"), "", self._theme))
        section.rows.addWidget(SettingRow(look, label, "", _beside(look, self._text, self._text_value)))
        words = self.tr("The figure shows its key poses and does not move in between.")
        section.rows.addWidget(SettingRow(look, self.tr("Less motion"), words, self._still))
        self._theme.picked.connect(self._take_theme)
        self._text.valueChanged.connect(self._take_values)
        self._still.toggled.connect(self._take_values)
        return section

    def _sound(self, look: Look) -> QWidget:
        section = Section(look, self.tr("Sound"))
        self._on = Switch(look, name="soundOn", label=self.tr("Sound"))
        beat, voice, step = self.tr("Beat"), self.tr("Voice"), _LEVEL_STEP_PERCENT
        self._beat = Slider(look, name="beatLevel", label=self.tr("Level of the beat"), low=0, high=100, step=step)
        self._voice = Slider(look, name="voiceLevel", label=self.tr("Level of the voice"), low=0, high=100, step=step)
        self._beat_value = Text(look, "", "body", tabular=True, wrap=False)
        self._voice_value = Text(look, "", "body", tabular=True, wrap=False)
        self._try = Button(look, self.tr("Play a test sound"), name="trySound", icon="sound")
        self.timing = TimingRow(look)
        words = self.tr("Without sound you still see all that is said and counted.")
        section.rows.addWidget(SettingRow(look, self.tr("Sound"), words, self._on))
        section.rows.addWidget(SettingRow(look, beat, "", _beside(look, self._beat, self._beat_value)))
        section.rows.addWidget(SettingRow(look, voice, "", _beside(look, self._voice, self._voice_value)))
        section.rows.addWidget(self._try, 0, Qt.AlignmentFlag.AlignLeft)
        section.rows.addWidget(self.timing)
        self._on.toggled.connect(self._take_values)
        self._beat.valueChanged.connect(self._take_values)
        self._voice.valueChanged.connect(self._take_values)
        self._try.clicked.connect(self.sound_tried)
        self.timing.offset_chosen.connect(self._take_offset)
        self.timing.tapping_began.connect(self.tapping_began)
        self.timing.tapped.connect(self.tapped)
        return section

    def _data(self, look: Look) -> QWidget:
        section = Section(look, self.tr("Your data"))
        words = self.tr("Your log stays on this computer. It leaves only if you export a file and share it.")
        section.rows.addWidget(Text(look, words, "body"))
        self._folder = Text(look, "", "body", role="quiet")
        self._version = Text(look, "", "body", role="quiet")
        section.rows.addWidget(SettingRow(look, self.tr("Folder"), "", self._folder))
        section.rows.addWidget(SettingRow(look, self.tr("Version"), "", self._version))
        return section

    @Slot()
    def _take_values(self) -> None:
        self._change(
            replace(
                self._settings,
                text_percent=self._text.value(),
                reduced_motion=self._still.isChecked(),
                sound_on=self._on.isChecked(),
                beat_level=self._beat.value(),
                voice_level=self._voice.value(),
            )
        )

    @Slot(object)
    def _take_theme(self, theme: ThemeChoice) -> None:
        self._change(replace(self._settings, theme=theme))

    @Slot(object)
    def _take_offset(self, offset_ms: int | None) -> None:
        self._change(replace(self._settings, audio_offset_ms=offset_ms))

    def _change(self, settings: Settings) -> None:
        self._settings = settings
        self._name_values()
        self.settings_changed.emit(settings)

    def _name_values(self) -> None:
        for value, slider in (
            (self._text_value, self._text),
            (self._beat_value, self._beat),
            (self._voice_value, self._voice),
        ):
            value.say(f"{slider.value()} %")
            value.setMinimumWidth(self.look.text_px("body") * 4)
        for part in (self._beat, self._voice, self._try):
            part.setEnabled(self._settings.sound_on)


def _beside(look: Look, slider: Slider, value: Text) -> QWidget:
    box = QWidget()
    row = Row(look, box, gap=1.5)
    row.addWidget(slider, 1)
    row.addWidget(value)
    return box
