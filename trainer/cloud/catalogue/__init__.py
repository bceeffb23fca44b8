"""The services that drills can use, as AWS defines and names them today, one file for each category."""

from collections.abc import Mapping
from types import MappingProxyType

from trainer.cloud.catalogue import (
    analytics,
    compute,
    database,
    general,
    integration,
    management,
    networking,
    security,
    storage,
)
from trainer.cloud.service import Service

_CATEGORIES = (
    networking,
    compute,
    storage,
    database,
    integration,
    analytics,
    management,
    security,
    general,
)

CATALOGUE: Mapping[str, Service] = MappingProxyType(
    {service.id: service for category in _CATEGORIES for service in category.SERVICES}
)
"""Every service by its id: by category, and kin side by side."""
