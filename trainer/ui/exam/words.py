"""What the exam pages say about times, marks and questions."""

from datetime import date
from math import ceil

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from trainer.study.exam import Exam, ExamEnd
from trainer.study.exam_session import Question

_SIXTY = 60


def _tr(text: str) -> str:
    return QCoreApplication.translate("Exam", text)


def time_left(seconds: float) -> str:
    """The time that is left as one says it: `1 h 52 min left`, `38 min left`, `40 s left`."""
    if seconds < _SIXTY:
        return _tr("{count} s left").format(count=max(0, int(seconds)))
    minutes = ceil(seconds / _SIXTY)
    if minutes < _SIXTY:
        return _tr("{count} min left").format(count=minutes)
    return _tr("{hours} h {minutes} min left").format(hours=minutes // _SIXTY, minutes=minutes % _SIXTY)


def mark_words(end: ExamEnd) -> str:
    """The mark: `72%, 47 of 65 right`."""
    return _tr("{percent}%, {right} of {asked} right").format(
        percent=end.percent, right=len(end.right), asked=end.asked
    )


def day_of(day: date) -> str:
    """A day with its year."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def past_words(exam: Exam) -> str:
    """A past exam in a line: how many questions, in what time."""
    assert exam.end is not None
    minutes = max(1, round(exam.seconds / _SIXTY))
    text = _tr("{asked} questions in {minutes} of {allowed} min")
    return text.format(asked=exam.end.asked, minutes=minutes, allowed=exam.minutes)


def question_state(question: Question, *, ended: bool) -> str:
    """How a question stands, for its line in the list."""
    if ended:
        if not question.chosen:
            return _tr("not answered")
        return _tr("right") if question.is_right else _tr("wrong")
    told = [_tr("answered") if question.chosen else _tr("open")]
    if question.marked:
        told.append(_tr("marked"))
    return ", ".join(told)
