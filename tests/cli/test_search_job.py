import json


def test_found_cards_are_printed_with_section_question_and_due_day(trainer):
    result = trainer("search", "internet gateway kind:basic", "--limit", "1")
    lines = result.out.splitlines()

    assert result.code == 0
    assert len(lines) == 2
    assert "  new  " in lines[0]
    assert lines[1].startswith("1 of 2 cards")


def test_json_holds_the_count_and_the_cards(trainer):
    result = trainer("search", '"internet gateway"', "--json", "--limit", "1")
    document = json.loads(result.out)

    assert document["count"] > 1
    (card,) = document["cards"]
    decided = {"suspended", "buried", "flag", "deleted", "retired", "outdated"}
    assert set(card) == {"id", "section", "question", "due", *decided}
    assert not any(card[name] for name in decided)
    assert card["due"] is None


def test_nothing_found_exits_with_1(trainer):
    result = trainer("search", "mainframe punchcards")

    assert (result.code, result.out) == (1, "No card fits.\n")


def test_a_mistake_is_one_line_and_exits_with_2(trainer):
    result = trainer("search", "is:late")

    assert result.code == 2
    assert result.err == (
        "trainer: there is no is:late (at character 1); it can be new, due, learnt, retired, failed, suspended, "
        "buried, flagged, deleted or outdated\n"
    )


def test_a_query_of_what_must_not_be_goes_behind_two_dashes(trainer):
    assert trainer("search", "--limit", "1", "--", "-vpc").code == 0
