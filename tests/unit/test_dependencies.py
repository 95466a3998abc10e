"""Libraries are hidden for real, in a Python of its own, since a running one has them loaded."""

from __future__ import annotations

import platform
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from segregation_plugin import dependencies
from segregation_plugin.domain.messages import OutputError

HIDE = """
import sys
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {hidden!r}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Hidden())
{code}
from segregation_plugin import dependencies
print(*dependencies.missing())
"""


def missing_where(root, hidden=(), code=""):
    run = subprocess.run(
        [sys.executable, "-c", HIDE.format(hidden=hidden, code=code)],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.split()


def test_nothing_is_missing_here(root):
    assert missing_where(root) == []


def test_without_matplotlib_nothing_is_missing_but_charts(root):
    code = "from segregation_plugin import dependencies; said = dependencies.why_no_charts(); print(said.text)"
    code += "; print(said.values['library'])"
    assert "None" in missing_where(
        root, code="from segregation_plugin.dependencies import why_no_charts as w; print(w())"
    )
    found = missing_where(root, hidden=("matplotlib",), code=code)
    assert found[:2] == ["Charts", "need"]
    assert found[-1] == "matplotlib"


def test_without_psycopg2_nothing_is_missing_but_databases(root):
    code = "from segregation_plugin import dependencies; said = dependencies.why_no_database()"
    found = missing_where(root, hidden=("psycopg2",), code=f"{code}; print(said.text, said.values['library'])")
    assert "database" in found
    assert found[-1] == "psycopg2"


def test_hidden_libraries_are_missing(root):
    assert missing_where(root, hidden=("pandas", "shapely")) == ["pandas", "shapely"]


def test_what_needs_a_hidden_library_is_missing_too(root):
    assert missing_where(root, hidden=("numpy",)) == ["numpy", "pandas", "shapely", "scipy"]


def test_a_library_without_the_features_used_is_too_old(root):
    old = "import types; sys.modules['shapely'] = types.ModuleType('shapely')"

    assert missing_where(root, code=old) == ["shapely"]


def test_a_library_built_for_another_numpy_is_missing(root, tmp_path):
    broken = tmp_path / "pandas.py"
    broken.write_text("raise ValueError('numpy.dtype size changed, may indicate binary incompatibility')")

    assert missing_where(root, code=f"sys.path.insert(0, {str(tmp_path)!r})") == ["pandas"]


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


LIBRARIES = ["numpy", "pandas", "shapely", "scipy", "jinja2"]
# Each folder of the arguments is tried in a copy of this process, which has loaded what its libraries do not touch,
# with the parts of them that are looked at.
IN_COPIES = """
import os, sys
from segregation_plugin.domain.libraries import failure
for name in {loaded!r}:
    assert failure(name) is None
for folder in sys.argv[1:]:
    if os.fork() == 0:
        sys.path.insert(0, folder)
        from segregation_plugin import dependencies
        print(*dependencies.missing(), flush=True)
        os._exit(0)
    os.wait()
"""


@pytest.fixture(scope="module")
def missing_if_broken(root, tmp_path_factory):
    """Say what is missing where a library is broken in each way of ``BROKEN``; worked out once for a library."""

    @cache
    def found(library):
        folders = [tmp_path_factory.mktemp(library) for _ in BROKEN]
        for folder, line in zip(folders, BROKEN):
            (folder / library).mkdir()
            (folder / library / "__init__.py").write_text(line)
        loaded = ["jinja2"] if library == "numpy" else [name for name in LIBRARIES if name != library]
        command = [sys.executable, "-c", IN_COPIES.format(loaded=loaded), *folders]
        run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
        return dict(zip(BROKEN, (line.split() for line in run.stdout.splitlines())))

    return found


@pytest.mark.parametrize("line", BROKEN)
@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_that_fails_to_load_is_missing(missing_if_broken, library, line):
    missing = missing_if_broken(library)[line]
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
