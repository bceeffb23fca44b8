"""Sessions: what the learner does, committed before it is shown."""
