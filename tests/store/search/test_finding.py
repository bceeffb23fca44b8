from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.examples import few
from tests.store.card_events import note, pack, review, take_back
from trainer.learning.grade import Grade
from trainer.learning.note import Note, NoteKind
from trainer.store.doctor import examine, repair
from trainer.store.events import EventKind, NewEvent
from trainer.store.search import searching
from trainer.store.search.finding import Found, Order, Page
from trainer.store.search.query import QueryMistake, parse_query

CHOICE = Note(
    "choice",
    NoteKind.CHOICE,
    "elb",
    {
        "question": "What spreads requests?",
        "options": [
            {"text": "A load balancer", "because": "It does.", "right": True},
            {"text": "A queue", "because": "It keeps messages."},
        ],
    },
)


@pytest.fixture
def filled(store):
    tagged = replace(
        note("tagged"), tags=("Scope",), facts=("vpc-intro.10", "iam.2"), drill="first-vpc", drills=("sg-three-tier",)
    )
    notes = (
        note("cidr", front="What does `10.0.0.0/16` mean?", back="65,536 addresses; Réseau."),
        note("action", front="Who may **do** s3:GetObject?", back="A role."),
        note("gaps", text="An {{1::internet gateway::what}} is {{2::attached}} to a VPC.", section="vpc-more"),
        CHOICE,
        tagged,
    )
    store.import_pack(pack(*notes))
    return store


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("query", "notes"),
    [
        ("10.0.0.0/16", ["cidr"]),
        ("10.0", []),
        ("s3:getobject", ["action"]),
        ("getobject", ["action"]),
        ("reseau", ["cidr"]),
        ("RÉSEAU addresses", ["cidr"]),
        ('"internet gateway"', ["gaps", "gaps"]),
        ('"gateway internet"', []),
        ('"gateway is attached"', ["gaps", "gaps"]),
        ("messages", ["choice"]),
        ("drill:first-vpc", ["tagged"]),
        ("drill:sg-three-tier", ["tagged"]),
        ("drill:first", []),
        ("what -vpc", ["cidr", "choice", "tagged"]),
        ("-what", ["action", "gaps", "gaps"]),
        ("gateway OR messages", []),
        ("NEAR(a b)", []),
        ("section:vpc-more", ["gaps", "gaps"]),
        ("section:vpc", ["cidr", "action", "gaps", "gaps", "tagged"]),
        ("-section:vpc", ["choice"]),
        ("kind:choice", ["choice"]),
        ("tag:scope", ["tagged"]),
        ("tag:sco", []),
        ("fact:vpc-intro.1", ["cidr", "action", "gaps", "gaps"]),
        ("fact:iam", ["tagged"]),
        ("-fact:vpc-intro", ["choice"]),
        ("id:cidr,gaps", ["cidr", "gaps", "gaps"]),
        ("id:none", []),
        ("-id:cidr,gaps fact:vpc-intro.1", ["action"]),
        ("is:new kind:cloze attached", ["gaps", "gaps"]),
        ("is:learnt", []),
        ("is:retired", []),
    ],
)
def test_a_query_finds(find, query, notes):
    assert find(query) == notes


@pytest.mark.usefixtures("filled")
def test_the_last_word_is_found_by_its_beginning_while_somebody_types(find):
    assert find("gate", typing=True) == ["gaps", "gaps"]
    assert find("gate") == []
    assert find("10.0.0", typing=True) == ["cidr"]


def test_what_was_learnt_and_is_due_or_failed_is_found(filled, find, clock):
    filled.append(review("cidr#front", due=date(2026, 3, 3)))
    filled.append(review("action#front", "again", due=date(2026, 3, 2)))

    assert find("is:learnt") == ["cidr", "action"]
    assert find("is:failed") == ["action"]
    assert find("-is:failed is:learnt") == ["cidr"]
    assert find("-is:due what") == ["cidr", "choice", "tagged"]
    assert find("is:due") == ["action"]


def test_cards_are_found_by_how_well_and_when_they_were_known(filled, find, clock):
    filled.append(review("cidr#front", "again"))
    filled.append(review("tagged#front", "good"))
    known = filled.append(review("gaps#cloze-1", "easy"))
    clock.advance(days=3)
    filled.append(review("cidr#front", "good"))
    filled.append(review("action#front", "again"))

    assert find("state:new") == ["gaps", "choice"]
    assert find("state:learning") == ["action"] == find("is:failed")
    assert find("state:young") == ["cidr", "gaps", "tagged"]
    assert find("state:mature") == []
    assert find("rated:1") == ["cidr", "action"]
    assert find("rated:4 -rated:3") == ["gaps", "tagged"]
    assert find("rated:3:forgot") == ["action"]
    assert find("rated:4:forgot") == ["cidr", "action"]
    assert find("rated:99999:easy") == ["gaps"]

    filled.append(take_back(known.uid))
    assert find("rated:9:easy") == []
    assert examine(filled).is_healthy


def test_cards_are_found_by_their_marks_and_ids(filled, find, clock):
    filled.mark_cards(EventKind.SUSPENDED, ["cidr#front"], True)
    filled.mark_cards(EventKind.BURIED, ["gaps#cloze-2"], True)
    filled.mark_cards(EventKind.FLAGGED, ["cidr#front", "tagged#front"], 2)

    assert find("is:suspended") == ["cidr"]
    assert find("is:buried") == ["gaps"]
    assert find("is:flagged -is:suspended") == ["tagged"]
    assert find("what -is:flagged") == ["choice"]
    assert find("id:gaps,cidr#front") == ["cidr", "gaps", "gaps"]
    assert find("-id:gaps section:vpc") == ["cidr", "action", "tagged"]
    clock.advance(days=1)
    assert find("is:buried") == []


def test_whatever_way_leads_to_them_the_same_cards_are_found(filled, find, monkeypatch):
    filled.append(review("tagged#front", due=date(2026, 3, 2)))
    filled.append(review("gaps#cloze-2", due=date(2026, 3, 2)))
    queries = ("is:due", "what is:due", "vpc state:young", "-is:new", "state:young rated:1", "attached -is:due")
    orders = [{"order": order, "descending": turn} for order in Order for turn in (False, True)]
    usual = [find(query, **order) for query in queries for order in orders]
    for bound in ("_FEW", "_FEW_TO_MATCH", "_MANY"):
        monkeypatch.setattr(searching, bound, 0)

    assert [find(query, **order) for query in queries for order in orders] == usual
    assert usual[0] == ["gaps", "tagged"]


@few
@given(order=st.permutations(["a", "b", "c", "d", "e"]), gone=st.sets(st.sampled_from("abcde")))
def test_cards_stay_in_the_order_of_their_pack_whatever_becomes_of_it(store, find, order, gone):
    left = [uid for uid in order if uid not in gone]
    store.import_pack(pack(*map(note, "abcde")))
    store.import_pack(pack(*map(note, left)))

    assert find("") == find("it") == left
    assert find("", descending=True) == find("it", descending=True) == left[::-1]
    assert set(find("is:retired")) == gone
    assert examine(store).is_healthy


def test_a_found_card_says_how_it_stands(filled):
    filled.append(review("cidr#front", "again", due=date(2026, 3, 3)))
    filled.edit_note("cidr", "back", "Many.")
    (card,) = filled.search(parse_query("many"), Page()).cards

    assert card.uid == "cidr#front"
    assert card.question == "What does 10.0.0.0/16 mean?"
    assert (card.section, card.kind, card.due, card.last_grade) == ("vpc-intro", "basic", date(2026, 3, 3), Grade.AGAIN)
    assert (card.changed, card.edited, card.retired) == (date(2026, 3, 2), True, False)


def test_cards_are_sorted_by_course_by_due_day_and_by_change(filled, find):
    filled.append(review("tagged#front", due=date(2026, 3, 3)))
    filled.append(review("action#front", due=date(2026, 3, 9)))
    filled.edit_note("choice", "why", "Mine.")

    assert find("")[0] == "cidr"
    assert find("", descending=True)[0] == "tagged"
    assert find("", order=Order.DUE)[:3] == ["tagged", "action", "cidr"]
    assert find("", order=Order.DUE, descending=True)[:3] == ["action", "tagged", "cidr"]
    assert find("", order=Order.CHANGED, descending=True)[:2] == ["choice", "cidr"]


def test_pages_follow_each_other_and_know_the_whole(filled, find):
    whole = find("")
    found = filled.search_all(parse_query(""), Page(limit=1))
    pages = [filled.found_cards(found, offset, 4) for offset in (0, 4, 8)]

    assert [card.note for page in pages for card in page] == whole
    assert found.count == len(whole) == 6
    assert filled.search(parse_query(""), Page(limit=4)).count is None
    assert filled.search(parse_query(""), Page(limit=7)).count == 6
    assert filled.search(parse_query("nowhere"), Page(limit=1)) == Found(0, ())


def test_an_edit_is_found_at_once_and_what_it_replaced_no_more(filled, find):
    filled.edit_note("cidr", "back", "A whole lot of places.")
    assert find("places") == ["cidr"]
    assert find("65,536") == []

    filled.edit_note("cidr", "back", None)
    assert find("places") == []
    assert find("65,536") == ["cidr"]
    assert examine(filled).is_healthy


def test_edits_that_come_in_bulk_are_found(filled, find, clock):
    edit = NewEvent("note-edited", "note:cidr", {"v": 1, "field": "back", "value": "In bulk.", "base": "0"})
    filled.append_bulk([(edit, clock.now())])

    assert find("bulk") == ["cidr"]
    assert examine(filled).is_healthy


def test_an_update_is_found_under_the_learners_own_words(filled, find):
    filled.edit_note("cidr", "back", "Mine own.")
    filled.import_pack(pack(note("cidr", front="A newer question?", back="Theirs.")))

    assert find("newer own") == ["cidr"]
    assert find("theirs") == []
    assert find("is:retired section:elb") == ["choice"]
    assert find("balancer") == []
    assert examine(filled).is_healthy


def test_a_renamed_note_is_found_with_its_edit(store, find):
    store.import_pack(pack(note("igw")))
    store.edit_note("igw", "back", "Way in.")
    store.import_pack(pack(note("gateway"), renames={"igw": "gateway"}))

    assert find("way") == ["gateway"]
    assert find("", order=Order.CHANGED) == ["gateway"]
    assert examine(store).is_healthy


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE search_text SET words = 'nonsense' WHERE note = 'cidr'",
        "DELETE FROM search_text WHERE note = 'cidr'",
        "INSERT INTO search_index(search_index) VALUES ('delete-all')",
        "DELETE FROM search_index_data WHERE id > 10",
    ],
)
def test_a_damaged_index_is_found_and_repaired(filled, find, damage):
    with filled.writing() as connection:
        connection.exec_driver_sql(damage)
    ill = examine(filled)
    repair(filled)

    assert not ill.caches_ok
    assert {difference.table for difference in ill.differences} <= {"search_text", "search_card", "search_index"}
    assert examine(filled).is_healthy
    assert find("65,536") == ["cidr"]


@few
@given(
    text=st.text()
    | st.lists(st.sampled_from(['"', "*", "-", "is:due", "a", "^", "(", ")", ":", "\0", "/", "."])).map("".join)
)
def test_any_text_finds_something_or_nothing_or_gets_one_sentence(filled, text):
    for typing in (False, True):
        try:
            query = parse_query(text, typing=typing)
        except QueryMistake:
            continue
        found = filled.search(query, Page())
        assert found.count == len(found.cards)


@few
@given(words=st.lists(st.text("abcdeé019./:", min_size=1, max_size=8), min_size=1, max_size=4))
def test_what_was_written_is_found(filled, find, words):
    if not any(letter.isalnum() for letter in words[0]) or words[0].startswith(("is:", "kind:")):
        return
    filled.edit_note("action", "back", " ".join(words))

    assert "action" in find(words[0])
