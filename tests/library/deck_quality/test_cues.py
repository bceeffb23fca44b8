"""Somebody who knows nothing scores no better than chance."""

import pytest

from trainer.library.deck_quality.cues import CUES, FEWEST, check_cues, score


@pytest.fixture
def deck(choice):
    """Makes many choice notes by a recipe: from a number to the texts of options, the right one first."""

    def make(recipe, count=40):
        return [choice(f"What about case {n}?", *recipe(n), uid=f"note-{n}") for n in range(count)]

    return make


def found(notes):
    return {finding.check for finding in check_cues(notes)}


def test_a_deck_whose_right_options_are_longest_is_found_with_notes_to_rewrite(deck):
    notes = deck(lambda n: ("a longer answer than others", f"one {n}", "two", "six"))

    findings = [finding for finding in check_cues(notes) if finding.check == "cue-longest"]

    assert len(findings) == 2  # of the deck, and over all decks
    assert "right in 100% of 40 cards, chance in 25%" in findings[0].message
    assert "note-0" in findings[0].message


def test_a_deck_whose_wrong_options_say_always_is_found(deck):
    assert "cue-absolute" in found(deck(lambda _: ("it may", "it always", "it never", "only it")))


def test_a_deck_whose_right_options_repeat_the_question_is_found(deck):
    assert "cue-echo" in found(deck(lambda n: (f"the case {n}", "one", "two", "six")))


def test_a_deck_whose_grammar_tells_is_found(choice):
    notes = [choice("It is reached through an", "endpoint", "gateway", "peering", uid=f"n{n}") for n in range(40)]

    assert "cue-grammar" in found(notes)


def test_a_deck_whose_right_option_stands_first_is_found(deck):
    assert "cue-position" in found(deck(lambda _: ("aa", "bb", "cc", "dd")))


def test_a_deck_whose_right_options_are_shortest_is_found(deck):
    assert "cue-shortest" in found(deck(lambda n: (f"o{n}", "a longer one", "a longer two", "a longer six")))


def test_a_few_cards_are_not_judged_by_what_chance_does(deck):
    assert "cue-longest" not in found(deck(lambda n: ("long one" if n < 2 else "s", "wide", "two", "six"), count=12))


def test_a_small_deck_is_judged_with_the_others_alone(choice):
    def notes(section, count):
        texts = ("a longer answer than others", "one", "two", "six")
        return [choice(f"What of {n}?", *texts, uid=f"{section}-{n}", section=section) for n in range(count)]

    messages = [finding.message for finding in check_cues([*notes("few", FEWEST - 1), *notes("many", FEWEST)])]

    assert any(message.startswith("in many, ") for message in messages)
    assert any(message.startswith("over all decks, ") for message in messages)
    assert not any(message.startswith("in few, ") for message in messages)


def test_several_right_options_are_as_many_guesses(write):
    options = [
        {"text": text, "right": right, "because": "So."}
        for text, right in (("the longest of all", True), ("long", False), ("longer", True), ("s", False))
    ]
    scored = score([write("multi", question="What is wanted?", options=options)], CUES["longest"][0])

    assert (scored.hits, scored.expected) == (1.0, 0.5)


def test_equally_liked_options_share_a_hit(deck):
    scored = score(deck(lambda _: ("aa", "bb", "cc", "dd"), count=8), CUES["longest"][0])

    assert (scored.hits, scored.expected, scored.asked) == (2.0, 2.0, 8)
    assert scored.excess < 0
