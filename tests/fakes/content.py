"""Content files of one's own: the program's drills and curriculum, and a small deck."""

import shutil

from trainer.library import shelf
from trainer.paths import assets_dir, diagrams_dir

DECK = """\
section: vpc-intro
notes:
  - id: subnet-in-one-zone
    kind: basic
    facts: [vpc-intro.10]
    front: How many zones can one subnet span?
    back: Exactly **one**.
    reverse: true
    why: A VPC spans all zones.
    drill: first-vpc
    source: Subnets for your VPC
    tags: [scope]
    difficulty: 1
  - id: addresses-of-a-24
    kind: cloze
    facts: [vpc-intro.14, vpc-intro.16]
    text: A `/24` has {{1::256}} addresses and {{2::251::how many}} are usable.
    source: Subnet CIDR blocks
    difficulty: 2
  - id: way-in
    kind: choice
    facts: [vpc-intro.19]
    question: What lets visitors in?
    options:
      - text: A NAT gateway
        because: It lets nobody in.
      - text: An `internet` gateway
        right: true
        because: It leads both ways.
    source: Internet gateways
    difficulty: 3
"""

OTHER_DECK = """\
section: networking-basics
notes:
  - id: size-of-a-24
    kind: basic
    facts: [networking-basics.10]
    front: How many addresses has a `/24`?
    back: "256"
    source: CIDR
    difficulty: 1
"""

KINDS_DECK = """\
section: vpc-intro
notes:
  - id: https-port
    kind: typed
    facts: [vpc-intro.19]
    front: Which port is HTTPS?
    answer: '443'
    accept: [HTTPS port]
    outdated:
      - value: '80'
        note: That is HTTP.
    source: Listeners
    difficulty: 1
  - id: in-one-zone
    kind: multi
    facts: [vpc-intro.10]
    question: Which two lie in one zone?
    options:
      - text: A subnet
        right: true
        because: It is in one zone.
      - text: A NAT gateway
        right: true
        because: It is in a subnet.
      - text: A VPC
        because: It spans all zones.
    source: Subnets for your VPC
    difficulty: 1
  - id: way-through
    kind: ordering
    facts: [vpc-intro.19]
    question: In which order?
    steps:
      - It enters
      - It is in
      - It leads out
    source: Internet gateways
    difficulty: 1
  - id: what-lies-where
    kind: matching
    facts: [vpc-intro.3]
    question: What does it lie in?
    pairs:
      - left: VPC
        right: Region
      - left: Subnet
        right: Zone
    others: [Edge]
    source: Subnets for your VPC
    difficulty: 1
"""
"""A deck of the kinds whose answers are checked."""

OCCLUDED_DECK = """\
section: vpc-intro
notes:
  - id: way-out
    kind: occluded
    facts: [vpc-intro.19]
    drill: first-vpc
    hidden: [igw, nat]
    question: What is it?
    why: See [the drill](drill:first-vpc).
    source: Internet gateways
    difficulty: 1
"""
"""A deck of two cards, each with a piece of a drill's diagram hidden."""


def make_checkout(folder, monkeypatch):
    """Copies content into a folder, with one deck, and has the library read it from there."""
    shutil.copytree(diagrams_dir(), folder / "diagrams")
    (folder / "assets" / "decks").mkdir(parents=True)
    shutil.copy(assets_dir() / "curriculum.yaml", folder / "assets")
    (folder / "assets" / "decks" / "vpc-intro.yaml").write_text(DECK, encoding="utf-8")
    for module in ("shelf", "compiling"):
        monkeypatch.setattr(f"trainer.library.{module}.diagrams_dir", lambda: folder / "diagrams")
    for module in ("shelf", "compiling", "identity"):
        monkeypatch.setattr(f"trainer.library.{module}.assets_dir", lambda: folder / "assets")
    monkeypatch.setattr(shelf, "compiled_content", lambda: folder / "build" / "content.json")
    monkeypatch.setattr(shelf, "is_installed", lambda: False)
    return folder
