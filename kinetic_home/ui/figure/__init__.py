"""The figure on the screen: how the skeleton of `kinetic_home.figure` is drawn."""
