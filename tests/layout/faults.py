"""What may be wrong with a laid out diagram, found by looking at its geometry only."""

from itertools import combinations, pairwise

from trainer.layout.geometry import Point, Rect
from trainer.layout.sizes import BADGE

EPS = 0.01


def thin(start, end):
    left, top = min(start.x, end.x), min(start.y, end.y)
    return Rect(left, top, abs(start.x - end.x), abs(start.y - end.y))


def crosses(start, end, rect):
    """Whether a stretch of a line enters a rectangle."""
    line = thin(start, end)
    return (
        line.x < rect.right - EPS
        and rect.x + EPS < line.right
        and line.y < rect.bottom - EPS
        and rect.y + EPS < line.bottom
    )


def meets_badge(start, end, tile):
    """Whether a stretch of a line comes into the circle of a tile's badge."""
    x, y = tile.right, tile.y
    line = thin(start, end)
    near = Point(min(max(x, line.x), line.right), min(max(y, line.y), line.bottom))
    return (near.x - x) ** 2 + (near.y - y) ** 2 < (BADGE / 2 - EPS) ** 2


def badge(tile):
    return Rect(tile.right - BADGE / 2, tile.y - BADGE / 2, BADGE, BADGE)


def on_side(point, towards, rect):
    """Whether a line ends on a tile's side, at a right angle, from outside."""
    if point.x == towards.x:
        outside = towards.y < rect.y if abs(point.y - rect.y) < EPS else towards.y > rect.bottom
        return (
            rect.x < point.x < rect.right and outside and min(abs(point.y - rect.y), abs(point.y - rect.bottom)) < EPS
        )
    outside = towards.x < rect.x if abs(point.x - rect.x) < EPS else towards.x > rect.right
    return rect.y < point.y < rect.bottom and outside and min(abs(point.x - rect.x), abs(point.x - rect.right)) < EPS


def box_faults(topology, geometry):
    boxes = {box.container: box for box in geometry.boxes}
    whole = Rect(0, 0, geometry.width, geometry.height)
    yield from (f"{name} has no box" for name in topology if name not in boxes)
    for box in geometry.boxes:
        parent = topology[box.container].parent
        outer = boxes[parent].rect if parent else whole
        if not outer.contains(box.rect):
            yield f"{box.container} leaves what is around it"
        if not box.rect.contains(box.label):
            yield f"the label of {box.container} leaves its box"
        for child in topology.children(box.container):
            if boxes[child.id].rect.overlaps(box.label):
                yield f"{child.id} covers the label of {box.container}"
    for one, other in combinations(geometry.boxes, 2):
        if topology[one.container].parent == topology[other.container].parent and one.rect.overlaps(other.rect):
            yield f"{one.container} overlaps {other.container}"


def tile_faults(topology, geometry):
    boxes = {box.container: box for box in geometry.boxes}
    for tile in geometry.tiles:
        who = f"{tile.piece} in {tile.container}"
        if not boxes[tile.container].rect.contains(tile.rect):
            yield f"{who} leaves its container"
        if not boxes[tile.container].rect.contains(badge(tile.rect)):
            yield f"the badge of {who} leaves its container"
        for child in topology.children(tile.container):
            if boxes[child.id].rect.overlaps(tile.rect):
                yield f"{who} covers {child.id}"
        yield from (
            f"{who} or its badge covers the label of {box.container}"
            for box in geometry.boxes
            if box.label.overlaps(tile.rect) or box.label.overlaps(badge(tile.rect))
        )
    for one, other in combinations(geometry.tiles, 2):
        if (
            one.rect.overlaps(other.rect)
            or badge(one.rect).overlaps(other.rect)
            or one.rect.overlaps(badge(other.rect))
        ):
            yield f"{one.piece} overlaps {other.piece}"


def path_faults(geometry, links):
    for path in geometry.paths:
        link = links[path.link]
        who = f"{link.source} -> {link.target}"
        yield from (f"{who}: {fault}" for fault in end_faults(geometry, path, link))
        for start, end in pairwise(path.points):
            yield from (f"{who}: {fault}" for fault in stretch_faults(geometry, start, end))


def end_faults(geometry, path, link):
    points = path.points
    for which, point, towards, piece in (
        ("first", points[0], points[1], link.source),
        ("last", points[-1], points[-2], link.target),
    ):
        if not any(tile.piece == piece and on_side(point, towards, tile.rect) for tile in geometry.tiles):
            yield f"the {which} end is not on a side of {piece}"
        if abs(point.x - towards.x) + abs(point.y - towards.y) < 10:
            yield f"the {which} stretch is too short"


def stretch_faults(geometry, start, end):
    if (start.x == end.x) == (start.y == end.y):
        yield "a stretch is slanted or empty"
    for tile in geometry.tiles:
        if crosses(start, end, tile.rect):
            yield f"crosses {tile.piece}"
        if meets_badge(start, end, tile.rect):
            yield f"crosses the badge of {tile.piece}"
    for box in geometry.boxes:
        if crosses(start, end, box.label):
            yield f"crosses the label of {box.container}"


def plate_faults(geometry):
    plates = [path.plate for path in geometry.paths if path.plate]
    in_the_way = [box.label for box in geometry.boxes]
    in_the_way += [rect for tile in geometry.tiles for rect in (tile.rect, badge(tile.rect))]
    for plate in plates:
        if any(plate.overlaps(rect) for rect in in_the_way):
            yield "a plate covers a tile, a badge or a label"
    for one, other in combinations(plates, 2):
        if one.overlaps(other):
            yield "a plate covers a plate"
    yield from ("a label has no plate" for path in geometry.paths if path.label and not path.plate)


def faults(topology, geometry, links):
    return [
        *box_faults(topology, geometry),
        *tile_faults(topology, geometry),
        *path_faults(geometry, links),
        *plate_faults(geometry),
    ]


def shared_stretches(geometry):
    """Where lines of different links run less than 8 px beside each other, with how long."""
    found = []
    for one, other in combinations(geometry.paths, 2):
        if one.link == other.link:
            continue
        for a in pairwise(one.points):
            for b in pairwise(other.points):
                axis = 0 if a[0].x == a[1].x else 1
                if (b[0].x == b[1].x) == (axis == 0) and abs(a[0][axis] - b[0][axis]) < 8 - EPS:
                    low = max(min(a[0][1 - axis], a[1][1 - axis]), min(b[0][1 - axis], b[1][1 - axis]))
                    high = min(max(a[0][1 - axis], a[1][1 - axis]), max(b[0][1 - axis], b[1][1 - axis]))
                    if high - low > EPS:
                        found.append((one.link, other.link, high - low))
    return found
