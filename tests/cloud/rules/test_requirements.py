import pytest

from tests.fakes.drills import make_drill, make_piece, told_by

TOLD = {
    "no-unneeded-parts": "Nothing in the brief needs a virtual private gateway.",
    "no-servers-for-outbound-access": "The NAT instance is a server that somebody has to patch and replace.",
}


@pytest.fixture
def drill():
    return make_drill(
        make_piece("vgw", "virtual-private-gateway", decoy=True, breaks="no-unneeded-parts"),
        make_piece("nat", "nat-instance", decoy=True, breaks="no-servers-for-outbound-access"),
        rules=list(TOLD),
    )


@pytest.mark.parametrize("rule", TOLD)
def test_a_decoy_in_the_palette_breaks_nothing(drill, rule):
    assert told_by(rule, drill, {}) == []


@pytest.mark.parametrize(("rule", "decoy"), [("no-unneeded-parts", "vgw"), ("no-servers-for-outbound-access", "nat")])
@pytest.mark.parametrize("place", ["vpc", "public-a", "internet"])
def test_a_decoy_anywhere_breaks_its_own_requirement(drill, rule, decoy, place):
    assert told_by(rule, drill, {decoy: (place,)}) == [TOLD[rule]]
