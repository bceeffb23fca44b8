"""The diagram on screen: items painted from a finished geometry."""
