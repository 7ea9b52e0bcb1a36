"""Parts that several pages share; each takes values and emits what happened."""
