"""The command line: every job of the program that needs no window."""
