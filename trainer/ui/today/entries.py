"""What the page of the day says about a proposal."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from trainer.study.today import CardPlan, Proposal, Reason

_MOST_TOPICS = 3


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)


def title_of(proposal: Proposal) -> str:
    """What it is called."""
    if proposal.drill is not None:
        return proposal.drill.title
    assert proposal.cards is not None
    if proposal.cards.due or proposal.cards.retry:
        return _tr("Cards of today")
    return _tr("New cards")


def explain(proposal: Proposal) -> str:
    """One or two sentences on why it is proposed."""
    match proposal.reason:
        case Reason.FIRST:
            return _tr(
                "Three pieces: an internet gateway, a NAT gateway and an instance. Drag each to where it belongs; "
                "the program says at once what is right and why."
            )
        case Reason.CARDS:
            assert proposal.cards is not None
            return _tr("{parts}. Each comes back just before you would forget it.").format(
                parts=count_cards(proposal.cards)
            )
        case Reason.RESUME:
            return _tr("You left it with {placed} placed. Everything is as it was.").format(placed=proposal.placed)
        case Reason.SKILLS:
            return _tr("Time to practise again: {topics}.").format(topics=_name_topics(proposal.topics))
        case Reason.AGAIN:
            return _tr("Solved before. Building it again from nothing shows what stayed.")
        case Reason.NEXT:
            return _tr("New to you. Read what is required, then place the services; every drop is explained.")


def state_of(proposal: Proposal) -> str:
    """The same in a few words."""
    match proposal.reason:
        case Reason.CARDS:
            assert proposal.cards is not None
            return count_cards(proposal.cards)
        case Reason.RESUME:
            return _tr("left open, {placed} placed").format(placed=proposal.placed)
        case Reason.SKILLS:
            return _tr("practise again: {topics}").format(topics=_name_topics(proposal.topics))
        case Reason.AGAIN:
            return _tr("solved")
        case _:
            return _tr("new")


def _name_topics(topics: Sequence[str]) -> str:
    """The first few, and how many others there are: a diagram can train a dozen."""
    named = ", ".join(topics[:_MOST_TOPICS])
    more = len(topics) - _MOST_TOPICS
    return _tr("{named} and {more} more").format(named=named, more=more) if more > 0 else named


def count_cards(cards: CardPlan) -> str:
    """How many cards there are, by turn: `12 due, 3 again, 10 new`."""
    parts = (
        (cards.due, _tr("{count} due")),
        (cards.retry, _tr("{count} again")),
        (cards.new, _tr("{count} new")),
    )
    return ", ".join(text.format(count=count) for count, text in parts if count)


def verb_of(proposal: Proposal) -> str:
    """What its button says."""
    texts = {
        Reason.RESUME: _tr("Go on"),
        Reason.AGAIN: _tr("Build it again"),
        Reason.CARDS: _tr("Study"),
        Reason.SKILLS: _tr("Practise"),
    }
    return texts.get(proposal.reason, _tr("Start"))
