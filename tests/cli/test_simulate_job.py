import pytest


@pytest.mark.parametrize("option", ["--days", "--cards"])
@pytest.mark.parametrize("number", ["0", "-5", "ten"])
def test_a_number_that_cannot_be_used_is_one_sentence(trainer, tmp_path, option, number):
    result = trainer("simulate", "--data-dir", tmp_path / "life", option, number)

    assert result.code == 2
    assert f"argument {option}: {number!r} is no whole number from 1 up" in result.err
    assert result.err.count("\n") == 1
