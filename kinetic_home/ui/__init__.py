"""The window: widgets that show values and emit what was answered."""
