"""
Finds spun, broken, unsupported and duplicate text, with exact spans and evidence.

    from credcheck import scan

    for finding in scan("articles/").findings:
        print(finding.document, finding.span.start, finding.rule, finding.message)

The names below are the public ones and keep their meaning through all versions 0.x; each is loaded
when it is first asked for, so that importing the package costs nothing.
"""

__version__ = "0.1.0"

# Type checkers take this name for true; the real one would load `typing` at every start.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from credcheck.api import clean_text, load_settings, render, scan, scan_texts
    from credcheck.config import ConfigError
    from credcheck.read import ReadError
    from credcheck.settings import Gate, Settings
    from credcheck.types import (
        Alignment,
        Claim,
        Document,
        Edit,
        Evidence,
        FileScore,
        Finding,
        Fix,
        Group,
        Judgement,
        Metrics,
        Report,
        Span,
    )
else:

    def __getattr__(name: str) -> object:
        """A public name, from the module that holds it."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


__all__ = [
    "Alignment",
    "Claim",
    "ConfigError",
    "Document",
    "Edit",
    "Evidence",
    "FileScore",
    "Finding",
    "Fix",
    "Gate",
    "Group",
    "Judgement",
    "Metrics",
    "ReadError",
    "Report",
    "Settings",
    "Span",
    "__version__",
    "clean_text",
    "load_settings",
    "render",
    "scan",
    "scan_texts",
]

_HOMES = {
    **dict.fromkeys(("clean_text", "load_settings", "render", "scan", "scan_texts"), "api"),
    "ConfigError": "config",
    "ReadError": "read",
    **dict.fromkeys(("Gate", "Settings"), "settings"),
    **dict.fromkeys(
        ("Alignment", "Claim", "Document", "Edit", "Evidence", "FileScore", "Finding"), "types"
    ),
    **dict.fromkeys(("Fix", "Group", "Judgement", "Metrics", "Report", "Span"), "types"),
}


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
