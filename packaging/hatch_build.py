"""Puts the content, checked and compiled, into the wheel, so that a start reads one file and no YAML."""

from __future__ import annotations

import importlib
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_COMPILER = "trainer.library.compiling"


class CompiledContent(BuildHookInterface):
    """Compiles `assets/` and `diagrams/` into `trainer/_bundled/content.json` of the wheel."""

    _scratch: str | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the wheel is put together; an editable install reads the YAML itself."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        compiling = importlib.import_module(_COMPILER)
        self._scratch = tempfile.mkdtemp()
        content = Path(self._scratch) / "content.json"
        compiling.compile_content(content)
        build_data["force_include"][str(content)] = "trainer/_bundled/content.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Clear up after the wheel is written."""
        if self._scratch:
            shutil.rmtree(self._scratch, ignore_errors=True)
