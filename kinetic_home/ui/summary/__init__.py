"""The Summary page after a session."""
