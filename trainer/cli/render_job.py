"""`trainer drill render`: a drill as a picture."""

from argparse import Namespace

from trainer.cli.drill_jobs import placement_to_draw
from trainer.errors import UserError
from trainer.layout.drill_picture import draw_drill, write_drill_dot
from trainer.library.shelf import Library

PIXELS_AND_PAGES = (".png", ".pdf")
"""Endings of pictures that Qt makes of the SVG."""


def draw_text(options: Namespace, library: Library) -> str:
    """The picture as text: SVG, or DOT where the file's name asks for it."""
    drill = library.drill(options.id)
    placement, verdict = placement_to_draw(options, drill)
    if options.output.suffix.lower() == ".dot":
        return write_drill_dot(drill, placement)
    return draw_drill(drill, placement, verdict=verdict, theme=options.theme)


def render_text(options: Namespace, library: Library) -> int:
    """Writes the picture to the file that was named.

    Raises:
        UserError: when the file cannot be written.
    """
    text = draw_text(options, library)
    try:
        options.output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UserError(f"{options.output}: the picture cannot be written: {error.strerror or error}") from error
    return 0
