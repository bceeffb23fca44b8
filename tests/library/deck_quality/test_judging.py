"""All checks together, over files."""

import pytest

from trainer.library.deck_quality.coverage import cover_facts
from trainer.library.deck_quality.judging import judge_decks

DECK = """\
section: s3
notes:
  - id: zones-of-standard
    kind: basic
    facts: [s3.1]
    explains: [s3.4]
    compares: classes
    tags: [contrast]
    front: How many zones keep an object?
    back: "{back}"
    why: Raf recommends S3 for that.
    {allow}source: A page
    difficulty: 1
"""


@pytest.fixture
def judge(tmp_path, curriculum):
    def judged(back="3", allow=""):
        (tmp_path / "s3.yaml").write_text(DECK.format(back=back, allow=allow and f"allow: {allow}\n    "))
        return judge_decks(tmp_path, curriculum, {"s3.7"})

    return judged


def test_a_sound_deck_has_no_finding_and_its_facts_are_counted(judge):
    judged = judge()

    assert not judged.findings
    assert judged.coverage.asked == ["s3.1", "s3.6"]  # the second says what the first does
    assert judged.coverage.explained == ["s3.4"]
    assert judged.coverage.set_aside == ["s3.5"]
    # what is useful has to be asked
    assert judged.coverage.missing == ["s3.2", "s3.3", "s3.7", "s3.10", "s3.9", "s3.8"]
    assert judged.compared == {"classes": 1, "files": 0}
    assert not judged.is_complete


def test_a_finding_names_file_line_and_note(judge, tmp_path):
    (found,) = judge(back="4").findings

    assert str(found).startswith(f"{tmp_path / 's3.yaml'}:3: zones-of-standard: 4 is in none of its facts")


def test_a_note_may_say_why_a_check_does_not_apply(judge):
    judged = judge(back="4", allow="{number-from-nowhere: It is the example's.}")

    assert not judged.findings
    assert judged.allowed == {"number-from-nowhere": 1}


def test_a_way_out_that_is_not_needed_is_a_finding(judge):
    (found,) = judge(allow="{yes-no: It may.}").findings

    assert found.check == "needless-allow"


def test_a_faulty_deck_is_left_out(tmp_path, curriculum):
    (tmp_path / "s3.yaml").write_text("section: [")
    judged = judge_decks(tmp_path, curriculum, faulty={"s3"})

    assert not judged.findings
    assert not judged.without_deck


def test_a_section_without_a_deck_is_told(tmp_path, curriculum):
    assert judge_decks(tmp_path, curriculum).without_deck == ["s3"]


def test_every_fact_stands_in_one_list(curriculum, write):
    coverage = cover_facts(curriculum, [write("basic", front="x", back="y")], ["s3.4"])
    lists = [coverage.asked, coverage.explained, coverage.set_aside, coverage.missing]

    assert sorted(fact for found in lists for fact in found) == sorted(curriculum.facts)
