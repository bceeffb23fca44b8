from trainer.learning.note import Note, NoteKind
from trainer.library.contrasts import terms_of_drill, terms_of_notes
from trainer.library.shelf import open_library


def note(uid, kind, tags=(), **fields):
    return Note(uid, kind, "vpc-intro", fields, tags=tags)


def options(*texts):
    return [{"text": text, "because": "An ALB says so.", "right": not number} for number, text in enumerate(texts)]


def pairs(*sides):
    return [{"left": left, "right": right} for left, right in sides]


def terms(*notes):
    return {uid: tuple(map(tuple, found)) for uid, found in terms_of_notes(notes).items()}


def test_a_choice_is_between_its_options():
    choice = note("a", NoteKind.CHOICE, question="With a VGW?", options=options("An IGW", "A NAT gateway"), why="NLB")

    assert terms(choice) == {"a": (("internet-gateway",), ("internet-gateway", "nat-gateway"))}


def test_fewer_than_two_terms_tell_nothing_apart():
    assert terms(note("a", NoteKind.CHOICE, question="?", options=options("An IGW", "Two IGWs"))) == {}
    assert terms(note("a", NoteKind.BASIC, front="An IGW or a NAT gateway?", back="An IGW.")) == {}


def test_what_explains_a_contrast_counts_too_and_contrasts_come_first():
    plain = note("a", NoteKind.CHOICE, question="?", options=options("An IGW", "A NAT gateway"))
    choice = note(
        "b", NoteKind.CHOICE, ("contrast",), question="?", options=options("An IGW", "Both"), why="Not a VGW."
    )
    basic = note("c", NoteKind.BASIC, ("contrast",), front="An ALB or an NLB?", back="The first.")

    both = ("internet-gateway", "virtual-private-gateway")
    balancers = ("application-load-balancer", "network-load-balancer")
    found = terms(plain, choice, basic)
    assert list(found) == ["b", "c", "a"]
    assert (found["b"], found["c"]) == ((both, both), (balancers, balancers))


def test_left_sides_count_where_right_ones_say_nothing():
    rights = note(
        "a", NoteKind.MATCHING, question="?", pairs=pairs(("In a VPC", "IGW"), ("In a subnet", "NAT gateway"))
    )
    lefts = note("b", NoteKind.MATCHING, question="?", pairs=pairs(("IGW", "Both ways"), ("NAT gateway", "Out")))

    gateways = ("internet-gateway", "nat-gateway")
    assert terms(rights, lefts) == {"a": (gateways, gateways), "b": (gateways, gateways)}


def test_a_drill_tells_apart_its_pieces_bins_and_subnets():
    library = open_library()

    flagship = set(terms_of_drill(library.drill("three-tier-two-zones")))
    assert {"internet-gateway", "nat-gateway", "rds-standby", "public-subnet", "private-subnet"} <= flagship
    assert {"rds-standby", "read-replica"} <= set(terms_of_drill(library.drill("standby-or-replica")))
