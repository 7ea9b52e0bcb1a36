from __future__ import annotations

from pytestqt.qtbot import QtBot

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.session_bar import SessionBar
from kinetic_home.ui.widgets.tempo_ring import TempoRing


class CountingRing(TempoRing):
    """A ring that counts how often it asks to be painted."""

    asked = 0

    def update(self) -> None:  # type: ignore[override]
        self.asked += 1
        super().update()


class CountingBar(SessionBar):
    """A bar that counts how often it asks to be painted."""

    asked = 0

    def update(self) -> None:  # type: ignore[override]
        self.asked += 1
        super().update()


def test_the_same_moment_of_the_ring_is_not_painted_twice(look: Look, qtbot: QtBot) -> None:
    ring = CountingRing(look, name="ring")
    qtbot.addWidget(ring)
    ring.show_phase(0.5, "4", "of 10", "action")
    asked = ring.asked
    ring.show_phase(0.5, "4", "of 10", "action")
    ring.show_phase(0.50001, "4", "of 10", "action")
    assert ring.asked == asked
    ring.show_phase(0.6, "4", "of 10", "action")
    assert ring.asked == asked + 1


def test_the_session_bar_is_painted_only_when_a_pixel_of_it_changes(look: Look, qtbot: QtBot) -> None:
    bar = CountingBar(look, name="bar")
    qtbot.addWidget(bar)
    bar.resize(600, 10)
    sections = ((0, "March"), (600_000, "Bridge"))
    bar.show_position(100_000, 1_200_000, sections)
    asked = bar.asked
    for at_ms in range(100_000, 100_900, 16):
        bar.show_position(at_ms, 1_200_000, sections)
    assert bar.asked == asked
    bar.show_position(110_000, 1_200_000, sections)
    assert bar.asked == asked + 1


def test_the_numeral_is_spoken_with_what_it_counts(look: Look, qtbot: QtBot) -> None:
    ring = TempoRing(look, name="ring")
    qtbot.addWidget(ring)
    ring.show_phase(0.25, "4", "of 10", "action")
    assert ring.accessibleDescription() == "4 of 10"
    assert ring.value() == 25


def test_a_wide_numeral_shrinks_to_fit_the_ring(look: Look, qtbot: QtBot) -> None:
    ring = TempoRing(look, name="ring")
    qtbot.addWidget(ring)
    ring.resize(300, 300)
    ring.set_digit_height(120)
    ring.show_phase(0.5, "4", "", "action")
    one = ring.painted_digit_height
    ring.show_phase(0.5, "100", "seconds", "action")
    assert one >= 119
    assert ring.painted_digit_height < one


def test_the_section_of_the_session_is_spoken(look: Look, qtbot: QtBot) -> None:
    bar = SessionBar(look, name="bar")
    qtbot.addWidget(bar)
    bar.resize(600, 10)
    bar.show_position(700_000, 1_200_000, ((0, "March"), (600_000, "Bridge")))
    assert bar.accessibleDescription() == "Bridge"
