from dataclasses import replace
from functools import cache
from ipaddress import ip_network
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.boards import make_bins, make_steps
from tests.fakes.drills import make_drill, make_network, make_piece
from tests.fakes.examples import quick
from trainer.cloud.drill import Mislink, Story
from trainer.cloud.grading import Verdict, grade
from trainer.cloud.lines import draws_lines, line_key, nodes
from trainer.cloud.soundness.sampling import draw_placement
from trainer.cloud.topology import Container, ContainerKind, Topology
from trainer.cloud.variants import unseen_variant, vary
from trainer.library.shelf import open_library

NUMBERS = range(1, 25)


@cache
def drills():
    library = open_library()
    return [library.drill(name) for name in library.drill_ids()]


@pytest.fixture
def pair():
    """Two databases in two zones, with a story and decoys."""
    decoys = [make_piece(f"vgw-{n}", "virtual-private-gateway", decoy=True, breaks="no-unneeded-parts") for n in "abc"]
    drill = make_drill({"one": "rds", "two": "rds"}, *decoys, rules=["no-unneeded-parts"])
    return replace(drill, stories=(Story("Other", "For others.", {"one": "Ledger"}),))


def with_lines_drawn(drill, placement, random):
    """The placement with some lines between whatever is there, right ones among them."""
    if not draws_lines(drill):
        return placement
    there = nodes(drill, placement)
    wanted = [(link.source, link.target) for link in drill.links if {link.source, link.target} <= set(there)]
    lines = {*random.sample(wanted, len(wanted) // 2), (random.choice(there), random.choice(there))}
    drawn = {}
    for source, target in lines:
        if source != target:
            drawn[line_key(source)] = (*drawn.get(line_key(source), ()), target)
    return {**placement, **drawn}


def essence(verdict: Verdict, pieces):
    """All that a verdict says but words and order."""
    findings = {
        (one.rule, one.severity, frozenset(one.pieces), frozenset(one.containers), frozenset(one.lines))
        for one in verdict.findings
    }
    states = {piece: state for piece, state in verdict.pieces.items() if piece in pieces}
    return verdict.correct, verdict.complete, verdict.score, states, dict(verdict.rules), verdict.lines, findings


@pytest.mark.parametrize("index", range(len(drills())), ids=[drill.id for drill in drills()])
def test_a_placement_is_judged_alike_in_all_variants(index):
    drill, random = drills()[index], Random(index)
    for number in (1, 2, 3, 5, 8):
        varied = vary(drill, number)
        for _ in range(6):
            placement = with_lines_drawn(varied, draw_placement(varied, random), random)

            assert essence(grade(drill, placement), varied.pieces) == essence(grade(varied, placement), varied.pieces)
        assert grade(varied, varied.solution).correct
        assert set(varied.topology) == set(drill.topology)


@quick
@given(st.sampled_from(NUMBERS), st.integers(0, 40))
def test_address_ranges_keep_their_nesting_and_stand_in_the_labels(number, index):
    drill = drills()[index % len(drills())]
    varied = vary(drill, number)
    ranges = {name: found.cidr for name, found in drill.topology.items() if found.cidr}
    for first, one in ranges.items():
        for second, other in ranges.items():
            was = ip_network(one, strict=False).overlaps(ip_network(other, strict=False))
            new = [ip_network(varied.topology[name].cidr, strict=False) for name in (first, second)]
            assert new[0].overlaps(new[1]) is was
        if one in drill.topology[first].label:
            assert varied.topology[first].cidr in varied.topology[first].label


def test_number_0_is_the_drill_itself(flagship):
    assert vary(flagship, 0) is flagship


def test_the_same_number_gives_the_same_variant(flagship):
    one, same = vary(flagship, 7), vary(flagship, 7)

    assert list(one.topology.values()) == list(same.topology.values())
    assert one.pieces == same.pieces


def test_there_are_no_negative_variants(flagship):
    with pytest.raises(ValueError, match="no variant -1"):
        vary(flagship, -1)


def test_variants_look_different(flagship):
    looks = {tuple(container.label for container in vary(flagship, number).topology.values()) for number in NUMBERS}

    assert len(looks) == len(NUMBERS)


def test_sister_zones_change_places_and_rows_are_mirrored_in_all_of_them(pair):
    orders = {tuple(vary(pair, number).topology) for number in NUMBERS}
    firsts = {order[order.index("vpc") + 1] for order in orders}

    assert firsts == {"zone-a", "zone-b"}
    assert len(orders) == 4
    for order in orders:
        tiers = [[name.removesuffix(zone) for name in order if name.endswith(zone)][1:] for zone in ("-a", "-b")]

        assert tiers[0] == tiers[1]


def test_zones_are_lettered_as_they_are_drawn(pair):
    for number in NUMBERS:
        letters = [zone.label[-1] for zone in vary(pair, number).topology.of_kind(ContainerKind.AZ)]

        assert letters == sorted(set(letters))


def test_zones_keep_their_letters_where_a_text_speaks_of_them(pair):
    told = replace(pair, stories=(), brief="Zone A fails.")

    labels = {vary(told, number).topology["zone-a"].label for number in NUMBERS}

    assert labels == {"Availability Zone A"}


def test_regions_get_other_codes_alike_in_all_texts():
    topology = Topology(
        [
            Container("one", ContainerKind.REGION, "Region eu-west-1"),
            Container("two", ContainerKind.REGION, "Region eu-central-1"),
        ]
    )
    drill = replace(make_drill(topology=topology), brief="From eu-west-1 to eu-central-1, never to us-east-1.")
    for number in NUMBERS:
        varied = vary(drill, number)
        one, two = (varied.topology[name].label.removeprefix("Region ") for name in ("one", "two"))

        assert one != two
        assert varied.brief == f"From {one} to {two}, never to us-east-1."


def test_a_region_that_a_text_names_by_its_place_keeps_its_code():
    topology = Topology([Container("one", ContainerKind.REGION, "Region eu-west-1")])
    drill = replace(make_drill(topology=topology), brief="The data stays in Ireland.")

    assert {vary(drill, number).topology["one"].label for number in NUMBERS} == {"Region eu-west-1"}


def test_addresses_change_alike_in_all_texts_but_only_private_ones_of_10():
    drill = replace(
        make_drill(topology=make_network()),
        brief="10.0.1.0/24 and 10.0.1.7 are in the VPC 10.0.0.0/16, 192.168.0.0/16 and 10.0.0.0/8 are not.",
        mislinks=(Mislink("a", "b", "Not from 10.0.1.7."),),
    )
    varied = vary(drill, 3)
    subnet, address, vpc = (varied.brief.split()[n].rstrip(",") for n in (0, 2, 7))

    assert subnet == varied.topology["public-a"].cidr != "10.0.1.0/24"
    assert vpc == varied.topology["vpc"].cidr != "10.0.0.0/16"
    assert ip_network(address).subnet_of(ip_network(subnet))
    assert varied.mislinks[0].because == f"Not from {address}."
    assert "192.168.0.0/16 and 10.0.0.0/8 are not" in varied.brief


def test_addresses_stay_where_a_text_gives_only_a_part_of_one(pair):
    told = replace(pair, stories=(), brief="Everything that begins with 10.0 is inside.")

    assert vary(told, 1).topology["vpc"].cidr == "10.0.0.0/16"


def test_stories_take_turns_with_the_drills_own_words(pair):
    titles = [vary(pair, number).title for number in (1, 2, 3)]

    assert titles == ["Other", "Small", "Other"]
    assert vary(pair, 1).brief == "For others."
    assert vary(pair, 1).pieces["one"].name == "Ledger"


def test_some_decoys_stay_one_at_least(pair):
    kept = [sum(piece.decoy for piece in vary(pair, number).pieces.values()) for number in NUMBERS]

    assert set(kept) == {1, 2, 3}
    assert all({"one", "two"} <= set(vary(pair, number).pieces) for number in NUMBERS)


def test_bins_and_cards_are_shuffled_and_steps_are_not():
    bins, steps = make_bins(), make_steps()

    assert {tuple(vary(bins, number).pieces) for number in NUMBERS} == {("disk", "desk"), ("desk", "disk")}
    assert {tuple(vary(steps, number).topology) for number in NUMBERS} == {("s1", "s2", "s3", "s4")}


@pytest.mark.parametrize(
    ("met", "number"), [((), 1), ((None, None), 1), ((1, 2), 3), ((None, 2), 1), ((3, 1, 0), 2), ((1, 1), 2)]
)
def test_the_first_variant_that_was_not_met(met, number):
    assert unseen_variant(met) == number
