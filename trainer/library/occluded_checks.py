"""What must hold in an occluded note: what it hides is there, and only the rest of the diagram tells what it is."""

from collections.abc import Iterator, Mapping
from typing import Any

from trainer.cloud.covering import is_solved, nodes_of, tells, telltales
from trainer.cloud.drill import Drill
from trainer.library.known import Known, nearest
from trainer.library.schema import Problem


def check_occluded(row: Mapping[str, Any], known: Known) -> Iterator[Problem]:
    """Everything about an occluded note that its form alone does not show; paths are within the note.

    Args:
        row: the note as it stands in its file; what has the wrong form is passed over.
        known: the drills.
    """
    name = row.get("drill")
    if row.get("kind") != "occluded" or not isinstance(name, str) or known.missing_drill(name):
        return
    drill = known.built.get(name)
    if drill is None:
        yield ("drill",), f"the drill {name!r} has faults of its own; mend them first"
    elif not is_solved(drill):
        yield ("drill",), f"the solution of the drill {name!r} is not right; `trainer drill check {name}` says why"
    else:
        yield from _check_hidden(row, drill)


def _check_hidden(row: Mapping[str, Any], drill: Drill) -> Iterator[Problem]:
    hidden: list[Any] = row["hidden"] if isinstance(row.get("hidden"), list) else []
    there = nodes_of(drill)
    for number, node in enumerate(hidden):
        at = ("hidden", number)
        if not isinstance(node, str):
            continue  # told as a fault of the form
        if node in drill.pieces and drill.pieces[node].decoy:
            yield at, f"{node!r} is a decoy: it is not in the solved diagram"
        elif node not in there:
            yield at, f"the drill {drill.id!r} has no piece or fixture {node!r}{nearest(node, there)}"
        elif node in hidden[:number]:
            yield at, f"{node!r} is in the list already"
        else:
            yield from _check_secret(row, drill, node, at)


def _check_secret(row: Mapping[str, Any], drill: Drill, node: str, at: tuple[str | int, ...]) -> Iterator[Problem]:
    question = row.get("question")
    if isinstance(question, str) and tells(question, drill, node):
        yield ("question",), f"the question names what is hidden ({node!r})"
    for text in telltales(drill, node):
        yield at, f"{text!r} in the diagram names what is hidden; hide another piece"
