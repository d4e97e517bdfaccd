"""The command line of reading and extracting: what it prints where, and how it ends."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from readout.cli import app

TEXT = "The two delegations met in the town hall for six hours on Tuesday, the mediator said.\n"
run = CliRunner().invoke


def test_a_missing_path_is_one_clear_line_and_status_2(tmp_path: Path) -> None:
    for command in (["check", "nowhere"], ["extract", "nowhere", "-o", str(tmp_path / "facts.json")]):
        result = run(app, command)
        assert result.exit_code == 2
        assert result.stderr == "No such file or folder: nowhere\n"
        assert not (tmp_path / "facts.json").exists()


def test_extract_warns_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2" * 500)
    out = tmp_path / "out"
    result = run(app, ["extract", str(tmp_path), "-o", str(tmp_path / "facts.json"), "--texts", str(out)])
    assert result.exit_code == 0
    assert "Warning:" in result.stderr
    assert "bad.txt: binary, not text" in result.stderr
    facts = json.loads((tmp_path / "facts.json").read_text(encoding="utf-8"))
    assert [a["id"] for a in facts["articles"]] == ["good"]
    assert (out / "good.txt").read_text(encoding="utf-8") == TEXT.strip()


def test_check_says_how_each_file_was_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        f"Menu\nTalks in the town hall\n7 April 2026\n{TEXT}\nShare\n", encoding="utf-8"
    )
    result = run(app, ["check", str(tmp_path)])
    assert result.exit_code == 0
    shown = " ".join(result.stdout.split())
    assert "2026-04-07 (stated: the line “7 April 2026” above the text)" in shown
    assert "Talks in the town hall" in shown
    assert "sharing: Share" in shown


def test_check_lets_no_escape_sequence_through(tmp_path: Path) -> None:
    odd = "Title \x1b[31mred [bold]here\n[link=https://x.example]Share: \x1b]0;owned\x07\n"
    (tmp_path / "\x1b[2Jname.txt").write_text(odd + TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    result = run(app, ["check", str(tmp_path)])
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout + result.stderr
    assert "[bold]here" in result.stdout


def readout(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "readout.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_what_the_system_refuses_is_one_line_and_status_2(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    folder, facts, taken = str(tmp_path), str(tmp_path / "f.json"), str(tmp_path / "a.txt")
    for options in (
        ["-o", folder],
        ["-o", facts, "--texts", taken],
        ["-o", facts, "--corrections", "none.yml"],
    ):
        result = readout("extract", folder, *options)
        assert result.returncode == 2
        assert re.fullmatch(r"\S+: [A-Z][a-z ]+\n", result.stderr), result.stderr


def test_a_folder_is_no_report(tmp_path: Path) -> None:
    result = run(app, ["render", str(tmp_path)])
    assert result.exit_code == 1
    assert "a folder; name the YAML file of a report" in result.stdout


def test_words_and_lines_are_counted_in_english(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert "16 words in 1 line\n" in re.sub(r" +\n", "\n", run(app, ["check", str(tmp_path)]).stdout)


def test_the_version_is_told() -> None:
    assert re.fullmatch(r"readout \d+\.\d+\.\d+\n", run(app, ["--version"]).stdout)
