from pathlib import Path

import pytest

from trainer.errors import UserError
from trainer.progress.formats import Format, format_for


@pytest.mark.parametrize(
    ("file", "chosen", "form"),
    [
        ("a.pdf", None, Format.PDF),
        ("a.HTML", None, Format.HTML),
        ("a.htm", Format.HTML, Format.HTML),
        ("a.csv", Format.CSV, Format.CSV),
        ("a", Format.PDF, Format.PDF),
        ("a.txt", Format.CSV, Format.CSV),
    ],
)
def test_the_format_is_the_chosen_one_or_that_of_the_name(file, chosen, form):
    assert format_for(Path(file), chosen) is form


@pytest.mark.parametrize(
    ("file", "chosen"), [("a.txt", None), ("a", None), ("a.pdf", Format.CSV), ("a.htm", Format.PDF)]
)
def test_what_is_unclear_or_contradicts_itself_is_told(file, chosen):
    with pytest.raises(UserError, match=file):
        format_for(Path(file), chosen)
