"""Five megabytes of anything are read or refused within 10 seconds and 500 megabytes, and nothing is written or run.

And of real files damaged at random, thousands of times, what comes out is a table or a message.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from large_inputs import HOSTILE, LARGE

pytestmark = pytest.mark.only_here("files are read without QGIS, but for the names of GDAL's types")
SECONDS, MEGABYTES = 10, 500  # with pandas, numpy and GDAL, which take some 60 themselves
DAMAGED, SEED = "5000", "1"
FIELDS = ("index", "schools", "results")
# Refused before anybody asks what they are for.
OF_NO_KIND = ("flat_lists.json", "flat_objects.json", "numbers.json")
CASES = [
    *((name, field, make) for name, (field, make) in LARGE.items()),
    *(
        (name, field, make)
        for name, make in HOSTILE.items()
        for field in FIELDS
        if field == "index" or ("json" in name and name not in OF_NO_KIND)
    ),
]


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory):
    """The folder in which the readers run: their home, and where they would put temporary files."""
    return tmp_path_factory.mktemp("nowhere")


def started(root, nowhere, script, *arguments):
    return subprocess.Popen(
        [sys.executable, str(root / "tests" / script), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=nowhere,
        env={
            **os.environ,
            **dict.fromkeys(("HOME", "TMPDIR", "CPL_TMPDIR"), str(nowhere)),
            "PYTHONPATH": str(root),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
    )


@pytest.fixture(scope="module")
def reader(root, nowhere):
    """A process that reads each file in a process of its own."""
    process = started(root, nowhere, "read_alone.py")
    yield process
    process.stdin.close()
    assert process.wait(30) == 0
    process.stdout.close()


@pytest.mark.parametrize(("name", "field", "make"), CASES, ids=[f"{name}, {field}" for name, field, _ in CASES])
def test_five_megabytes_are_within_the_limits(reader, nowhere, tmp_path, name, field, make):
    path = tmp_path / name
    path.write_bytes(make())
    reader.stdin.write(f"{field} {path}\n")
    reader.stdin.flush()
    found = json.loads(reader.stdout.readline())
    path.unlink()
    alone = name == "key.csv"  # the key is read whole, and then misses an index beside it
    assert found["outcome"] == ("table" if name in LARGE and not alone else "refused"), found["text"]
    # Beside other work on the same cores the same takes up to twice as long.
    assert found["seconds"] < 2 * SECONDS
    assert found["megabytes"] < MEGABYTES
    assert len(found["text"]) < 1_500
    assert not any(nowhere.iterdir())


def test_a_reader_that_writes_or_runs_something_would_be_found(reader, tmp_path):
    """The watch over the readers watches."""
    reader.stdin.write(f"write {tmp_path / 'written'}\n")
    reader.stdin.flush()
    found = json.loads(reader.stdout.readline())
    assert found["outcome"] == "crash"
    assert "PermissionError: open" in found["text"]
    assert not any(tmp_path.iterdir())


def test_damaged_at_random_a_file_gives_a_table_or_a_message(root, nowhere):
    process = started(root, nowhere, "fuzz_readers.py", DAMAGED, SEED)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said
    seen, _, known, _ = said.split()
    assert int(seen) > 0.9 * int(known)
    assert not any(nowhere.iterdir())
