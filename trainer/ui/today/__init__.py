"""The page that opens first: the next best minutes."""
