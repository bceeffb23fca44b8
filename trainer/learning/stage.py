"""Stages: what a note asks for, from a plain fact to a whole situation."""

from enum import IntEnum

from trainer.learning.note import Note, NoteKind

_COMPARING = frozenset({NoteKind.MULTI, NoteKind.MATCHING})
_CONTRAST_FROM, _SCENARIO_FROM = 2, 3
"""Difficulties: 1 asks for a fact, 2 sets it off against others, 3 asks what to do in a situation."""


class Stage(IntEnum):
    """The order in which the notes of a section are learnt."""

    BASIC = 1
    CONTRAST = 2
    SCENARIO = 3


def stage_of(note: Note) -> Stage:
    """The stage of a note: by its tag `contrast` or `scenario` where it has one, else by difficulty and kind."""
    for stage in (Stage.SCENARIO, Stage.CONTRAST):
        if stage.name.lower() in note.tags:
            return stage
    if note.difficulty >= _SCENARIO_FROM:
        return Stage.SCENARIO
    return Stage.CONTRAST if note.difficulty >= _CONTRAST_FROM or note.kind in _COMPARING else Stage.BASIC
