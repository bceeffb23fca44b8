"""Pure learning: study days now; cards, grades and the scheduler as they come."""
