"""Where a result may be written, by its name alone."""

from __future__ import annotations

import pytest

from segregation_plugin.domain.messages import OutputError
from segregation_plugin.domain.output_paths import require_local


@pytest.mark.parametrize("path", ["${HOME}/x.gpkg", "$HOME", "/data/%USER%/x.gpkg", "PG:dbname=x", "data:x", "s3:x"])
def test_what_a_shell_or_a_database_would_understand_is_no_file(path):
    with pytest.raises(OutputError):
        require_local(path)


@pytest.mark.parametrize("path", ["", "x.gpkg", "Region: Värmland.gpkg", "12:30.gpkg", "/data/a:b/x.gpkg", "å$ö.gpkg"])
def test_any_other_name_is(path):
    require_local(path)
