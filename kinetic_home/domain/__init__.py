"""Pure values of the field: exercises, doses, plans, answers and the facts that a session leaves behind."""
