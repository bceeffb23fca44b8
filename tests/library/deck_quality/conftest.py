from pathlib import Path

import pytest

from trainer.library.curriculum import Comparison, Curriculum, Fact, Section, Tier
from trainer.library.deck_quality.written import Written

FACTS = (
    Fact("s3.1", "Amazon S3 keeps objects in at least three Availability Zones.", tier=Tier.CORE),
    Fact("s3.2", "An object can have up to 50 TB.", course="An object can have up to 5 TB."),
    Fact("s3.3", "The minimum age is 30 days, and 128 KB is the smallest object."),
    Fact("s3.4", "Raf recommends S3.", tier=Tier.CONTEXT),
    Fact("s3.5", "It is a story.", tier=Tier.CONTEXT, set_aside="It is a story."),
    Fact("s3.6", "S3 keeps objects in three zones.", same_as="s3.1"),
    Fact("s3.7", "A lifecycle rule moves objects to another storage class or deletes them after some time."),
    Fact("s3.10", "An access point is reached through one edge location.", tier=Tier.CONTEXT),
    Fact("s3.9", "Amazon EFS shares files."),
    Fact(
        "s3.8",
        "Each bucket belongs to a Region, where its requests arrive.",
        course="Every bucket is reached through one edge location.",
    ),
)


@pytest.fixture
def curriculum():
    section = Section("s3", "S3", "Course", core=("s3.1",))
    comparisons = {
        "classes": Comparison("classes", "Storage classes", ("s3",)),
        "files": Comparison("files", "Objects or files", ("s3",)),
    }
    return Curriculum({"s3": section}, {fact.id: fact for fact in FACTS}, comparisons=comparisons)


@pytest.fixture
def write():
    """Makes a note; what is not said of it is sound."""

    def make(kind, uid="note", section="s3", **fields):
        row = {"id": uid, "kind": kind, "facts": ["s3.1"], "source": "A page", "difficulty": 1, **fields}
        return Written(section, Path(f"{section}.yaml"), {(): 3, ("why",): 7}, row)

    return make


@pytest.fixture
def choice(write):
    """Makes a choice note of texts of options, the first of them right."""

    def make(question, *texts, reasons=(), **fields):
        options = [
            {"text": text, "right": number == 0, "because": (reasons or ["It would lead to a queue."] * 9)[number]}
            for number, text in enumerate(texts)
        ]
        return write("choice", question=question, options=options, **fields)

    return make
