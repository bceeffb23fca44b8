"""All checks over all decks: one call for the command line."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.library.curriculum import Curriculum
from trainer.library.deck_quality.claims import check_claims
from trainer.library.deck_quality.coverage import Coverage, cover_facts
from trainer.library.deck_quality.cues import check_cues
from trainer.library.deck_quality.giveaways import check_giveaways
from trainer.library.deck_quality.repeats import check_distractors, check_duplicates
from trainer.library.deck_quality.sources import check_outdated, check_sources
from trainer.library.deck_quality.wording import (
    check_asking,
    check_explaining,
    check_lengths,
    check_starts,
    check_typed,
)
from trainer.library.deck_quality.written import Finding, Written, find
from trainer.library.deck_schema import DeckDoc
from trainer.library.yaml_file import YamlFile, read_yaml

FEWEST_COMPARING = 4
"""Notes that tell the things of a comparison apart."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the checks say of decks.

    Attributes:
        findings: what an editor would mend.
        coverage: what becomes of each fact.
        compared: how many notes serve each comparison of the course, by its id.
        allowed: how often each check is said not to apply.
        without_deck: ids of the sections that have no deck yet.
    """

    findings: Sequence[Finding]
    coverage: Coverage
    compared: Mapping[str, int]
    allowed: Mapping[str, int]
    without_deck: Sequence[str]

    @property
    def is_complete(self) -> bool:
        """Whether every fact is covered and every comparison has its notes."""
        few = any(count < FEWEST_COMPARING for count in self.compared.values())
        return self.coverage.is_whole and not few


def judge_decks(
    folder: Path, curriculum: Curriculum, explained: Collection[str] = (), faulty: Collection[str] = ()
) -> Judgement:
    """Reads the deck files of a folder that passed the checks of their form, and judges them.

    Args:
        folder: where they lie.
        curriculum: the course.
        explained: the facts that primers and drills explain.
        faulty: the sections whose decks did not pass; they are left out.

    Raises:
        ContentError: when a file cannot be read.
    """
    files = [path for path in folder.glob("*.yaml") if path.stem not in faulty]
    notes = read_notes(files, list(curriculum.sections))
    findings = list(_all_findings(notes, curriculum))
    allowed = {(note.uid, check) for note in notes for check in note.row.get("allow", {})}
    needed = {(finding.note, finding.check) for finding in findings}
    found = [finding for finding in findings if (finding.note, finding.check) not in allowed]
    found += [
        find(note, "needless-allow", f"`allow` names {check!r}, which finds nothing here: take it out", "allow", check)
        for note in notes
        for check in note.row.get("allow", {})
        if (note.uid, check) not in needed
    ]
    compared = Counter(note.row["compares"] for note in notes if "compares" in note.row)
    there = {note.section for note in notes}
    return Judgement(
        sorted(found, key=lambda finding: (finding.file, finding.line)),
        cover_facts(curriculum, notes, explained),
        {name: compared[name] for name in curriculum.comparisons},
        Counter(check for _, check in allowed),
        [section for section in curriculum.sections if section not in there and section not in faulty],
    )


def read_notes(files: Sequence[Path], sections: Sequence[str]) -> list[Written]:
    """The notes of deck files, in the order of the course.

    Raises:
        ContentError: when a file cannot be read.
    """
    notes: list[Written] = []
    for path in sorted(files, key=lambda path: sections.index(path.stem) if path.stem in sections else len(sections)):
        file = read_yaml(path)
        document = DeckDoc.model_validate(file.content).model_dump(mode="json", exclude_defaults=True)
        notes += [
            Written(document["section"], path, _lines(file, number), row)
            for number, row in enumerate(document["notes"])
        ]
    return notes


def _lines(file: YamlFile, note: int) -> dict[tuple[str | int, ...], int]:
    return {at[2:]: line for at, line in file.lines.items() if at[:2] == ("notes", note)}


def _all_findings(notes: Sequence[Written], curriculum: Curriculum) -> Iterator[Finding]:
    for note in notes:
        yield from check_lengths(note)
        yield from check_asking(note)
        yield from check_explaining(note)
        yield from check_typed(note)
        yield from check_giveaways(note)
        yield from check_sources(note, curriculum)
        yield from check_claims(note, curriculum)
    yield from check_starts(notes)
    yield from check_cues(notes)
    yield from check_duplicates(notes)
    yield from check_distractors(notes, curriculum)
    yield from check_outdated(notes, curriculum)
