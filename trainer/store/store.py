"""The store: the learner's log and caches in one data folder, for the floors above."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine

from trainer.learning.memory import MemoryState
from trainer.learning.note import Note
from trainer.learning.parameters import Scope
from trainer.learning.study_day import HOURS_A_DAY, Clock, Moment
from trainer.store.board_state import BOARDS, BoardState
from trainer.store.cache import Cache, T
from trainer.store.confusion import Confusion, read_confusions, read_sure_and_due
from trainer.store.database import FOR_WRITING
from trainer.store.day_total import DayTotal, read_days
from trainer.store.drill_state import DRILL_STATES, DrillState
from trainer.store.errors import told_plainly
from trainer.store.events import Event, EventKind, NewEvent, canonical_json
from trainer.store.evidence import EVIDENCE, Evidence
from trainer.store.history import History, Steps, as_one_step, own_events, read_history, read_steps
from trainer.store.item_history import read_histories, read_rated
from trainer.store.item_mark import ITEM_MARKS, ItemMark
from trainer.store.item_state import ITEM_STATES, ItemState, Rated, fold_memory
from trainer.store.log import (
    find_event,
    read_attempt,
    read_desk,
    read_exams,
    read_faults,
    read_head,
    read_item,
    read_reviews,
    read_slice,
)
from trainer.store.notes import StoredNote, field_hash, note_content, read_notes, read_sections, read_tags
from trainer.store.owner import read_owner
from trainer.store.packs import Pack, import_pack, read_pack_hash
from trainer.store.parameter_sets import ParameterSets, read_parameter_sets
from trainer.store.planning import (
    Left,
    Placed,
    count_left,
    read_coming,
    read_next,
    read_placed,
    read_section_before,
    read_weakest,
)
from trainer.store.projection import drill_item, is_drill, note_item
from trainer.store.queue import (
    DueCard,
    Failure,
    count_coming,
    count_due_on,
    count_new,
    has_due_skill,
    read_answered,
    read_begun,
    read_cards,
    read_due,
    read_due_trained,
    read_evidence_of,
    read_failed,
    read_known_again,
    read_least_remembered,
    read_marks,
    read_new,
    read_next_due,
)
from trainer.store.renames import former_uids, read_renames
from trainer.store.review import standing
from trainer.store.rule_break import RULE_BREAKS, RuleBreak
from trainer.store.settings import read_settings, read_value, write_setting
from trainer.store.stored_caches import StoredCaches, read_all
from trainer.store.writing import Writer

if TYPE_CHECKING:
    from trainer.store.search.finding import Found, FoundAll, FoundCard, Page
    from trainer.store.search.query import Query
    from trainer.store.section_counts import SectionCount

ROLLOVER_SETTING = "day.rollover_hour"
_SLICE = 500
_STEPS_AT_ONCE = 32
"""Events that are read to find the last step; more only where that does not do."""


class Store:
    """What the learner did, and where everything stands.

    Made by `open_store`. May be used from several threads; writes wait for each other. Every method raises the
    `UserError`s of `trainer.store.errors` when disk or database fail; nothing is ever half written.
    """

    def __init__(
        self, folder: Path, engine: Engine, clock: Clock, rollover_hour: int, release: Callable[[], None]
    ) -> None:
        self.folder = folder
        self._engine = engine
        self._release = release
        self._is_closed = False
        with self.reading() as connection:
            self._owner = read_owner(connection)
            self._settings = read_settings(connection, self._owner.learner)  # nobody else writes into the folder
            chosen = read_value(self._settings, ROLLOVER_SETTING)
        connection = engine.connect().execution_options(**FOR_WRITING)
        self._writer = Writer(connection, self._owner, clock, rollover_hour if chosen is None else chosen)

    @property
    def learner(self) -> str:
        """Uid of the learner."""
        return self._owner.learner

    @property
    def device(self) -> str:
        """The id in the uids of the events that are written here."""
        return self._owner.device

    def today(self) -> date:
        """The study day of now."""
        return self._writer.today()

    def append(self, new: NewEvent) -> Event:
        """Adds an event to the log and brings the caches up to date; durable on return.

        Raises:
            NotUndoable: when an undo names what cannot be undone.
            KeyError, TypeError, ValueError: when the payload lacks what its kind must carry; nothing is written.
        """
        return self.append_all((new,))[0]

    def append_all(self, news: Sequence[NewEvent]) -> tuple[Event, ...]:
        """Adds events like `append`, in one transaction: all of them or none."""
        with told_plainly(self.folder):
            return self._writer.append_all(news)

    def append_bulk(self, dated: Iterable[tuple[NewEvent, Moment]]) -> int:
        """Adds many events that happened at given moments, in slices that are each committed whole.

        Returns:
            How many were added.
        """
        with told_plainly(self.folder):
            return self._writer.append_bulk(dated)

    def event(self, uid: str) -> Event:
        """The event with a uid.

        Raises:
            KeyError: when there is none.
        """
        with self.reading() as connection:
            found = find_event(connection, self.learner, uid)
        if found is None:
            raise KeyError(uid)
        return found

    def events(self, *, item: str | None = None, after: int = 0) -> Iterator[Event]:
        """The log, oldest first, read in slices as it is consumed.

        Args:
            item: only events about this item.
            after: only events with a greater `seq`.
        """
        last_id = 0
        while True:
            with self.reading() as connection:
                events, last_id = read_slice(connection, self.learner, item, last_id, _SLICE)
            yield from (event for event in events if event.seq > after)
            if len(events) < _SLICE:
                return

    def undoable(self, drill: str, attempt: str) -> History:
        """What can be undone and redone in an attempt; nothing when it is not the drill's latest."""
        events = self.attempt_events(drill)
        is_latest = bool(events) and events[0].payload["attempt"] == attempt
        return read_history(events) if is_latest else History()

    def attempt_events(self, drill: str) -> tuple[Event, ...]:
        """The events of a drill's latest attempt, in order."""
        with self.reading() as connection:
            return own_events(read_attempt(connection, self.learner, drill_item(drill)))

    def reviews_of_run(self, run: str, first: date, last: date) -> tuple[Event, ...]:
        """The reviews of one sitting beside the usual ones, and what undid them, in order.

        Args:
            run: its id, which its reviews carry.
            first: the study day on which it began.
            last: the latest one to look at.
        """
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
        with self.reading() as connection:
            events = [event for day in days for event in read_reviews(connection, self.learner, day)]
        return _with_undos(events, lambda event: event.payload.get("run") == run)

    def item_events(self, item: str) -> tuple[Event, ...]:
        """What happened to a card under all its names, and what undid it, in order."""
        with self.reading() as connection:
            return read_item(connection, self.learner, former_uids(item, read_renames(connection, self.learner)))

    def exam_events(self) -> tuple[Event, ...]:
        """What happened in mock exams, in order."""
        with self.reading() as connection:
            return read_exams(connection, self.learner)

    def board(self, drill: str) -> BoardState | None:
        """The drill as it was left; None when it was never begun."""
        with self.reading() as connection:
            return StoredCaches(connection, self.learner).get(BOARDS, drill)

    def boards(self) -> Mapping[str, BoardState]:
        """Every drill that was begun, by id, as it was left."""
        return self._all(BOARDS)

    def drill_states(self) -> Mapping[str, DrillState]:
        """The record at every drill that was begun, by id."""
        return self._all(DRILL_STATES)

    def drill_state(self, drill: str) -> DrillState | None:
        """The record at a drill; None when it was never begun."""
        with self.reading() as connection:
            return StoredCaches(connection, self.learner).get(DRILL_STATES, drill)

    def item_states(self) -> Mapping[str, ItemState]:
        """The record at every item that was graded, by uid."""
        return self._all(ITEM_STATES)

    def has_learnt(self) -> bool:
        """Whether anything was ever done here."""
        with self.reading() as connection:
            return read_head(connection, self._owner).seq > 0

    def item_state(self, uid: str) -> ItemState | None:
        """The record at an item; None when it was never graded."""
        with self.reading() as connection:
            return StoredCaches(connection, self.learner).get(ITEM_STATES, uid)

    def parameter_sets(self) -> ParameterSets:
        """The sets of FSRS's parameters, and which of them are in use."""
        with self.reading() as connection:
            return read_parameter_sets(connection, self.learner)

    def memories_under(self, set_id: str, uids: Collection[str]) -> Mapping[str, MemoryState]:
        """What is remembered of items when their whole history is folded under a set of parameters, by uid.

        Items that were never rated are left out.

        Raises:
            ValueError: when the set was never chosen.
        """
        with self.reading() as connection:
            scheduler = read_parameter_sets(connection, self.learner).scheduler(set_id)
            histories = read_rated(connection, self.learner, uids, read_renames(connection, self.learner))
        folded = {uid: fold_memory(history, scheduler) for uid, history in histories.items()}
        return {uid: memory for uid, memory in folded.items() if memory is not None}

    def histories(self, scope: Scope, at_most: int) -> Mapping[str, Sequence[Rated]]:
        """The grades that made the memories of cards, or of what drills train, with their days, by uid.

        Args:
            scope: cards or drills.
            at_most: about how many reviews of cards; those answered last come first, each with its whole history.
        """
        with self.reading() as connection:
            return read_histories(connection, self.learner, scope, read_renames(connection, self.learner), at_most)

    def choose_rollover(self, hour: int) -> None:
        """Lets the study day begin at another local hour from now on; past days stay as they are.

        Raises:
            ValueError: when the hour is not 0 to 23.
        """
        if not 0 <= hour < HOURS_A_DAY:
            raise ValueError(f"a day cannot begin at hour {hour}")
        self.set_setting(ROLLOVER_SETTING, hour)
        self._writer.rollover_hour = hour

    @property
    def rollover_hour(self) -> int:
        """The local hour at which a study day begins."""
        return self._writer.rollover_hour

    def rule_breaks(self) -> Mapping[str, RuleBreak]:
        """How often each rule was broken, by rule."""
        return self._all(RULE_BREAKS)

    def confusions(self, first: date, last: date) -> tuple[Confusion, ...]:
        """What was taken for what from one study day to another, by day."""
        with self.reading() as connection:
            return read_confusions(connection, self.learner, first, last)

    def sure_and_due(self, first: date, day: date) -> frozenset[str]:
        """Uids of what is due on a day, and was sure but wrong when it was answered last, on `first` or later."""
        with self.reading() as connection:
            return read_sure_and_due(connection, self.learner, first, day)

    def due_cards(self, day: date) -> Sequence[ItemState]:
        """The cards that are due on a study day, the oldest first."""
        with self.reading() as connection:
            return read_due(connection, self.learner, day)

    def due_count(self, day: date) -> int:
        """How many cards are due on a study day."""
        with self.reading() as connection:
            return count_due_on(connection, self.learner, day)

    def least_remembered(self, day: date, at_most: int) -> Sequence[DueCard]:
        """Some of the cards that are due on a study day, those first that are remembered least."""
        with self.reading() as connection:
            return read_least_remembered(connection, self.learner, day, at_most)

    def begun_on(self, day: date) -> Sequence[str]:
        """The uids of the cards that were asked as new ones on a study day."""
        with self.reading() as connection:
            return read_begun(connection, self.learner, day)

    def answered_on(self, day: date) -> Sequence[str]:
        """The uids of the cards whose last answer was on a study day."""
        with self.reading() as connection:
            return read_answered(connection, self.learner, day)

    def failed_on(self, day: date, enough: int) -> Mapping[str, Failure]:
        """The cards that failed on a study day and were not known since, the earliest first.

        Returns:
            By uid, the last failure; the answers since are counted up to `enough`.
        """
        with self.reading() as connection:
            return read_failed(connection, self.learner, day, enough)

    def cards(self, uids: Collection[str]) -> Mapping[str, ItemState]:
        """The records of the cards with these uids that were answered and can be asked today."""
        with self.reading() as connection:
            return read_cards(connection, self.learner, self.today(), uids)

    def trains_today(self, day: date) -> bool:
        """Whether a skill or chip is due on a study day."""
        with self.reading() as connection:
            return has_due_skill(connection, self.learner, day)

    def due_skills(self, day: date) -> Sequence[ItemState]:
        """The skills and chips that are due on a study day, the oldest first."""
        return [state for state in self.due_in_drills(day) if not is_drill(state.uid)]

    def due_in_drills(self, day: date) -> Sequence[ItemState]:
        """The skills, chips and whole drills that are due on a study day, the oldest first."""
        with self.reading() as connection:
            return read_due_trained(connection, self.learner, day)

    def evidence(self, uids: Collection[str] | None = None) -> Mapping[str, Evidence]:
        """What speaks for the mastery of skills and chips, and where they were met last, by uid.

        Args:
            uids: whom to look up; None for all that were ever met.
        """
        if uids is None:
            return self._all(EVIDENCE)
        with self.reading() as connection:
            return read_evidence_of(connection, self.learner, uids)

    def new_cards(self, at_most: int) -> Sequence[str]:
        """The uids of the next cards that were never answered and can be asked today."""
        with self.reading() as connection:
            return read_new(connection, self.learner, self.today(), at_most)

    def new_count(self) -> int:
        """How many cards were never answered and can be asked today."""
        with self.reading() as connection:
            return count_new(connection, self.learner, self.today())

    def next_due(self, day: date) -> tuple[date, int] | None:
        """The first day after a study day on which cards come back, and how many; None when none does."""
        with self.reading() as connection:
            return read_next_due(connection, self.learner, day)

    def known_again(self, day: date, firm: int) -> tuple[int, int, int]:
        """How many cards came back on a study day and were known, as `read_known_again` says."""
        with self.reading() as connection:
            return read_known_again(connection, self.learner, day, firm)

    def coming_counts(self, first: date) -> Mapping[date, int]:
        """How much is due on each day from `first` on: cards, skills and drills."""
        with self.reading() as connection:
            return count_coming(connection, self.learner, first)

    def coming_cards(self, day: date, last: date, at_most: int) -> Sequence[tuple[str, float, float]]:
        """Due day, stability and difficulty of cards that come back after a day and up to `last`, in no order.

        What was answered on that day is left out.
        """
        with self.reading() as connection:
            return read_coming(connection, self.learner, day, last, at_most)

    def left_counts(self) -> Left:
        """How many cards were never answered."""
        with self.reading() as connection:
            return count_left(connection, self.learner, self.today())

    def next_cards(self, at_most: int, section: str | None = None) -> Sequence[Placed]:
        """The next cards that were never answered, of one section or of all, in the order in which they are learnt."""
        with self.reading() as connection:
            return read_next(connection, self.learner, self.today(), at_most, section)

    def places(self, uids: Collection[str]) -> Sequence[Placed]:
        """Where the cards with these uids stand in the course, in no order."""
        with self.reading() as connection:
            return read_placed(connection, self.learner, uids)

    def section_counts(self) -> "Mapping[str, SectionCount]":
        """How far the cards of each section are, by section; suspended ones are left out."""
        from trainer.store.section_counts import count_sections  # noqa: PLC0415  # a start needs none

        with self.reading() as connection:
            return count_sections(connection, self.learner)

    def is_begun(self, section: str) -> bool:
        """Whether a card of a section was ever answered, and counted for the schedule."""
        from trainer.store.section_counts import is_begun  # noqa: PLC0415  # as above

        with self.reading() as connection:
            return is_begun(connection, self.learner, section)

    def section_before(self, position: int) -> str | None:
        """The section of the card that is learnt before those at a position; None where there is none."""
        with self.reading() as connection:
            return read_section_before(connection, self.learner, position)

    def weakest_cards(self, day: date, exam: date, at_most: int) -> Sequence[DueCard]:
        """Cards due at an exam or later that were not answered on a day; first those known least at the exam."""
        with self.reading() as connection:
            return read_weakest(connection, self.learner, day, exam, at_most)

    def note(self, uid: str) -> StoredNote:
        """The note with a uid, as the learner sees it.

        Raises:
            KeyError: when there is none.
        """
        return self.notes((uid,))[uid]

    def notes(self, uids: Collection[str]) -> Mapping[str, StoredNote]:
        """The notes with these uids, as the learner sees them; those that there are."""
        wanted = iter(uids)
        found: dict[str, StoredNote] = {}
        with self.reading() as connection:
            while some := list(islice(wanted, _SLICE)):
                found |= read_notes(connection, self.learner, some)
        return found

    def edit_note(self, uid: str, name: str, value: Any) -> None:
        """Writes the learner's own words over a field of a note; None gives the field back to the pack.

        Raises:
            KeyError: when there is no such note.
        """
        self.edit_notes({uid: {name: value}})

    def edit_notes(self, changes: Mapping[str, Mapping[str, Any]]) -> None:
        """Writes over fields, `section` or `tags` of notes, as one step; None gives one back to the pack.

        Args:
            changes: by uid of the note, then by name, what is to stand there.

        Raises:
            KeyError: when there is no such note.
        """
        notes = self.notes(changes)
        self.act(
            NewEvent(
                EventKind.NOTE_EDITED,
                note_item(uid),
                {"v": 1, "field": name, "value": value, "base": field_hash(notes[uid].base, name)},
            )
            for uid, values in changes.items()
            for name, value in values.items()
        )

    def add_note(self, note: Note) -> None:
        """Adds a note of the learner's own.

        Raises:
            ValueError: when there is one with this uid already, or it makes no cards.
        """
        if self.notes((note.uid,)):
            raise ValueError(f"there is a note {note.uid} already")
        content = {"kind": str(note.kind), "section": note.section, "content": note_content(note)}
        self.append(NewEvent(EventKind.NOTE_ADDED, note_item(note.uid), {"v": 1, **content}))

    def delete_notes(self, uids: Iterable[str], *, delete: bool = True) -> None:
        """Takes notes out of everything that is asked and listed, or brings them back; one step."""
        payload = {"v": 1, "value": delete}
        self.act(NewEvent(EventKind.NOTE_DELETED, note_item(uid), payload) for uid in uids)

    def mark_cards(self, kind: EventKind, uids: Iterable[str], value: bool | int) -> None:  # noqa: FBT001  # it is data
        """Suspends, buries or flags cards, or takes that back; one step.

        Args:
            kind: `SUSPENDED`, `BURIED` (for the study day of now) or `FLAGGED`.
            uids: of the cards.
            value: whether, or the number of the flag; 0 takes it away.
        """
        self.act(NewEvent(kind, uid, {"v": 1, "value": value}) for uid in uids)

    def reset_cards(self, uids: Iterable[str]) -> None:
        """Makes cards new again; one step. What was answered stays in the log and in the sums of the days."""
        self.act(NewEvent(EventKind.RESET, uid, {"v": 1}) for uid in uids)

    def reschedule_cards(self, due: Mapping[str, date]) -> None:
        """Moves answered cards to other days, by uid; one step. What is remembered of them stays."""
        self.act(NewEvent(EventKind.RESCHEDULED, uid, {"v": 1, "due": day.isoformat()}) for uid, day in due.items())

    def act(self, news: Iterable[NewEvent]) -> tuple[Event, ...]:
        """Adds events that are one step to the learner, and are undone as one."""
        return self.append_all(as_one_step(tuple(news)))

    def marks(self, uids: Collection[str] | None = None) -> Mapping[str, ItemMark]:
        """What the learner decided about cards, by uid; of all cards where None."""
        if uids is None:
            return self._all(ITEM_MARKS)
        with self.reading() as connection:
            return read_marks(connection, self.learner, uids)

    def fault_events(self) -> tuple[Event, ...]:
        """The reports of faults that were not taken back, in order."""
        with self.reading() as connection:
            return tuple(standing(read_faults(connection, self.learner), (EventKind.FAULT_REPORTED,)))

    def desk_steps(self) -> Steps:
        """What can be undone and redone next of all that was done with cards, on whatever day."""
        at_most = _STEPS_AT_ONCE
        while True:
            with self.reading() as connection:
                events = read_desk(connection, self.learner, at_most)
            steps = read_steps(events, is_all=len(events) < at_most)
            if steps is not None:
                return steps
            at_most *= 8

    def is_desk_full(self, most: int) -> bool:
        """Whether any of the last steps with cards was done with more than so many, and takes its time to undo."""
        with self.reading() as connection:
            events = read_desk(connection, self.learner, _STEPS_AT_ONCE)
        return any(event.payload.get("of", 1) > most for event in events)

    def undo_step(self, step: Sequence[Event]) -> None:
        """Undoes what a step of `desk_steps` did; a step to redo is undone likewise.

        Raises:
            NotUndoable: when it was undone meanwhile.
        """
        self.act(NewEvent(EventKind.UNDO, None, {"v": 1, "undoes": event.uid}) for event in reversed(step))

    def search(self, query: "Query", page: "Page") -> "Found":
        """The first cards that fit a query, retired ones only where it asks for them."""
        from trainer.store.search.finding import find_cards  # noqa: PLC0415  # the first search pays for it

        with self.reading() as connection:
            return find_cards(connection, self.learner, query, self.today(), page)

    def search_all(self, query: "Query", page: "Page") -> "FoundAll":
        """All cards that fit a query, in the page's order whatever its limit; takes its time where they are many."""
        from trainer.store.search.finding import find_all  # noqa: PLC0415  # as above

        with self.reading() as connection:
            return find_all(connection, self.learner, query, self.today(), page)

    def found_cards(self, found: "FoundAll", offset: int, limit: int) -> "tuple[FoundCard | None, ...]":
        """Some of the cards that were found, as they are now; None in the place of one that is there no more."""
        from trainer.store.search.finding import read_found  # noqa: PLC0415  # as above

        with self.reading() as connection:
            return read_found(connection, self.learner, found, self.today(), offset, limit)

    def found_uids(self, query: "Query", page: "Page") -> Sequence[str]:
        """The uids of all cards that fit a query, as `search_all` has them."""
        from trainer.store.search.finding import find_uids  # noqa: PLC0415  # as above

        with self.reading() as connection:
            return find_uids(connection, self.learner, query, self.today(), page)

    def tags(self) -> Sequence[str]:
        """All tags that notes have, in order."""
        with self.reading() as connection:
            return read_tags(connection, self.learner)

    def sections_of_items(self) -> Mapping[str, str]:
        """The section of every card that is not retired, by the card's uid."""
        with self.reading() as connection:
            return read_sections(connection, self.learner)

    def pack_hash(self, pack: str) -> str | None:
        """The hash of a pack as it was imported last; None when it never was."""
        with self.reading() as connection:
            return read_pack_hash(connection, self.learner, pack)

    def import_pack(self, pack: Pack) -> None:
        """Brings the notes and cards of a pack up to date in one transaction; what was learnt is kept."""
        with self.writing() as connection:
            import_pack(connection, self.learner, pack)

    def day_totals(self, first: date, last: date) -> tuple[DayTotal, ...]:
        """The sums of the study days from `first` to `last`, days without any left out, in order."""
        with self.reading() as connection:
            return read_days(connection, self.learner, first, last)

    def get_setting(self, key: str, default: Any = None) -> Any:
        """What the learner chose under a key, else the default."""
        with told_plainly(self.folder):
            value = read_value(self._settings, key)
        return default if value is None else value

    def set_setting(self, key: str, value: Any) -> None:
        """Keeps a JSON value under a key.

        Raises:
            ValueError, TypeError: when the value cannot be written as JSON.
        """
        text = canonical_json(value)
        with self.writing() as connection:
            write_setting(connection, self.learner, key, text)
        self._settings[key] = text

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection within a transaction that sees one state throughout; for this floor only."""
        if self._is_closed:
            raise RuntimeError("the store is closed")
        with told_plainly(self.folder), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The write connection within a transaction, committed at the end; for this floor only."""
        with told_plainly(self.folder), self._writer.lock:
            self._writer.forget()
            with self._writer.connection.begin():
                yield self._writer.connection

    def close(self) -> None:
        """Lets go of the folder; may be called twice."""
        self._is_closed = True
        self._writer.connection.close()
        self._engine.dispose()
        self._release()

    def _all(self, cache: Cache[T]) -> Mapping[str, T]:
        with self.reading() as connection:
            return read_all(connection, cache, self.learner)


def _with_undos(events: Sequence[Event], is_meant: Callable[[Event], bool]) -> tuple[Event, ...]:
    """The reviews that are meant, and what undid them."""
    reviews = {event.uid for event in events if event.kind == EventKind.REVIEW and is_meant(event)}
    undos = _undos_of(reviews, events)
    return tuple(event for event in events if event.uid in reviews or event.uid in undos)


def _undos_of(reviews: set[str], events: Iterable[Event]) -> set[str]:
    """The undos of reviews, and the undos of those."""
    found: set[str] = set()
    for event in events:
        if event.kind == EventKind.UNDO and (event.payload["undoes"] in reviews or event.payload["undoes"] in found):
            found.add(event.uid)
    return found
