"""A run that is killed, cancelled, or out of space leaves the old study or the new one, whole."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest
from inqgis import Listener, files_in, held_open, is_whole, refusal, run, tables
from qgis.core import QgsProcessingException

from segregation_plugin.domain.messages import OutputError
from segregation_plugin.layers.put_in_place import put_in_place
from segregation_plugin.layers.study_reading import read_study

ROOT = Path(__file__).resolve().parents[2]
MOMENTS_OF_BACKUP = [0.003 * moment for moment in range(1, 15)]  # seconds; a backup takes a few hundredths
LAST_PHASE = "Putting the study in place"
# What a run says when it is killed (None: not at all), and whether there is a study already.
KILLED_WHEN = [
    ("Summarising", True),
    ("Writing areas", True),
    ("Writing summaries", True),
    ("Writing styles", True),
    (LAST_PHASE, True),
    (None, True),
    ("Writing styles", False),
    (LAST_PHASE, False),
]
LARGE = 200  # megabytes
SAID_WHEN_CANCELLED = {"en": "Cancelled. Nothing was changed.", "sv": "Avbrutet. Inget har ändrats."}


@pytest.fixture(scope="module")
def contents(county_run, small_study):
    """What Värmland's and Karlstad's studies hold."""
    return [tables(Path(county_run["OUTPUT"])), tables(small_study)]


@pytest.fixture
def target(small_study, tmp_path):
    """Karlstad's study, where a run may replace it."""
    path = tmp_path / "kept" / "study.gpkg"
    path.parent.mkdir()
    shutil.copy(small_study, path)
    return path


class Children:
    """A process that does what is asked of it in children, one at a time."""

    def __init__(self):
        self._process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests" / "killed_children.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )

    def start(self, *what):
        """Let a child do something; ``said`` gives what it says until it is gone."""
        self._process.stdin.write(json.dumps([str(one) for one in what]) + "\n")
        self._process.stdin.flush()
        self._child = int(self._process.stdout.readline().removeprefix("child "))
        self.said = iter(self._process.stdout.readline, "ended\n")

    def kill(self, before):
        """Kill the child after so many seconds."""
        time.sleep(before)
        with suppress(ProcessLookupError):  # it has ended
            os.kill(self._child, signal.SIGKILL)
        for _ in self.said:
            pass

    def close(self):
        self._process.stdin.close()
        self._process.stdout.close()
        assert self._process.wait(30) == 0


@pytest.fixture(scope="module")
def children():
    with closing(Children()) as found:
        yield found


@pytest.mark.first_elsewhere("the same transaction, cut off at another moment")
@pytest.mark.parametrize("moment", MOMENTS_OF_BACKUP)
def test_killed_while_it_replaces(children, county_run, small_study, contents, tmp_path, moment):
    target = shutil.copy(county_run["OUTPUT"], tmp_path / "study.gpkg")
    children.start("replace", small_study, county_run["OUTPUT"], target)
    assert next(children.said) == "ready\n"
    children.kill(moment)

    assert len(read_study(target).areas) in (31, 125)
    assert tables(target) in contents
    assert is_whole(target)
    put_in_place(shutil.copy(small_study, tmp_path / "built.gpkg"), target)
    assert tables(target) == contents[1]


@pytest.mark.first_elsewhere("the same steps, cut off at another one")
@pytest.mark.parametrize(("phase", "exists"), KILLED_WHEN)
def test_killed_while_it_runs(children, demo, karlstad, contents, county_run, tmp_path, phase, exists):
    target = tmp_path / "study.gpkg"
    if exists:
        shutil.copy(county_run["OUTPUT"], target)
    children.start("study", tmp_path / "profile", karlstad, demo / "karlstad_tab6586_2024.csv", target)
    if any(phase is not None and line.startswith(phase) for line in children.said):
        children.kill(0.005)
    else:
        assert phase is None

    if target.exists() or exists:
        expected = contents if phase in (LAST_PHASE, None) else contents[:1]
        assert len(read_study(target).areas) in (31, 125)
        assert tables(target) in expected
        assert is_whole(target)


@pytest.mark.first_elsewhere("the same calls of QGIS as its first case")
@pytest.mark.parametrize("percent", [0, 4, 13, 37, 76, 85])
def test_cancelled_it_leaves_everything_as_it_was(target, small_inputs, percent):
    before = target.read_bytes()
    listener = Listener()
    listener.progressChanged.connect(lambda done: listener.cancel() if done >= percent else None)

    with pytest.raises(QgsProcessingException, match=r"Cancelled\. Nothing was changed\."):
        run("study", listener, **small_inputs, OUTPUT=str(target), REPORT=str(target.with_suffix(".html")))

    assert target.read_bytes() == before
    assert files_in(target.parent) == {"study.gpkg"}


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_cancelled_run_says_so_and_leaves_nothing(tmp_path, small_inputs, speak, language):
    speak(language)
    listener = Listener()
    listener.cancel()

    with pytest.raises(QgsProcessingException) as caught:
        run("study", listener, **small_inputs, OUTPUT=str(tmp_path / "new" / "study.gpkg"))

    assert str(caught.value) == SAID_WHEN_CANCELLED[language]
    assert files_in(tmp_path) == set()


def outcomes_on(small_disk, target, sizes, inputs, old, new):
    """Run a study on a disk of each size in turn; it must leave ``old`` (None: no file) or make ``new``."""
    outcomes = []
    for megabytes in sizes:
        if old is None:
            target.unlink(missing_ok=True)
        small_disk(megabytes)
        try:
            run("study", **inputs, OUTPUT=str(target))
        except QgsProcessingException as error:
            outcomes.append("old")
            assert str(target) in str(error), megabytes
            assert "disk is not full" in str(error), megabytes
        else:
            outcomes.append("new")
        assert held_open(target.parent) == set(), megabytes
        assert files_in(target.parent) == (set() if not target.exists() else {"study.gpkg"}), megabytes
        assert target.exists() == (old is not None or outcomes[-1] == "new"), megabytes
        if target.exists():
            assert is_whole(target), megabytes
            assert tables(target) == (old if outcomes[-1] == "old" else new), megabytes
        small_disk(LARGE)
    return outcomes


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_on_a_full_disk_the_old_study_stays_whole(small_disk, county_run, contents, small_inputs):
    target = small_disk(LARGE) / "study.gpkg"
    shutil.copy(county_run["OUTPUT"], target)
    used = target.stat().st_size / 2**20
    sizes = [used + spare for spare in (0, 4, 9, 11, 14, 20, 60)]

    outcomes = outcomes_on(small_disk, target, sizes, small_inputs, *contents)

    assert outcomes == sorted(outcomes, reverse=True)
    assert outcomes[0] == "old"
    assert outcomes[-1] == "new"


def test_on_a_full_disk_no_new_study_is_half_there(small_disk, small_study, contents, small_inputs):
    target = small_disk(LARGE) / "study.gpkg"
    needed = small_study.stat().st_size / 2**20
    sizes = [*(share * needed for share in (0.25, 0.7, 0.8, 0.95)), 60]

    outcomes = outcomes_on(small_disk, target, sizes, small_inputs, None, contents[1])

    assert outcomes == sorted(outcomes, reverse=True)
    assert outcomes[0] == "old"
    assert outcomes[-1] == "new"


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_folder_that_cannot_be_written_is_named(small_disk, small_study, small_inputs, speak, language):
    target = small_disk(50) / "study.gpkg"
    shutil.copy(small_study, target)
    before = target.read_bytes()
    small_disk(50, readonly=True)
    speak(language)

    for name in (target, target.parent / "new" / "study.gpkg"):
        text = refusal("study", **small_inputs, OUTPUT=str(name))

        assert str(name.parent) in text
        assert {"en": "cannot be written", "sv": "Det går inte att skriva i mappen"}[language] in text
    assert target.read_bytes() == before
    assert files_in(target.parent) == {"study.gpkg"}


def test_a_copy_that_a_disk_has_no_room_for_leaves_nothing_beside_the_earlier_file(small_disk, small_study, tmp_path):
    """SQLite would take it back when the file is read next: by then it may have been moved alone."""
    folder, built = small_disk(LARGE), tmp_path / "built.gpkg"
    target = folder / "study.gpkg"
    for path in (target, built):
        shutil.copy(small_study, path)
    with closing(sqlite3.connect(built)) as database:
        database.execute("CREATE TABLE large AS SELECT zeroblob(30000000) AS data")
        database.commit()
    before = target.read_bytes()
    small_disk(2.5 * len(before) / 2**20 + 4)
    with pytest.raises(OutputError, match="unchanged"):
        put_in_place(built, target)
    assert files_in(folder) == {"study.gpkg"}
    assert target.read_bytes() == before
