"""A clock that tests set by hand."""

from datetime import UTC, datetime, timedelta

from trainer.learning.study_day import Moment

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class FakeClock:
    """Stands still until told otherwise; with `step`, goes on by as much at every look."""

    def __init__(self, at=NOON, utc_offset_min=0, step=timedelta(0)):
        self.at = at
        self.utc_offset_min = utc_offset_min
        self.step = step

    def now(self):
        moment = Moment(self.at, self.utc_offset_min)
        self.at += self.step
        return moment

    def advance(self, **duration):
        self.at += timedelta(**duration)
