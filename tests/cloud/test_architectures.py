"""What the course says is valid is accepted, and what it calls a mistake is rejected by the rule that names it.

The tables lie in `architectures/<drill>.yaml`: `valid` and `mistakes`, a row each, quoting the course (`say`), with the
change against the drill's solution (`change`: piece to places, or null for the palette; `add` and `remove`: lines).
A mistake names the rule and a part of what the learner reads. What a board cannot show stands under `beside`, with
the reason.
"""

from pathlib import Path

import pytest
import yaml

from trainer.cloud.grading import grade
from trainer.cloud.lines import drawn_lines, is_line, with_lines

TABLES = {path.stem: yaml.safe_load(path.read_text()) for path in sorted(Path(__file__).parent.glob("architectures/*"))}


def rows_of(kind):
    return [
        pytest.param(drill, row, id=f"{drill}: {row['say']}")
        for drill, table in TABLES.items()
        for row in table.get(kind) or ()
    ]


def changed(drill, row):
    placement = {piece: where for piece, where in drill.solution.items() if not is_line(piece)}
    for piece, where in (row.get("change") or {}).items():
        placement[piece] = (where,) if isinstance(where, str) else tuple(where or ())
    removed = {tuple(line) for line in row.get("remove") or ()}
    lines = [line for line in drawn_lines(drill.solution) if line not in removed]
    assert removed <= set(drawn_lines(drill.solution))
    return with_lines(placement, [*lines, *(tuple(line) for line in row.get("add") or ())])


@pytest.mark.parametrize(("drill", "row"), rows_of("valid"))
def test_a_valid_alternative_is_accepted(library, drill, row):
    verdict = grade(library.drill(drill), changed(library.drill(drill), row))

    assert verdict.errors == ()
    assert verdict.correct is not row.get("open", False)


@pytest.mark.parametrize(("drill", "row"), rows_of("mistakes"))
def test_a_mistake_is_rejected_by_the_rule_that_names_it(library, drill, row):
    verdict = grade(library.drill(drill), changed(library.drill(drill), row))
    findings = [finding for finding in verdict.errors if finding.rule == row["rule"]]

    assert not verdict.correct
    assert any(row["told"] in finding.message for finding in findings), verdict.errors


@pytest.mark.parametrize(("drill", "row"), rows_of("beside"))
def test_what_a_board_cannot_show_says_why(drill, row):
    assert row["because"].endswith(".")
