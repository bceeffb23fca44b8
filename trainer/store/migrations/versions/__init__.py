"""The migrations, in order. The name of each begins with its revision, a number that only grows."""
