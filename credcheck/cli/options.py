"""The options that several commands share, each written once."""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from credcheck.report.formats import names


def formats_of(incomplete: str) -> list[str]:
    """For completion in a shell: formats that begin so."""
    return [name for name in names() if name.startswith(incomplete)]


def rules_of(incomplete: str) -> list[str]:
    """For completion in a shell: codes and names of rules that begin so, the last of a list."""
    from credcheck.rules import names as rule_names

    before, comma, last = incomplete.rpartition(",")
    known = rule_names()
    words = (*known, *known.values())
    return [before + comma + word for word in words if word.startswith(last)]


Paths = Annotated[
    list[str] | None,
    Argument(metavar="PATH", hidden=True, help="Files and folders."),
]
Select = Annotated[
    list[str] | None,
    Option(
        "--select",
        metavar="CODES",
        help="Rules to run: codes, prefixes or names.",
        autocompletion=rules_of,
    ),
]
Ignore = Annotated[
    list[str] | None,
    Option("--ignore", metavar="CODES", help="Rules to leave out.", autocompletion=rules_of),
]
Include = Annotated[
    list[str] | None,
    Option("--include", metavar="GLOB", help="Only these files of a folder (.gitignore syntax)."),
]
Exclude = Annotated[
    list[str] | None,
    Option("--exclude", metavar="GLOB", help="Leave these files out."),
]
ForceExclude = Annotated[
    bool, Option("--force-exclude", help="Leave them out even if named outright.")
]
Sources = Annotated[
    list[str] | None,
    Option("--sources", metavar="PATH", help="More files to compare with, never reported on."),
]
Language = Annotated[
    str | None, Option("--lang", metavar="auto|CODE", help="Language of the texts.")
]
Encoder = Annotated[
    bool,
    Option("--encoder", help="Read what is not clean with the encoder (extra 'context') too."),
]
Config = Annotated[
    list[str] | None,
    Option("--config", metavar="FILE|KEY=VALUE", help="A config file, or one line of TOML."),
]
Isolated = Annotated[bool, Option("--isolated", help="Read no config file.")]
Color = Annotated[str, Option("--color", metavar="WHEN", help="Colour: auto, always or never.")]
Jobs = Annotated[
    int | None, Option("-j", "--jobs", metavar="N", help="Worker processes. [default: all cores]")
]
Engine = Annotated[str, Option("--engine", metavar="NAME", help="Where the work is done: local.")]
FilesFrom = Annotated[
    str | None,
    Option(
        "--files-from", metavar="FILE", help="Read paths from a file, a line a path; `-` is stdin."
    ),
]
StdinFilename = Annotated[
    str | None,
    Option("--stdin-filename", metavar="NAME", help="Path that standard input is reported under."),
]
Quiet = Annotated[bool, Option("-q", "--quiet", help="Only the table and the gate.")]
Verbose = Annotated[
    bool, Option("-v", "--verbose", help="Every finding; says which config was used.")
]
Stories = Annotated[
    bool, Option("--stories", help="What each file gives for the same thing, differences first.")
]
NoProgress = Annotated[bool, Option("--no-progress", help="No progress on stderr.")]
AllowEmpty = Annotated[bool, Option("--allow-empty", help="No file to check is no error.")]
Format = Annotated[
    str | None,
    Option(
        "-f",
        "--format",
        metavar="FORMAT",
        help=", ".join(names()) + ".",
        autocompletion=formats_of,
    ),
]
Output = Annotated[
    list[str] | None,
    Option(
        "-o", "--output", metavar="[FORMAT:]PATH", help="Write a report to a file too; repeatable."
    ),
]
Baseline = Annotated[
    str | None, Option("--baseline", metavar="FILE", help="File of known findings.")
]
NoBaseline = Annotated[bool, Option("--no-baseline", help="Use no file of known findings.")]
AbsolutePaths = Annotated[bool, Option("--absolute-paths", help="Print whole paths.")]
PositionEncoding = Annotated[
    str,
    Option("--position-encoding", metavar="UNIT", help="Unit of offsets: utf-32, utf-16 or utf-8."),
]
