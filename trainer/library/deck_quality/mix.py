"""How the cards of all decks are mixed, and what the whole course wants of it."""

from collections.abc import Iterator, Mapping, Sequence

MOST_BASIC = 0.5
"""Share of the cards: plain questions train recall, but no decisions."""

FEWEST: Mapping[str, tuple[Sequence[str], int]] = {
    "scenario choices": (("choice",), 250),
    "hidden pieces of diagrams": (("occluded",), 60),
    "ordering or matching cards": (("ordering", "matching"), 40),
}
"""What there has to be of some kinds of card, by its name."""

MOST_ALLOWED = 0.05
"""Share of the notes of which a check is said not to apply: a way out that many take is a check that is wrong."""


def check_mix(cards: Mapping[str, int], notes: int, allowed: int) -> Iterator[str]:
    """What the mix lacks, a sentence each.

    Args:
        cards: how many there are of each kind.
        notes: how many there are.
        allowed: how often notes say that a check does not apply.
    """
    total = sum(cards.values())
    basic = cards.get("basic", 0)
    if basic > MOST_BASIC * total:
        yield f"{basic} of {total} cards are basic, more than {MOST_BASIC:.0%}: ask some of them by situations"
    for name, (kinds, fewest) in FEWEST.items():
        count = sum(cards.get(kind, 0) for kind in kinds)
        if count < fewest:
            yield f"{name}: {count} of {fewest}"
    if allowed > MOST_ALLOWED * notes:
        yield f"{allowed} checks are said not to apply, in more than {MOST_ALLOWED:.0%} of {notes} notes: mend some"
