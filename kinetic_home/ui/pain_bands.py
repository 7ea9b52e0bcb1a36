"""The three bands of the pain scale as every scale picker shows them."""

from __future__ import annotations

from kinetic_home.ui.widgets.scale_picker import Band
from kinetic_home.ui.words import tr


def pain_bands() -> tuple[Band, ...]:
    """Return the bands of the pain scale: 0-2, 3-5, 6-10. Source: Thomee 1997 and NEMEX [V1, V1b]."""
    return (
        Band(low=0, high=2, shape="disc", word=tr("safe"), role="done", soft="done_soft", text="done_text"),
        Band(low=3, high=5, shape="triangle", word=tr("acceptable"), role="look", soft="look_soft", text="look_text"),
        Band(low=6, high=10, shape="square", word=tr("too much"), role="stop", soft="stop_soft", text="stop_text"),
    )
