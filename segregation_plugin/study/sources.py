"""What a study was made from: a record for each file or layer, which its provenance keeps as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.messages import Message, as_json, from_json, message
from ..readers.described import letters_lost, rows_left_out, years_in
from ..readers.published import published

if TYPE_CHECKING:
    import pandas as pd

    from ..readers.recognise import FilePart

# What files and layers are chosen for, in the order in which people choose them.
AREAS, INDEX, SCHOOLS, RESULTS = "areas", "index", "schools", "results"
POPULATION, AREAS_2020 = "population", "areas_2020"
USES = (AREAS, INDEX, SCHOOLS, RESULTS, POPULATION, AREAS_2020)

# In the provenance.
KEPT_AS = "kallor"
# What studies made before that know of their files, and how they write it.
_EARLIER = {
    AREAS: "indata_omraden",
    INDEX: "indata_index",
    SCHOOLS: "indata_skolor",
    RESULTS: "indata_resultat",
    POPULATION: "indata_befolkning",
}
_FILE = re.compile(r"(?P<name>.+?) \(sha256 (?P<digest>[0-9a-f]{64})\) ?(?P<modified>[^;]*)(?:; |$)")


@dataclass(frozen=True)
class UsedSource:
    """A file, a sheet of a workbook, or a layer, and what it was taken for.

    ``use``: of ``USES``. ``kind``: what it was taken for, in words; ``rows``: how many it has; both None where that is
    not known. ``modified``: when the file was written last (ISO, UTC), if only by copying it. ``left_out``: how many
    rows of titles and notes. ``remarks``: what is wrong with it. ``published``: the day on which its figures were
    published (ISO), empty where the file does not say.
    """

    use: str
    name: str
    kind: Message | None = None
    rows: int | None = None
    years: tuple[str, ...] = ()
    modified: str = ""
    digest: str = ""
    left_out: int = 0
    remarks: tuple[Message, ...] = ()
    published: str = ""


def of_files(use: str, parts: Iterable[FilePart]) -> list[UsedSource]:
    """Return the records of files that were read."""
    return [
        UsedSource(
            use,
            part.document.name,
            part.source.label,
            len(part.table),
            tuple(years_in(part)),
            part.document.modified,
            part.document.digest,
            rows_left_out(part),
            tuple(one for one in (letters_lost(part),) if one is not None),
            published(part.document),
        )
        for part in parts
    ]


def of_areas(use: str, name: str, table: pd.DataFrame, version: str, modified: str = "") -> UsedSource:
    """Return the record of a layer of areas (``regsokod``, or ``desokod`` where they are DeSO)."""
    kind = message("DeSO areas") if "desokod" in table else message("RegSO areas")
    if version and "desokod" not in table:
        kind = message("RegSO areas of {version}", version=version)
    return UsedSource(use, name, kind, len(table), modified=modified)


def dump(sources: Iterable[UsedSource]) -> str:
    """Return records as JSON for ``load``."""
    records = [
        {
            **vars(one),
            "kind": None if one.kind is None else as_json(one.kind),
            "remarks": [as_json(remark) for remark in one.remarks],
        }
        for one in sources
    ]
    return json.dumps(records, ensure_ascii=False)


def sources_of(provenance: Mapping[str, str]) -> list[UsedSource]:
    """Return what a study was made from, in the order of ``USES``.

    Of a study that an earlier version made, or that was changed by hand, the names and dates of its files alone.
    """
    try:
        found = _load(provenance.get(KEPT_AS, ""))
    except (ValueError, TypeError, KeyError, AttributeError):
        found = [one for use, key in _EARLIER.items() for one in _named(use, provenance.get(key, ""))]
    return sorted(found, key=lambda one: USES.index(one.use))


def _load(text: str) -> list[UsedSource]:
    """Return the records of ``dump``. Raises ValueError, TypeError, KeyError or AttributeError for anything else."""
    found = []
    for record in json.loads(text):
        kind, remarks = record.pop("kind"), tuple(map(from_json, record.pop("remarks")))
        years, rows = tuple(map(str, record.pop("years"))), record.pop("rows")
        use, name, modified, digest = (str(record.pop(key)) for key in ("use", "name", "modified", "digest"))
        if use not in USES:
            raise ValueError(use)
        known = None if kind is None else from_json(kind)
        # Studies made before do not have it.
        day = str(record.pop("published", ""))
        rows, left_out = None if rows is None else int(rows), int(record.pop("left_out"))
        found.append(UsedSource(use, name, known, rows, years, modified, digest, left_out, remarks, day))
    return found


def _named(use: str, said: str) -> list[UsedSource]:
    """Return the files that a provenance names; what it writes in another way is a layer."""
    files = [
        UsedSource(use, one["name"], modified=one["modified"].strip(), digest=one["digest"])
        for one in _FILE.finditer(said)
    ]
    return files or ([UsedSource(use, said)] if said else [])
