"""``segregation:matchreport``: what it says, in both languages, and that no name can run in it."""

from __future__ import annotations

import html
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from inqgis import files_in, memory_layer, refusal, report_of, run

from segregation_plugin.i18n import texts
from segregation_plugin.layers.study_reading import read_study

SCRIPT = "<script>alert('x')</script>"
SQUARE = "Polygon ((414000 6583000, 414900 6583000, 414900 6583900, 414000 6583900, 414000 6583000))"


class Page(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.words, self.language = set(), [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.language = dict(attributes).get("lang", self.language)
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def page_of(study, tmp_path):
    output = tmp_path / "report.html"
    assert run("matchreport", STUDY=str(study), OUTPUT=str(output)) == {"OUTPUT": str(output)}
    return Page(output.read_text(encoding="utf-8"))


@pytest.mark.first_elsewhere("the same page in other words")
@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "Match report: area types 2023",
                "3,362 areas with a value",
                "1 areas without a value",
                "2,271 schools located",
                "10 schools not located",
                "Areas without a value in the index (1)",
                "2523R011",
                "2584R001",
                "not where its pupils live",
            ],
        ),
        (
            "sv",
            [
                "Matchningsrapport: områdestyper 2023",
                "3 362 områden med värde",
                "1 områden utan värde",
                "2 271 skolor placerade",
                "Områden utan värde i indexet (1)",
                "2523R011",
                "inte var eleverna bor",
            ],
        ),
    ],
)
def test_it_tells_the_known_answers(demo_run, tmp_path, speak, language, said):
    speak(language)

    page = page_of(demo_run["OUTPUT"], tmp_path)

    assert page.language == language
    assert page.open == []
    for words in said:
        assert words in page.text


@pytest.mark.only_here("its words are made without QGIS")
def test_it_tells_findings_in_its_own_language_whatever_that_of_the_study(demo_run, tmp_path, speak):
    study = read_study(demo_run["OUTPUT"])
    speak("sv")

    page = page_of(demo_run["OUTPUT"], tmp_path)

    details = [finding.details for finding in study.findings if finding.details.text]
    english, swedish = ({texts(language).render(one) for one in details} for language in ("en", "sv"))
    assert len(swedish) == len(english)
    assert not english & swedish
    # The page's text has one kind of blank.
    assert all(" ".join(text.split()) in page.text for text in swedish)
    assert not any(text in page.text for text in english)


@pytest.mark.only_here("its words are made without QGIS")
def test_it_lists_every_finding_and_every_match(demo_run, tmp_path):
    study = read_study(demo_run["OUTPUT"])

    page = page_of(demo_run["OUTPUT"], tmp_path)

    words = set(page.text.split())
    assert {*report_of(study)["kod"], *study.areas["regsokod"]} <= words
    assert "(sha256" in words


def test_the_study_writes_the_same_report_beside_it(demo_run, tmp_path):
    run("matchreport", STUDY=demo_run["OUTPUT"], OUTPUT=str(tmp_path / "report.html"))

    assert Path(demo_run["REPORT"]).read_bytes() == (tmp_path / "report.html").read_bytes()


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_no_name_runs_as_a_script(small_inputs, tmp_path):
    areas = memory_layer(
        "Polygon",
        "EPSG:3006",
        {"regsokod": "string", "regsonamn": "string"},
        [(SQUARE, {"regsokod": "1780R999", "regsonamn": SCRIPT})],
        f"<img src=x onerror=alert(1)>{SCRIPT}",
    )
    schools = memory_layer(
        "Point",
        "EPSG:3006",
        {"skolenhetskod": "string", "namn": "string"},
        [("Point (0 5)", {"skolenhetskod": "12345678", "namn": f'"{SCRIPT}'})],
        "schools",
    )
    study = tmp_path / "study.gpkg"
    report = tmp_path / "beside.html"
    inputs = {**small_inputs, "AREAS": areas, "SCHOOLS_LAYER": schools}

    run("study", **inputs, OUTPUT=str(study), REPORT=str(report))

    page = Page(report.read_text(encoding="utf-8"))
    assert not {"script", "img"} & page.tags
    assert page.text.count(SCRIPT) >= 3
    assert html.escape(SCRIPT, quote=False).replace("'", "&#39;") in report.read_text(encoding="utf-8")


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_it_needs_nothing_from_elsewhere(demo_run, tmp_path):
    run("matchreport", STUDY=demo_run["OUTPUT"], OUTPUT=str(tmp_path / "report.html"))

    assert not re.search(r"(?:src|href|url)\s*[=(]", (tmp_path / "report.html").read_text(encoding="utf-8"))


def test_it_is_written_whole_or_not_at_all(demo_run, small_inputs, tmp_path):
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "file").touch()

    for name in ("folder.html", "file/report.html"):
        text = refusal("matchreport", STUDY=demo_run["OUTPUT"], OUTPUT=str(tmp_path / name))

        assert str(tmp_path / name) in text
        assert "cannot be written" in text
    assert files_in(tmp_path) == {"folder.html", "file"}


def test_a_report_that_cannot_be_written_leaves_the_study_as_it_was(small_study, small_inputs, tmp_path):
    study = Path(shutil.copy(small_study, tmp_path))
    before = study.read_bytes()
    (tmp_path / "file").touch()

    text = refusal("study", **small_inputs, OUTPUT=str(study), REPORT=str(tmp_path / "file" / "report.html"))

    assert "report.html cannot be written" in text
    assert study.read_bytes() == before
    assert files_in(tmp_path) == {"study.gpkg", "file"}
