"""The path through the course."""
