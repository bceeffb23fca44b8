"""What must not matter to `grade`: order, names of zones, which of two like pieces is which, what is not there."""

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.drills import placements
from tests.fakes.examples import quick
from trainer.cloud.grading import PieceState, grade
from trainer.cloud.renaming import rename_containers, rename_pieces
from trainer.cloud.soundness.symmetry import piece_renamings, zone_renamings


def essence(verdict):
    findings = {
        (finding.rule, frozenset(finding.pieces), frozenset(finding.containers)) for finding in verdict.findings
    }
    return verdict.correct, verdict.complete, verdict.score, verdict.pieces, verdict.rules, findings


def states(verdict):
    return verdict.correct, verdict.complete, verdict.score, verdict.rules


@quick
@given(data=st.data())
def test_the_order_of_pieces_and_tiles_does_not_matter(flagship, data):
    placement = data.draw(placements(flagship))
    pairs = data.draw(st.permutations([(piece, where[::-1]) for piece, where in placement.items()]))

    assert essence(grade(flagship, dict(pairs))) == essence(grade(flagship, placement))


@quick
@given(data=st.data())
def test_a_piece_with_no_tiles_is_as_one_that_is_absent(flagship, data):
    placement = data.draw(placements(flagship))
    placed = {piece: where for piece, where in placement.items() if where}

    assert essence(grade(flagship, placement)) == essence(grade(flagship, placed))


@quick
@given(data=st.data())
def test_zones_can_swap_their_names(flagship, data):
    placement = data.draw(placements(flagship))
    (swap,) = zone_renamings(flagship)
    before, after = grade(flagship, placement), grade(flagship, rename_containers(placement, swap))

    assert states(after) == states(before)
    assert after.pieces == before.pieces


@quick
@given(data=st.data())
def test_interchangeable_pieces_can_swap_their_places(flagship, data):
    placement = data.draw(placements(flagship))
    (swap,) = piece_renamings(flagship)
    before, after = grade(flagship, placement), grade(flagship, rename_pieces(placement, swap))

    assert states(after) == states(before)
    assert after.pieces == {swap.get(piece, piece): state for piece, state in before.pieces.items()}


@quick
@given(data=st.data())
def test_findings_are_only_about_what_is_there(flagship, data):
    placement = data.draw(placements(flagship))
    for finding in grade(flagship, placement).findings:
        tiles = {place for piece in finding.pieces for place in placement.get(piece, ())}

        assert all(placement.get(piece) for piece in finding.pieces)
        assert set(finding.containers) <= tiles


@quick
@given(data=st.data())
def test_a_decoy_is_wrong_wherever_it_is_and_changes_nothing_else(flagship, data):
    placement = data.draw(placements(flagship))
    without = {piece: where for piece, where in placement.items() if not flagship.pieces[piece].decoy}
    verdict, bare = grade(flagship, placement), grade(flagship, without)
    placed = {piece for piece in placement.keys() - without.keys() if placement[piece]}

    assert {piece for piece in verdict.pieces if verdict.pieces[piece] is not bare.pieces[piece]} == placed
    assert all(verdict.pieces[piece] is PieceState.WRONG for piece in placed)


@quick
@given(data=st.data())
def test_the_score_is_full_exactly_when_the_placement_is_correct(flagship, data):
    verdict = grade(flagship, data.draw(placements(flagship)))

    assert 0 <= verdict.score <= 1
    assert (verdict.score == 1) is verdict.correct


def test_part_of_the_solution_never_has_an_error(flagship, mini):
    for drill in (flagship, mini):
        for count in range(len(drill.solution) + 1):
            part = dict(list(drill.solution.items())[:count])

            assert grade(drill, part).findings == ()
