"""The Library: every exercise, found by words and filters, moving, right and wrong, and printed on a sheet."""
