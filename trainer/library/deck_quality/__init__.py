"""Whether decks are good, beyond having no faults: what a careful editor would find, as far as a program can."""
