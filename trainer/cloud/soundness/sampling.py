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
    if piece.decoy:
        return (random.choice(tuple(drill.topology)),) if random.random() < disorder / 2 else ()
    right = list(drill.solution.get(piece.id, ()))
    random.shuffle(right)
    return draw_tiles(drill, random.randint(1, piece.spans), right, disorder, random)


def draw_tiles(drill: Drill, count: int, right: list[str], disorder: float, random: Random) -> tuple[str, ...]:
    """As many different containers, each taken from the right ones, or with the chance `disorder` from all."""
    tiles: list[str] = []
    while len(tiles) < min(count, len(drill.topology)):
        from_all = not right or random.random() < disorder
        place = random.choice(tuple(drill.topology)) if from_all else right.pop()
        if place not in tiles:
            tiles.append(place)
    return tuple(tiles)


def draw_completion(drill: Drill, placement: Placement, random: Random) -> Placement:
    """The placement with every missing tile put anywhere; decoys stay where they are."""
    disorder = random.random()
    completed = dict(placement)
    for piece in drill.required:
        held = placement.get(piece.id, ())
        if len(held) < piece.spans:
            right = [place for place in drill.solution.get(piece.id, ()) if place not in held]
            drawn = draw_tiles(drill, piece.spans, right, disorder, random)
            added = [place for place in drawn if place not in held][: piece.spans - len(held)]
            completed[piece.id] = (*held, *added)
    return completed


def draw_play(drill: Drill, random: Random) -> Placement:
    """A complete placement as someone makes it who knows nothing, except which pieces are decoys."""
    places = tuple(drill.topology)
    return {piece.id: tuple(random.sample(places, piece.spans)) for piece in drill.required}


def in_words(placement: Mapping[str, tuple[str, ...]]) -> str:
    """A placement as `trainer drill grade --placement` reads it."""
    return json.dumps({piece: where[0] if len(where) == 1 else list(where) for piece, where in placement.items()})
