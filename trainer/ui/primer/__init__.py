"""What a section is about, to be read."""
