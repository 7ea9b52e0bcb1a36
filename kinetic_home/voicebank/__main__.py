"""Render, check and describe the sounds that ship with the program: python -m kinetic_home.voicebank --help."""

from __future__ import annotations

from kinetic_home.voicebank.cli import main

main()
