"""What leaves the program: tables a clinician can open."""
