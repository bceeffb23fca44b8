"""The content that comes with the program, read from YAML and told exactly where it is wrong."""
