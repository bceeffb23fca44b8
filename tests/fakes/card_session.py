"""A card session without a store: cards made in a line, and a list of what was answered."""

from dataclasses import replace
from datetime import date, timedelta

from trainer.errors import UserError
from trainer.learning.card import Card, Option, Pair, Step
from trainer.learning.grade import Grade
from trainer.learning.memory import MemoryState, Outlook
from trainer.learning.note import NoteKind
from trainer.learning.typed_answer import Outdated
from trainer.library.shelf import Summary
from trainer.study.card_session import BoardPrompt, Ending, Left, Prompt, Turn
from trainer.study.undoing import Step as Undone

TODAY = date(2026, 3, 2)
"""A Monday."""

INTERVALS = {Grade.AGAIN: 1, Grade.HARD: 2, Grade.GOOD: 21, Grade.EASY: 120}

OPTIONS = (
    Option(2, "An internet gateway", "It would let the internet in.", right=False),
    Option(0, "A `NAT` gateway", "It lets connections **out** only.", right=True),
    Option(1, "A virtual private gateway", "It leads to an office, not to the internet.", right=False),
)

SEVERAL = (
    Option(3, "A VPC", "It spans all zones of its Region.", right=False),
    Option(0, "A subnet", "It is made in one zone.", right=True),
    Option(2, "An internet gateway", "It belongs to the VPC as a whole.", right=False),
    Option(1, "A `NAT` gateway", "A zonal one is made in a subnet.", right=True),
)

OUTDATED = (Outdated("NAT instance", "AWS recommends **gateways** now."),)

BOARD = BoardPrompt(
    Summary("first-vpc", "Your first VPC", ("vpc-intro",), "networking", None, 1, 3), ("NAT gateway", "Route table"), 3
)


def basic(**fields):
    texts = {"question": "How many zones can **one** subnet span?", "answer": "Exactly `one`.", **fields}
    return Card("a#front", NoteKind.BASIC, "vpc-intro", **texts)


def cloze(**fields):
    texts = {"question": "A `/24` has **[how many]** addresses.", "answer": "A `/24` has **256** addresses.", **fields}
    return Card("b#cloze-1", NoteKind.CLOZE, "vpc-intro", **texts)


def choice(**fields):
    texts = {"question": "What lets a private instance out?", "answer": OPTIONS[1].text, **fields}
    return Card("c#choice", NoteKind.CHOICE, "vpc-intro", options=OPTIONS, **texts)


def typed(**fields):
    texts = {"question": "Which gateway lets private instances out?", "answer": "NAT gateway", **fields}
    return Card("d#typed", NoteKind.TYPED, "vpc-intro", **{"accept": ("NAT GW",), "outdated": OUTDATED, **texts})


def multi(**fields):
    texts = {"question": "Which two live in one zone?", "answer": "- A subnet\n- A `NAT` gateway", **fields}
    return Card("e#multi", NoteKind.MULTI, "vpc-intro", options=SEVERAL, **texts)


def ordering(**fields):
    texts = {"question": "How does a request go?", "answer": "**1**  A\n\n**2**  B\n\n**3**  C", **fields}
    return Card("f#ordering", NoteKind.ORDERING, "elb", steps=(Step(2, "C"), Step(0, "A"), Step(1, "B")), **texts)


def matching(**fields):
    texts = {"question": "What does it lie in?", "answer": "- VPC: Region\n- Subnet: Zone", **fields}
    sides = {"pairs": (Pair(0, "VPC", 0), Pair(1, "Subnet", 1)), "rights": (Step(1, "Zone"), Step(0, "Region"))}
    return Card("g#matching", NoteKind.MATCHING, "vpc-intro", **sides, **texts)


def prompt(card, turn=Turn.DUE, section_title="Introduction to Amazon VPC"):
    return Prompt(card, turn, outlooks(), section_title)


def outlooks(intervals=INTERVALS):
    return {
        grade: Outlook(MemoryState(1.0, 5.0, TODAY), days, TODAY + timedelta(days)) for grade, days in intervals.items()
    }


class FakeSession:
    """Asks the given prompts in their order.

    Attributes:
        answers: grade, seconds, how, and what was chosen or typed of each; `sure` whether it was said to be sure.
        fault: raised by whatever writes; `ending_fault` by the ending.
    """

    def __init__(self, *prompts, **ending):
        self.prompts = [entry if isinstance(entry, Prompt | BoardPrompt) else prompt(entry) for entry in prompts]
        self.answers = []
        self.sure = []
        self.undone, self.marks = [], []
        self.fault = self.ending_fault = None
        self._ending = {
            "answered": 0,
            "passed": 0,
            "new": 0,
            "minutes": 0,
            "next_day": None,
            "next_count": 0,
            "more_new": 0,
            **ending,
        }

    @property
    def prompt(self):
        place = len(self.answers)
        return self.prompts[place] if place < len(self.prompts) else None

    @property
    def answered(self):
        return len(self.answers)

    @property
    def can_undo(self):
        return bool(self.answers)

    @property
    def can_redo(self):
        return bool(self.undone)

    @property
    def left(self):
        coming = self.prompts[len(self.answers) :]
        turns = [entry.turn for entry in coming if isinstance(entry, Prompt)]
        boards = len(coming) - len(turns)
        return Left(turns.count(Turn.NEW), turns.count(Turn.DUE), turns.count(Turn.RETRY), boards, len(coming))

    def answer(self, grade, *, seconds, how, chosen=None, typed=None, sure=None):
        self._fail()
        self.sure.append(sure)
        self.answers.append((grade, seconds, how, chosen if typed is None else typed))
        self.undone.clear()

    def pass_primer(self, *, read):
        self._fail()
        place = len(self.answers)
        self.prompts[place] = replace(self.prompts[place], primer=None)
        self.marks.append("read" if read else "skipped")

    def undo(self):
        self._fail()
        if self.answers:
            self.undone.append(self.answers.pop())
            return Undone("the answer", None)
        return None

    def redo(self):
        self._fail()
        if self.undone:
            self.answers.append(self.undone.pop())
            return Undone("the answer", None)
        return None

    def suspend(self):
        self._mark("suspended")

    def bury(self):
        self._mark("buried")

    def flag(self, flag):
        self._fail()
        place = len(self.answers)
        self.prompts[place] = replace(self.prompts[place], flag=flag)
        self.marks.append(flag)

    def why_this_date(self):
        self._fail()
        return "It is due now."

    def _mark(self, name):
        self._fail()
        self.marks.append(name)
        self.prompts.pop(len(self.answers))

    def put_off_board(self):
        self._fail()
        self.prompts.pop(len(self.answers))

    def learn_more(self):
        self._fail()
        self.prompts += [prompt(basic(), Turn.NEW)]

    def ending(self):
        if self.ending_fault:
            raise UserError(self.ending_fault)
        return Ending(**self._ending)

    def _fail(self):
        if self.fault:
            raise UserError(self.fault)
