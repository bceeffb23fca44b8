"""The picture of a placement in which something is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.cloud.drill import Drill, Line, Link, Placement
from trainer.cloud.grading import Finding
from trainer.cloud.lines import links_to_show
from trainer.layout.geometry import Geometry
from trainer.layout.measure import table_measure
from trainer.layout.svg import MARGIN, to_svg
from trainer.layout.worker import lay_out_safely
from trainer.paths import icon_file

_TALL = 0.85


@dataclass(frozen=True, slots=True)
class Picture:
    """A placement, laid out and ready to be drawn.

    Attributes:
        links: the lines that are drawn; a path of the geometry tells its own by number.
        wrong: the pieces that are marked, by id; `wrong_lines` likewise.
        title: what a screen reader says instead.
    """

    drill: Drill = field(repr=False)
    geometry: Geometry = field(repr=False)
    links: tuple[Link, ...]
    wrong: tuple[str, ...]
    wrong_lines: tuple[Line, ...]
    title: str

    @property
    def width(self) -> float:
        """Its own width in px."""
        return self.geometry.width + 2 * MARGIN

    @property
    def is_tall(self) -> bool:
        """Whether it is clearly higher than wide, so that text has room beside it."""
        return self.geometry.width < _TALL * self.geometry.height


def lay_out_picture(drill: Drill, placement: Placement, finding: Finding, title: str) -> Picture:
    """Lays out a placement of a drill in which a finding is to be seen.

    Raises:
        UserError: when it cannot be laid out.
    """
    links = links_to_show(drill, placement)
    geometry = lay_out_safely(
        drill.topology, placement, drill.pieces, fixtures=drill.fixtures, links=links, measure=table_measure
    )
    return Picture(drill, geometry, links, finding.pieces, finding.lines, title)


def draw_picture(picture: Picture, theme: Mapping[str, str]) -> str:
    """The picture as SVG, in colours by token name, which may also be variables of a page."""
    drill = picture.drill
    return to_svg(
        picture.geometry,
        drill.topology,
        drill.pieces,
        drill.fixtures,
        icons=lambda service: icon_file(service).read_text(encoding="utf-8"),
        states=dict.fromkeys(picture.wrong, "wrong"),
        link_states={
            number: "wrong"
            for number, link in enumerate(picture.links)
            if (link.source, link.target) in picture.wrong_lines
        },
        theme=theme,
        title=picture.title,
    )
