import pytest

from trainer.cloud.drill import LinkKind
from trainer.library.building import build_drill
from trainer.library.checking import check_drill_file
from trainer.paths import diagrams_dir


@pytest.fixture(scope="module")
def drill(curriculum):
    return build_drill(check_drill_file(diagrams_dir() / "resilience" / "three-tier-two-zones.yaml", curriculum))


def test_a_piece_without_a_name_has_that_of_its_service(drill):
    assert drill.pieces["igw"].name == "Internet gateway"
    assert drill.pieces["db-primary"].name == "RDS primary"


def test_a_subnet_without_a_label_has_its_addresses(drill):
    assert drill.topology["app-b"].label == "Subnet 10.0.12.0/24"
    assert drill.topology["app-b"].parent == "zone-b"


def test_a_rule_is_used_with_its_parameters_and_what_the_brief_asks(drill):
    use = next(use for use in drill.rules if use.rule == "different-zones")

    assert use.parameters == {"pieces": ("db-primary", "db-standby")}
    assert use.asked
    assert use.because.endswith(".")


def test_a_rule_that_is_only_named_asks_for_nothing(drill):
    assert not drill.rules[0].asked
    assert drill.rules[0].parameters == {}


def test_a_solution_has_a_tile_in_each_place(drill):
    assert drill.solution["igw"] == ("vpc",)
    assert drill.solution["alb"] == ("public-a", "public-b")


def test_links_have_a_kind_and_the_port_as_label(drill):
    links = {(link.source, link.target): link for link in drill.links}

    assert links[("alb", "web")].label == "80"
    assert links[("db-primary", "db-standby")].kind is LinkKind.REPLICATION


def test_decoys_name_what_they_break(drill):
    assert {piece.id: piece.breaks for piece in drill.pieces.values() if piece.decoy} == {
        "vgw": "no-unneeded-parts",
        "nat-instance": "no-servers-for-outbound-access",
    }
