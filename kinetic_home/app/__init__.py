"""Where everything is built and handed in: the command line and the window's start."""
