"""What a layout returns: final boxes, tiles and link paths, in scene units (1 unit = 1 px at scale 1)."""

from dataclasses import dataclass
from typing import NamedTuple

from trainer.cloud.drill import LinkKind


class Point(NamedTuple):
    """A position; y grows downwards."""

    x: float
    y: float


class Rect(NamedTuple):
    """An upright rectangle by its top left corner and its size; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def contains(self, other: "Rect") -> bool:
        """Whether another rectangle lies wholly inside this one."""
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom

    def overlaps(self, other: "Rect") -> bool:
        """Whether the insides of two rectangles meet; touching edges do not count."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Box:
    """A container as drawn.

    Attributes:
        label: the strip at the top left that holds the container's label; nothing else crosses it.
        depth: 0 for an outermost container.
    """

    container: str
    rect: Rect
    label: Rect
    depth: int


@dataclass(frozen=True, slots=True)
class Tile:
    """One piece or fixture in one container; a piece that spans containers has a tile in each."""

    piece: str
    container: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class Path:
    """A link between two tiles as drawn.

    Attributes:
        link: index of the link in the drill; a link between spanning pieces can have several paths.
        points: the corners of an orthogonal line, from the source tile's edge to the target tile's edge.
        plate: the rectangle of the link's label, if it has one.
    """

    link: int
    kind: LinkKind
    points: tuple[Point, ...]
    plate: Rect | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Geometry:
    """A whole diagram. Boxes come outermost first, tiles in drawing order."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    tiles: tuple[Tile, ...]
    paths: tuple[Path, ...]
