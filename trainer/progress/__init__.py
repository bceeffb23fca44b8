"""What the learner achieved: figures, charts, and reports in several formats."""
