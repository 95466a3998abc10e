"""Libraries are hidden for real, in a Python of its own, since a running one has them loaded."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

import pytest

from segregation_plugin import dependencies

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


def test_hidden_libraries_are_missing(root):
    assert missing_where(root, hidden=("pandas", "shapely")) == ["pandas", "shapely"]


def test_what_needs_a_hidden_library_is_missing_too(root):
    assert missing_where(root, hidden=("numpy",)) == ["numpy", "pandas", "shapely"]


def test_a_library_without_the_features_used_is_too_old(root):
    old = "import types; sys.modules['shapely'] = types.ModuleType('shapely')"

    assert missing_where(root, code=old) == ["shapely"]


def test_a_library_built_for_another_numpy_is_missing(root, tmp_path):
    broken = tmp_path / "pandas.py"
    broken.write_text("raise ValueError('numpy.dtype size changed, may indicate binary incompatibility')")

    assert missing_where(root, code=f"sys.path.insert(0, {str(tmp_path)!r})") == ["pandas"]


@pytest.fixture
def on(monkeypatch):
    """Pretend to be on a platform."""

    def pretend(system, distribution=("", 0.0), **variables):
        monkeypatch.setattr(platform, "system", lambda: system)
        monkeypatch.setattr(dependencies, "_distribution", lambda: distribution)
        monkeypatch.delenv("FLATPAK_ID", raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return str(dependencies.advice(["pandas", "shapely"]))

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


@pytest.mark.parametrize(
    ("system", "distribution", "wanted"),
    [
        ("Windows", ("", 0.0), 'python -m pip install --user "scipy>=1.6"'),
        ("Linux", ("debian", 12.0), "sudo apt install python3-scipy"),
        ("Linux", ("ubuntu", 24.04), "sudo apt install python3-scipy"),
    ],
)
def test_without_scipy_it_is_said_that_more_is_hidden(on, monkeypatch, system, distribution, wanted):
    on(system, distribution)
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)

    told = str(dependencies.without_scipy())

    assert "more is hidden than need be" in told
    assert wanted in told


def test_with_scipy_there_is_nothing_to_say():
    pytest.importorskip("scipy.optimize", reason="Debian's QGIS does not bring SciPy with it")
    assert dependencies.without_scipy() is None


def test_the_distribution_is_read_from_the_system(monkeypatch):
    def tells(text):
        monkeypatch.setattr(Path, "read_text", lambda _path, encoding: text)
        return dependencies._distribution()

    assert tells('ID=ubuntu\nVERSION_ID="22.04"\n') == ("ubuntu", 22.04)
    assert tells("ID=debian\n") == ("debian", float("inf"))
    assert tells('ID=opensuse-leap\nVERSION_ID="15.6-rc"\n') == ("opensuse-leap", 0.0)
