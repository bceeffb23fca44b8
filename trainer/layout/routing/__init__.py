"""Links as orthogonal lines on the final boxes."""
