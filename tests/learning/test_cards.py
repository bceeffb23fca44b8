from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.learning.card import Pair, Step, is_right, make_card
from trainer.learning.markup import Block, Run, parse_markup, plain_text
from trainer.learning.note import Note, NoteKind, items_of, note_of, value_hash
from trainer.learning.typed_answer import Outdated

CLOZE = Note(
    "a", NoteKind.CLOZE, "s", {"text": "A `/24` has {{1::256}} addresses, {{2::251::how many}} of them usable."}
)
CHOICE = Note(
    "c",
    NoteKind.CHOICE,
    "s",
    {
        "question": "Which?",
        "options": [
            {"text": "One", "because": "No."},
            {"text": "Two", "right": True, "because": "Yes."},
            {"text": "Three", "because": "No."},
        ],
    },
)


def test_a_note_yields_an_item_for_each_side_and_gap():
    both = Note("b", NoteKind.BASIC, "s", {"front": "F", "back": "B", "reverse": True})

    assert items_of(both) == ("b#front", "b#reverse")
    assert items_of(CLOZE) == ("a#cloze-1", "a#cloze-2")
    assert items_of(CHOICE) == ("c#choice",)
    assert {note_of(item) for item in items_of(CLOZE)} == {"a"}


def test_a_reversed_card_asks_for_its_front():
    both = Note("b", NoteKind.BASIC, "s", {"front": "F", "back": "B", "reverse": True})

    card = make_card(both, "b#reverse", Random(1))

    assert (card.question, card.answer) == ("B", "F")


def test_a_cloze_card_opens_its_own_gap_only():
    card = make_card(CLOZE, "a#cloze-2", Random(1))

    assert card.question == "A `/24` has 256 addresses, **[how many]** of them usable."
    assert card.answer == "A `/24` has 256 addresses, **251** of them usable."


def test_options_are_shuffled_and_keep_their_numbers():
    orders = {tuple(o.number for o in make_card(CHOICE, "c#choice", Random(seed)).options) for seed in range(60)}
    card = make_card(CHOICE, "c#choice", Random(1))

    assert len(orders) == 6
    assert [option.text for option in card.options if option.right] == ["Two"] == [card.answer]
    assert {option.number: option.text for option in card.options} == {0: "One", 1: "Two", 2: "Three"}


def test_a_typed_card_knows_its_synonyms_and_what_is_outdated():
    fields = {"front": "F", "answer": "A", "accept": ["B"], "outdated": [{"value": "C", "note": "No more."}]}
    note = Note("t", NoteKind.TYPED, "s", fields)

    card = make_card(note, "t#typed", Random(1))

    assert items_of(note) == (card.item,)
    assert (card.question, card.answer, card.accept) == ("F", "A", ("B",))
    assert card.outdated == (Outdated("C", "No more."),)


def test_a_multi_card_is_right_with_all_right_options_and_no_other():
    rows = [
        {"text": "One", "because": "No."},
        *({"text": t, "right": True, "because": "Yes."} for t in ("Two", "Three")),
    ]
    note = Note("m", NoteKind.MULTI, "s", {"question": "Which?", "options": rows})
    orders = {tuple(o.number for o in make_card(note, "m#multi", Random(seed)).options) for seed in range(60)}
    card = make_card(note, "m#multi", Random(1))

    assert items_of(note) == ("m#multi",)
    assert len(orders) == 6
    assert card.answer == "- Two\n- Three"
    assert is_right(card, (2, 1))
    assert not any(is_right(card, chosen) for chosen in [(), (1,), (0, 1, 2), (0, 1)])


def test_steps_are_shown_in_any_order_but_the_right_one():
    note = Note("o", NoteKind.ORDERING, "s", {"question": "How?", "steps": ["A", "B", "C"]})
    orders = {tuple(step.number for step in make_card(note, "o#ordering", Random(seed)).steps) for seed in range(90)}

    assert items_of(note) == ("o#ordering",)
    assert len(orders) == 5
    assert (0, 1, 2) not in orders
    assert make_card(note, "o#ordering", Random(1)).answer == "**1**  A\n\n**2**  B\n\n**3**  C"


def test_right_sides_are_shown_once_each_with_those_that_belong_to_none():
    pairs = [{"left": "A", "right": "X"}, {"left": "B", "right": "Y"}, {"left": "C", "right": "X"}]
    note = Note("p", NoteKind.MATCHING, "s", {"question": "What?", "pairs": pairs, "others": ["Z"]})

    card = make_card(note, "p#matching", Random(1))

    assert items_of(note) == ("p#matching",)
    assert set(card.pairs) == {Pair(0, "A", 0), Pair(1, "B", 1), Pair(2, "C", 0)}
    assert set(card.rights) == {Step(0, "X"), Step(1, "Y"), Step(2, "Z")}
    assert card.answer == "- A: X\n- B: Y\n- C: X"
    assert len({make_card(note, "p#matching", Random(seed)).rights for seed in range(60)}) == 6


@pytest.mark.parametrize("item", ["c#front", "c#cloze-1", "c"])
def test_an_item_that_the_note_has_not_is_refused(item):
    with pytest.raises(ValueError, match="has no item"):
        make_card(CHOICE, item, Random(1))


def test_markup_knows_strong_code_paragraphs_and_points():
    blocks = parse_markup("A **public `0.0.0.0/0`** route.\n\nTwo:\n- one\n  more\n- `two`")

    assert blocks == (
        Block((Run("A "), Run("public ", strong=True), Run("0.0.0.0/0", strong=True, code=True), Run(" route."))),
        Block((Run("Two:"),)),
        Block((Run("one more"),), is_point=True),
        Block((Run("two", code=True),), is_point=True),
    )


def test_lone_marks_stand_for_themselves():
    assert plain_text("2 ** 3 and a ` alone") == "2 ** 3 and a ` alone"


@given(st.text())
def test_any_text_is_valid_markup(text):
    assert "\n" not in plain_text(text)


@given(st.dictionaries(st.text(), st.integers()))
def test_a_hash_does_not_depend_on_the_order_of_keys(value):
    assert value_hash(value) == value_hash(dict(reversed(value.items())))
