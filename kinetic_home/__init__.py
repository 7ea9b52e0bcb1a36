"""Kinetic Home: guided exercise sessions for painful hips, knees and ankles, offline."""

__version__ = "0.1.0"
