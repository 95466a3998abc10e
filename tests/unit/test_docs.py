"""The documentation: links lead somewhere, both languages have the same parts, and each figure has the same parts."""

import re
from pathlib import Path

import pytest

from segregation_plugin.domain.segregation_indices import INDICES
from segregation_plugin.study import schema

ROOT = Path(__file__).resolve().parents[2]
DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [*DOCS, ROOT / "README.md", ROOT / "DEVELOPMENT.md"]
PARTS = {
    "statistics.md": ("Question", "Formula", "Hidden values", "How to read", "What not to conclude", "Source"),
    "statistics.sv.md": ("Fråga", "Formel", "Dolda värden", "Så läses den", "Vad den inte säger", "Källa"),
}


def headings(page):
    return re.findall(r"^(#+) (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)


def anchor(title):
    """Return what GitHub makes of a heading."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for link in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        if link.startswith("http"):
            continue
        name, _, place = link.partition("#")
        other = page.parent / name if name else page
        assert other.exists(), f"{page.name}: {link}"
        assert not place or place in {anchor(title) for _, title in headings(other)}, f"{page.name}: {link}"


@pytest.mark.parametrize("page", [page for page in DOCS if ".sv" not in page.name], ids=lambda page: page.name)
def test_both_languages_have_the_same_sections(page):
    swedish = page.with_suffix(".sv.md")
    assert [len(marks) for marks, _ in headings(page)] == [len(marks) for marks, _ in headings(swedish)]


@pytest.mark.parametrize("name", PARTS)
def test_each_figure_has_the_same_parts_in_one_order(name):
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    sections = re.split(r"^##+ .*$", text, flags=re.MULTILINE)[1:]
    figures = [section for section in sections if f"**{PARTS[name][0]}.**" in section]
    assert len(figures) == 22
    for section in figures:
        named = [found for found in re.findall(r"^\*\*([^*.]+)\.?\*\*", section, re.MULTILINE) if found in PARTS[name]]
        assert tuple(named) == PARTS[name], section[:80]


@pytest.mark.parametrize("name", ["studyfile.md", "studyfile.sv.md"])
def test_each_table_of_the_study_file_has_its_columns_in_order(name):
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1:-1]
    documented = {section.split("`")[1]: re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) for section in sections}
    assert documented == {table.name: [column.name for column in table.columns] for table in schema.TABLES}


@pytest.mark.parametrize("name", ["statistics.md", "statistics.sv.md"])
def test_each_index_is_described(name):
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    (table,) = re.findall(r"^\| `dissimilarity`(?:.*\n)+?\n", text, re.MULTILINE)
    assert {index.name for index in INDICES} <= set(re.findall(r"`(\w+)`", table))


def test_each_room_is_described():
    text = (ROOT / "DEVELOPMENT.md").read_text(encoding="utf-8")
    rooms = {path.stem for path in (ROOT / "segregation_plugin").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert rooms - {"__init__", "__pycache__"} <= set(re.findall(r"`(\w+)`", text.split("## Rules")[0]))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_are_named_are_there(page):
    named = re.findall(r"`([a-z_]+/[\w/]+\.(?:py|sh))", page.read_text(encoding="utf-8"))
    assert [
        path for path in named if not any((folder / path).exists() for folder in (ROOT, ROOT / "segregation_plugin"))
    ] == []
