from dataclasses import replace

from trainer.cloud.soundness.sources import examine_facts


def test_facts_that_exist_are_counted(mini, library):
    examined = examine_facts(mini, library.curriculum.facts)

    assert examined.failures == ()
    assert examined.extent == "9 facts behind 7 pieces and rules"


def test_a_fact_that_does_not_exist_is_told_with_its_owner(mini, library):
    nat = replace(mini.pieces["nat"], facts=("vpc-intro.999",))
    (failure,) = examine_facts(replace(mini, pieces={**mini.pieces, "nat": nat}), library.curriculum.facts).failures

    assert failure == "pieces.nat names the fact vpc-intro.999, which the curriculum does not have."


def test_a_piece_without_facts_is_told(mini, library):
    nat = replace(mini.pieces["nat"], facts=())
    (failure,) = examine_facts(replace(mini, pieces={**mini.pieces, "nat": nat}), library.curriculum.facts).failures

    assert failure.startswith("pieces.nat names no fact")


def test_facts_of_rules_are_looked_at_too(mini):
    failures = examine_facts(mini, ()).failures

    assert any(failure.startswith("The rule nat-in-public-subnet names the fact") for failure in failures)
