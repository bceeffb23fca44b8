"""What the feedback panel says after each change."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from trainer.cloud.coverage import rules_about
from trainer.cloud.drill import Drill
from trainer.cloud.grading import Finding, PieceState, Severity, Verdict
from trainer.library.curriculum import Curriculum
from trainer.study.drill_session import Outcome, Step
from trainer.study.hints import Hint
from trainer.ui.drill.feedback import Note, NoteKind

_MOST_AT_ONCE = 3


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notes", text)


class NoteWriter:
    """Writes the notes of one drill."""

    def __init__(self, drill: Drill, curriculum: Curriculum) -> None:
        self._drill = drill
        self._curriculum = curriculum

    def after_step(self, step: Step) -> tuple[Note, ...]:
        """What the move did first, then everything else that is still wrong."""
        mine = [finding for finding in step.verdict.findings if step.piece in finding.pieces and step.target]
        others = [finding for finding in step.verdict.errors if finding not in mine]
        first = [self._of_finding(finding, step.piece) for finding in mine] or [self._approve(step)]
        return (*first, *self._still_wrong(others))

    def at_start(self, verdict: Verdict) -> tuple[Note, ...]:
        """What a learner who comes back finds, or how to begin."""
        if verdict.errors:
            return self._still_wrong(verdict.errors)
        text = _tr("Drag a service to its place, or click it and then the place. Every drop is judged at once.")
        return (Note(NoteKind.PLAIN, _tr("Place the services"), text),)

    def of_hint(self, hint: Hint, verdict: Verdict) -> tuple[Note, ...]:
        """A hint on top of what is wrong."""
        titles = {1: _tr("Hint: where to look"), 2: _tr("Hint: the rule"), 3: _tr("Hint: the move")}
        note = Note(NoteKind.HINT, titles[hint.step], hint.text)
        return (note, *self._still_wrong(verdict.errors))

    def nothing_to_hint(self) -> tuple[Note, ...]:
        """All is right; only Finish is left."""
        return (Note(NoteKind.HINT, _tr("Nothing is missing"), _tr("Everything is in its place. Finish the drill.")),)

    def of_outcome(self, outcome: Outcome) -> tuple[Note, ...]:
        """What Finish found."""
        verdict = outcome.verdict
        if verdict.correct:
            how = _tr("Without a hint and without an error.") if outcome.unaided else _tr("Every rule is kept.")
            shows = (
                Note(NoteKind.PLAIN, _tr("What this shows"), "\n".join(f"· {line}" for line in self._drill.shows)),
            )
            return (Note(NoteKind.RIGHT, _tr("Solved"), how), *(shows if self._drill.shows else ()))
        if verdict.errors:
            return self._still_wrong(verdict.errors)
        waiting = [
            self._drill.pieces[piece].name
            for piece, state in verdict.pieces.items()
            if state in (PieceState.MISSING, PieceState.PENDING)
        ]
        names = ", ".join(dict.fromkeys(waiting))
        text = _tr("Nothing is wrong so far. Still to place: {names}.").format(names=names)
        return (Note(NoteKind.PENDING, _tr("Not complete yet"), text),)

    def _still_wrong(self, findings: Sequence[Finding]) -> tuple[Note, ...]:
        """Notes on what is wrong, as many as one can take in; the rest is counted."""
        notes = [self._of_finding(finding, finding.pieces[-1]) for finding in findings[:_MOST_AT_ONCE]]
        if more := len(findings) - len(notes):
            title = _tr("And {more} more to mend").format(more=more)
            notes.append(Note(NoteKind.PLAIN, title, _tr("Mend these first; the others are marked in the diagram.")))
        return tuple(notes)

    def _of_finding(self, finding: Finding, piece: str) -> Note:
        name = self._drill.pieces[piece].name
        error = finding.severity is Severity.ERROR
        title = (_tr("{name}: not right") if error else _tr("{name}: works, with a risk")).format(name=name)
        why = f"{finding.why} {self._asked(finding)}".strip()
        kind = NoteKind.WRONG if error else NoteKind.HINT
        return Note(kind, title, finding.message, why, self._sources(finding.facts, finding.source))

    @staticmethod
    def _asked(finding: Finding) -> str:
        return _tr("The brief: “{sentence}”").format(sentence=finding.because) if finding.because else ""

    def _approve(self, step: Step) -> Note:
        """A note for a move that broke nothing."""
        piece = self._drill.pieces[step.piece]
        if step.target is None:
            return Note(
                NoteKind.PLAIN, _tr("Taken back"), _tr("{name} is in the palette again.").format(name=piece.name)
            )
        about = rules_about(self._drill, step.piece)
        state = step.verdict.pieces[step.piece]
        if state is PieceState.PENDING:
            missing = piece.spans - len(step.placement.get(step.piece, ()))
            if missing:
                text = _tr("{done} of {all} placed. It belongs in {all} places.")
                text = text.format(done=piece.spans - missing, all=piece.spans)
                return Note(NoteKind.PENDING, _tr("{name}: right so far").format(name=piece.name), text)
            waits_for = step.verdict.undecided.get(step.piece, ())
            open_rule = next((rule.statement for _, rule in about if rule.id in waits_for), "")
            text = _tr("Nothing is wrong with this place. Judged with what comes: {rule}").format(rule=open_rule)
            return Note(NoteKind.PENDING, _tr("{name}: right so far").format(name=piece.name), text)
        title = _tr("{name}: right").format(name=piece.name)
        if not about:
            return Note(NoteKind.RIGHT, title, "")
        rule = about[0][1]
        return Note(NoteKind.RIGHT, title, rule.statement, rule.why, self._sources(rule.facts, rule.source))

    def _sources(self, facts: tuple[str, ...], source: str) -> tuple[str, ...]:
        known = self._curriculum.facts
        lines = [f"· {known[fact].text}" for fact in facts if fact in known]
        return (*lines, _tr("AWS documentation: {title}").format(title=source))
