from datetime import date, timedelta

import pytest

from tests.store.card_events import review
from trainer.app import import_built_in
from trainer.learning.grade import Grade
from trainer.learning.note import NoteKind, note_of
from trainer.learning.scheduler import Scheduler
from trainer.progress.mix_ups import pairs_of
from trainer.store.confusion import Confusion
from trainer.store.doctor import examine
from trainer.study.card_session import CardSession
from trainer.study.confusions import confusion_queue, confusions_of_day, material_for, strongest_pairs
from trainer.study.drill_session import DrillSession

TODAY = date(2026, 3, 2)
GATEWAY = "gateway-for-a-public-website#choice"

NAMED = [
    ("nat-gateway", "internet-gateway"),
    ("nat-gateway", "nat-gateway-private"),
    ("nat-gateway", "nat-instance"),
    ("internet-gateway", "virtual-private-gateway"),
    ("virtual-private-gateway", "customer-gateway"),
    ("security-group", "network-acl"),
    ("application-load-balancer", "network-load-balancer"),
    ("rds-standby", "read-replica"),
    ("rds-standby", "multi-az-cluster"),
    ("automated-backup", "manual-snapshot"),
    ("main-route-table", "custom-route-table"),
    ("round-robin", "least-outstanding-requests"),
    ("fargate", "ec2-instance"),
]
"""What the course itself says is mixed up, in the sections that have cards."""


@pytest.fixture
def filled(library, store):
    import_built_in(library, store)
    return store


def pair_of(asked, took, item=GATEWAY):
    return pairs_of([Confusion("d-1/0", TODAY, item, asked, took)], TODAY)[0]


def mix_up(store, item, pair, sure=None):
    said = {"confused": [list(pair)]} if sure is None else {"confused": [list(pair)], "sure": sure}
    store.append(review(item, "again", TODAY + timedelta(1), said=said))


def answer_wrongly(session, *, sure=False):
    card = session.prompt.card
    right = card.kind is not NoteKind.CHOICE
    chosen = None if right else next(option.number for option in card.options if not option.right)
    session.answer(Grade.AGAIN, seconds=2.0, how="options", chosen=chosen, sure=sure)
    return card.item


@pytest.mark.parametrize(("asked", "took"), NAMED)
def test_there_is_a_contrast_card_for_what_the_course_says_is_mixed_up(library, filled, asked, took):
    material = material_for(library, filled, pair_of(asked, took, "unknown#choice"))

    assert material.notes
    assert [note_of(card) for card in material.cards if note_of(card) in material.notes]


def test_the_card_and_the_drill_of_the_mix_up_come_first(library, filled):
    confusions = [
        Confusion("d-1/0", TODAY, GATEWAY, "internet-gateway", "nat-gateway"),
        Confusion("d-2/0", TODAY, "drill:nat-gateway-way-out", "internet-gateway", "nat-gateway"),
    ]

    material = material_for(library, filled, pairs_of(confusions, TODAY)[0])

    assert material.cards[0] == GATEWAY
    assert [drill.id for drill in material.drills][:2] == ["nat-gateway-way-out", "first-vpc"]


def test_texts_without_a_term_lead_to_their_own_card_alone(library, filled):
    note = "retention-set-to-zero"

    material = material_for(library, filled, pair_of(f"{note}|They are deleted", f"{note}|They stay", f"{note}#choice"))

    assert material.cards == (f"{note}#choice",)
    assert material.drills == ()


def test_the_queue_begins_with_what_was_sure_but_wrong(library, filled):
    for _ in range(5):
        mix_up(filled, "reports-slow-down-the-primary#choice", ("read-replica", "rds-standby"))
    mix_up(filled, GATEWAY, ("internet-gateway", "nat-gateway"), sure=True)

    queue = confusion_queue(library, filled, TODAY)

    assert queue[0] == GATEWAY
    assert queue[1] == "reports-slow-down-the-primary#choice"
    assert {"match-copies-of-a-database#matching", "server-behind-the-wrong-gateway#choice"} <= set(queue)
    assert len(queue) == len(set(queue))
    assert confusion_queue(library, filled, TODAY, 2) == queue[:2]


def test_where_nothing_is_mixed_up_there_is_nothing_to_practise(library, filled):
    assert strongest_pairs(filled, TODAY) == ()
    assert confusion_queue(library, filled, TODAY) == ()


def test_cards_that_are_gone_are_left_out(library, filled):
    mix_up(filled, "long-gone#choice", ("nat-gateway", "internet-gateway"), sure=True)

    assert "long-gone#choice" not in confusion_queue(library, filled, TODAY)


def test_a_wrong_option_in_a_session_is_in_the_matrix_until_it_is_undone(library, filled):
    session = CardSession(library, filled, Scheduler())
    while session.prompt.card.kind is not NoteKind.CHOICE:
        session.answer(Grade.GOOD, seconds=2.0, how="buttons")

    item = answer_wrongly(session, sure=True)

    (pair,) = confusions_of_day(filled, TODAY)
    assert (pair.items, pair.times, pair.sure) == ((item,), 1, 1)
    session.undo()
    assert confusions_of_day(filled, TODAY) == ()
    session.redo()
    assert confusions_of_day(filled, TODAY) == (pair,)
    assert examine(filled).is_healthy


def test_a_wrong_drop_is_in_the_matrix_unless_it_was_a_slip(library, filled, mini):
    session = DrillSession(mini, filled)
    session.place("nat", "private-a")
    session.slip()
    assert strongest_pairs(filled, TODAY) == ()

    session.place("igw", "public-a")

    assert [(pair.asked, pair.took) for pair in strongest_pairs(filled, TODAY)] == [("nat-gateway", "internet-gateway")]
    assert examine(filled).is_healthy


def test_a_sure_error_is_asked_again_before_other_failed_cards(library, filled):
    filled.set_setting("cards.new_limit", 3)
    session = CardSession(library, filled, Scheduler())
    guessed = answer_wrongly(session)
    sure = answer_wrongly(session, sure=True)
    session.answer(Grade.GOOD, seconds=2.0, how="buttons")

    assert session.prompt.card.item == sure
    again = CardSession(library, filled, Scheduler())
    assert again.prompt.card.item == sure
    again.answer(Grade.GOOD, seconds=2.0, how="buttons")
    assert again.prompt.card.item == guessed


@pytest.mark.parametrize("number", range(4))
def test_a_sure_error_of_an_earlier_day_comes_first_among_the_due_cards(library, filled, clock, number):
    filled.set_setting("cards.new_limit", 0)
    cards = [
        GATEWAY,
        "reports-slow-down-the-primary#choice",
        "shut-out-one-address#choice",
        "into-a-second-zone#choice",
    ]
    for card in cards:
        mix_up(filled, card, ("nat-gateway", "internet-gateway"), sure=card == cards[number])
    clock.advance(days=2)

    session = CardSession(library, filled, Scheduler())

    assert session.prompt.card.item == cards[number]


def test_every_contrast_card_tells_terms_apart(library):
    notes = [note for note in library.notes() if "contrast" in note.tags]
    assert len(notes) >= 200
    assert all(note.uid in library.note_terms for note in notes)
