"""Design tokens: every colour, size and duration of the interface and the diagrams, for both themes.

Text colours keep a contrast of at least 4.5:1 on the surfaces that they stand on, outlines and symbols 3:1
(WCAG 2.2, 1.4.3 and 1.4.11); a test computes it.
"""

from collections.abc import Mapping
from types import MappingProxyType

_LIGHT = {
    "window": "#ffffff",
    "canvas": "#f4f6fb",
    "panel": "#ffffff",
    "raised": "#ffffff",
    "hover": "#f1f4fb",
    "border": "#dfe4ee",
    "border.strong": "#8590a6",
    "text": "#1d2433",
    "text.muted": "#586174",
    "accent": "#3550c9",
    "accent.hover": "#2b43ad",
    "accent.tint": "#eaeefd",
    "on.accent": "#ffffff",
    "focus": "#3550c9",
    "success": "#14784a",
    "success.tint": "#e8f6ee",
    "warning": "#8f5600",
    "warning.tint": "#fdf3e1",
    "error": "#c0292b",
    "error.tint": "#fdecec",
    "pending": "#3550c9",
    "pending.tint": "#eaeefd",
    "shadow": "#1d2433",
    "tile.fill": "#ffffff",
    "tile.stroke": "#c3cad8",
    "link.traffic": "#4a5468",
    "link.replication": "#2f5fd0",
    "link.trigger": "#a61e5c",
    "plate.fill": "#ffffff",
    "diagram.internet.stroke": "#6b7485",
    "diagram.internet.fill": "#fafbfd",
    "diagram.edge.stroke": "#6b7485",
    "diagram.edge.fill": "#fafbfd",
    "diagram.on-premises.stroke": "#5f6673",
    "diagram.on-premises.fill": "#f3f4f6",
    "diagram.region.stroke": "#00807a",
    "diagram.region.fill": "#fbfefe",
    "diagram.vpc.stroke": "#7a3fd0",
    "diagram.vpc.fill": "#ffffff",
    "diagram.az.stroke": "#33689c",
    "diagram.az.fill": "#fbfcff",
    "diagram.public.stroke": "#4d7a0c",
    "diagram.public.fill": "#f3f8e6",
    "diagram.private.stroke": "#00708f",
    "diagram.private.fill": "#e8f5fa",
    "diagram.group.stroke": "#6b7485",
    "diagram.group.fill": "#fafbfd",
    "diagram.bin.stroke": "#6b7485",
    "diagram.bin.fill": "#fafbfd",
    "category.networking": "#7a43d6",
    "category.compute": "#c2570c",
    "category.storage": "#3c7d22",
    "category.database": "#2f5fd0",
    "category.integration": "#cc2f6b",
    "category.analytics": "#6741d9",
    "category.management": "#b02a6c",
    "category.security": "#c92a2a",
    "category.general": "#4f5b70",
}

_DARK = {
    "window": "#171b24",
    "canvas": "#11151d",
    "panel": "#171b24",
    "raised": "#1f2531",
    "hover": "#232a38",
    "border": "#2d3546",
    "border.strong": "#6f7b93",
    "text": "#e8ebf2",
    "text.muted": "#a3adc0",
    "accent": "#93a7ff",
    "accent.hover": "#aebdff",
    "accent.tint": "#25305a",
    "on.accent": "#10162e",
    "focus": "#93a7ff",
    "success": "#5fd19a",
    "success.tint": "#16332a",
    "warning": "#f0b354",
    "warning.tint": "#3a2c12",
    "error": "#ff8c8c",
    "error.tint": "#40201f",
    "pending": "#93a7ff",
    "pending.tint": "#25305a",
    "shadow": "#000000",
    "tile.fill": "#222937",
    "tile.stroke": "#48536a",
    "link.traffic": "#b4bdce",
    "link.replication": "#8fb2ff",
    "link.trigger": "#f38fb8",
    "plate.fill": "#222937",
    "diagram.internet.stroke": "#8d97aa",
    "diagram.internet.fill": "#151a23",
    "diagram.edge.stroke": "#8d97aa",
    "diagram.edge.fill": "#151a23",
    "diagram.on-premises.stroke": "#9aa1ad",
    "diagram.on-premises.fill": "#1c2029",
    "diagram.region.stroke": "#3cc4bb",
    "diagram.region.fill": "#121a20",
    "diagram.vpc.stroke": "#b08cff",
    "diagram.vpc.fill": "#161a26",
    "diagram.az.stroke": "#7fb0e4",
    "diagram.az.fill": "#141b28",
    "diagram.public.stroke": "#a3c95a",
    "diagram.public.fill": "#1c2616",
    "diagram.private.stroke": "#56bcd9",
    "diagram.private.fill": "#122430",
    "diagram.group.stroke": "#8d97aa",
    "diagram.group.fill": "#151a23",
    "diagram.bin.stroke": "#8d97aa",
    "diagram.bin.fill": "#151a23",
    "category.networking": "#8455de",
    "category.compute": "#c9651a",
    "category.storage": "#468a2c",
    "category.database": "#3f6de0",
    "category.integration": "#d03f78",
    "category.analytics": "#7452e0",
    "category.management": "#bb3b79",
    "category.security": "#d03c3c",
    "category.general": "#5d6a82",
}

THEMES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"light": MappingProxyType(_LIGHT), "dark": MappingProxyType(_DARK)}
)
"""Colours by name, for each theme."""

FLAG_TOKENS = ("error", "warning", "success", "accent")
"""The colours of the flags 1 to 4."""

FONT_FAMILY = "Source Sans Pro"

TEXT_SMALL = 13
TEXT_BASE = 15
TEXT_LARGE = 17
TEXT_CARD = 20
TEXT_TITLE = 21
TEXT_HERO = 27
"""Text sizes in px at scale 1. Source Sans Pro is small for its size: 15 px read like 13 px of others."""

SPACE = 4
"""All spacing is a multiple of this, in px."""

RADIUS = 8
RADIUS_LARGE = 12

GLIDE_MS = 170
"""How long a piece takes to glide to its new place."""
