"""The pages of a running session."""
