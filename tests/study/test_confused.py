from dataclasses import replace
from random import Random

import pytest

from tests.fakes.card_session import OPTIONS, choice, matching, multi, ordering, typed
from trainer.cloud.grading import PieceState, grade
from trainer.learning.card import Option, Pair, Step, make_card
from trainer.learning.note import NoteKind, items_of
from trainer.store.confusion_ends import item_of_end, name_of
from trainer.study.confused import (
    confused_at_check,
    confused_by_answer,
    confused_by_drop,
)

NUMBERS = {option.text: option.number for option in OPTIONS}
RIGHT = NUMBERS["A `NAT` gateway"]


def confused(card, chosen=None, typed=None):
    return confused_by_answer(card, chosen, typed)


def test_a_wrong_option_was_taken_for_the_right_one():
    assert confused(choice(), NUMBERS["An internet gateway"]) == [("nat-gateway", "internet-gateway")]


def test_a_right_answer_confuses_nothing():
    card = typed()

    assert confused(choice(), RIGHT) == []
    assert confused(card, typed="nat  GATEWAY") == []
    assert confused(multi(), (0, 1)) == []
    assert confused(matching(), (0, 1)) == []


def test_a_typed_name_is_found_by_any_of_its_names():
    assert confused(typed(), typed="igw") == [("nat-gateway", "internet-gateway")]


def test_what_no_term_says_is_told_within_its_own_card():
    (pair,) = confused(typed(answer="30", accept=(), outdated=()), typed="60")

    assert pair == ("d|30", "d|60")
    assert [name_of(end) for end in pair] == ["30", "60"]
    assert {item_of_end(end) for end in pair} == {"d"}


@pytest.mark.parametrize("nothing", ["", "   "])
def test_nothing_typed_confuses_nothing(nothing):
    assert confused(typed(), typed=nothing) == []


def test_an_essay_is_cut():
    ((_, took),) = confused(typed(), typed="x" * 5000)

    assert len(took) < 200


def test_several_options_tell_a_pair_where_it_is_clear_which_stood_for_which():
    assert confused(multi(), (0, 2)) == [("nat-gateway", "internet-gateway")]
    assert confused(multi(), (2, 3)) == []


def test_a_thing_is_not_taken_for_the_place_where_another_lies():
    ((asked, took),) = confused(_choice("A NAT gateway", "In a private subnet"), 1)

    assert item_of_end(asked) == item_of_end(took) == "c"


def test_what_both_texts_name_is_not_confused():
    card = _choice("A route table with a NAT gateway", "A route table with an internet gateway")

    assert confused(card, 1) == [("nat-gateway", "internet-gateway")]


def test_exchanged_matches_are_two_confusions_of_their_left_sides_where_the_right_ones_say_nothing():
    lefts = Pair(0, "Security group", 0), Pair(1, "Network ACL", 1)
    card = replace(matching(), pairs=lefts, rights=(Step(0, "keeps state"), Step(1, "does not")))

    pairs = confused(card, (1, 0))

    assert pairs == [("security-group", "network-acl"), ("network-acl", "security-group")]


def test_an_unmatched_side_and_wrong_order_confuse_nothing():
    assert confused(matching(), (-1, 1)) == []
    assert confused(ordering(), (2, 1, 0)) == []


def test_every_wrong_option_of_the_course_confuses_something_and_many_are_terms(library):
    pairs = []
    for note in library.notes():
        if note.kind is NoteKind.CHOICE:
            card = make_card(note, items_of(note)[0], Random(0))
            for option in card.options:
                found = confused(card, option.number)
                assert len(found) == (not option.right), option
                pairs += found

    named = [pair for pair in pairs if not any(map(item_of_end, pair))]
    print(f"{len(named)} of {len(pairs)} wrong options resolve to a pair of terms")
    assert len(named) / len(pairs) > 0.3


def test_a_piece_is_taken_for_the_one_of_its_kind_that_belongs_there(flagship):
    assert confused_by_drop(flagship, "nat-a", "vpc") == [("internet-gateway", "nat-gateway")]


def test_a_place_is_taken_for_the_right_one(flagship):
    assert confused_by_drop(flagship, "nat-a", "app-a") == [("public-subnet", "private-subnet")]
    assert confused_by_drop(flagship, "web", "public-a") == [("private-subnet", "public-subnet")]


def test_the_wrong_one_of_two_like_places_confuses_nothing(flagship):
    assert confused_by_drop(flagship, "db-standby", "data-a") == []


def test_bins_are_taken_for_each_other(library):
    drill = library.drill("standby-or-replica")
    piece = next(piece for piece, places in drill.solution.items() if places == ("replica",))

    assert confused_by_drop(drill, piece, "one") == [("read-replica", "rds-standby")]


def test_no_wrong_drop_of_any_drill_fails_or_confuses_a_thing_with_itself(library):
    for summary in library.summaries:
        drill = library.drill(summary.id)
        for piece in drill.pieces:
            for place in drill.topology:
                pairs = confused_by_drop(drill, piece, place)
                assert all(asked != took for asked, took in pairs)
                assert all(name_of(end) for pair in pairs for end in pair)


def test_a_check_tells_only_what_is_new_since_the_last_one(flagship):
    now = {"igw": ("public-a",), "nat-a": ("app-a",)}
    verdict = grade(flagship, now)
    assert {verdict.pieces[piece] for piece in now} == {PieceState.WRONG}

    assert ("public-subnet", "private-subnet") in confused_at_check(flagship, {}, now, verdict)
    assert ("public-subnet", "private-subnet") not in confused_at_check(flagship, {"nat-a": ["app-a"]}, now, verdict)


def _choice(right, wrong):
    return replace(choice(), options=(Option(0, right, "", right=True), Option(1, wrong, "", right=False)))
