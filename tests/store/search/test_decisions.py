from datetime import date

import pytest

from tests.store.card_events import note, pack, review
from trainer.learning.note import Note, NoteKind
from trainer.store.events import EventKind
from trainer.store.search.finding import Order, Page
from trainer.store.search.query import parse_query


@pytest.fixture
def cards(store):
    store.import_pack(pack(*(note(f"n{number}", section="vpc") for number in range(5))))
    return store


def found(store, query):
    return store.found_uids(parse_query(query), Page())


def test_what_was_decided_can_be_searched_for_and_is_shown(cards):
    cards.mark_cards(EventKind.SUSPENDED, ["n1#front"], value=True)
    cards.mark_cards(EventKind.BURIED, ["n2#front"], value=True)
    cards.mark_cards(EventKind.FLAGGED, ["n2#front", "n3#front"], 2)

    assert found(cards, "is:suspended") == ["n1#front"]
    assert found(cards, "is:buried") == ["n2#front"]
    assert found(cards, "is:flagged") == ["n2#front", "n3#front"]
    assert found(cards, "flag:2 -is:buried") == ["n3#front"]
    assert found(cards, "flag:1") == []
    assert found(cards, "n2 is:flagged") == ["n2#front"]
    shown = {card.uid: card for card in cards.search(parse_query(""), Page()).cards}
    assert shown["n1#front"].suspended
    assert (shown["n2#front"].buried, shown["n2#front"].flag) == (True, 2)
    assert not shown["n4#front"].suspended


def test_what_was_put_off_is_so_for_a_day(cards, clock):
    cards.mark_cards(EventKind.BURIED, ["n2#front"], value=True)
    clock.advance(hours=24)

    assert found(cards, "is:buried") == []


def test_deleted_cards_are_found_when_they_are_asked_for_and_are_not_retired(cards):
    cards.delete_notes(["n1"])
    cards.import_pack(pack(*(note(f"n{number}", section="vpc") for number in range(4))))

    assert found(cards, "") == ["n0#front", "n2#front", "n3#front"]
    assert found(cards, "is:deleted") == ["n1#front"]
    assert found(cards, "is:retired") == ["n4#front"]
    (card,) = cards.search(parse_query("is:deleted"), Page()).cards
    assert (card.deleted, card.retired) == (True, False)


def test_a_note_whose_making_was_undone_is_found_no_more(cards):
    cards.add_note(Note("own-1", NoteKind.BASIC, "", {"front": "Mine?", "back": "Yes."}))
    assert found(cards, "mine") == ["own-1#front"]

    cards.undo_step(cards.desk_steps().undo)

    assert found(cards, "mine") == found(cards, "is:retired") == found(cards, "is:deleted") == []


def test_words_over_which_the_course_wrote_anew_are_found(cards):
    cards.edit_note("n1", "back", "Mine.")
    cards.edit_note("n2", "back", "Mine, too.")
    assert found(cards, "is:outdated") == []

    changed = note("n1", section="vpc", front="What is n1?", back="Another text.")
    cards.import_pack(pack(changed, *(note(f"n{number}", section="vpc") for number in (0, 2, 3, 4))))

    assert found(cards, "is:outdated") == ["n1#front"]
    assert found(cards, "mine -is:outdated") == ["n2#front"]
    assert [card.uid for card in cards.search(parse_query(""), Page()).cards if card.outdated] == ["n1#front"]


def test_a_moved_note_is_found_in_its_new_section(cards):
    cards.edit_note("n1", "section", "elb")

    assert found(cards, "section:elb") == ["n1#front"]
    assert "n1#front" not in found(cards, "section:vpc")
    assert cards.search(parse_query("section:elb"), Page()).cards[0].section == "elb"


def test_all_that_a_query_finds_comes_in_the_tables_order(cards):
    cards.append(review("n3#front", due=date(2026, 3, 2)))

    assert cards.found_uids(parse_query(""), Page(Order.DUE, limit=1))[0] == "n3#front"
    assert len(cards.found_uids(parse_query(""), Page(Order.DUE, limit=2))) == 5


def test_all_tags_are_known(cards):
    cards.edit_notes({"n1": {"tags": ["zone", "mine"]}, "n2": {"tags": ["mine"]}})
    cards.add_note(Note("own-1", NoteKind.BASIC, "", {"front": "Mine?", "back": "Yes."}, tags=("area",)))

    assert cards.tags() == ("area", "mine", "zone")


def test_what_is_gone_stays_out_of_what_is_not_gone(cards):
    cards.delete_notes(["n1"])
    cards.import_pack(pack(*(note(f"n{number}", section="vpc") for number in range(4))))

    left = ["n0#front", "n2#front", "n3#front"]
    assert found(cards, "-is:deleted") == found(cards, "-is:retired") == left
    assert found(cards, "-is:deleted is:retired") == ["n4#front"]
    assert found(cards, "is:deleted is:retired") == []


def test_decisions_are_asked_together_with_how_cards_stand(cards):
    cards.append(review("n1#front", "again"))
    cards.append(review("n2#front", "good"))
    cards.mark_cards(EventKind.FLAGGED, ["n1#front", "n2#front", "n3#front"], 4)
    cards.delete_notes(["n3"])

    assert found(cards, "flag:4 rated:1:forgot") == ["n1#front"]
    assert found(cards, "flag:4 state:young") == ["n2#front"]
    assert found(cards, "-flag:4 -state:young") == ["n0#front", "n4#front"]
    assert found(cards, "is:deleted flag:4") == ["n3#front"]
