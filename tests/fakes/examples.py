"""How many examples a property tries; the same ones in every run."""

from hypothesis import HealthCheck, settings

quick = settings(max_examples=60, derandomize=True, deadline=None, database=None)
"""For properties over pure functions; two drills are fixtures that no example changes."""

few = settings(quick, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
"""For properties that read files."""
