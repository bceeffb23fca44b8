import pytest

from trainer.app import open_memory
from trainer.study.exam_session import read_exams
from trainer.study.planning.wish import KEY, read_wish


@pytest.mark.parametrize("option", ["--days", "--cards"])
@pytest.mark.parametrize("number", ["0", "-5", "ten"])
def test_a_number_that_cannot_be_used_is_one_sentence(trainer, tmp_path, option, number):
    result = trainer("simulate", "--data-dir", tmp_path / "life", option, number)

    assert result.code == 2
    assert f"argument {option}: {number!r} is no whole number from 1 up" in result.err
    assert result.err.count("\n") == 1


def test_a_life_has_an_exam_behind_it_and_one_ahead(trainer, tmp_path):
    assert trainer("simulate", "--data-dir", tmp_path / "life", "--days", "3").code == 0

    with open_memory(tmp_path / "life") as store:
        (exam,) = read_exams(store)
        wish = read_wish(store.get_setting(KEY))

    assert len(exam.end.right) == len(exam.items) - 1
    assert wish.exam is not None
    assert trainer("doctor", "--data-dir", tmp_path / "life").code == 0
