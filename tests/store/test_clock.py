from datetime import UTC, datetime, timedelta

from trainer.store.clock import SystemClock


def test_the_system_clock_tells_utc_and_the_local_offset():
    moment = SystemClock().now()

    assert abs(datetime.now(UTC) - moment.at) < timedelta(seconds=5)
    assert timedelta(minutes=moment.utc_offset_min) == moment.at.astimezone().utcoffset()
