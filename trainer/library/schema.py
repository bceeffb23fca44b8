"""The form of a drill file, as pydantic models; the JSON Schema for editors is made from them."""

import json
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from trainer.cloud.drill import Feedback, LinkKind, Mode
from trainer.cloud.topology import Access, ContainerKind, RouteTarget

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
FactId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.[0-9]+$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Destination = Annotated[str, StringConstraints(pattern=r"^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f:]*::[0-9a-f:]*)/\d{1,3}$")]
Cidr = Annotated[str, StringConstraints(pattern=r"^\d{1,3}(\.\d{1,3}){3}/\d{1,2}$")]


class Part(BaseModel):
    """A part of a content file: its fields and no others."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class RouteDoc(Part):
    """A line of a route table; every subnet has the local route without saying so."""

    to: Destination
    via: RouteTarget


class ContainerDoc(Part):
    """A place, with the places inside it."""

    id: Id
    kind: ContainerKind
    label: Text | None = None
    access: Access | None = Field(
        None,
        description="for subnets: whether a route leads to an internet gateway; left out where route tables are pieces",
    )
    cidr: Cidr | None = None
    routes: list[RouteDoc] = []
    children: list["ContainerDoc"] = []


class PieceDoc(Part):
    """Something to place."""

    id: Id
    service: Id | None = Field(None, description="left out for what is no service: a statement, a state, a step")
    name: Text | None = Field(None, description="shown instead of the service's own name")
    belongs: Annotated[list[Id], Field(min_length=1)] | Id | None = Field(
        None, description="the bin, or bins, where it is right; a rule `belongs-to` of its own"
    )
    because: Text | None = Field(None, description="why it is right there; goes with `belongs`")
    role: Id | None = None
    spans: Annotated[int, Field(ge=1, le=6)] = 1
    decoy: bool = False
    breaks: Id | None = Field(None, description="for a decoy: the rule of the requirement that placing it breaks")
    facts: list[FactId] = []


class FixtureDoc(Part):
    """A tile of the scene that is there from the start and is not graded."""

    id: Id
    service: Id | None = Field(None, description="left out for what is no service")
    name: Text | None = None
    container: Id = Field(alias="in")


class RuleUseDoc(BaseModel):
    """A rule with what this drill sets; parameters of the rule stand beside these fields."""

    model_config = ConfigDict(extra="allow")

    rule: Id
    asked: bool = False
    because: Text | None = None
    skill: str | None = None

    @property
    def parameters(self) -> dict[str, Any]:
        """The fields that belong to the rule itself."""
        return dict(self.model_extra or {})


class LinkDoc(Part):
    """A line between two pieces or fixtures; in the mode connect, one that the learner is to draw."""

    source: Id = Field(alias="from")
    target: Id = Field(alias="to")
    kind: LinkKind = LinkKind.TRAFFIC
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    label: Text | None = None
    optional: bool = Field(default=False, description="in the mode connect: right, and not missed")
    because: Text | None = Field(None, description="in the mode connect: what it is for")


class MislinkDoc(Part):
    """A line that learners draw wrongly in the mode connect, with what is wrong about it."""

    source: Id = Field(alias="from")
    target: Id = Field(alias="to")
    because: Text


class StoryDoc(Part):
    """The drill for somebody else: other words for the same requirements, so that the picture is not what is learnt."""

    title: Text | None = None
    brief: Text
    names: dict[Id, Text] = Field(default={}, description="names of pieces and fixtures by id, where they differ")


class AlternativeDoc(Part):
    """An accepted move of one tile away from the solution, with its reason."""

    piece: Id
    instead_of: Id
    container: Id
    reason: Text


class DrillDoc(Part):
    """A drill file."""

    id: Id
    title: Text
    brief: Text
    sections: Annotated[list[Id], Field(min_length=1)]
    architecture: Id | None = Field(None, description="slug of the course's architecture that the drill is for")
    difficulty: Annotated[int, Field(ge=1, le=5)]
    minutes: Annotated[int, Field(ge=1, le=60)]
    modes: Annotated[list[Mode], Field(min_length=1)] = [Mode.PLACE]
    feedback: Feedback | None = Field(
        None, description="left out: on check in the modes classify and order, else at each drop"
    )
    containers: Annotated[list[ContainerDoc], Field(min_length=1)]
    fixtures: list[FixtureDoc] = []
    pieces: list[PieceDoc] = Field(default=[], description="none in a drill that only connects what is there")
    rules: list[Id | RuleUseDoc] = []
    links: list[LinkDoc] = []
    mislinks: list[MislinkDoc] = []
    solution: dict[Id, Id | list[Id]] = {}
    alternatives: list[AlternativeDoc] = []
    shows: list[Text] = []
    stories: list[StoryDoc] = []


def json_schema() -> dict[str, Any]:
    """The JSON Schema that editors complete and check drill files with."""
    schema = DrillDoc.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "Drill"}


Problem = tuple[tuple[str | int, ...], str]
"""A field path and what is wrong there."""


if __name__ == "__main__":
    print(json.dumps(json_schema(), indent=2))
