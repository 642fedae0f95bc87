"""The command line: ``python -m dashboard analyse PATH... --out DIR`` and ``python -m dashboard check``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dashboard.config import Config, ConfigError, load_config
from dashboard.export import write_tables
from dashboard.ingest import IngestError
from dashboard.pipeline import check
from dashboard.store import load_or_analyse

WIDTH = 24


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; 0, or 2 after one line on stderr that names what is wrong and where."""
    options = _parser().parse_args(arguments)
    try:
        config = load_config(options.config)
        return _check(config) if options.command == "check" else _analyse(options, config)
    except (ConfigError, IngestError) as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"{error.filename or options.out}: {error.strerror}; choose a folder that can be written to")
    except KeyboardInterrupt:
        return _refuse("stopped; what was finished is kept, the same command goes on from there")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard", description="What each article reports, source by source."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    analyse = commands.add_parser("analyse", help="read articles and write every table")
    analyse.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="folders or files: .txt .md .html .json .jsonl .csv"
    )
    analyse.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder for the tables")
    analyse.add_argument("--format", choices=("parquet", "csv", "jsonl"), default="parquet")
    checks = commands.add_parser("check", help="read every configuration file and try every example in it")
    for command in (analyse, checks):
        command.add_argument(
            "--config", type=Path, metavar="DIR", help="folder of .toml files; the project's own by default"
        )
    return parser


def _analyse(options: argparse.Namespace, config: Config) -> int:
    if options.out.exists() and not options.out.is_dir():
        return _refuse(f"--out {options.out}: is a file; name a folder")
    analysis = load_or_analyse(options.paths, config, _progress if sys.stderr.isatty() else None)
    if sys.stderr.isatty():
        sys.stderr.write("\r" + " " * 79 + "\r")
    written = write_tables(analysis, options.out, options.format)
    articles, skipped = analysis.articles, analysis.skipped
    copies = int(articles["duplicate_of"].notna().sum())
    doubles = f" ({copies} exact copies)" if copies else ""
    sources = articles["source"].nunique()
    print(f"{len(articles)} articles from {sources} sources read{doubles}, {len(skipped)} skipped or doubtful")
    for path, row, reason in zip(skipped["path"], skipped["row"], skipped["reason"], strict=True):
        print(f"  {path}{'' if row != row else f', row {row:.0f}'}: {reason}")
    sizes = ", ".join(f"{name} {len(frame)}" for name, frame in analysis.tables().items())
    print(f"{len(written)} tables in {options.out}: {sizes}")
    return 0


def _check(config: Config) -> int:
    failures = check(config)
    for failure in failures:
        print(failure, file=sys.stderr)
    if failures:
        return 2
    print(f"{config.folder}: every file reads and every example comes out as it says")
    return 0


def _progress(stage: str, done: int, total: int) -> None:
    filled = WIDTH * done // max(total, 1)
    sys.stderr.write(f"\r[{'#' * filled}{'.' * (WIDTH - filled)}] {stage:<12} {done}/{total} ")
    sys.stderr.flush()


def _refuse(sentence: str) -> int:
    print("recoupe: " + " ".join(sentence.split()), file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
