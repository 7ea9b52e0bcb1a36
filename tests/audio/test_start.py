"""Putting the sound together."""

import subprocess
import sys

_PROGRAM = """
import sys
from kinetic_home.app.paths import shipped
from kinetic_home.audio.start import shipped_voice, track_writer
track_writer(shipped("assets"), shipped_voice(shipped("assets")))
print([name for name in ("numpy", "playsound3", "soundfile", "pyqtgraph") if name in sys.modules])
"""


def test_nothing_slow_is_imported_before_something_is_played():
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
