"""The curriculum file: what is wrong in it is told with its line and field."""

import pytest

from trainer.library.curriculum import Tier, build_curriculum
from trainer.library.curriculum_checking import check_curriculum_file
from trainer.library.fault import ContentError

COURSE = """\
domains:
- {id: storage, title: Storage}
guide:
  title: The guide
  domains:
  - id: "1"
    title: Secure
    tasks:
    - {id: "1.1", title: Secure access}
    - {id: "1.2", title: Secure workloads}
sections:
- {id: a, title: A, course: C, week: 1, domain: storage, tasks: ["1.1"], core: [1], context: [3]}
- {id: b, title: B, course: C, week: 2, domain: storage, tasks: [], needs: [a]}
comparisons:
- {id: this-or-that, title: This or that, sections: [b]}
facts:
- {id: a.1, text: One.}
- {id: a.2, text: Two., volatile: true, as_of: 2026-11}
- {id: a.3, text: Three., set_aside: It is a story.}
- {id: b.1, text: One again., same_as: a.1}
- {id: b.2, text: Right., course: Wrong., correction: c-b, sure: high, as_of: 2026-11}
corrections:
- {id: c-b, says: Wrong., right: Right., sure: high, facts: [b.2]}
"""


@pytest.fixture
def faults_of(tmp_path):
    def check(text):
        path = tmp_path / "curriculum.yaml"
        path.write_text(text, encoding="utf-8")
        try:
            check_curriculum_file(path)
        except ContentError as error:
            return [(fault.line, f"{fault.field}: {fault.message}") for fault in error.faults]
        return []

    return check


def test_a_sound_curriculum_has_no_faults(faults_of):
    assert faults_of(COURSE) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("domain: storage, tasks", "domain: storrage, tasks", 12, "sections.0.domain: there is no domain 'storrage'"),
        ('tasks: ["1.1"]', 'tasks: ["1.3"]', 12, "sections.0.tasks: the exam guide has no task '1.3'"),
        ("needs: [a]", "needs: [b]", 13, "sections.1.needs: no section 'b' stands above this one"),
        ("core: [1]", "core: [7]", 12, "sections.0.core: there is no fact a.7"),
        ("core: [1]", "core: one", 12, "sections.0.core: Input should be a valid list"),
        ("context: [3]", "context: [1, 3]", 12, "sections.0.context: a.1 stands in `core` too"),
        ("week: 1", "weak: 1", 12, "sections.0.weak: there is no such field"),
        ("title: A, course: C, ", "", 12, "sections.0.title: this field is missing"),
        ("week: 1, domain: storage,", "week: 1,", 12, "sections.0.domain: this field is missing"),
        (', tasks: ["1.1"]', "", 12, "sections.0.tasks: this field is missing"),
        ("sections: [b]", "sections: [c]", 15, "comparisons.0.sections: there is no section 'c'"),
        ("same_as: a.1", "same_as: a.9", 20, "facts.3.same_as: no fact 'a.9' stands above this one; did you mean"),
        ("same_as: a.1", "same_as: b.2", 20, "facts.3.same_as: no fact 'b.2' stands above this one"),
        ("text: Right.,", "text: Right., same_as: b.1,", 21, "facts.4.same_as: b.1 repeats a.1 itself"),
        ("volatile: true, as_of: 2026-11", "volatile: true", 18, "facts.1.volatile: what AWS changes says as of when"),
        ("core: [1]", "core: [1, 2]", 18, "facts.1.volatile: what AWS changes is nothing that the rest hangs on"),
        ("text: One.", "text: One., set_aside: No.", 17, "facts.0.set_aside: what the rest hangs on cannot be"),
        (
            "as_of: 2026-11}\n- {id: a.3",
            "as_of: 2026}\n- {id: a.3",
            18,
            "facts.1.as_of: Input should be a valid",
        ),
        ("correction: c-b", "correction: c-c", 21, "facts.4.correction: there is no correction 'c-c'"),
        ("facts: [b.2]", "facts: [b.3]", 23, "corrections.0.facts: there is no fact 'b.3'"),
        ("id: b.2", "id: b.1", 21, "facts.4.id: the id 'b.1' comes twice"),
        ('id: "1.2"', 'id: "1.1"', 3, "guide.1.id: the id '1.1' comes twice"),
    ],
)
def test_a_fault_is_told_where_it_stands(faults_of, old, new, line, told):
    assert old in COURSE

    found = faults_of(COURSE.replace(old, new, 1))

    assert any(at == line and told in message for at, message in found), found


@pytest.mark.parametrize("text", ["- 1", "sections: 5", "facts: []", "5"])
def test_what_is_no_curriculum_is_said_to_be_none(faults_of, text):
    assert faults_of(text)


def test_no_more_than_sixty_facts_are_set_aside(faults_of):
    many = "".join(f"- {{id: b.{n}, text: Text {n}., set_aside: It is a story.}}\n" for n in range(3, 63))

    assert faults_of(COURSE.replace("corrections:", f"{many}corrections:")) == [
        (81, "facts.64.set_aside: more than 60 facts are set aside: ask or explain some")
    ]


def test_a_fact_tells_what_hangs_on_it_and_what_it_repeats(tmp_path):
    path = tmp_path / "curriculum.yaml"
    path.write_text(COURSE, encoding="utf-8")

    curriculum = build_curriculum(check_curriculum_file(path))

    assert [fact.tier for fact in curriculum.facts.values()] == [
        Tier.CORE,
        Tier.USEFUL,
        Tier.CONTEXT,
        Tier.USEFUL,
        Tier.USEFUL,
    ]
    assert curriculum.facts["a.2"].volatile
    assert curriculum.changing == {"a.2": "2026-11"}
    assert curriculum.facts["a.3"].set_aside == "It is a story."
    assert curriculum.first_of("b.1") == curriculum.first_of("a.1") == "a.1"
    assert curriculum.facts["b.1"].section == "b"
    assert curriculum.comparisons["this-or-that"].sections == ("b",)


def test_tasks_of_the_guide_that_no_section_touches_are_known(tmp_path):
    path = tmp_path / "curriculum.yaml"
    path.write_text(COURSE, encoding="utf-8")

    assert build_curriculum(check_curriculum_file(path)).untouched_tasks == {"1.2": "Secure workloads"}
