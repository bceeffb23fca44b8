"""Cards on which one piece of a diagram is hidden."""

from random import Random

import pytest

from trainer.learning.card import make_card, question_of
from trainer.learning.note import Note, NoteKind, items_of
from trainer.learning.picture import DrillView, Stage
from trainer.learning.texts import texts_of

HIDDEN = [
    {"piece": "igw", "name": "Internet gateway", "outline": "- VPC: ?"},
    {"piece": "nat", "name": "NAT gateway", "outline": "- VPC > Subnet: ?"},
]
NOTE = Note("o", NoteKind.OCCLUDED, "s", {"question": "What is it?", "hidden": HIDDEN, "why": "So."}, drill="first-vpc")


def test_each_hidden_piece_makes_a_card():
    assert items_of(NOTE) == ("o#igw", "o#nat")


def test_a_card_asks_for_its_own_piece():
    card = make_card(NOTE, "o#nat", Random(0))

    assert (card.question, card.outline, card.answer) == ("What is it?", "- VPC > Subnet: ?", "NAT gateway")
    assert card.picture == DrillView("first-vpc", Stage.COVERED, "nat")


def test_there_is_no_card_for_what_is_not_hidden():
    with pytest.raises(ValueError, match="no item 'ec2'"):
        question_of(NOTE, "o#ec2")


def test_question_and_explanation_can_be_edited():
    assert dict(texts_of(NOTE)) == {"question": "What is it?", "why": "So."}
