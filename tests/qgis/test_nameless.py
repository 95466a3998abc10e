"""Nothing that leaves a study says who made it, on which machine, or where their files lie."""

from __future__ import annotations

import io
import os
import pwd
import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from inqgis import run
from qgis.core import QgsApplication, QgsProject


def everything_in(path):
    """The bytes of a file, and of what is packed in it."""
    content = path.read_bytes()
    found = [content]
    if content.startswith(b"SQLite"):
        with closing(sqlite3.connect(path)) as database:
            for metadata, packed in database.execute("SELECT metadata, content FROM qgis_projects"):
                content = bytes.fromhex(packed if isinstance(packed, str) else packed.decode("ascii"))
                found += [metadata.encode(), content]
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found += [archive.read(name) for name in archive.namelist()]
    return b"\n".join(found)


@pytest.fixture(scope="module")
def made(demo, karlstad_demo, small_inputs, tmp_path_factory):
    """A study, its report, its maps and its tables, in a folder of a name that nobody else has."""
    folder = tmp_path_factory.mktemp("kvartalsrapport")
    schools = {"SCHOOLS": [str(karlstad_demo / "schools.csv")], "RESULTS": [str(demo / "slutbetyg_ak9_2025.csv")]}
    study = str(folder / "study.gpkg")
    run("study", **small_inputs, **schools, OUTPUT=study, REPORT=str(folder / "report.html"))
    for ending in ("pdf", "svg", "png"):
        page = {"TEMPLATE": "a4_portrait", "LANGUAGE": "sv", "DPI": 72}
        run("exportmap", STUDY=study, **page, OUTPUT=str(folder / f"map.{ending}"))
    tables = {"TABLES": ["area_types", "schools", "match_report"], "LANGUAGE": "sv"}
    run("exporttables", STUDY=study, **tables, OUTPUT=str(folder / "tables.xlsx"))
    run("exporttables", STUDY=study, **tables, OUTPUT=str(folder / "csv"))
    return folder


def files_of(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_no_file_holds_a_path_of_this_machine(made, demo):
    assert len(files_of(made)) >= 9
    for path in files_of(made):
        content = everything_in(path)
        for place in (str(Path.home()) + "/", made.name, str(demo.parent)):
            assert place.encode() not in content, (path.name, place)


def test_no_file_names_who_made_it(made):
    names = {pwd.getpwuid(os.getuid()).pw_name, QgsApplication.userLoginName(), QgsApplication.userFullName()} - {""}
    assert names
    for path in files_of(made):
        content = everything_in(path)
        assert b"saveUser" not in content, path.name
        for name in names:
            # Names are words that files may hold for other reasons: where a person stands, they must not.
            for where in (rb"<author>\s*{}", rb"creator>\s*{}", rb'"last_modified_user":\s*"{}', rb"Author\W{{0,4}}{}"):
                pattern = where.replace(b"{{0,4}}", b"{0,4}").replace(b"{}", re.escape(name.encode()))
                assert not re.search(pattern, content), (path.name, where)


def test_no_freed_page_of_the_study_holds_the_project_as_qgis_wrote_it(made):
    """Each file packed in a project begins so, in hexadecimal digits; newer QGIS versions pack two."""
    with closing(sqlite3.connect(made / "study.gpkg")) as connection:
        [(content,)] = connection.execute("SELECT content FROM qgis_projects")
    packed = zipfile.ZipFile(
        io.BytesIO(bytes.fromhex(content if isinstance(content, str) else content.decode("ascii")))
    )

    assert (made / "study.gpkg").read_bytes().count(b"504b0304") == len(packed.namelist())


def test_the_project_is_read_without_names_as_it_was_written(made):
    project = QgsProject()
    assert project.read(f"geopackage:{made / 'study.gpkg'}?projectName=study")
    assert project.saveUser() == project.saveUserFullName() == project.metadata().author() == ""
    assert project.title()
    assert all(layer.isValid() for layer in project.mapLayers().values())
