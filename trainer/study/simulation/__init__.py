"""Plausible lives of learners, for tests, benchmarks and looking at full pages."""
