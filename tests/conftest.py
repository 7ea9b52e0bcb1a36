"""Settings for every test: no screen unless a test asks for one, and property tests without a deadline."""

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Slow machines are shared by several people.
settings.register_profile("kinetic_home", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kinetic_home")
