import pytest

from tests.store.card_events import note, pack
from trainer.learning.note import Note, NoteKind
from trainer.store.notes import StoredNote
from trainer.study.drafting import draft_of, with_row, without_row
from trainer.study.note_editing import changes_in, own_fields, problems_in, same_question
from trainer.ui.cards.words import field_words

OPTIONS = [{"text": "One", "because": "So.", "right": True}, {"text": "Two", "because": "No."}]
CHOICE = Note("c", NoteKind.CHOICE, "elb", {"question": "Which?", "options": OPTIONS})
TYPED = Note(
    "t",
    NoteKind.TYPED,
    "vpc-intro",
    {
        "front": "How many?",
        "answer": "5",
        "accept": ["five"],
        "outdated": [{"value": "3", "note": "Until 2020."}],
    },
)
ORDERING = Note("o", NoteKind.ORDERING, "elb", {"question": "In which order?", "steps": ["One", "Two", "Three"]})
MATCHING = Note(
    "m",
    NoteKind.MATCHING,
    "elb",
    {
        "question": "What to what?",
        "pairs": [{"left": "ALB", "right": "Layer 7"}, {"left": "NLB", "right": "Layer 4"}],
        "others": ["Layer 3"],
    },
)


def stored(of, base=None):
    return StoredNote(of, base or of, (), retired=False)


def edited(of, **fields):
    draft = draft_of(of)
    return type(draft)(draft.kind, draft.section, draft.tags, {**draft.fields, **fields})


def test_only_what_differs_is_saved():
    one = note("a")

    assert changes_in(edited(one, front=" What is a? ", back="Mine."), stored(one)) == {"back": "Mine."}


@pytest.mark.parametrize("one", [note("a"), CHOICE, TYPED, ORDERING, MATCHING])
def test_a_draft_that_was_not_touched_changes_nothing(one):
    assert problems_in(draft_of(one), stored(one)) == ()
    assert changes_in(draft_of(one), stored(one)) == {}


def test_what_is_as_the_course_has_it_is_given_back():
    base = note("a")
    mine = Note("a", NoteKind.BASIC, "elb", {**base.fields, "back": "Mine."}, base.facts, ("mine",))
    assert own_fields(stored(mine, base)) == ("back", "section", "tags")

    assert changes_in(draft_of(base), stored(mine, base)) == {"back": None, "section": None, "tags": None}


def test_options_are_saved_whole_and_stay_right_or_wrong():
    longer = [OPTIONS[0], {"text": "Three", "because": "No."}, {"text": "Four", "because": ""}]

    assert changes_in(edited(CHOICE, options=longer), stored(CHOICE)) == {"options": longer}


def test_rows_come_and_go():
    longer = with_row(draft_of(ORDERING), "steps")
    assert longer.fields["steps"] == ["One", "Two", "Three", ""]
    assert changes_in(longer, stored(ORDERING)) == {}

    assert changes_in(without_row(longer, "steps", 0), stored(ORDERING)) == {"steps": ["Two", "Three"]}


def test_the_gaps_of_the_courses_cards_stay_and_those_of_ones_own_need_not():
    gaps = {"text": "{{1::one}} {{2::two}}"}
    (problem,) = problems_in(edited(note("a", **gaps), text="{{1::one}} two"), stored(note("a", **gaps)))

    assert (problem.key, "The gaps have to stay" in problem.text) == ("text", True)
    assert problems_in(edited(note("own-a", **gaps), text="{{1::one}} two"), stored(note("own-a", **gaps))) == ()


@pytest.mark.parametrize(
    ("one", "fields", "key"),
    [
        (note("a"), {"front": " "}, "front"),
        (note("a"), {"back": ""}, "back"),
        (note("own-a", text="{{1::one}}"), {"text": "one"}, "text"),
        (CHOICE, {"options": [{**OPTIONS[0]}, {**OPTIONS[1], "right": True}]}, "options"),
        (CHOICE, {"options": OPTIONS[:1]}, "options"),
        (CHOICE, {"options": [OPTIONS[0], {"text": "**one**", "because": ""}]}, "options.1.text"),
        (TYPED, {"answer": "?"}, "answer"),
        (TYPED, {"answer": "five\nsix"}, "answer"),
        (TYPED, {"outdated": [{"value": "3", "note": ""}]}, "outdated.0.note"),
        (ORDERING, {"steps": ["One", " "]}, "steps"),
        (ORDERING, {"steps": ["One", "Two", "one"]}, "steps.2"),
        (MATCHING, {"pairs": [{"left": "ALB", "right": ""}]}, "pairs.0.right"),
        (MATCHING, {"others": ["layer 7"]}, "others.0"),
    ],
)
def test_what_would_make_no_card_is_told_at_its_place(one, fields, key):
    problems = problems_in(edited(one, **fields), stored(one))

    assert problems[0].key == key
    assert problems[0].text.endswith(".")
    assert field_words(key) != key


def test_a_question_that_is_asked_already_is_found(store):
    store.import_pack(pack(note("a"), note("b", front="What is a? Or b?", back="b")))

    found = same_question(store, note("own-1", front="what is **a**?", back="It is a."))
    assert found is not None
    assert found.uid == "a#front"
    assert same_question(store, note("own-1", front="What is", back="It is a.")) is None
    assert same_question(store, store.note("a").note) is None
