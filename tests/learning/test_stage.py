import pytest

from trainer.learning.note import Note, NoteKind
from trainer.learning.stage import Stage, stage_of


def make(kind=NoteKind.BASIC, difficulty=1, tags=()):
    return Note("a", kind, "vpc-intro", {}, tags=tags, difficulty=difficulty)


@pytest.mark.parametrize(
    ("note", "stage"),
    [
        (make(), Stage.BASIC),
        (make(NoteKind.TYPED), Stage.BASIC),
        (make(NoteKind.CHOICE, 2), Stage.CONTRAST),
        (make(NoteKind.MATCHING), Stage.CONTRAST),
        (make(NoteKind.CHOICE, 3), Stage.SCENARIO),
        (make(tags=("contrast",)), Stage.CONTRAST),
        (make(difficulty=2, tags=("scenario",)), Stage.SCENARIO),
    ],
)
def test_a_note_is_learnt_in_the_stage_of_what_it_asks(note, stage):
    assert stage_of(note) is stage
