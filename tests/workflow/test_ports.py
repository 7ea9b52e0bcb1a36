"""The small values that pass through the ports."""

import pytest

from kinetic_home.score.compile import compile_score
from kinetic_home.workflow.ports import Levels, Stretch
from tests.builders import script


@pytest.mark.parametrize(("beat", "voice"), [(-0.1, 1), (1, 1.1), (float("nan"), 1)])
def test_a_level_outside_0_to_1_is_refused(beat: float, voice: float):
    with pytest.raises(ValueError, match="between 0 and 1"):
        Levels(beat=beat, voice=voice)


def test_a_stretch_lasts_from_its_beginning_to_its_end():
    stretch = Stretch(score=compile_score(script()), spoken=(), from_ms=1_000, to_ms=4_500)
    assert stretch.length_ms == 3_500
