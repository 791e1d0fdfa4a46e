"""
The texts of a workspace: those open in the editor as they stand there, the others from disk.

A text that changes is examined alone; comparing it with all others is a step of its own, so that an
editor can show the first at once and the second when the typing stops.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from credcheck import config
from credcheck.check import compared, examine
from credcheck.engines.local import LocalEngine
from credcheck.read.article import article
from credcheck.read.files import FORMATS, RECORD_FORMATS, FoundFile, find_files
from credcheck.settings import Settings
from credcheck.types import Document, Examined, Finding

# Formats whose text is the file itself, so that offsets are places in the editor.
EDITED_FORMATS = ("txt", "md")


class Workspace:
    """
    What is known of each text, by absolute path.

    Only plain texts get findings; pages and records are read to compare with.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        """Read the settings that hold for `folders`; the files are read by `load`."""
        self._folders = [folder.resolve() for folder in folders]
        found = config.found(self._folders or [Path.cwd()], os.environ)
        self.settings: Settings = found.settings
        self._examined: dict[str, Examined] = {}

    def load(self) -> int:
        """Examine every file of the workspace that is not open yet; give their number."""
        paths = [str(folder) for folder in self._folders]
        found = (file for file in find_files(paths, self.settings) if file.path)
        for file in found:
            name = os.path.abspath(file.path or "")
            if name not in self._examined and file.format not in RECORD_FORMATS:
                self._examined[name] = examine(file, self.settings)
        return len(self._examined)

    def update(self, path: str, text: str) -> tuple[Document, tuple[Finding, ...]]:
        """Examine one text as it stands in the editor; give what it shows by itself."""
        name = os.path.abspath(path)
        form = FORMATS.get(Path(name).suffix.lower(), "txt")
        file = FoundFile(name, name, form)
        self._examined[name] = examine(article(file, text.encode("utf-8")), self.settings)
        return self._examined[name].document, self._examined[name].findings

    def close(self, path: str) -> None:
        """Forget what the editor held, and read the file again."""
        name = os.path.abspath(path)
        self._examined.pop(name, None)
        if Path(name).is_file():
            form = FORMATS.get(Path(name).suffix.lower(), "txt")
            self._examined[name] = examine(FoundFile(name, name, form), self.settings)

    def findings(self) -> dict[str, list[Finding]]:
        """What every plain text shows, alone and beside the others, by absolute path."""
        known = sorted(self._examined.items())
        by_id = {examined.document.id: name for name, examined in known}
        report = compared([e for _, e in known], self.settings, LocalEngine(jobs=1))
        shown: dict[str, list[Finding]] = {
            name: [] for name, e in known if e.document.source.format in EDITED_FORMATS
        }
        for finding in report.findings:
            if finding.status == "new" and by_id[finding.document] in shown:
                shown[by_id[finding.document]].append(finding)
        return shown

    def document(self, path: str) -> Document | None:
        """The document at a path, or one that evidence names."""
        examined = self._examined.get(os.path.abspath(path))
        if examined is None:
            examined = next((e for e in self._examined.values() if e.document.id == path), None)
        return examined.document if examined else None
