"""The form of a primer, as a pydantic model; the JSON Schema for editors is made from it."""

import json
from typing import Annotated, Any

from pydantic import Field

from trainer.library.schema import FactId, Id, Part, Text


class PrimerDoc(Part):
    """A primer: what a section is about, in at most 150 words of our own."""

    section: Id = Field(description="id of the section in the curriculum, and the file's name")
    text: Text = Field(description="what the section is about, and why one needs it; markup as on cards")
    ideas: Annotated[list[Text], Field(min_length=3, max_length=5)] = Field(
        description="what to take along, a sentence or two each; markup as on cards"
    )
    mix_ups: Annotated[list[Text], Field(min_length=1, max_length=3)] = Field(
        description="what people mix up, and how to tell it apart; markup as on cards"
    )
    drill: Id | None = Field(None, description="the drill whose solved diagram is shown")
    facts: Annotated[list[FactId], Field(min_length=1)] = Field(description="the facts that the primer explains")
    source: Text = Field(description="title of the AWS documentation page to read on")


def json_schema() -> dict[str, Any]:
    """The JSON Schema that editors complete and check primers with."""
    schema = PrimerDoc.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "Primer"}


if __name__ == "__main__":
    print(json.dumps(json_schema(), indent=2))
