"""From a topology and a placement to final positions."""
