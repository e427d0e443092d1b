"""Compiles the search's inner loop when the package is built, where there is a C compiler.

Without one the package is as whole and searches more slowly, in plain Python.
"""

import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MODULE = "planner.improve.compiled.annealer"
SOURCE = "planner/improve/compiled/annealer.pyx"


class CompiledSearch(BuildHookInterface):  # type: ignore[type-arg]
    """Builds the extension in place and puts it into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, or say why not."""
        try:
            self._compile()
        except (Exception, SystemExit) as failure:
            # Whatever a compiler can fail of, the plain search takes its place.
            self.app.display_warning(f"The search stays uncompiled: {failure}")
            return
        build_data["artifacts"].append("planner/improve/compiled/*.so")
        build_data["artifacts"].append("planner/improve/compiled/*.pyd")
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def _compile(self) -> None:
        from Cython.Build import cythonize
        from setuptools import Distribution, Extension

        with tempfile.TemporaryDirectory() as away:
            extension = Extension(MODULE, [str(Path(self.root) / SOURCE)])
            extension.extra_compile_args = ["-O3"]
            modules = cythonize([extension], build_dir=away, quiet=True, force=True)
            command = Distribution({"ext_modules": modules}).get_command_obj("build_ext")
            command.build_lib = self.root
            command.build_temp = away
            command.ensure_finalized()
            command.run()
