"""What the program does for its user, told over ports that adapters fill."""
