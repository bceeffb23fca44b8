"""What was right once: whoever typed it knows the card only when today's value was typed."""

from collections.abc import Sequence

from trainer.learning.card import Card
from trainer.learning.grade import Grade
from trainer.learning.note import NoteKind
from trainer.learning.typed_answer import Judgement, Verdict, judge_typed
from trainer.store.events import Event
from trainer.store.opening import Store
from trainer.store.review import standing


def owes_todays_value(store: Store, card: Card) -> bool:
    """Whether what is outdated was typed, in whatever session, and today's value not since.

    Raises:
        UserError: when it cannot be read.
    """
    return bool(card.outdated) and _owes(card, standing(store.item_events(card.item)))


def can_be_known(card: Card, typed: str | None, *, owes: bool) -> bool:
    """Whether an answer may count as known: not with what is outdated, nor before today's value was typed."""
    if card.kind is not NoteKind.TYPED or typed is None:
        return not owes
    judgement = _judge(card, typed)
    return judgement.verdict is not Verdict.OUTDATED and (judgement.passed or not owes)


def check_known(grade: Grade, card: Card, typed: str | None, *, owes: bool) -> None:
    """Passes where the grade may be given.

    Raises:
        ValueError: when it says that a card is known that cannot be yet.
    """
    if grade.passed and not can_be_known(card, typed, owes=owes):
        raise ValueError(f"{card.item} is known only when today's value was typed")


def _owes(card: Card, reviews: Sequence[Event]) -> bool:
    for event in reversed(reviews):
        if (typed := event.payload.get("typed")) is not None:
            judgement = _judge(card, typed)
            if judgement.passed or judgement.verdict is Verdict.OUTDATED:
                return not judgement.passed
    return False


def _judge(card: Card, typed: str) -> Judgement:
    return judge_typed(typed, card.answer, card.accept, card.outdated)
