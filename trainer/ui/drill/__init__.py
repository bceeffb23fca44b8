"""One drill: palette, diagram and feedback."""
