"""Our dates and durations beside those of other libraries: scores and speed on the same documents, in one run.

    python tests/benchmarks/times.py [--split dev|held|all] [--environments FOLDER]

Needs ../shared/eval. Each library lives in an environment of its own under FOLDER, made at the first run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
EVAL = HERE.parents[2] / "shared" / "eval"


@dataclass(frozen=True, slots=True)
class Peer:
    """A library: what to install, and its adapter in ../shared/eval/peers.py."""

    name: str
    packages: tuple[str, ...]
    system: str


PEERS = (
    Peer(
        "Recognizers-Text",
        ("recognizers-text-suite", "emoji==1.7.0", "setuptools<81"),
        "recognizers_sentences_timex",
    ),
    Peer("Recognizers-Text, same day", (), "recognizers_same_day_timex"),
    Peer("dateparser", ("dateparser",), "dateparser_timex"),
    Peer("dateparser, same day", (), "dateparser_same_day_timex"),
    Peer("parsedatetime", ("parsedatetime", "setuptools<81"), "parsedatetime_timex"),
    Peer("timexy", ("timexy", "spacy"), "timexy_timex"),
)


def environment(folder: Path, packages: tuple[str, ...]) -> Path:
    """The Python of an environment that holds `packages`."""
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-qq", *packages], check=True, capture_output=True)
    return python


def run(python: Path, system: str, path: Path, split: str) -> dict[str, Any]:
    """What timex.py measures, in a process of its own. Raises CalledProcessError where the system fails."""
    command = [
        python,
        "timex.py",
        "data/timex",
        "--system",
        system,
        "--path",
        path,
        "--split",
        split,
        "--json",
    ]
    done = subprocess.run(command, cwd=EVAL, check=True, capture_output=True, text=True)
    result: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return result


def row(name: str, result: dict[str, Any]) -> str:
    """One line of the table, scores in percent."""
    scores = result["scores"]
    cells = [scores["all"]["valueF1"], scores["all"]["F1"], scores["all"]["strictF1"]]
    cells += [scores["calendar"]["valueF1"], scores["duration"]["valueF1"]]
    return f"{name:28}" + "".join(f"{100 * c:10.1f}" for c in cells) + f"{result['speed']['MB_per_s']:12.4f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--split", choices=("dev", "held", "all"), default="dev")
    parser.add_argument("--environments", type=Path, default=HERE / ".environments")
    args = parser.parse_args()
    heads = ("value F1", "relaxed", "strict", "calendar", "duration")
    print(f"{'':28}" + "".join(f"{h:>10}" for h in heads) + f"{'MB/s':>12}")
    print(row("readout", run(Path(sys.executable), "systems:timex", HERE, args.split)), flush=True)
    folder = args.environments
    for peer in PEERS:
        if peer.packages:
            folder = args.environments / peer.name.lower()
        try:
            python = environment(folder, peer.packages)
            print(row(peer.name, run(python, f"peers:{peer.system}", EVAL, args.split)), flush=True)
        except subprocess.CalledProcessError as error:
            print(
                f"{peer.name:28}failed: {(error.stderr or str(error)).strip().splitlines()[-1][:80]}",
                flush=True,
            )


if __name__ == "__main__":
    main()
