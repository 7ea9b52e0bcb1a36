"""Settings for every test: no screen unless a test asks for one, and property tests without a deadline."""

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# As the program itself does it (kinetic_home/app/window.py).
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")

# Slow machines are shared by several people.
settings.register_profile("kinetic_home", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kinetic_home")
