"""Examines a drill on every point."""

from collections.abc import Collection, Mapping
from random import Random

from trainer.cloud.drill import Drill
from trainer.cloud.search import count_accepted
from trainer.cloud.soundness.decoys import examine_decoys
from trainer.cloud.soundness.drawing import examine_lines
from trainer.cloud.soundness.finality import examine_finality
from trainer.cloud.soundness.guessing import examine_guessing, examine_words, measure_guessing
from trainer.cloud.soundness.live_rules import examine_rules
from trainer.cloud.soundness.model_answer import examine_misplacements, examine_solution
from trainer.cloud.soundness.report import Examined, Soundness, count_in_words
from trainer.cloud.soundness.sources import examine_facts
from trainer.cloud.soundness.symmetry import examine_symmetry

SAMPLES = 1000


def check_soundness(
    drill: Drill,
    facts: Collection[str],
    *,
    random: Random,
    samples: int = SAMPLES,
    labels: Mapping[str, str] | None = None,
    judged_whole: bool = False,
) -> Soundness:
    """Examines a drill on every point of "A drill is sound when" in the design.

    Args:
        drill: what to examine.
        facts: ids of the curriculum's facts.
        random: chance for what cannot be enumerated.
        samples: placements for each point that is sampled.
        labels: what each container says, routes included; without it, only the containers' labels count.
        judged_whole: feedback comes only on Check, so that it is random plays that count, not single guesses.
    """
    accepted = count_accepted(drill)
    guessing = measure_guessing(drill, random, samples)
    points = (
        examine_solution(drill),
        examine_misplacements(drill),
        examine_rules(drill, random, samples),
        examine_decoys(drill),
        examine_symmetry(drill, random, samples),
        examine_finality(drill, random, samples),
        examine_lines(drill, random, samples),
        examine_facts(drill, facts),
        examine_guessing(guessing, judged_whole=judged_whole),
        examine_words(drill, guessing, labels or {place.id: place.label for place in drill.topology.values()}),
        _examine_count(accepted),
    )
    return Soundness(
        drill=drill.id,
        points=points,
        accepted=accepted,
        guess_rate=guessing.rate,
        random_plays=guessing.plays,
        random_passes=guessing.passes,
    )


def _examine_count(accepted: int) -> Examined:
    failures = () if accepted else ("No complete placement is right: the rules contradict each other.",)
    return Examined("count", count_in_words(accepted), failures)
