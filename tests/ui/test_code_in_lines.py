import pytest

from trainer.ui.look import Look
from trainer.ui.study.markup_label import MarkupLabel


@pytest.mark.parametrize("code", ["/16", "10.1.64.0/20", "eu-west-1"])
def test_no_line_breaks_inside_short_code(qtbot, code):
    label = MarkupLabel(Look("light", motion=False))
    qtbot.addWidget(label)
    label.show_markup(f"It lies within the range, and a `{code}` is as good as any other.")

    for width in range(120, 420, 4):
        label._document.setTextWidth(width)
        assert len(list(label._document.code_rects())) == 1, width
