import json

from trainer.app import open_memory
from trainer.study.fault_reports import report_fault


def report(folder):
    with open_memory(folder) as store:
        report_fault(store, "card:igw#front", "What is it?", "It is not.")


def test_reports_are_printed_and_written_into_one_file(trainer, tmp_path):
    folder, file = tmp_path / "data", tmp_path / "faults.md"
    assert trainer("faults", "--data-dir", str(folder)).out == "No fault was reported.\n"
    report(folder)

    told = trainer("faults", "--data-dir", str(folder))
    written = trainer("faults", "--data-dir", str(folder), "-o", str(file))
    (document,) = json.loads(trainer("faults", "--data-dir", str(folder), "--json").out)

    assert "## card:igw#front" in told.out
    assert written.out == f"1 reported, written to {file}\n"
    assert file.read_text(encoding="utf-8").strip() == told.out.strip()
    assert document["text"] == "It is not."


def test_a_place_that_cannot_be_written_is_told(trainer, tmp_path):
    result = trainer("faults", "--data-dir", str(tmp_path / "data"), "-o", str(tmp_path / "no" / "faults.md"))

    assert result.code == 2
    assert "no folder" in result.err
