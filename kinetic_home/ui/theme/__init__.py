"""What everything looks like: tokens from files, and the look made from them."""
