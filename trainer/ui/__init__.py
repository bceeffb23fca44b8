"""The window: Qt widgets that show values and emit requests."""
