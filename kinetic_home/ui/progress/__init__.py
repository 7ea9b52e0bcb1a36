"""The Progress page: what the log shows over time."""
