import pytest

from trainer.paths import diagrams_dir

CHANGES = {
    "unknown service": (
        ("service: nat-gateway", "service: nat-gatewya"),
        ("pieces.1.service", "there is no service 'nat-gatewya'; did you mean 'nat-gateway'?"),
    ),
    "piece twice": (("id: nat, ", "id: igw, "), ("pieces.1.id", "the piece or fixture id 'igw' comes twice")),
    "container twice": (
        ("id: private-a", "id: public-a"),
        ("containers.1.children.0.children.0.children.1.id", "the container id 'public-a' comes twice"),
    ),
    "unknown rule": (
        ("- nat-in-public-subnet", "- nat-in-pubic-subnet"),
        ("rules.1", "there is no rule 'nat-in-pubic-subnet'; did you mean 'nat-in-public-subnet'?"),
    ),
    "unknown parameter": (
        ("- rule: private-instances\n", "- rule: private-instances\n    zones: 2\n"),
        ("rules.2.zones", "the rule private-instances has no parameter 'zones'; its parameters: none"),
    ),
    "parameter missing": (
        ("- nat-in-public-subnet", "- {rule: different-zones}"),
        ("rules.1", "the rule different-zones needs the parameter 'pieces'"),
    ),
    "parameter of the wrong form": (
        ("- nat-in-public-subnet", "- {rule: different-zones, pieces: nat}"),
        ("rules.1.pieces", "expected a list of at least two piece ids"),
    ),
    "parameter without a piece": (
        ("- nat-in-public-subnet", "- {rule: rules-stand-in-security-groups, pieces: []}"),
        ("rules.1.pieces", "expected a list of at least one piece id"),
    ),
    "parameter with an unknown piece": (
        ("- nat-in-public-subnet", "- {rule: different-zones, pieces: [nat, instanse]}"),
        ("rules.1.pieces.1", "there is no piece 'instanse'; did you mean 'instance'?"),
    ),
    "parameter with a piece twice": (
        ("- nat-in-public-subnet", "- {rule: different-zones, pieces: [nat, nat]}"),
        ("rules.1.pieces.1", "the piece 'nat' is in the list already"),
    ),
    "parameter without a line's end": (
        ("- nat-in-public-subnet", "- {rule: writes-go-to-the-source, writers: []}"),
        ("rules.1.writers", "expected a list of piece or fixture ids"),
    ),
    "parameter with an unknown line's end": (
        ("- nat-in-public-subnet", "- {rule: writes-go-to-the-source, writers: [update-servers, instanse]}"),
        ("rules.1.writers.1", "there is no piece or fixture 'instanse'; did you mean 'instance'?"),
    ),
    "rule about nothing here": (
        ("- nat-in-public-subnet", "- databases-without-internet-route"),
        ("rules.1", "the rule databases-without-internet-route is about rds; this drill has no such piece"),
    ),
    "access against routes": (
        ("access: public", "access: private"),
        (
            "containers.1.children.0.children.0.children.0.access",
            "public means: a route leads to an internet gateway; `routes` says otherwise",
        ),
    ),
    "access left out": (
        ("                access: public\n", ""),
        (
            "containers.1.children.0.children.0.children.0",
            "a subnet needs `access: public` or `access: private`, unless its route table is a piece to place",
        ),
    ),
    "routes of a zone": (
        ("kind: az\n", "kind: az\n            access: public\n"),
        (
            "containers.1.children.0.children.0",
            "only a subnet has `access` and `routes`, and this is of the kind az",
        ),
    ),
    "solution without a piece": (("  nat: public-a\n", ""), ("solution", "the solution leaves out the piece 'nat'")),
    "solution in no place": (
        ("nat: public-a", "nat: public-b"),
        ("solution.nat", "there is no container 'public-b'; did you mean 'public-a'?"),
    ),
    "solution with too many tiles": (
        ("nat: public-a", "nat: [public-a, private-a]"),
        ("solution.nat", "'nat' belongs in one container, 2 given"),
    ),
    "decoy without a requirement": (
        ("service: ec2-instance,", "service: ec2-instance, decoy: true,"),
        ("pieces.2", "a decoy names the requirement that it breaks (`breaks:`), and only a decoy does"),
    ),
    "unknown fact": (
        ("vpc-intro.20", "vpc-intro.2000"),
        ("pieces.0.facts.1", "there is no fact 'vpc-intro.2000' in the curriculum"),
    ),
    "unknown section": (
        ("sections: [vpc-intro,", "sections: [vpc-intra,"),
        ("sections.0", "there is no section 'vpc-intra'; did you mean 'vpc-intro'?"),
    ),
    "link to itself": (
        ("{from: instance, to: nat}", "{from: nat, to: nat}"),
        ("links.0", "a link joins two different pieces"),
    ),
    "unknown field": (("minutes: 1", "minutes: 1\nminute: 1"), ("minute", "there is no such field")),
}


@pytest.mark.parametrize(("change", "expected"), CHANGES.values(), ids=CHANGES)
def test_a_fault_is_told_with_line_and_field(faults_of, drill_text, change, expected):
    text = drill_text.replace(*change)
    faults = faults_of(text)
    line = next(line for line, field, message in faults if (field, message) == expected)

    assert text != drill_text
    assert line > 1


def test_the_line_is_that_of_the_field(faults_of, drill_text):
    text = drill_text.replace("service: nat-gateway,", "\n     service: moon,")
    ((line, field, _), *_) = faults_of(text)

    assert field == "pieces.1.service"
    assert text.splitlines()[line - 1].strip().startswith("service: moon")


@pytest.mark.parametrize(
    ("change", "field", "told"),
    [
        (("minutes: 1", "minutes: many"), "minutes", "unable to parse string as an integer (found 'many')"),
        (("difficulty: 1", "difficulty: 9"), "difficulty", "less than or equal to 5 (found 9)"),
        (("kind: az", "kind: zone"), "containers.1.children.0.children.0.kind", "'az', 'subnet'"),
        (("rules:\n", "rules:\n  - {asked: true}\n"), "rules.0.rule", "this field is missing"),
        (("rules:\n", "rules:\n  - [x]\n"), "rules.0", "expected fields (`name: value`)"),
        (("rules:\n", "rules:\n  - Wrong Name\n"), "rules.0", "should match pattern"),
        (("igw: vpc", "igw: [vpc, [x]]"), "solution.igw.1", "valid string"),
        (("igw: vpc", "Igw: vpc"), "solution.Igw", "should match pattern"),
        (("title:", "Title:"), "Title", "there is no such field"),
    ],
)
def test_a_wrong_form_is_told_in_terms_of_the_file(faults_of, drill_text, change, field, told):
    faults = faults_of(drill_text.replace(*change))
    messages = [message for _, at, message in faults if at == field]

    assert len(messages) == 1
    assert told in messages[0]


def test_all_faults_are_told_at_once_in_the_order_of_the_lines(faults_of, drill_text):
    text = drill_text
    for old, new in [
        ("minutes: 1", "minutes: many"),
        ("sections: [vpc-intro,", "sections: [vpc-intra,"),
        ("service: nat-gateway", "service: moon"),
        ("- igw-attached-to-vpc", "- no-such-rule"),
        ("to: igw}", "to: mars}"),
    ]:
        text = text.replace(old, new, 1)
    faults = faults_of(text)

    assert {"minutes", "sections.0", "pieces.1.service", "rules.0", "links.1.to"} <= {field for _, field, _ in faults}
    assert [line for line, _, _ in faults] == sorted(line for line, _, _ in faults)


def test_what_follows_from_another_fault_is_not_told(faults_of, drill_text):
    text = drill_text.replace("service: nat-gateway,", "service: nat-gateway, spans: many,")

    assert [field for _, field, _ in faults_of(text)] == ["pieces.1.spans"]


@pytest.mark.parametrize("text", ["[1]", "drill", "3"])
def test_a_file_that_is_no_drill_is_told_what_is_expected(faults_of, text):
    assert faults_of(text) == [(1, "", "expected the fields of a drill (`id:`, `title:`, ...)")]


def test_an_empty_mapping_misses_every_required_field(faults_of):
    missing = [field for _, field, message in faults_of("{}") if message == "this field is missing"]

    assert {"id", "title", "brief", "sections", "containers", "difficulty", "minutes"} <= set(missing)


def test_the_id_has_to_be_the_name_of_the_file(faults_of, drill_text):
    (fault,) = faults_of(drill_text, name="second-vpc.yaml")

    assert fault == (2, "id", "the id is the file's name without .yaml: expected 'second-vpc'")


@pytest.mark.parametrize("path", sorted(diagrams_dir().rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_drills_that_come_with_the_program_have_no_faults(faults_of, path):
    assert faults_of(path.read_text(encoding="utf-8"), name=path.name) == []
