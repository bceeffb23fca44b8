"""The gallery of drills."""
