"""What the zip holds, and what the QGIS plugin repository would block it for."""

from __future__ import annotations

import ast
import configparser
import json
import subprocess
import sys
import zipfile


def scanned(module, *arguments, **options):
    """Run a scanner by this environment's own Python, and return what it says."""
    return subprocess.run([sys.executable, "-m", module, *arguments], capture_output=True, text=True, **options)


def test_the_zip_holds_the_plugin_and_nothing_else(package):
    names = zipfile.ZipFile(package).namelist()

    top = {name.split("/")[1] for name in names if name.split("/")[1]}
    assert {name.split("/")[0] for name in names} == {"segregation_plugin"}
    assert top == {"__init__.py", "metadata.txt", "LICENSE", "segregation_plugin", "resources", "docs"}
    assert [name for name in names if "__pycache__" in name or name.endswith((".pyc", "-wal", "-shm"))] == []


def test_the_metadata_is_complete(unpacked, root):
    metadata = configparser.ConfigParser()
    metadata.read(unpacked / "metadata.txt", encoding="utf-8")
    values = metadata["general"]

    assert values["qgisMinimumVersion"] == "3.22"
    assert values["qgisMaximumVersion"] == "4.99"
    assert values["hasProcessingProvider"] == "yes"
    assert "supportsQt6" not in values
    assert (unpacked / values["icon"]).is_file()
    assert all(values[key] for key in ("name", "description", "about", "author", "email", "repository", "tracker"))
    assert f"## {values['version']}" in (root / "CHANGELOG.md").read_text(encoding="utf-8")


def test_bandit_finds_nothing(unpacked):
    scan = scanned("bandit", "--recursive", "--ignore-nosec", "--format", "json", "--quiet", unpacked)

    report = json.loads(scan.stdout)
    assert report["errors"] == []
    assert [(found["filename"], found["line_number"], found["test_name"]) for found in report["results"]] == []
    assert report["metrics"]["_totals"]["loc"] > 0


def test_flake8_finds_nothing(unpacked):
    # As the repository runs it: its default rules, and no settings of ours.
    scan = scanned("flake8", "--isolated", "--max-line-length=120", unpacked)

    assert (scan.stdout, scan.stderr) == ("", "")


# What makes detect-secrets skip a line of whatever plugin: a comment that allows it, and a form that takes long to look
# for in lines of data. Without them it finds all that it finds otherwise, or more.
SKIPPING = (
    "detect_secrets.filters.allowlist.is_line_allowlisted",
    "detect_secrets.filters.heuristic.is_indirect_reference",
)


def test_detect_secrets_finds_nothing(unpacked):
    skipping = [argument for name in SKIPPING for argument in ("--disable-filter", name)]
    scan = scanned("detect_secrets", "scan", "--all-files", *skipping, "--", ".", cwd=unpacked, check=True)

    results = json.loads(scan.stdout)["results"]
    assert {file: [found["line_number"] for found in places] for file, places in results.items()} == {}


def test_the_code_is_python_3_9(unpacked):
    for path in unpacked.rglob("*.py"):
        ast.parse(path.read_text(encoding="utf-8"), str(path), feature_version=(3, 9))
