"""Libraries are hidden for real, in a Python of its own, since a running one has them loaded."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

from segregation_plugin import dependencies
from segregation_plugin.domain.messages import OutputError

LIBRARIES = ("numpy", "pandas", "shapely", "scipy", "jinja2")
SHOWN = "print(*(str(said and said.values[name]) for name in ('needs', 'library')))"
# Each line of the input is tried in a copy of this process, which has loaded what the libraries in question do not
# touch, with the parts of them that are looked at.
IN_COPIES = """
import json, os, sys
from segregation_plugin import dependencies
from segregation_plugin.domain.libraries import failure
class Hidden:
    def __init__(self, *names):
        self.names = names
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.names:
            raise ModuleNotFoundError(name)
def hide(*names):
    sys.meta_path.insert(0, Hidden(*names))
for name in sys.argv[1:]:
    assert failure(name) is None
for line in sys.stdin:
    if os.fork() == 0:
        try:
            exec(json.loads(line))
            print(*dependencies.missing(), flush=True)
            os._exit(0)
        finally:
            os._exit(1)
    print("ended with", os.wait()[1], flush=True)
"""


@pytest.fixture(scope="module")
def missing_where(root):
    """Say what is missing where some code has run, and what it printed; with some libraries loaded before."""
    with ExitStack() as running:

        @cache
        def python(loaded):
            command = [sys.executable, "-c", IN_COPIES, *loaded]
            pipe = subprocess.PIPE
            return running.enter_context(subprocess.Popen(command, cwd=root, stdin=pipe, stdout=pipe, text=True))

        def tried(code, loaded=()):
            started = python(tuple(loaded))
            started.stdin.write(f"{json.dumps(code)}\n")
            started.stdin.flush()
            said = []
            while not said or not said[-1].startswith("ended with"):
                said.append(started.stdout.readline())
                assert said[-1], "it ended"
            assert said.pop() == "ended with 0\n"
            return "".join(said).split()

        yield tried


def all_but(*libraries):
    """All libraries that neither are these nor load one of them."""
    return ["jinja2"] if "numpy" in libraries else [name for name in LIBRARIES if name not in libraries]


def test_nothing_is_missing_here(missing_where):
    assert missing_where("") == []


def test_without_matplotlib_nothing_is_missing_but_charts(missing_where):
    code = f"said = dependencies.why_no_charts(); {SHOWN}"
    assert missing_where(code, LIBRARIES) == ["None", "None"]
    found = missing_where(f"hide('matplotlib'); {code}", LIBRARIES)
    assert found[:2] == ["Charts", "need"]
    assert found[-1] == "matplotlib"


def test_without_psycopg2_nothing_is_missing_but_databases(missing_where):
    code = f"hide('psycopg2'); said = dependencies.why_no_database(); {SHOWN}"
    found = missing_where(code, LIBRARIES)
    assert "database" in found
    assert found[-1] == "psycopg2"


def test_hidden_libraries_are_missing(missing_where):
    assert missing_where("hide('pandas', 'shapely')", all_but("pandas", "shapely")) == ["pandas", "shapely"]


def test_what_needs_a_hidden_library_is_missing_too(missing_where):
    assert missing_where("hide('numpy')", all_but("numpy")) == ["numpy", "pandas", "shapely", "scipy"]


def test_a_library_without_the_features_used_is_too_old(missing_where):
    old = "import types; sys.modules['shapely'] = types.ModuleType('shapely')"

    assert missing_where(old, all_but("shapely")) == ["shapely"]


def test_a_library_built_for_another_numpy_is_missing(missing_where, tmp_path):
    broken = tmp_path / "pandas.py"
    broken.write_text("raise ValueError('numpy.dtype size changed, may indicate binary incompatibility')")

    assert missing_where(f"sys.path.insert(0, {str(tmp_path)!r})", all_but("pandas")) == ["pandas"]


# How libraries have failed to load, on Windows above all, and half of one is what a failed installation leaves.
BROKEN = [
    "raise OSError('[WinError 193] %1 is not a valid Win32 application')",
    "raise SystemError('initialization of _internal failed without raising an exception')",
    "raise RuntimeError('module compiled against ABI version 0x1000009 but this version of numpy is 0x2000000')",
    "raise ImportError('DLL load failed while importing lib: The specified procedure could not be found.')",
    "raise AttributeError('_ARRAY_API not found')",
    "raise TypeError('Plain typing.TypeAlias is not valid as type argument')",
    "raise KeyError('CONDA_PREFIX')",
    "import no_such_module_at_all",
    "def f(:",
    "",
]


@pytest.mark.parametrize("line", BROKEN)
@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_that_fails_to_load_is_missing(missing_where, tmp_path, library, line):
    (tmp_path / library).mkdir()
    (tmp_path / library / "__init__.py").write_text(line)
    missing = missing_where(f"sys.path.insert(0, {str(tmp_path)!r})", all_but(library))
    assert library in missing
    assert library == "numpy" or missing == [library]


def test_what_is_broken_is_said_with_where_it_lies_and_how_to_mend_it(on, tmp_path, monkeypatch):
    broken = tmp_path / "openpyxl"
    broken.mkdir()
    (broken / "__init__.py").write_text(BROKEN[0])
    for name in [name for name in sys.modules if name.partition(".")[0] == "openpyxl"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(str(tmp_path))
    on("Windows")

    with pytest.raises(OutputError) as caught:
        dependencies.require_openpyxl()

    text = str(caught.value)
    assert f"openpyxl ({broken}: [WinError 193] %1 is not a valid Win32 application)" in text
    assert 'python -m pip install --user --force-reinstall --no-deps "openpyxl"' in text
    assert "PYTHONPATH" in text


@pytest.mark.parametrize(
    ("system", "distribution", "wanted"),
    [
        ("Windows", ("", 0.0), "run: python -m pip install --user --force-reinstall --no-deps"),
        ("Darwin", ("", 0.0), 'bin/python3" -m pip install --user --force-reinstall --no-deps'),
        ("Linux", ("debian", 13.0), "sudo apt install --reinstall python3-pandas"),
        ("Linux", ("debian", 12.0), "python3 -m venv --clear --system-site-packages"),
    ],
)
def test_what_is_broken_is_installed_anew(on, system, distribution, wanted):
    on(system, distribution)

    assert wanted in str(dependencies.advice({"pandas": "/other/pandas: it fails"}))
    assert "(/other/pandas: it fails)" in str(dependencies.advice({"shapely": "", "pandas": "/other/pandas: it fails"}))


@pytest.fixture
def on(monkeypatch):
    """Pretend to be on a platform."""

    def pretend(system, distribution=("", 0.0), **variables):
        monkeypatch.setattr(platform, "system", lambda: system)
        monkeypatch.setattr(dependencies, "_distribution", lambda: distribution)
        monkeypatch.delenv("FLATPAK_ID", raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return str(dependencies.advice({"pandas": "", "shapely": ""}))

    return pretend


def test_advice_names_what_is_missing(on):
    assert "pandas, shapely" in on("Windows")


@pytest.mark.parametrize(
    ("system", "distribution", "variables", "wanted"),
    [
        (
            "Windows",
            ("", 0.0),
            {},
            "OSGeo4W Shell that came with it (in the Start menu, beside QGIS) and run: python -m",
        ),
        ("Darwin", ("", 0.0), {}, 'bin/python3" -m pip install --user "pandas>=1.5" "shapely>=2.0"'),
        ("Linux", ("debian", 13.0), {}, "sudo apt install python3-pandas python3-shapely"),
        ("Linux", ("debian", float("inf")), {}, "sudo apt install python3-pandas python3-shapely"),
        ("Linux", ("ubuntu", 24.04), {}, "sudo apt install python3-pandas python3-shapely"),
        ("Linux", ("ubuntu", 22.04), {}, '"numpy<2" "pandas<3" "shapely<2.2"'),
        ("Linux", ("debian", 12.0), {}, "site-packages qgis"),
        ("Linux", ("fedora", 43.0), {}, "package manager"),
        ("Linux", ("fedora", 43.0), {"FLATPAK_ID": "org.qgis.qgis"}, "flatpak run --command=python3 org.qgis.qgis"),
    ],
)
def test_advice_is_for_this_platform(on, system, distribution, variables, wanted):
    assert wanted in on(system, distribution, **variables)


def test_the_distribution_is_read_from_the_system(monkeypatch):
    def release_of(text):
        monkeypatch.setattr(Path, "read_text", lambda _path, encoding: text)
        return dependencies._distribution()

    assert release_of('ID=ubuntu\nVERSION_ID="22.04"\n') == ("ubuntu", 22.04)
    assert release_of("ID=debian\n") == ("debian", float("inf"))
    assert release_of('ID=opensuse-leap\nVERSION_ID="15.6-rc"\n') == ("opensuse-leap", 0.0)
