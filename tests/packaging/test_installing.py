"""What an installer prints on failure becomes one sentence."""

import sys
from pathlib import Path

import pytest
from machine.failures import SetupError
from machine.installing import reason_of, run_installer

FOLDER, LOG = Path("folder"), Path("log")


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (
            (
                "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated\n"
                "    mako==1.4.3 from somewhere (from -r test.txt (line 9)):\n        Expected sha256 00"
            ),
            "hash in the lock (mako==1.4.3)",
        ),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: 'x'", "permission"),
        (
            (
                "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError('<...>: Failed to "
                "establish a new connection: [Errno -3] Temporary failure in name resolution')'\n"
                "ERROR: No matching distribution found for mako==1.4.3"
            ),
            "cannot be reached",
        ),
        ("SSLError(SSLCertVerificationError(1, 'CERTIFICATE_VERIFY_FAILED'))", "certificate"),
        ("ERROR: No matching distribution found for pygraphviz==2.0.4", "No build of pygraphviz==2.0.4"),
        ("strange\nerror: a thing nobody foresaw\nbye", "a thing nobody foresaw"),
    ],
)
def test_the_cause_is_told_in_one_sentence(printed, told):
    reason = reason_of(printed.splitlines(), FOLDER, LOG)

    assert told in reason
    assert "\n" not in reason


def test_an_installer_that_fails_is_told_and_its_words_are_kept(tmp_path):
    log = tmp_path / "log"

    with pytest.raises(SetupError, match="disk is full"):
        run_installer([sys.executable, "-c", "exit('No space left on device')"], tmp_path, log, print)
    assert "No space left" in log.read_text()


def test_each_package_reached_is_told(tmp_path):
    reached = []
    words = "print('Collecting mako==1.4.3 (from x)'); print('Collecting PyYAML')"

    run_installer([sys.executable, "-c", words], tmp_path, tmp_path / "log", reached.append)

    assert reached == ["mako", "PyYAML"]
