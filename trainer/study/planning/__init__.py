"""Planning: how much fits into the minutes of a day, and when the course will have been gone through."""
