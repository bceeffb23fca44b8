"""What the feedback panel says after each change."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication

from trainer.cloud.coverage import rules_about
from trainer.cloud.drill import Drill, Feedback, Mode, Placement, RuleUse
from trainer.cloud.grading import Finding, PieceState, Severity, Verdict, broken_conventions
from trainer.cloud.lines import answers, is_line, name_of, source_of
from trainer.cloud.rule import Rule
from trainer.library.curriculum import Curriculum
from trainer.study.drill_session import Outcome, Step
from trainer.study.hints import Hint
from trainer.ui.drill.feedback import Note, NoteKind

_MOST_AT_ONCE = 3

_BEGINNINGS = {
    Mode.PLACE: ("Place the services", "Drag a service to its place, or click it and then the place."),
    Mode.CONNECT: ("Draw the arrows", "Drag from one piece to another, or click the one and then the other."),
    Mode.CLASSIFY: ("Sort the cards", "Drag a card to where it belongs, or click it and then the place."),
    Mode.ORDER: ("Put the steps in order", "Drag a card to its step, or click it and then the step."),
}
"""How to begin, by the mode that comes first."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notes", text)


class NoteWriter:
    """Writes the notes of one attempt at a drill.

    Args:
        drill: as it is attempted.
        curriculum: for the facts behind a finding.
        feedback: when it judges.
        primers: sections that have a primer.
    """

    def __init__(self, drill: Drill, curriculum: Curriculum, feedback: Feedback, primers: Collection[str] = ()) -> None:
        self._primers = primers
        self._drill = drill
        self._curriculum = curriculum
        self._feedback = feedback

    def after_step(self, step: Step, shown: Verdict) -> tuple[Note, ...]:
        """What the move did first, then everything else that is still wrong.

        Args:
            step: the move.
            shown: what may be said of the placement; where judgement comes on Check, the move itself is not judged.
        """
        if self._feedback is Feedback.CHECK:
            return (self._note_down(step), *self._still_wrong(shown.errors))
        mine = [finding for finding in step.verdict.findings if step.target and self._names(finding, step)]
        others = [finding for finding in step.verdict.errors if finding not in mine]
        first = [self._of_finding(finding, step) for finding in mine] or [self._approve(step)]
        return (*first, *self._still_wrong(others))

    def at_start(self, verdict: Verdict) -> tuple[Note, ...]:
        """What a learner who comes back finds, or how to begin."""
        if verdict.errors:
            return self._still_wrong(verdict.errors)
        title, text = _BEGINNINGS[self._drill.modes[0]]
        judged = {Feedback.DROP: _tr("Each is judged at once."), Feedback.CHECK: _tr("All of it is judged on Check.")}
        return (Note(NoteKind.PLAIN, _tr(title), f"{_tr(text)} {judged[self._feedback]}"),)

    def of_hint(self, hint: Hint, verdict: Verdict) -> tuple[Note, ...]:
        """A hint on top of what is wrong."""
        titles = {1: _tr("Hint: where to look"), 2: _tr("Hint: the rule"), 3: _tr("Hint: the move")}
        note = Note(NoteKind.HINT, titles[hint.step], hint.text)
        return (note, *self._still_wrong(verdict.errors))

    def nothing_to_hint(self) -> tuple[Note, ...]:
        """All is right; only Finish is left."""
        return (Note(NoteKind.HINT, _tr("Nothing is missing"), _tr("Everything is in its place. Finish the drill.")),)

    def of_outcome(self, outcome: Outcome, placement: Placement) -> tuple[Note, ...]:
        """What Finish found in a placement."""
        verdict = outcome.verdict
        if verdict.correct:
            how = _tr("Without a hint and without an error.") if outcome.unaided else _tr("Every rule is kept.")
            shows = (
                Note(NoteKind.PLAIN, _tr("What this shows"), "\n".join(f"· {line}" for line in self._drill.shows)),
            )
            habits = broken_conventions(self._drill, placement)
            drawn = (Note(NoteKind.PLAIN, _tr("A habit of drawing, and no rule"), "\n".join(habits)),)
            solved = Note(NoteKind.RIGHT, _tr("Solved"), how)
            return (solved, *(shows if self._drill.shows else ()), *(drawn if habits else ()))
        if verdict.errors:
            return self._still_wrong(verdict.errors)
        waiting = [
            self._drill.pieces[piece].name
            for piece, state in verdict.pieces.items()
            if state in (PieceState.MISSING, PieceState.PENDING)
        ]
        if not waiting:
            text = _tr("Nothing is wrong so far. Some arrows are still to be drawn.")
            return (Note(NoteKind.PENDING, _tr("Not complete yet"), text),)
        names = ", ".join(dict.fromkeys(waiting))
        text = _tr("Nothing is wrong so far. Still to place: {names}.").format(names=names)
        return (Note(NoteKind.PENDING, _tr("Not complete yet"), text),)

    def _still_wrong(self, findings: Sequence[Finding]) -> tuple[Note, ...]:
        """Notes on what is wrong, as many as one can take in; the rest is counted."""
        notes = [self._of_finding(finding) for finding in findings[:_MOST_AT_ONCE]]
        if more := len(findings) - len(notes):
            title = _tr("And {more} more to mend").format(more=more)
            notes.append(Note(NoteKind.PLAIN, title, _tr("Mend these first; the others are marked in the diagram.")))
        return tuple(notes)

    @staticmethod
    def _names(finding: Finding, step: Step) -> bool:
        """Whether a finding is about what moved."""
        if is_line(step.piece):
            return (source_of(step.piece), step.target) in finding.lines
        return step.piece in finding.pieces

    def _name(self, piece: str, end: str | None = None) -> str:
        """What moved, in words: a piece, or a line by its ends."""
        if is_line(piece):
            return f"{name_of(self._drill, source_of(piece))} → {name_of(self._drill, end)}" if end else ""
        return self._drill.pieces[piece].name

    def _of_finding(self, finding: Finding, step: Step | None = None) -> Note:
        if finding.lines:
            name = " → ".join(name_of(self._drill, end) for end in finding.lines[-1])
        else:
            name = self._drill.pieces[step.piece if step else finding.pieces[-1]].name
        error = finding.severity is Severity.ERROR
        title = (_tr("{name}: not right") if error else _tr("{name}: works, with a risk")).format(name=name)
        why = f"{finding.why} {self._asked(finding)}".strip()
        kind = NoteKind.WRONG if error else NoteKind.HINT
        sources = self._sources(finding.facts, finding.source)
        return Note(kind, title, finding.message, why, sources, self._section(finding.facts))

    @staticmethod
    def _asked(finding: Finding) -> str:
        return _tr("The brief: “{sentence}”").format(sentence=finding.because) if finding.because else ""

    def _approve(self, step: Step) -> Note:
        """A note for a move that broke nothing."""
        if is_line(step.piece):
            return self._approve_line(step)
        name = self._drill.pieces[step.piece].name
        if step.target is None:
            return Note(NoteKind.PLAIN, _tr("Taken back"), _tr("{name} is in the palette again.").format(name=name))
        about = rules_about(self._drill, step.piece)
        if step.verdict.pieces[step.piece] is PieceState.PENDING:
            return Note(NoteKind.PENDING, _tr("{name}: right so far").format(name=name), self._open_end(step, about))
        title = _tr("{name}: right").format(name=name)
        if not about:
            return Note(NoteKind.RIGHT, title, "")
        use, rule = about[0]
        if rule.from_drill:
            sources = self._sources(use.facts, "")
            return Note(NoteKind.RIGHT, title, use.because, "", sources, self._section(use.facts))
        sources = self._sources(rule.facts, rule.source)
        return Note(NoteKind.RIGHT, title, rule.statement, rule.why, sources, self._section(rule.facts))

    def _open_end(self, step: Step, about: Sequence[tuple[RuleUse, Rule]]) -> str:
        """What a piece that is right so far waits for."""
        piece = self._drill.pieces[step.piece]
        placed = len(step.placement.get(step.piece, ()))
        if placed < piece.spans:
            text = _tr("{done} of {all} placed. It belongs in {all} places.")
            return text.format(done=placed, all=piece.spans)
        waits_for = step.verdict.undecided.get(step.piece, ())
        open_rule = next((rule.statement for _, rule in about if rule.id in waits_for), "")
        return _tr("Nothing is wrong with this place. Judged with what comes: {rule}").format(rule=open_rule)

    def _note_down(self, step: Step) -> Note:
        """A note for a move that is not judged before Check."""
        name = self._name(step.piece, step.target or step.source)
        if step.target is None:
            return Note(NoteKind.PLAIN, _tr("Taken back"), name)
        if is_line(step.piece):
            return Note(NoteKind.PLAIN, name, _tr("Judged on Check; until then everything can be changed."))
        place = self._drill.topology[step.target].label
        text = _tr("In {place}. Judged on Check; until then everything can be changed.").format(place=place)
        return Note(NoteKind.PLAIN, name, text)

    def _approve_line(self, step: Step) -> Note:
        """A note for a line that was drawn rightly, or taken away."""
        name = self._name(step.piece, step.target or step.source)
        if step.target is None:
            return Note(NoteKind.PLAIN, _tr("Taken away"), _tr("There is no arrow {name} any more.").format(name=name))
        link = answers(self._drill)[source_of(step.piece), step.target]
        return Note(NoteKind.RIGHT, _tr("{name}: right").format(name=name), link.because)

    def _section(self, facts: tuple[str, ...]) -> str:
        """The section whose primer explains what is behind a note; where no fact has one, one of the drill's own."""
        known, own = self._curriculum.facts, self._drill.sections
        behind = [known[fact].section for fact in facts if fact in known]
        wanted = (*(section for section in behind if section in own), *behind, *own)
        return next((section for section in wanted if section in self._primers), "")

    def _sources(self, facts: tuple[str, ...], source: str) -> tuple[str, ...]:
        known = self._curriculum.facts
        lines = [f"· {known[fact].text}" for fact in facts if fact in known]
        return (*lines, _tr("AWS documentation: {title}").format(title=source)) if source else tuple(lines)
