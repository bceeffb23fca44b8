"""A drill with a placement as a picture: the one way in which files, reports and previews come by it."""

from collections.abc import Mapping
from dataclasses import replace

from trainer.cloud.covering import cover
from trainer.cloud.drill import Drill, Placement
from trainer.cloud.grading import Verdict
from trainer.cloud.lines import links_to_show
from trainer.layout.dot_export import to_dot
from trainer.layout.measure import Measure, table_measure
from trainer.layout.svg import to_svg
from trainer.layout.svg_covers import ASKED, BLANK, SHOWN
from trainer.layout.worker import lay_out_safely
from trainer.paths import icon_file
from trainer.tokens import THEMES


def draw_drill(
    drill: Drill,
    placement: Placement,
    *,
    verdict: Verdict | None = None,
    theme: str | Mapping[str, str] = "light",
    measure: Measure = table_measure,
    title: str = "",
) -> str:
    """Draws a drill as SVG.

    Args:
        drill: what is drawn.
        placement: where its pieces are, and the lines that the learner drew.
        verdict: how pieces and lines are judged; None for a picture without badges.
        theme: `light`, `dark`, or colours by token name.
        measure: how wide a text is.
        title: what the picture is of; the drill's title where empty.

    Raises:
        UserError: when the diagram cannot be laid out.
    """
    links = links_to_show(drill, placement)
    geometry = lay_out_safely(
        drill.topology, placement, drill.pieces, fixtures=drill.fixtures, links=links, measure=measure
    )
    lines = verdict.lines if verdict else {}
    states = ((number, lines.get((link.source, link.target))) for number, link in enumerate(links))
    return to_svg(
        geometry,
        drill.topology,
        drill.pieces,
        drill.fixtures,
        icons=_read_icon,
        states={piece: str(state) for piece, state in verdict.pieces.items()} if verdict else None,
        link_states={number: str(state) for number, state in states if state is not None},
        theme=THEMES[theme] if isinstance(theme, str) else theme,
        title=title or drill.title,
    )


def draw_hidden(
    drill: Drill,
    node: str,
    *,
    shown: bool,
    theme: str | Mapping[str, str] = "light",
    measure: Measure = table_measure,
    title: str = "",
) -> str:
    """Draws a solved drill with one piece or fixture covered; or shown and marked, with all else in its place.

    Args:
        drill: what is drawn.
        node: id of the piece or fixture.
        shown: whether it may be seen.
        theme: `light`, `dark`, or colours by token name.
        measure: how wide a text is.
        title: what the picture is of; it is seen before the answer, so it must not tell.

    Raises:
        UserError: when the diagram cannot be laid out.
        ValueError: when the drill has nothing of that id.
    """
    links = links_to_show(drill, drill.solution)
    geometry = lay_out_safely(
        drill.topology, drill.solution, drill.pieces, fixtures=drill.fixtures, links=links, measure=measure
    )
    states = {node: SHOWN}
    if not shown:
        covered = cover(drill, node)
        drill = covered.drill
        states = {**dict.fromkeys(covered.others, BLANK), node: ASKED}
        paths = (replace(path, label=covered.links[path.link].label) for path in geometry.paths)
        geometry = replace(geometry, paths=tuple(paths))
    return to_svg(
        geometry,
        drill.topology,
        drill.pieces,
        drill.fixtures,
        icons=_read_icon,
        states=states,
        theme=THEMES[theme] if isinstance(theme, str) else theme,
        title=title,
    )


def write_drill_dot(drill: Drill, placement: Placement) -> str:
    """A drill in the DOT language."""
    return to_dot(
        drill.topology,
        placement,
        drill.pieces,
        fixtures=drill.fixtures,
        links=links_to_show(drill, placement),
        title=drill.title,
    )


def _read_icon(service: str) -> str:
    return icon_file(service).read_text(encoding="utf-8")
