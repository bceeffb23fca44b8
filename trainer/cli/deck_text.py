"""What `trainer deck check` says of the decks as a whole."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from trainer.library.curriculum import Curriculum

if TYPE_CHECKING:
    from trainer.library.deck_quality.judging import Judgement

_MOST_NAMED = 12


def describe_judgement(judged: "Judgement", curriculum: Curriculum) -> Iterator[str]:
    """What becomes of the facts of each section, how comparisons are served, and the sums."""
    coverage = judged.coverage
    there = Counter(curriculum.facts[fact].section for fact in curriculum.facts)
    covered = there - Counter(curriculum.facts[fact].section for fact in coverage.missing)
    for section in curriculum.sections:
        if section in judged.without_deck:
            continue
        missing = [fact for fact in coverage.missing if curriculum.facts[fact].section == section]
        told = f"; missing: {_named(missing)}" if missing else ""
        yield f"{section}: {covered[section]} of {there[section]} facts covered{told}"
    if judged.without_deck:
        count = len(judged.without_deck)
        yield f"{count} section{'s have' if count > 1 else ' has'} no deck yet: {', '.join(judged.without_deck)}"
    yield from _describe_comparisons(judged)
    if curriculum.untouched_tasks:
        tasks = "; ".join(f"{task} {title}" for task, title in curriculum.untouched_tasks.items())
        yield f"tasks of the exam guide that the course does not touch: {tasks}"
    if judged.allowed:
        yield f"checks said not to apply: {', '.join(f'{check} {n}' for check, n in sorted(judged.allowed.items()))}"
    total = len(curriculum.facts)
    yield (
        f"{total - len(coverage.missing)} of {total} facts: {len(coverage.asked)} asked, "
        f"{len(coverage.explained)} explained, {len(coverage.set_aside)} set aside; "
        f"{len(judged.findings) or 'no'} finding{'' if len(judged.findings) == 1 else 's'}"
    )


def describe_mix(cards: Mapping[str, int], wanting: Sequence[str]) -> Iterator[str]:
    """The share of each kind of card, and what the mix of the whole course lacks yet."""
    total = sum(cards.values())
    shares = [f"{kind} {count / total:.0%}" for kind, count in cards.items() if count]
    yield f"of the cards: {', '.join(shares)}" if shares else "no cards yet"
    yield from (f"wanting yet: {told}" for told in wanting)


def _describe_comparisons(judged: "Judgement") -> Iterator[str]:
    from trainer.library.deck_quality.judging import FEWEST_COMPARING  # noqa: PLC0415  # as the check itself

    few = [f"{name} {count}" for name, count in judged.compared.items() if count < FEWEST_COMPARING]
    served = len(judged.compared) - len(few)
    told = f"; fewer: {', '.join(few)}" if few else ""
    yield f"{served} of {len(judged.compared)} comparisons have {FEWEST_COMPARING} cards or more{told}"


def _named(facts: list[str]) -> str:
    rest = len(facts) - _MOST_NAMED
    return ", ".join(facts[:_MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
