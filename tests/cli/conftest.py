from dataclasses import dataclass

import pytest

from trainer.main import main


@dataclass
class Result:
    code: int
    out: str
    err: str


@pytest.fixture
def trainer(capsys):
    """Runs the `trainer` command as the shell would; returns exit code, output and error text."""

    def run(*arguments):
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as error:
            code = error.code
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run
