"""The page where cards are answered."""
