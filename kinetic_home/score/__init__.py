"""Compiles a session into an immutable score and plays it in any clock's time."""
