"""Where a result may be written, by its name alone."""

from __future__ import annotations

import pytest

from segregation_plugin.domain import output_paths
from segregation_plugin.domain.messages import OutputError
from segregation_plugin.domain.output_paths import require_local


@pytest.mark.parametrize(
    "path",
    [
        *("${HOME}/x.gpkg", "$HOME", "$HOME/x.gpkg", "/data/%USER%/x.gpkg", "%USERPROFILE%", "/srv/$DATA/x.gpkg"),
        *("${HOME:-/tmp}/x", "${HOME:-/tmp}/x.gpkg", "/srv/${DATE}.gpkg", "/srv/a_${DATE}_b.gpkg", "$(date +%F)/x"),
        *("/srv/$(cat /etc/hostname).gpkg", "/srv/%DATE%.gpkg", "$NAME.gpkg", "$x/y.gpkg"),
    ],
)
def test_what_a_shell_would_replace_is_no_name(path):
    with pytest.raises(OutputError, match="is not replaced"):
        require_local(path)


@pytest.mark.parametrize(
    "path",
    [
        *("PG:dbname=x", "PG: dbname=x", "pg: dbname=x", " PG:dbname=x", "MySQL: x", "OGR: /tmp/x.gpkg", "ODBC:x"),
        *("GPKG:/tmp/x.gpkg:layer", "postgres: x", "postgresql://host/x", "https://x.se/a.gpkg", "HTTPS://x", "ftp:x"),
        *("data:x", "s3:x", "s3://x/y.gpkg", "file:///tmp/x.gpkg", "any.scheme://x", "spatialite:x"),
    ],
)
def test_an_address_or_a_database_is_no_file(path):
    with pytest.raises(OutputError, match="not to addresses"):
        require_local(path)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("-", "is no name of a file"),
        (" - ", "is no name of a file"),
        ("/vsimem/x.gpkg", "only GDAL knows"),
        ("/vsizip/{/tmp/a.zip}/x.gpkg", "only GDAL knows"),
        ("/vsizip{/tmp/a.zip}/x.gpkg", "only GDAL knows"),
        ("/vsistdout", "only GDAL knows"),
        ("~", "'~' is no folder"),
        ("~/x.gpkg", "'~' is no folder"),
        ("~root/x.gpkg", "'~' is no folder"),
        ("/dev/null", "device"),
        (r"\\server\share\x.gpkg", "as Windows writes it"),
        ("C:/x.gpkg", "as Windows writes it"),
    ],
)
def test_other_places_that_nobody_finds_again(path, said):
    with pytest.raises(OutputError, match=said):
        require_local(path)


@pytest.mark.parametrize(
    "path",
    [
        *("", "x.gpkg", "Region: Värmland.gpkg", "12:30.gpkg", "/data/a:b/x.gpkg", "å$ö.gpkg"),
        *("Report:2024.gpkg", "/srv/Report:2024.gpkg", "/srv/$data.gpkg", "$data.gpkg", "Data: 2024.gpkg", "pg.gpkg"),
        *(
            "PGA:2024.gpkg",
            "https.gpkg",
            "-x.gpkg",
            "/srv/-",
            "~old.gpkg",
            "/srv/~x.gpkg",
            "/vsi.gpkg",
            "vsimem/x.gpkg",
        ),
        *("100%.gpkg", "5%_10%.gpkg", "a$b/x.gpkg", "$5/x.gpkg", "{a}/x.gpkg", "(a)/x.gpkg"),
    ],
)
def test_any_other_name_is_one(path):
    require_local(path)


@pytest.mark.parametrize("name", ["$HOME", "%USER%", "${HOME:-a}", "$(date)", "~"])
def test_a_folder_that_is_really_called_so_is_one(tmp_path, monkeypatch, name):
    (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    require_local(f"{tmp_path}/{name}/x.gpkg")
    if name != "~":
        require_local(f"{name}/x.gpkg")


def test_a_colon_in_a_name_is_none_on_windows(monkeypatch):
    monkeypatch.setattr(output_paths, "_WINDOWS", True)
    require_local("C:/x.gpkg")
    with pytest.raises(OutputError, match="colon"):
        require_local("C:/Report:2024.gpkg")
