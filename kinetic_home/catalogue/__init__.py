"""The edge where content files become values, and every problem of a file is told at once."""
