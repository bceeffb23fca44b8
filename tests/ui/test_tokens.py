"""Contrast of the design tokens, computed as WCAG 2.2 defines it."""

import pytest

from trainer.tokens import THEMES


def luminance(color):
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXT_ON = [
    *[("text", surface) for surface in ("window", "canvas", "panel", "raised", "hover", "accent.tint")],
    *[("text", f"{tone}.tint") for tone in ("success", "warning", "error", "pending")],
    *[("text.muted", surface) for surface in ("window", "canvas", "panel", "raised", "hover")],
    *[("text.muted", f"{tone}.tint") for tone in ("success", "warning", "error", "pending")],
    ("error", "warning.tint"),
    ("success", "warning.tint"),
    ("accent", "panel"),
    ("accent", "accent.tint"),
    ("accent", "error.tint"),
    ("accent", "success.tint"),
    ("on.accent", "accent"),
    ("on.accent", "accent.hover"),
    *[
        (f"diagram.{kind}.stroke", f"diagram.{kind}.fill")
        for kind in ("internet", "region", "vpc", "az", "public", "private", "on-premises", "edge", "group", "bin")
    ],
    ("text.muted", "diagram.public.fill"),
    ("text.muted", "diagram.private.fill"),
    ("text", "tile.fill"),
    ("text", "plate.fill"),
]

SYMBOL_ON = [
    *[(tone, f"{tone}.tint") for tone in ("success", "warning", "error", "pending")],
    *[(tone, "tile.fill") for tone in ("success", "error", "pending", "focus")],
    *[(f"link.{kind}", "diagram.vpc.fill") for kind in ("traffic", "replication", "trigger")],
    *[(tone, "window") for tone in ("accent", "success", "warning", "error")],
    ("border.strong", "panel"),
    ("border.strong", "raised"),
    ("focus", "canvas"),
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "surface"), TEXT_ON)
def test_text_is_readable(theme, text, surface):
    colors = THEMES[theme]

    assert contrast(colors[text], colors[surface]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("symbol", "surface"), SYMBOL_ON)
def test_symbols_and_outlines_are_visible(theme, symbol, surface):
    colors = THEMES[theme]

    assert contrast(colors[symbol], colors[surface]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_white_symbols_are_visible_on_every_category(theme):
    categories = [color for name, color in THEMES[theme].items() if name.startswith("category.")]

    assert min(contrast("#ffffff", color) for color in categories) >= 3


def test_both_themes_have_the_same_tokens():
    assert THEMES["light"].keys() == THEMES["dark"].keys()
