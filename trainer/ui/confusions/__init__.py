"""The Mix-ups page: what the learner takes for what, and what tells it apart."""
