"""What a machine has and lacks, and how it gets what the program needs; the standard library only."""
