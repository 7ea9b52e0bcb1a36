"""From score to sound: rendering a stretch and playing it."""
