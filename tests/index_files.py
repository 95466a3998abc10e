"""The same table of the index as SCB's database hands it out in each format.

The JSON formats are written after their specifications, and not tried against the live service.
"""

from __future__ import annotations

import pandas as pd
from making import document

from segregation_plugin.readers.recognise import read_index, recognise

OF_THE_FILE = ["fil", "rad", "ar_ur_filnamn", "uppdaterad", "omrade"]


CONTENTS = {
    "omradestyp": ("000008IU", "Områdestyp"),
    "socioekonomiskt_index": ("000008IT", "Socioekonomiskt index"),
    "andel_lag_ekonomisk_standard": ("000008IV", "Andel personer med låg ekonomisk standard"),
    "andel_forgymnasial": ("000008IW", "Andel personer med förgymnasial utbildning"),
    "andel_bistand_arbetsloshet": ("000008IX", "Andel personer med bistånd och/eller arbetslöshet"),
}


DIMENSIONS = ("Region", "ContentsCode", "Tid")


def cells(table: pd.DataFrame) -> list[tuple[str, str, str, str]]:
    """Code, column, year and value as text of each cell."""
    found = []
    for row in table.to_dict("records"):
        for column in CONTENTS:
            value = row[column]
            text = ".." if pd.isna(value) else f"{value:g}"
            found.append((row["regsokod"], column, str(row["index_ar"]), text))
    return found


def same(text: str, original: pd.DataFrame, kind: str, name: str = "table_2024.txt") -> None:
    file = document(text, name)
    assert recognise(file).name == kind
    made = read_index([file])[0].drop(columns=OF_THE_FILE)
    expected = original.drop(columns=OF_THE_FILE)
    by = ["regsokod", "index_ar"]
    made, expected = (table.sort_values(by).reset_index(drop=True) for table in (made, expected))
    pd.testing.assert_frame_equal(made.assign(regsonamn=None), expected.assign(regsonamn=None), check_dtype=False)


def json_stat(table: pd.DataFrame, order=DIMENSIONS, sparse=False, suffix="", index_as=dict, roles=True) -> dict:
    """A json-stat2 dataset of the table."""
    codes = [f"{code}{suffix}" for code in table["regsokod"]]
    categories = {
        "Region": dict.fromkeys(codes, "Karlstad (Namn)"),
        "ContentsCode": dict(CONTENTS.values()),
        "Tid": {"2024": "2024"},
    }
    known = {(f"{code}{suffix}", CONTENTS[column][0], year): value for code, column, year, value in cells(table)}
    values, statuses = [], {}
    keys = [[]]
    for name in order:
        keys = [[*key, category] for key in keys for category in categories[name]]
    for place, key in enumerate(keys):
        cell = dict(zip(order, key))
        text = known[(cell["Region"], cell["ContentsCode"], cell["Tid"])]
        values.append(None if text == ".." else float(text))
        if text == "..":
            statuses[str(place)] = ".."
    dimension = {}
    for name in order:
        listed = list(categories[name])
        index = {code: place for place, code in enumerate(listed)} if index_as is dict else listed
        dimension[name] = {"label": name.lower(), "category": {"index": index, "label": categories[name]}}
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "Områdestyp och socioekonomiskt index efter region, tabellinnehåll och år",
        "id": list(order),
        "size": [len(categories[name]) for name in order],
        **({"role": {"geo": ["Region"], "metric": ["ContentsCode"], "time": ["Tid"]}} if roles else {}),
        "dimension": dimension,
        "value": {str(p): v for p, v in enumerate(values) if v is not None} if sparse else values,
        "status": statuses,
    }


def pxweb(table: pd.DataFrame) -> dict:
    """An answer of PxWeb's API v1."""
    columns = [{"code": "Region", "text": "region", "type": "d"}, {"code": "Tid", "text": "år", "type": "t"}]
    columns += [{"code": code, "text": label, "type": "c"} for code, label in CONTENTS.values()]
    data: dict[tuple[str, str], list[str]] = {}
    for code, _, year, value in cells(table):
        data.setdefault((code, year), []).append(value)
    return {
        "columns": columns,
        "comments": [],
        "data": [{"key": list(key), "values": values} for key, values in data.items()],
        "metadata": [{"updated": "2025-01-31T07:00:00Z", "source": "SCB"}],
    }


def px(table: pd.DataFrame, coded: bool = True, whole_lines: bool = True) -> str:
    """A PX file of the table: areas in the stub, contents and year in the heading."""
    codes = list(table["regsokod"])
    names = [f"Karlstad (Område {place})" for place in range(len(codes))]
    listed = {"region": names if coded else codes, "tabellinnehåll": [label for _, label in CONTENTS.values()]}
    known = {(code, column): value for code, column, _, value in cells(table)}
    quoted = {
        name: ",\n".join(f'"{text[:9]}"\n"{text[9:]}"' if whole_lines else f'"{text}"' for text in texts)
        for name, texts in listed.items()
    }
    lines = [
        'CHARSET="ANSI";',
        'AXIS-VERSION="2013";',
        'CONTENTS="Områdestyp; socioekonomiskt index";',
        'CONTENTS[en]="Type of area";',
        'STUB="region";',
        'HEADING="tabellinnehåll","år";',
        f'VALUES("region")={quoted["region"]};',
        f'VALUES("tabellinnehåll")={quoted["tabellinnehåll"]};',
        'VALUES("år")="2024";',
        'TIMEVAL("år")=TLIST(A1),"2024";',
        *(['CODES("region")=' + ",".join(f'"{code}_RegSO2025"' for code in codes) + ";"] if coded else []),
        'CODES("tabellinnehåll")=' + ",".join(f'"{code}"' for code, _ in CONTENTS.values()) + ";",
    ]
    rows = (
        " ".join(f'"{v}"' if v == ".." else v for v in (known[code, column] for column in CONTENTS)) for code in codes
    )
    return "\n".join([*lines, "DATA=", *rows, ";\n"])
