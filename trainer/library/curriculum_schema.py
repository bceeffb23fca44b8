"""The form of the curriculum file, as pydantic models."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from trainer.library.schema import FactId, Id, Part, Text

Month = Annotated[str, StringConstraints(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]
TaskId = Annotated[str, StringConstraints(pattern=r"^\d\.\d$")]
Number = Annotated[int, Field(ge=1)]


class TitledDoc(Part):
    """Something with a name."""

    id: Id
    title: Text


class TaskDoc(Part):
    """A task statement of an exam guide."""

    id: TaskId
    title: Text


class GuideDomainDoc(Part):
    """A domain of an exam guide."""

    id: Annotated[str, StringConstraints(pattern=r"^\d$")]
    title: Text
    tasks: Annotated[list[TaskDoc], Field(min_length=1)]


class GuideDoc(Part):
    """The exam guide that sections are compared with."""

    title: Text
    domains: Annotated[list[GuideDomainDoc], Field(min_length=1)]


class SectionDoc(Part):
    """A part of the course."""

    id: Id
    title: Text
    course: Text
    week: Annotated[int, Field(ge=1, le=52)] | None = None
    domain: Id = Field(description="id of the domain of the curriculum that it is mostly about")
    tasks: list[TaskId] = Field(description="tasks of the exam guide that it touches, by id; may be empty")
    needs: list[Id] = Field(default=[], description="sections to know before; each stands above")
    core: list[Number] = Field(default=[], description="numbers of its facts that the rest hangs on")
    context: list[Number] = Field(default=[], description="numbers of its facts that are story, people or links")


class FactDoc(Part):
    """One thing to know."""

    id: FactId
    text: Text
    course: Text | None = Field(None, description="what the course says, where that is dated or wrong")
    correction: Id | None = None
    sure: Literal["certain", "high", "medium"] | None = None
    as_of: Month | None = Field(None, description="since when it holds, or when it was last gone over")
    volatile: bool = Field(default=False, description="a limit, price, quota or count that AWS changes")
    same_as: FactId | None = Field(None, description="an earlier fact that says all of it; asked when that one is")
    set_aside: Text | None = Field(None, description="why it is neither asked nor explained")


class CorrectionDoc(Part):
    """A point where the course is wrong, dated or silent on what matters."""

    id: Id
    says: Text
    right: Text
    sure: Literal["certain", "high", "medium"]
    facts: list[FactId]


class ComparisonDoc(TitledDoc):
    """Things that people confuse, and that notes tell apart."""

    sections: Annotated[list[Id], Field(min_length=1)] = Field(description="where its notes lie; the first is its home")


class CurriculumDoc(Part):
    """The whole file."""

    domains: list[TitledDoc] = Field(default=[])
    guide: GuideDoc | None = None
    sections: Annotated[list[SectionDoc], Field(min_length=1)]
    comparisons: list[ComparisonDoc] = Field(default=[])
    facts: Annotated[list[FactDoc], Field(min_length=1)]
    corrections: list[CorrectionDoc] = Field(default=[])
