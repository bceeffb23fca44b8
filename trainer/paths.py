"""The one place that knows where the program's own files and the learner's data lie."""

import os
from importlib.util import find_spec
from pathlib import Path

DATA_DIR_VARIABLE = "TRAINER_DATA_DIR"

_PACKAGE = Path(__file__).resolve().parent
_APPLICATION = "architecture-trainer"


def _content_root() -> Path:
    """The folder with `assets` and `diagrams`: inside an installed package, or the top of a checkout."""
    bundled = _PACKAGE / "_bundled"
    return bundled if bundled.is_dir() else _PACKAGE.parent


def assets_dir() -> Path:
    """Where the curriculum, icons, translations and templates lie."""
    return _content_root() / "assets"


def diagrams_dir() -> Path:
    """Where the drills that come with the program lie, one YAML file each, in folders by topic."""
    return _content_root() / "diagrams"


def compiled_content() -> Path:
    """The content in its compiled form: installed with the program; in a checkout a cache, made when needed."""
    folder = _content_root()
    return folder / "content.json" if is_installed() else folder / "build" / "content.json"


def is_installed() -> bool:
    """Whether the content came with an installed package, ready-made, rather than with a checkout."""
    return _content_root().name == "_bundled"


def icon_file(icon: str) -> Path:
    """The SVG of a service's icon."""
    return assets_dir() / "icons" / f"{icon}.svg"


def font_files() -> dict[str, Path]:
    """The text face's files by style name, from the font package among the dependencies.

    Raises:
        FileNotFoundError: when the font package is not installed.
    """
    spec = find_spec("font_source_sans_pro")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the package font-source-sans-pro is not installed")
    files = Path(spec.submodule_search_locations[0]) / "files"
    styles = {"Regular": "Regular", "Italic": "It", "Semibold": "Semibold", "Bold": "Bold"}
    return {style: files / f"SourceSansPro-{suffix}.ttf" for style, suffix in styles.items()}


def data_dir(chosen: str | os.PathLike[str] | None = None) -> Path:
    """The learner's data folder: the one chosen, else `TRAINER_DATA_DIR`, else the platform's own.

    Args:
        chosen: what `--data-dir` said, if anything.
    """
    if chosen:
        return Path(chosen).expanduser().absolute()
    if from_environment := os.environ.get(DATA_DIR_VARIABLE):
        return Path(from_environment).expanduser().absolute()
    from platformdirs import user_data_path  # noqa: PLC0415  # 5 ms that a chosen folder does not pay

    return user_data_path(_APPLICATION, appauthor=False)
