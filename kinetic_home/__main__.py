"""Lets `python -m kinetic_home` do what the command `kinetic-home` does."""

from kinetic_home.app.cli import main

if __name__ == "__main__":
    main()
