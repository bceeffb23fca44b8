"""What a simulated learner does with cards beside answering, so that a life shows every state that a card can be in."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from trainer import __version__
from trainer.learning.note import Note, NoteKind, note_of
from trainer.store.events import EventKind, NewEvent, Origin
from trainer.store.item_mark import FLAGS
from trainer.store.log import exam_item
from trainer.store.notes import field_hash, note_content
from trainer.store.opening import Store
from trainer.store.projection import note_item
from trainer.study.planning.wish import KEY as WISH
from trainer.study.planning.wish import Wish, write_wish

_LEAST = 24
"""A life with fewer cards has nothing to spare."""

_FORGOTTEN = 9
_QUESTIONS, _EXAM_IN_DAYS = 8, 60
_MIXED_UP = (
    ("internet-gateway", "nat-gateway", 20),
    ("nat-gateway", "internet-gateway", 21),
    ("security-group", "network-acl", 22),
)
"""What was asked for, what was taken, and at which of the cards."""

_LONG_AGO = "0" * 16
"""The hash of no field: the course seems to have had other words when the learner wrote over them."""


def tidy_up(store: Store, cards: Sequence[str], seed: int) -> int:
    """Does something of everything with the cards of a life that has just been lived.

    Args:
        store: holds the life.
        cards: uids of its cards.
        seed: of what chance decides.

    Returns:
        How many events that were.
    """
    if len(cards) < _LEAST:
        return 0
    random = Random(f"{seed}:desk")  # noqa: S311  # a game of dice, not a secret
    chosen = random.sample(list(cards), _LEAST)
    wish = Wish(exam=store.today() + timedelta(days=_EXAM_IN_DAYS), asked=True)
    store.set_setting(WISH, write_wish(wish))
    count = sum(len(store.act(news)) for news in _deeds(store, chosen))
    return count + len(store.append_all(tuple(_exam([uid for uid in cards if uid.endswith("#choice")][:_QUESTIONS]))))


def _deeds(store: Store, cards: Sequence[str]) -> Iterator[Sequence[NewEvent]]:
    today = store.today()
    yield [_new(EventKind.SUSPENDED, uid, value=True) for uid in cards[:3]]
    yield [_new(EventKind.BURIED, uid, value=True) for uid in cards[3:5]]
    yield from ([_new(EventKind.FLAGGED, cards[4 + flag], value=flag)] for flag in range(1, FLAGS + 1))
    yield [_new(EventKind.RESET, cards[9])]
    yield [_new(EventKind.RESCHEDULED, cards[10], due=(today + timedelta(days=3)).isoformat())]
    yield from ([_forgotten(cards[11], today)] for _ in range(_FORGOTTEN))
    yield [_edited(store, cards[12], is_outdated=False)]
    yield [_edited(store, cards[13], is_outdated=True)]
    yield [_tagged(store, uid) for uid in {note_of(uid): uid for uid in cards[14:18]}.values()]
    yield [_new(EventKind.NOTE_DELETED, note_item(note_of(cards[18])), value=True)]
    own = Note(
        "own-simulated", NoteKind.BASIC, "", {"front": "What did I want to ask?", "back": "This."}, tags=("own",)
    )
    content = {"kind": str(own.kind), "section": own.section, "content": note_content(own)}
    yield [_new(EventKind.NOTE_ADDED, note_item(own.uid), **content)]
    for asked, took, card in (*_MIXED_UP, *_MIXED_UP[:2]):
        yield [_forgotten(cards[card], today, how="options", sure=True, confused=[[asked, took]])]
    said = {"shown": "What is shown?", "text": "It is not what I learnt.", "version": __version__}
    yield [_new(EventKind.FAULT_REPORTED, f"fault:card:{cards[19]}", **said)]


def _edited(store: Store, card: str, *, is_outdated: bool) -> NewEvent:
    base = store.note(note_of(card)).base
    text = f"{base.fields.get('why', '')} In my own words.".strip()
    seen = _LONG_AGO if is_outdated else field_hash(base, "why")
    return _new(EventKind.NOTE_EDITED, note_item(base.uid), field="why", value=text, base=seen)


def _tagged(store: Store, card: str) -> NewEvent:
    base = store.note(note_of(card)).base
    tags = [*base.tags, "mine"]
    return _new(EventKind.NOTE_EDITED, note_item(base.uid), field="tags", value=tags, base=field_hash(base, "tags"))


def _forgotten(card: str, today: date, **more: object) -> NewEvent:
    due = (today + timedelta(days=1)).isoformat()
    how = {"how": "buttons", "interval": 1, "algorithm": "fsrs-6", "version": "", "parameters": "default"}
    payload = {"grade": "again", "due": due, "seconds": 9.0, "aids": [], "session": "retry"}
    return _new(EventKind.REVIEW, card, **{**how, **payload, **more})


def _exam(cards: Sequence[str]) -> Iterator[NewEvent]:
    """An exam that was passed but for one question; none where there is nothing to ask."""
    if not cards:
        return
    exam = {"exam": "simulated", "seconds": 0.0}
    item, right = exam_item("simulated"), list(cards[1:])
    yield _new(EventKind.EXAM_STARTED, item, exam="simulated", minutes=40, items=list(cards))
    for number, card in enumerate(cards, start=1):
        said = {"card": card, "chosen": [0], "marked": number == 1, "seconds": 30.0 * number}
        yield _new(EventKind.EXAM_ANSWERED, item, **{**exam, **said})
    end = {"right": right, "asked": len(cards), "answered": len(cards), "is_timed_out": False}
    sections = [["", len(right), len(cards)]]
    yield _new(EventKind.EXAM_FINISHED, item, **{**exam, **end, "sections": sections, "seconds": 30.0 * len(cards)})


def _new(what: EventKind, item: str, **payload: object) -> NewEvent:
    return NewEvent(what, item, {"v": 1, **payload}, Origin.SIMULATED)
