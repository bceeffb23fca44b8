import pytest

from tests.layout.topologies import FLAGSHIP, MINI, USERS
from trainer.layout.engine import lay_out
from trainer.layout.measure import table_measure


@pytest.fixture(params=[FLAGSHIP, MINI], ids=["flagship", "mini"])
def scene(request):
    """Topology, pieces, links and solution."""
    return request.param


@pytest.fixture
def laid_out():
    """Lays out a scene with the users in it."""

    def lay(scene, placement, **options):
        topology, pieces, links, _ = scene
        given = {"fixtures": USERS, "links": links, "measure": table_measure} | options
        return lay_out(topology, placement, pieces, **given)

    return lay
