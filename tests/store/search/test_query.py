import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.examples import quick
from trainer.store.search.query import FieldTerm, Query, QueryMistake, Term, parse_query

PIECES = st.sampled_from(
    ["is:", "-", '"', "due", " ", "kind:", "s3:GetObject", "\0", "\ud800", "10.0.0.0/16", "*", "OR"]
)


def words(text, **how):
    return [term.text for term in parse_query(text, **how).terms]


def test_an_empty_query_asks_for_everything():
    assert parse_query("  ") == Query()


def test_words_phrases_and_what_must_not_be():
    query = parse_query('gateway "public subnet" -nat -"transit gateway"')

    assert query.terms == (
        Term("gateway"),
        Term("public subnet"),
        Term("nat", negated=True),
        Term("transit gateway", negated=True),
    )


@pytest.mark.parametrize("word", ["10.0.0.0/16", "s3:GetObject", "0.0.0.0/0", "arn:aws:s3"])
def test_addresses_and_actions_are_words(word):
    assert words(word) == [word]


def test_stops_at_the_edges_of_words_and_what_is_no_word_are_passed_over():
    assert words("... gateway. & - (nat):") == ["gateway", "(nat)"]


def test_fields_are_known_in_any_case_and_take_quotes():
    query = parse_query('IS:Due -kind:cloze section:"vpc-intro" tag:scope fact:vpc-intro.1')

    assert query.terms == ()
    assert query.fields == (
        FieldTerm("is", "due"),
        FieldTerm("kind", "cloze", negated=True),
        FieldTerm("section", "vpc-intro"),
        FieldTerm("tag", "scope"),
        FieldTerm("fact", "vpc-intro.1"),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "vpc is:late",
            (
                "there is no is:late (at character 5); it can be new, due, learnt, retired, failed, suspended, "
                "buried, flagged, deleted or outdated"
            ),
        ),
        (
            "is:",
            (
                "is: needs a word (at character 1); it can be new, due, learnt, retired, failed, suspended, "
                "buried, flagged, deleted or outdated"
            ),
        ),
        (
            "-kind:essay",
            (
                "there is no kind:essay (at character 2); "
                "it can be basic, cloze, choice, typed, multi, ordering, matching or occluded"
            ),
        ),
        ("section: vpc", "section: (at character 1) needs the id of a section, such as section:vpc-intro"),
        (
            "state:old",
            "there is no state:old (at character 1); it can be new, learning, young or mature",
        ),
        ("vpc rated:", "rated: (at character 5) needs a number of days, such as rated:7, or rated:7:forgot"),
        ("rated:0", "rated: (at character 1) needs a number of days, such as rated:7, or rated:7:forgot"),
        (
            "-rated:3:good!",
            "there is no rated:3:good! (at character 2); after the days it can be forgot, hard, good or easy",
        ),
        ('a "b c', 'the quotation that begins at character 3 has no end; close it with "'),
    ],
)
def test_a_mistake_says_where_and_what_is_allowed(text, told):
    with pytest.raises(QueryMistake) as raised:
        parse_query(text)

    assert str(raised.value) == told
    assert raised.value.exit_code == 2


def test_days_and_grades_are_read():
    query = parse_query('state:Young rated:07 -rated:"30:forgot"')

    assert query.fields == (
        FieldTerm("state", "young"),
        FieldTerm("rated", "7"),
        FieldTerm("rated", "30:forgot", negated=True),
    )


def test_the_last_word_may_go_on_while_somebody_types():
    assert parse_query("nat gate", typing=True).terms == (Term("nat"), Term("gate", is_begun=True))
    assert parse_query("nat gate ", typing=True).terms[-1] == Term("gate")
    assert parse_query('"nat gate', typing=True).terms == (Term("nat gate", is_begun=True),)
    assert parse_query('"nat gate"', typing=True).terms == (Term("nat gate"),)
    assert parse_query("-ga", typing=True).terms == (Term("ga", negated=True),)


@quick
@given(st.text() | st.lists(PIECES).map("".join), st.booleans())
def test_any_text_is_a_query_or_gets_one_sentence(text, typing):
    try:
        query = parse_query(text, typing=typing)
    except QueryMistake as mistake:
        told = str(mistake).splitlines()
    else:
        told = ["understood"]
        assert all(term.text for term in query.terms)
        assert all(field.value for field in query.fields)

    assert len(told) == 1
