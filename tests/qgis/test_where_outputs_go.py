"""Where an algorithm writes: nowhere but in the file that was asked for, which stays the file it was."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from inqgis import files_in, refusal, rows, run

from segregation_plugin.domain.messages import OutputError
from segregation_plugin.exports.whole_file import written_aside

ROOT = Path(__file__).resolve().parents[2]
# What is no file, and a word of why.
ELSEWHERE = {
    "https://evil/x.{end}": "addresses",
    "ftp://evil/x.{end}": "addresses",
    "file:///tmp/x.{end}": "addresses",
    "s3://bucket/x.{end}": "addresses",
    "/vsimem/x.{end}": "GDAL",
    "/vsicurl/https://evil/x.{end}": "GDAL",
    "/vsizip/x.zip/x.{end}": "GDAL",
    "~/x.{end}": "'~' is no folder",
    "~root/x.{end}": "'~' is no folder",
    "\\\\server\\share\\x.{end}": "as Windows writes it",
    "//server/share/x.{end}": "as Windows writes it",
    "C:\\x.{end}": "as Windows writes it",
    "/dev/null": "a device",
    "ftp:x.{end}": "addresses",
    "http:x.{end}": "addresses",
    "PG:dbname=x": "addresses",
    "GPKG:x.{end}": "addresses",
    "MySQL:x,user=me": "addresses",
    "$HOME/x.{end}": "'$HOME' is not replaced",
    "%USERPROFILE%\\x.{end}": "'%USERPROFILE%' is not replaced",
    "new/$USER/x.{end}": "'$USER' is not replaced",
    "$NAME.{end}": "'$NAME' is not replaced",
    "PG: dbname=x": "addresses",
    "${{HOME:-/tmp}}/x.{end}": "'${HOME:-/tmp}' is not replaced",
    "-": "is no name of a file",
}
BUILD = """
import sys, time
from pathlib import Path
from segregation_plugin.exports.whole_file import written_aside
with written_aside(Path(sys.argv[1])) as aside:
    aside.write_text("half")
    print("half", flush=True)
    time.sleep(60)
"""


@pytest.fixture(scope="module")
def small(small_study):
    return str(small_study)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder that is the current one."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("place", ELSEWHERE)
def test_what_is_no_file_is_refused_and_leaves_nothing(place, small, small_inputs, demo, here):
    index = {"INPUT": small_inputs["INDEX"]}
    areas = {"AREAS": small_inputs["AREAS"], "INDEX": small_inputs["INDEX"]}
    roots = set(Path("/").iterdir())
    for algorithm, end, given in (
        ("study", "gpkg", areas),
        ("exportmap", "pdf", {"STUDY": small}),
        ("exporttables", "xlsx", {"STUDY": small}),
        ("exporttables", "folder", {"STUDY": small}),
        ("matchreport", "html", {"STUDY": small}),
        ("importindex", "gpkg", index),
        ("joinindex", "csv", areas),
    ):
        text = refusal(algorithm, **given, OUTPUT=place.format(end=end))
        assert ELSEWHERE[place] in text
        assert place.format(end=end) in text
    text = refusal("study", **areas, OUTPUT=str(here / "study.gpkg"), REPORT=place.format(end="html"))
    assert ELSEWHERE[place] in text
    assert files_in(here) == set()
    assert set(Path("/").iterdir()) == roots


@pytest.mark.parametrize(
    "name",
    [
        "Region: Värmland.html",
        "12:30.html",
        "kr$.html",
        "$100.html",
        "50%.html",
        "%/x%y.html",
        "Report:2024.html",
        "$data.html",
        "-.html",
    ],
)
def test_a_name_that_looks_strange_may_be_a_file(name, small, here):
    run("matchreport", STUDY=small, OUTPUT=name)
    assert (here / name).stat().st_size


def test_a_folder_that_is_called_like_a_variable_is_one(small, here):
    (here / "$HOME").mkdir()
    run("matchreport", STUDY=small, OUTPUT="$HOME/report.html")
    assert (here / "$HOME" / "report.html").stat().st_size


def test_a_layer_may_go_to_memory_or_a_table_but_not_into_a_strange_file(small_inputs, here):
    given = {"AREAS": small_inputs["AREAS"], "INDEX": small_inputs["INDEX"]}
    assert run("joinindex", **given, OUTPUT="memory:")["OUTPUT"].featureCount() == 31
    run("joinindex", **given, OUTPUT="ogr:dbname='x.gpkg' table=\"t\" (geom)")
    assert len(rows("x.gpkg|layername=t")) == 31
    before = files_in(here)
    for output, said in (
        ("ogr:dbname='$HOME/x.gpkg' table=\"t\" (geom)", "'$HOME' is not replaced"),
        ("ogr:dbname='/vsimem/x.gpkg' table=\"t\" (geom)", "GDAL"),
        ("y.gpkg|layername=t", "is a layer in a file"),
    ):
        assert said in refusal("joinindex", **given, OUTPUT=output)
    assert files_in(here) == before


@pytest.mark.parametrize("name", ["--", "-a.gpkg", "$data.gpkg", "new/(a).GPKG"])
def test_a_layer_that_a_geopackage_could_not_name_is_refused_before_anything_is_written(name, small_inputs, here):
    given = {"INPUT": small_inputs["INDEX"]}
    assert f"cannot begin with '{Path(name).name[0]}'" in refusal("importindex", **given, OUTPUT=name)
    assert files_in(here) == set()
    run("importindex", **given, OUTPUT=f"{Path(name).stem}.csv".replace("(", "["))
    assert len(files_in(here)) == 1


@pytest.mark.parametrize(
    "name", ["x%41.gpkg", "x%20y", "new%20folder/x.GPKG", "ogr:dbname='x%41.gpkg' table=\"t\" (geom)"]
)
def test_a_geopackage_that_qgis_would_look_for_elsewhere_is_refused(name, small_inputs, here):
    given = {"INPUT": small_inputs["INDEX"]}
    text = refusal("importindex", **given, OUTPUT=name)
    assert "QGIS cannot work with the GeoPackage" in text
    assert f"'{'%41' if '%41' in name else '%20'}' in its name or folder" in text
    assert files_in(here) == set()


@pytest.mark.parametrize("name", ["x%41.csv", "x%41.sqlite", "Mina områden-1.sqlite", "x%.gpkg", "50%zz.gpkg"])
def test_what_looks_like_it_and_is_found_again_is_written(name, small_inputs, here):
    written = run("importindex", INPUT=small_inputs["INDEX"], OUTPUT=name)["OUTPUT"]
    assert len(rows(written)) == 31
    assert files_in(here) == {name}


@pytest.mark.parametrize("name", ["x.csv", "x.ODS", "new/x.pdf"])
def test_tables_are_a_workbook_or_a_folder(name, small, here):
    text = refusal("exporttables", STUDY=small, OUTPUT=name)
    assert f"{name}: tables are written as a workbook" in text
    assert f"Leave {Path(name).suffix} out to name a folder, or write .xlsx." in text
    assert files_in(here) == set()
    (here / "x.csv").write_text("mine")
    assert "x.csv is a file." in refusal("exporttables", STUDY=small, OUTPUT="x.csv")
    (here / "tables.csv").mkdir()
    run("exporttables", STUDY=small, OUTPUT="tables.csv")
    assert files_in(here / "tables.csv") == {"area_types.csv"}


def test_a_folder_is_no_layer(small_inputs, here):
    text = refusal("importindex", INPUT=small_inputs["INDEX"], OUTPUT=str(here))
    assert f"{here} is a folder. Choose the name of a file" in text
    assert files_in(here.parent) == {"here"}


def test_a_refused_file_leaves_no_new_folders(small, small_inputs, here):
    (here / "file").write_text("mine")
    for algorithm, given, output in (
        ("matchreport", {"STUDY": small}, "file/new/report.html"),
        ("study", {"AREAS": small_inputs["AREAS"], "INDEX": small_inputs["INDEX"]}, "file/new/study.gpkg"),
        ("exportmap", {"STUDY": small, "MUNICIPALITY": "0180"}, "new/map.pdf"),
    ):
        refusal(algorithm, **given, OUTPUT=str(here / output))
    with pytest.raises(OutputError), written_aside(here / "one" / "two" / "three.txt"):
        raise OSError(28, "No space left on device")
    assert files_in(here) == {"file"}


def test_relative_names_and_new_folders_are_right(small, here):
    run("matchreport", STUDY=small, OUTPUT="new/folder/report.html")
    assert (here / "new" / "folder" / "report.html").stat().st_size


WRITERS = {
    "report.html": ("matchreport", {}),
    "map.svg": ("exportmap", {"DPI": 50}),
    "map.png": ("exportmap", {"DPI": 50}),
    "map.pdf": ("exportmap", {"DPI": 50}),
    "tables.xlsx": ("exporttables", {"TABLES": ["area_types"]}),
    "csv/area_types.csv": ("exporttables", {"TABLES": ["area_types"]}),
    "study.gpkg": ("study", None),
    "index.gpkg": ("importindex", None),
    "index.csv": ("importindex", None),
}


@pytest.mark.first_elsewhere("every writer puts its file in place by the same calls")
@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize("name", WRITERS)
def test_a_file_keeps_its_mode_and_owner_and_a_link_its_target(name, linked, small, small_inputs, here):
    algorithm, given = WRITERS[name]
    if algorithm == "study":
        given = {"AREAS": small_inputs["AREAS"], "INDEX": small_inputs["INDEX"]}
    elif algorithm == "importindex":
        given = {"INPUT": small_inputs["INDEX"]}
    else:
        given = {"STUDY": small, **given}
    target = here / name
    target.parent.mkdir(exist_ok=True)
    kept = here / f"kept{target.suffix}" if linked else target
    output = str(target.parent if "/" in name else target)
    run(algorithm, **given, OUTPUT=output if "/" in name else str(kept))
    if linked and "/" in name:
        (here / "csv" / "area_types.csv").rename(kept)
    kept.chmod(0o600)
    if os.geteuid() == 0:
        os.chown(kept, 12345, 23456)
    if linked:
        target.symlink_to(kept)
    before = kept.stat()
    kept_bytes = kept.read_bytes()
    time.sleep(0.01)

    run(algorithm, **given, OUTPUT=output)

    after = kept.stat()
    assert target.is_symlink() == linked
    assert after.st_mtime_ns > before.st_mtime_ns
    assert (oct(after.st_mode), after.st_uid, after.st_gid) == (oct(before.st_mode), before.st_uid, before.st_gid)
    assert after.st_size > 0.9 * len(kept_bytes)


def test_a_new_file_is_as_the_user_makes_files(small, here):
    run("matchreport", STUDY=small, OUTPUT="report.html")
    (here / "mine").touch()
    assert (here / "report.html").stat().st_mode == (here / "mine").stat().st_mode


def test_a_link_to_nothing_makes_what_it_points_to(small, here):
    (here / "report.html").symlink_to(here / "new" / "real.html")
    run("matchreport", STUDY=small, OUTPUT="report.html")
    assert (here / "report.html").is_symlink()
    assert (here / "new" / "real.html").stat().st_size


def killed_while_it_writes(target):
    run = subprocess.Popen([sys.executable, "-c", BUILD, target], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert run.stdout.readline() == "half\n"
    run.kill()
    run.wait()
    run.stdout.close()


def test_the_next_run_clears_what_killed_ones_left_and_nothing_of_a_running_one(small, here):
    target = here / "report.html"
    for _ in range(3):
        killed_while_it_writes(target)
    assert sum(name.startswith(".segregation-") for name in files_in(here)) == 1  # each cleared the one before
    with subprocess.Popen(
        [sys.executable, "-c", BUILD, target], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout.readline() == "half\n"
        run("matchreport", STUDY=small, OUTPUT=str(target))
        left = [name for name in files_in(here) if name.startswith(".segregation-")]
        assert len(left) == 1
        assert (here / left[0] / "report.html").read_text() == "half"
        running.kill()
    run("matchreport", STUDY=small, OUTPUT=str(target))
    assert files_in(here) == {"report.html"}
