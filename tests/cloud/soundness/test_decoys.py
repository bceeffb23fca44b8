import pytest

from tests.fakes.drills import make_drill, make_piece, use
from trainer.cloud.soundness.decoys import examine_decoys


@pytest.fixture
def decoy():
    return make_piece("vgw", "virtual-private-gateway", decoy=True, breaks="no-unneeded-parts")


def test_a_decoy_whose_requirement_is_asked_for_is_caught_everywhere(decoy):
    drill = make_drill(decoy, rules=["no-unneeded-parts"])
    examined = examine_decoys(drill)

    assert examined.failures == ()
    assert examined.extent == f"all {2 * len(drill.topology)} drops of 1 decoys"


@pytest.mark.parametrize("rules", [[], [use("no-unneeded-parts", asked=False)], ["no-servers-for-outbound-access"]])
def test_a_decoy_whose_requirement_is_not_asked_for_is_told_in_every_place(decoy, rules):
    drill = make_drill(decoy, rules=rules)
    failures = examine_decoys(drill).failures

    assert len(failures) == 2 * len(drill.topology)
    assert failures[0].startswith("The decoy vgw is not caught in internet on the empty board")
