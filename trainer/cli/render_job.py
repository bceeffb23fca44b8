"""`trainer drill render`: a drill as a picture."""

from argparse import Namespace

from trainer.cli.drill_jobs import placement_to_draw
from trainer.cloud.lines import links_to_show
from trainer.errors import UserError
from trainer.layout.measure import table_measure
from trainer.layout.svg import to_svg
from trainer.layout.worker import lay_out_safely
from trainer.library.shelf import Library
from trainer.paths import icon_file
from trainer.tokens import THEMES


def draw_svg(options: Namespace, library: Library) -> str:
    """The picture as SVG text."""
    drill = library.drill(options.id)
    placement, verdict = placement_to_draw(options, drill)
    geometry = lay_out_safely(
        drill.topology,
        placement,
        drill.pieces,
        fixtures=drill.fixtures,
        links=links_to_show(drill, placement),
        measure=table_measure,
    )
    return to_svg(
        geometry,
        drill.topology,
        drill.pieces,
        drill.fixtures,
        icons=lambda service: icon_file(service).read_text(encoding="utf-8"),
        states={piece: str(state) for piece, state in verdict.pieces.items()} if verdict else None,
        theme=THEMES[options.theme],
        title=drill.title,
    )


def render_svg(options: Namespace, library: Library) -> int:
    """Writes the picture to the file that was named.

    Raises:
        UserError: when the file cannot be written.
    """
    text = draw_svg(options, library)
    try:
        options.output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UserError(f"{options.output}: the picture cannot be written: {error.strerror or error}") from error
    return 0
