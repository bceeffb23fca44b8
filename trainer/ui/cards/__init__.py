"""The page where cards are searched, read and edited."""
