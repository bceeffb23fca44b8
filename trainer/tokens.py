"""Design tokens: every colour, size and duration of the interface and the diagrams, for both themes."""
