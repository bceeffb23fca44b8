"""A solved drill with a piece covered: what is hidden with it, and what would tell."""

import pytest

from trainer.cloud.covering import answer_name, cover, is_solved, nodes_of, outline, tells, telltales
from trainer.library.shelf import open_library


@pytest.fixture(scope="module")
def library():
    return open_library()


@pytest.fixture(scope="module")
def three_tiers(library):
    return library.drill("three-tier-two-zones")


def test_pieces_of_the_same_service_and_role_are_covered_too(three_tiers):
    assert cover(three_tiers, "nat-a").others == {"nat-b"}
    assert cover(three_tiers, "db-standby").others == frozenset()  # the primary is another role


def test_routes_to_what_is_covered_do_not_say_so(three_tiers):
    lines = list(outline(cover(three_tiers, "nat-a")))

    assert not any("nat" in line.casefold().replace("internet", "") for line in lines)
    assert any("0.0.0.0/0 to ?" in line for line in lines)
    assert any("0.0.0.0/0 to internet gateway" in line for line in lines)


def test_the_outline_says_what_lies_where_and_what_leads_where(three_tiers):
    lines = list(outline(cover(three_tiers, "nat-a")))

    zone = "Region eu-west-1 > VPC 10.0.0.0/16 > Availability Zone A"
    assert f"{zone} > Subnet 10.0.1.0/24 (0.0.0.0/0 to internet gateway): ?, Application Load Balancer" in lines
    assert "Application Load Balancer → Auto Scaling group (80)" in lines
    assert "? → Internet gateway" in lines
    assert "blank → Internet gateway" in lines


def test_a_label_that_shares_a_word_is_covered(library):
    links = {(link.source, link.target): link.label for link in cover(library.drill("ec2-lifecycle"), "stopped").links}

    assert links["running", "stopping"] == "stop"  # another word
    assert cover(library.drill("vpn-vgw-cgw"), "vgw").links[2].label == "VPN"


def test_the_answer_says_the_service_where_the_name_does_not(library, three_tiers):
    assert answer_name(three_tiers, "nat-a") == "NAT gateway"
    assert answer_name(three_tiers, "db-standby") == "RDS standby"
    assert answer_name(library.drill("orders-backend"), "topic") == "Order topic (Amazon SNS)"


def test_names_are_found_as_whole_words(three_tiers):
    assert tells("two nat gateways", three_tiers, "nat-a")
    assert not tells("NATural gateway", three_tiers, "nat-a")


def test_what_stays_in_the_picture_and_names_it_is_found(library):
    assert telltales(library.drill("way-out-without-public-subnets"), "igw") == ("Egress-only internet gateway",)


def test_what_is_not_in_the_solved_diagram_cannot_be_covered(three_tiers):
    with pytest.raises(ValueError, match="no piece or fixture 'nowhere'"):
        cover(three_tiers, "nowhere")


def test_covering_changes_neither_places_nor_the_drill(library):
    for drill in map(library.drill, library.drill_ids()):
        assert is_solved(drill)
        for node in nodes_of(drill):
            covered = cover(drill, node)

            assert covered.drill.solution == drill.solution
            assert list(covered.drill.topology) == list(drill.topology)
            assert len(covered.links) == len(cover(drill, nodes_of(drill)[0]).links)
            assert drill.title
