"""The most cards that a learner wants to see on a day, whatever else would bring more."""

from trainer.store.opening import Store

NEW_LIMIT_SETTING = "cards.new_limit"
DUE_LIMIT_SETTING = "cards.due_limit"


def most_new(store: Store, wanted: int) -> int:
    """How many new cards of those wanted there may be on a day; what the learner asks for beyond them is allowed."""
    limit = store.get_setting(NEW_LIMIT_SETTING)
    return wanted if limit is None else min(wanted, int(limit))


def most_due(store: Store, done: int) -> int | None:
    """How many due cards may still be asked today; None for all of them.

    Args:
        store: knows the limit.
        done: how many were asked today already.
    """
    limit = store.get_setting(DUE_LIMIT_SETTING)
    return None if limit is None else max(int(limit) - done, 0)
