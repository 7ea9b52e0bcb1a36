"""How a dose goes up, stays or comes down: a table of rules that decides, and the steps that carry it out."""
