"""Placements by chance, between empty and full and between all right and all wrong."""

import json
from collections.abc import Mapping
from random import Random

from trainer.cloud.drill import Drill, Piece, Placement


def draw_placement(drill: Drill, random: Random) -> Placement:
    """A placement, partial as a rule: tiles of the solution, some of them moved anywhere, and a decoy at times.

    Uniform chance alone would put nearly every piece where a scope rule hides what the other rules say.
    """
    fullness, disorder = random.random(), random.random() * 0.7
    pieces = (piece for piece in drill.pieces.values() if random.random() < fullness)
    drawn = {piece.id: _draw_tiles(drill, piece, disorder, random) for piece in pieces}
    return {piece: where for piece, where in drawn.items() if where}


def _draw_tiles(drill: Drill, piece: Piece, disorder: float, random: Random) -> tuple[str, ...]:
    if piece.decoy and random.random() < 1 - disorder / 2:
        return ()
    return _add_tiles(drill, piece, (), random.randint(1, piece.spans), disorder, random)


def _add_tiles(
    drill: Drill, piece: Piece, held: tuple[str, ...], count: int, disorder: float, random: Random
) -> tuple[str, ...]:
    """Adds tiles up to a number, each where the solution has one, or with the chance `disorder` anywhere."""
    tiles = list(held)
    while len(tiles) < min(count, len(drill.topology)):
        right = [place for place in drill.solution.get(piece.id, ()) if place not in tiles]
        anywhere = not right or random.random() < disorder
        free = [place for place in drill.topology if place not in tiles] if anywhere else right
        tiles.append(random.choice(free))
    return tuple(tiles)


def draw_completion(drill: Drill, placement: Placement, random: Random) -> Placement:
    """The placement with every missing tile put anywhere; decoys stay where they are."""
    disorder = random.random()
    added = {
        piece.id: _add_tiles(drill, piece, placement.get(piece.id, ()), piece.spans, disorder, random)
        for piece in drill.required
    }
    return {**placement, **added}


def draw_play(drill: Drill, random: Random) -> Placement:
    """A complete placement as someone makes it who knows nothing, except which pieces are decoys."""
    places = tuple(drill.topology)
    return {piece.id: tuple(random.sample(places, min(piece.spans, len(places)))) for piece in drill.required}


def in_words(placement: Mapping[str, tuple[str, ...]]) -> str:
    """A placement as `trainer drill grade --placement` reads it."""
    return json.dumps({piece: where[0] if len(where) == 1 else list(where) for piece, where in placement.items()})
