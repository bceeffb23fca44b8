"""The machine's clock."""

from datetime import UTC, datetime, timedelta

from trainer.learning.study_day import Moment


class SystemClock:
    """The time as this machine tells it, with the offset of its time zone now."""

    def now(self) -> Moment:
        """The present."""
        local = datetime.now(UTC).astimezone()
        offset = local.utcoffset() or timedelta(0)
        return Moment(local.astimezone(UTC), int(offset.total_seconds() // 60))
