"""The figure's skeleton, kinematics and motion, in pure numbers."""
