"""The build-time tool that renders the voice bank; the program itself never imports it."""
