import pytest

from trainer.library.checking import check_drill_file
from trainer.library.curriculum_checking import check_curriculum
from trainer.library.fault import ContentError
from trainer.paths import assets_dir, diagrams_dir


@pytest.fixture(scope="session")
def curriculum():
    return check_curriculum(assets_dir() / "curriculum.yaml")


@pytest.fixture(scope="session")
def drill_text():
    """The file of the first drill."""
    return (diagrams_dir() / "networking" / "first-vpc.yaml").read_text(encoding="utf-8")


@pytest.fixture
def faults_of(tmp_path, curriculum):
    """The faults of a drill file with this text, as `line, field, message`."""

    def check(text, name="first-vpc.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        faults = ()
        try:
            check_drill_file(path, curriculum)
        except ContentError as error:
            faults = error.faults

        assert {fault.file for fault in faults} <= {path}
        return [(fault.line, fault.field, fault.message) for fault in faults]

    return check
