"""What the Mix-ups page says about pairs."""

from PySide6.QtCore import QCoreApplication

from trainer.store.confusion_ends import end_in_sentence
from trainer.study.confusions import MixUp


def _tr(text: str) -> str:
    return QCoreApplication.translate("Confusions", text)


def told(pair: MixUp) -> str:
    """What was mixed up, and how often, as a sentence."""
    asked, took = end_in_sentence(pair.asked), end_in_sentence(pair.took)
    if pair.is_mutual:
        text = _tr("You mixed up {asked} and {took} {times}.")
    else:
        text = _tr("You took {took} for {asked} {times}.")
    return text.format(asked=asked, took=took, times=times_words(pair.times))


def times_words(times: int) -> str:
    """How often."""
    return _tr("once") if times == 1 else _tr("{times} times").format(times=times)


def sure_words(pair: MixUp) -> str:
    """How often the learner was sure of it; empty for never."""
    if not pair.sure:
        return ""
    if pair.sure == pair.times:
        return _tr("You were sure of it.") if pair.times == 1 else _tr("You were sure of it each time.")
    return _tr("You were sure of it {times}.").format(times=times_words(pair.sure))


def cards_words(count: int) -> str:
    """What the button to the cards says."""
    return _tr("See the card") if count == 1 else _tr("See the {count} cards").format(count=count)
