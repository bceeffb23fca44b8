"""One card in the terminal: asked, answered and explained in plain lines."""

import re
from collections.abc import Iterator, Sequence

from trainer.cli.dialogue import Dialogue
from trainer.cli.note_text import month_name
from trainer.learning.card import Card, Option, is_right
from trainer.learning.grade import Grade
from trainer.learning.markup import parse_markup, plain_text
from trainer.learning.note import NoteKind
from trainer.learning.typed_answer import Verdict, judge_typed
from trainer.study.answering import Answer
from trainer.study.todays_value import can_be_known

_LETTERS = "abcdefghijklmnop"
_SPACING = re.compile(r"[\s,;]+")
_VERDICTS = {
    Verdict.RIGHT: "Right.",
    Verdict.NEARLY: "Right, but for the spelling.",
    Verdict.OUTDATED: "That was right once.",
    Verdict.WRONG: "Wrong.",
}


class PlainCard:
    """Asks one card.

    Args:
        card: what to ask.
        dialogue: with whom.
        four_grades: offers *hard* and *easy* too.
        owes: it is known only when today's value was typed.
    """

    def __init__(self, card: Card, dialogue: Dialogue, *, four_grades: bool = False, owes: bool = False) -> None:
        self._card = card
        self._owes = owes
        self._dialogue = dialogue
        self._grades = {"f": Grade.AGAIN, "h": Grade.HARD, "k": Grade.GOOD, "e": Grade.EASY}
        if not four_grades:
            self._grades = {"f": Grade.AGAIN, "k": Grade.GOOD}

    def ask(self) -> Answer:
        """Asks until the card is answered; the seconds are left at 0.

        Raises:
            Leave, TakeBack: when the learner wants that.
        """
        self._dialogue.tell(*text_lines(self._card.question))
        kinds = {
            NoteKind.CHOICE: self._ask_choice,
            NoteKind.MULTI: self._ask_multi,
            NoteKind.TYPED: self._ask_typed,
            NoteKind.ORDERING: self._ask_steps,
            NoteKind.MATCHING: self._ask_pairs,
        }
        return kinds.get(self._card.kind, self._ask_plain)()

    def _ask_plain(self) -> Answer:
        """A card that is answered in the head, of whatever kind."""
        self._dialogue.ask("Enter shows the answer.")
        self._dialogue.tell(*text_lines(self._card.answer))
        self._tell_why()
        return Answer(self._ask_grade(), 0, "buttons")

    def _ask_choice(self) -> Answer:
        self._dialogue.ask("Answer in your head; Enter shows the options.")
        options = self._card.options
        self._dialogue.tell(*_lettered(option.text for option in options))
        letter = self._dialogue.choose("Which one?", _LETTERS[: len(options)])
        chosen = options[_LETTERS.index(letter)]
        self._tell_verdict(passed=chosen.right)
        self._explain(options, [chosen.number])
        self._tell_why()
        if chosen.right:
            sure = self._dialogue.choose("Did you know it (k) or guess (g)? [k]", "kg", "k") == "k"
        else:
            sure = self._dialogue.choose("Were you sure (s), or did you guess (g)? [g]", "sg", "g") == "s"
        return Answer(Grade.GOOD if sure and chosen.right else Grade.AGAIN, 0, "options", chosen.number, sure=sure)

    def _ask_multi(self) -> Answer:
        options = self._card.options
        self._dialogue.tell(*_lettered(option.text for option in options))
        count = sum(option.right for option in options)
        places = self._ask_letters(
            f"Which {count}? Letters, such as {' '.join(_LETTERS[:count])}:", len(options), count
        )
        chosen = sorted(options[place].number for place in places)
        passed = is_right(self._card, chosen)
        self._tell_verdict(passed=passed)
        self._explain(options, chosen)
        self._tell_why()
        return Answer(self._propose(passed=passed), 0, "options", chosen)

    def _ask_typed(self) -> Answer:
        card = self._card
        typed = self._dialogue.ask("Your answer:")
        judgement = judge_typed(typed, card.answer, card.accept, card.outdated)
        self._dialogue.tell(_VERDICTS[judgement.verdict])
        if judgement.note:
            self._dialogue.tell(*text_lines(judgement.note))
        self._dialogue.tell(f"The answer is: {plain_text(card.answer)}")
        self._tell_why()
        if can_be_known(card, typed, owes=self._owes):
            return Answer(self._propose(passed=judgement.passed), 0, "typed", typed=typed)
        if judgement.verdict is not Verdict.OUTDATED:
            self._dialogue.tell(
                "You gave an outdated answer here before. The card counts as known once you type today's value."
            )
        return Answer(Grade.AGAIN, 0, "typed", typed=typed)

    def _ask_steps(self) -> Answer:
        steps = self._card.steps
        self._dialogue.tell(*_lettered(step.text for step in steps))
        places = self._ask_letters("In which order? All letters, the first step first:", len(steps), len(steps))
        given = [steps[place].number for place in places]
        return self._finish(given, passed=given == sorted(given), how="ordering")

    def _ask_pairs(self) -> Answer:
        pairs, rights = self._card.pairs, self._card.rights
        self._dialogue.tell(*(f"  {number}. {plain_text(pair.left)}" for number, pair in enumerate(pairs, start=1)))
        self._dialogue.tell("What belongs to them:", *_lettered(right.text for right in rights))
        question = f"One letter for each, from 1 to {len(pairs)}; a letter may come twice:"
        places = self._ask_letters(question, len(rights), len(pairs), twice=True)
        by_pair = {pair.number: rights[place].number for pair, place in zip(pairs, places, strict=True)}
        given = [by_pair[number] for number in sorted(by_pair)]
        return self._finish(given, passed=all(given[pair.number] == pair.right for pair in pairs), how="matching")

    def _finish(self, given: Sequence[int], *, passed: bool, how: str) -> Answer:
        self._tell_verdict(passed=passed)
        if not passed:
            self._dialogue.tell(*text_lines(self._card.answer))
        self._tell_why()
        return Answer(self._propose(passed=passed), 0, how, given)

    def _ask_letters(self, question: str, of: int, count: int, *, twice: bool = False) -> list[int]:
        """Asks until so many letters are given, of so many; their places from 0."""
        allowed = _LETTERS[:of]
        while True:
            letters = [*_SPACING.sub("", self._dialogue.ask(question).lower())]
            is_fine = len(letters) == count and set(letters) <= set(allowed)
            if is_fine and (twice or len(set(letters)) == count):
                return [allowed.index(letter) for letter in letters]
            once = "" if twice else ", each at most once"
            self._dialogue.tell(f"Please type {count} letters from {allowed[0]} to {allowed[-1]}{once}.")

    def _propose(self, *, passed: bool) -> Grade:
        """The grade that the answer proposes, unless the learner says otherwise."""
        return self._ask_grade("k" if passed else "f")

    def _ask_grade(self, default: str | None = None) -> Grade:
        names = {"f": "forgot (f)", "h": "hard, but known (h)", "k": "knew it (k)", "e": "easy (e)"}
        told = ", ".join(names[letter] for letter in self._grades)
        question = f"How was it: {told}?" + (f" [{default}]" if default else "")
        return self._grades[self._dialogue.choose(question, self._grades, default)]

    def _explain(self, options: Sequence[Option], chosen: Sequence[int]) -> None:
        """Every option with what it was and why."""
        for letter, option in zip(_LETTERS, options, strict=False):
            word = "right" if option.right else "wrong"
            yours = ", your choice" if option.number in chosen else ""
            reason = plain_text(option.because)
            self._dialogue.tell(f"  {letter} ({word}{yours}): {plain_text(option.text).rstrip('.')}. {reason}".rstrip())

    def _tell_verdict(self, *, passed: bool) -> None:
        self._dialogue.tell("Right." if passed else "Wrong.")

    def _tell_why(self) -> None:
        if self._card.why:
            self._dialogue.tell(*text_lines(self._card.why))
        if self._card.as_of:
            self._dialogue.tell(f"AWS documentation: {self._card.source}; as of {month_name(self._card.as_of)}")


def text_lines(text: str) -> Iterator[str]:
    """The paragraphs and points of a text without its marks, a line each."""
    for block in parse_markup(text):
        words = "".join(run.text for run in block.runs)
        yield f"- {words}" if block.is_point else words


def _lettered(texts: Iterator[str]) -> Iterator[str]:
    for letter, text in zip(_LETTERS, texts, strict=False):
        yield f"  {letter}. {plain_text(text)}"
