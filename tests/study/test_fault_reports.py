import json

import pytest

from trainer.errors import UserError
from trainer.store.doctor import examine
from trainer.study.fault_reports import fault_reports, report_fault, reports_as_json, reports_as_text, save_reports
from trainer.study.undoing import Undoing


def test_reports_are_kept_in_order_and_can_be_taken_back(store):
    report_fault(store, "card:igw#front", "What is it?", " It is not. ")
    report_fault(store, "drill:first-vpc", "Right.\nWhy?", "Wrong.")

    assert [(report.about, report.text) for report in fault_reports(store)] == [
        ("card:igw#front", "It is not."),
        ("drill:first-vpc", "Wrong."),
    ]
    assert Undoing(store).undo().words == "the report of a fault"
    assert len(fault_reports(store)) == 1
    assert examine(store).is_healthy


def test_an_empty_report_is_refused(store):
    with pytest.raises(UserError, match="few words"):
        report_fault(store, "card:igw#front", "What?", "  \n")

    assert fault_reports(store) == ()


def test_all_reports_go_into_one_file(store, tmp_path):
    report_fault(store, "card:igw#front", "What is it?\nA gate.", "It is **not**.")
    file = tmp_path / "faults.md"

    save_reports(fault_reports(store), file)

    text = file.read_text(encoding="utf-8")
    assert text == reports_as_text(fault_reports(store))
    assert "## card:igw#front" in text
    assert "> What is it?\n> A gate.\n" in text
    assert text.endswith("It is **not**.\n")
    assert json.dumps(reports_as_json(fault_reports(store)))


def test_a_folder_that_is_not_there_is_told(store, tmp_path):
    with pytest.raises(UserError, match="no folder"):
        save_reports((), tmp_path / "nowhere" / "faults.md")
