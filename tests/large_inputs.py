"""Inputs of five megabytes: each reader's own file with many more rows, and what is meant to stop it.

Rows are those of real files, with codes of their own. ``LARGE`` says where each is chosen and how it is made,
``HOSTILE`` how it is made.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZE = 5_000_000  # bytes


def real(name: str) -> str:
    return (ROOT / name).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def areas() -> Iterator[str]:
    """Codes of RegSO, all different and never in need of a leading zero."""
    return (f"{number // 999 % 9000 + 1000:04}R{number % 999 + 1:03}" for number in range(8_000_000))


def units() -> Iterator[str]:
    return (f"{number:08}" for number in range(10_000_000, 99_999_999))


def repeated(head: str, row: Callable[[str], str], codes: Iterator[str], foot: str = "") -> bytes:
    """Rows made of codes until the size is reached."""
    parts, size = [head], len(head) + len(foot)
    while size < SIZE:
        parts.append(row(next(codes)))
        size += len(parts[-1])
    return "".join([*parts, foot]).encode()


def table(name: str, place: str, codes: Iterator[str], rows_above: int) -> bytes:
    """The file's first data row again and again, ``place`` in it replaced by other codes."""
    lines = real(name).splitlines(keepends=True)
    row = lines[rows_above]
    assert place in row
    return repeated("".join(lines[:rows_above]), lambda code: row.replace(place, code), codes)


def as_json(one: object, place: str, codes: Iterator[str]) -> bytes:
    """A list of one object, the code in it replaced."""
    text = json.dumps(one, ensure_ascii=False)
    assert place in text
    return repeated("[", lambda code: text.replace(place, code) + ",", codes, text + "]")


def json_stat() -> bytes:
    codes = [code for _, code in zip(range(100_000), areas())]
    return json.dumps(
        {
            "class": "dataset",
            "id": ["Region", "ContentsCode", "Tid"],
            "size": [len(codes), 2, 2],
            "role": {"geo": ["Region"], "metric": ["ContentsCode"], "time": ["Tid"]},
            "dimension": {
                "Region": {"category": {"index": codes, "label": {code: f"Karlstad ({code})" for code in codes}}},
                "ContentsCode": {"category": {"index": ["000008IU", "000008IT"]}},
                "Tid": {"category": {"index": ["2023", "2024"]}},
            },
            "value": [4, 4, 7.1, 7.1] * len(codes),
        }
    ).encode()


def px() -> bytes:
    codes = ",\n".join(f'"{code}"' for _, code in zip(range(300_000), areas()))
    return (
        f'CHARSET="ANSI";\nCONTENTS="Områdestyp";\nSTUB="region";\nHEADING="år";\nVALUES("region")={codes};\n'
        f'VALUES("år")="2024";\nDATA={" 4" * 300_000};\n'
    ).encode()


def pxweb() -> bytes:
    columns = [{"code": "Region", "type": "d"}, {"code": "Tid", "type": "t"}, {"code": "000008IU", "type": "c"}]
    entry = json.dumps({"key": ["1780R001", "2024"], "values": ["4"]})
    head = f'{{"columns": {json.dumps(columns)}, "data": ['
    return repeated(head, lambda code: entry.replace("1780R001", code) + ",", areas(), entry + "]}")


def workbook(rows: Iterator[str]) -> bytes:
    """The real workbook with these rows in its sheet."""
    made = io.BytesIO()
    path = ROOT / "tests/data/karlstad_2024.xlsx"
    with zipfile.ZipFile(path) as real_one, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name in real_one.namelist():
            if name != "xl/worksheets/sheet1.xml":
                packed.writestr(name, real_one.read(name))
        with packed.open("xl/worksheets/sheet1.xml", "w") as sheet:
            space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            sheet.write(f'<worksheet xmlns="{space}"><sheetData>'.encode())
            for row in rows:
                sheet.write(row.encode())
            sheet.write(b"</sheetData></worksheet>")
    return made.getvalue()


def text_cells(*texts: str) -> str:
    return "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)


def large_workbook(count: int = 150_000) -> bytes:
    def rows() -> Iterator[str]:
        yield f'<row r="1">{text_cells("regsokod", "index_ar", "omradestyp", "index")}</row>'
        for number, code in zip(range(count), areas()):
            values = "".join(f"<c><v>{value}</v></c>" for value in (2024, number % 5 + 1, f"{number % 997 / 10}"))
            yield f'<row r="{number + 2}">{text_cells(code)}{values}</row>'

    return workbook(rows())


UNIT = {"code": "39907811", "name": "Sofielundsskolan", "geographicalAreaCode": "0163", "sweRef_N": "6592046"}
UNIT |= {"sweRef_E": "667304", "principalOrganizerType": "Kommunal", "typeOfSchooling": [{"code": "gr"}]}
ENTRY = {"value": "257,2", "valueType": "EXISTS", "timePeriod": "2024/25"}
STATISTICS = {"schoolUnit": "10023937", "averageGradesMeritRating9thGrade": [ENTRY]}
REGISTER = {"data": {"schoolUnitCode": "12345678", "attributes": {"displayName": "Storskolan", "addresses": []}}}
PIVOT = "region;tabellinnehåll;år;värde\n"
EXPORT = "resources/demo/omradestyp_2023_export.csv"

LARGE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "index_export.csv": ("index", lambda: table(EXPORT, "Bollstanäs", areas(), 1)),
    "by_code_2024.csv": ("index", lambda: table("resources/demo/karlstad_tab6586_2024.csv", "1780R001", areas(), 1)),
    "pivot.csv": ("index", lambda: repeated(PIVOT, lambda code: f"{code};Områdestyp;2024;4\n", areas())),
    "json_stat.json": ("index", json_stat),
    "pxweb.json": ("index", pxweb),
    "px.px": ("index", px),
    "key.csv": ("index", lambda: table("resources/demo/koppling-deso2018-regso2020.csv", "0114R001", areas(), 1)),
    "units.json": ("schools", lambda: as_json(UNIT, "39907811", units())),
    "statistics.json": ("results", lambda: as_json(STATISTICS, "10023937", units())),
    "register.json": ("schools", lambda: as_json(REGISTER, "12345678", units())),
    "register_2020.csv": ("schools", lambda: table("tests/data/register_2020_compulsory.csv", "74174879", units(), 1)),
    "schools.csv": ("schools", lambda: table("resources/demo/schools.csv", "10017830", units(), 1)),
    "results.csv": ("results", lambda: table("resources/demo/slutbetyg_ak9_2025.csv", "48000763", units(), 6)),
    "salsa.csv": ("results", lambda: table("tests/data/salsa_2018_19.csv", "71387206", units(), 7)),
    "population_2025.csv": (
        "population",
        lambda: table("resources/demo/karlstad_tab6574_2025.csv", "1780R001", areas(), 1),
    ),
    "workbook_2024.xlsx": ("index", large_workbook),
}


def filled(before: str, part: str, after: str = "") -> bytes:
    return (before + part * ((SIZE - len(before) - len(after)) // len(part)) + after).encode()


CODE_HEADER = "regsokod,index_ar,omradestyp\n"
HOSTILE: dict[str, Callable[[], bytes]] = {
    "one_line.csv": lambda: filled("", "a"),
    "quotes.csv": lambda: filled("", '"'),
    "an_odd_quote.csv": lambda: filled('a,"', '""'),
    "commas.csv": lambda: filled("", ","),
    "semicolons.csv": lambda: filled("regsokod;omradestyp\n", ";"),
    "cells.csv": lambda: filled("", "a,"),
    "tabs.csv": lambda: filled("", "a\t"),
    "years.csv": lambda: filled("Område", ",2024"),
    "same_columns.csv": lambda: filled("regsokod", ",regsokod"),
    "short_rows.csv": lambda: filled(CODE_HEADER, "a\n"),
    "blank_rows.csv": lambda: filled(CODE_HEADER, ",\n"),
    "empty_lines.csv": lambda: filled(CODE_HEADER, "\n"),
    "carriage_returns.csv": lambda: filled("", "\r"),
    "spaces.csv": lambda: filled("a", " ", "b"),
    "digits.csv": lambda: filled("", "9"),
    "a_cell_of_digits_2024.csv": lambda: filled(CODE_HEADER + "0114R001,2024,", "9"),
    "marks.csv": lambda: filled("a", "\u200f"),
    "angles.csv": lambda: filled("a", "<"),
    "lists.json": lambda: filled("", "["),
    "objects.json": lambda: filled("", '{"a":'),
    "body.json": lambda: filled("", '{"body":'),
    "flat_lists.json": lambda: filled("[", "[],", "[]]"),
    "flat_objects.json": lambda: filled("[", "{},", "{}]"),
    "digits.json": lambda: filled("[", "9", "]"),
    "numbers.json": lambda: filled("[", "9,", "9]"),
    "quotes.json": lambda: filled('["', '\\"', '"]'),
    "a_value_of_digits.json": lambda: filled(
        '[{"schoolUnit":"10023937","totalNumberOfPupils":[{"value":"', "9", '"}]}]'
    ),
    "a_code_of_digits.json": lambda: filled('[{"name":"a","code":"', "9", '"}]'),
    "places.json": lambda: filled(
        '{"id":["a"],"size":[1],"dimension":{"a":{"category":{"index":["b"]}}},"value":{"', "9", '":1}}'
    ),
    "sizes.json": lambda: filled('{"id":["a"],"dimension":{"a":{}},"value":[],"size":[', "9,", "9]}"),
    "same_dimensions.json": lambda: filled(
        '{"dimension":{"a":{"category":{"index":["b","c"]}}},"value":[],"id":[', '"a",', '"a"]}'
    ),
    "keys.json": lambda: filled('{"columns":[],"data":[', '{"key":[],"values":[]},', "{}]}"),
    "quoted.px": lambda: filled('CHARSET="ANSI";\nSTUB="a";\nVALUES("a")=', '"b"', ";"),
    "values.px": lambda: filled('CHARSET="ANSI";\nSTUB="a";\nVALUES("a")=', '"b",', '"b";'),
    "dimensions.px": lambda: filled('CHARSET="ANSI";\nVALUES("a")="b","c";\nSTUB=', '"a",', '"a";\nDATA=1;'),
    "statements.px": lambda: filled('CHARSET="ANSI";\n', 'A="";'),
    "semicolons.px": lambda: filled('CHARSET="ANSI";\n', ";"),
    "letters.px": lambda: filled('CHARSET="ANSI";\n', "A"),
    "odd_quote.px": lambda: filled('CHARSET="', "a"),
    "data.px": lambda: filled('CHARSET="ANSI";\nSTUB="a";\nVALUES("a")="b";\nDATA=', "9", ";"),
    "spaces.px": lambda: filled('CHARSET="ANSI";', " ", "x=;"),
    "rows.xlsx": lambda: workbook("<row><c><v>1</v></c></row>" * 1_000 for _ in range(3_000)),
    "cells.xlsx": lambda: workbook(f"<row>{'<c><v>1</v></c>' * 16_000}</row>" for _ in range(1_000)),
    "one_far_cell.xlsx": lambda: workbook(iter(['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'])),
    "unfinished.xlsx": lambda: workbook("<c " * 1_000 for _ in range(30_000)),
    "formulas.xlsx": lambda: workbook("<c><f>" * 1_000 for _ in range(20_000)),
    "nested.xlsx": lambda: workbook("<a>" * 1_000 for _ in range(1_990)),
    "a_text.xlsx": lambda: workbook(iter([f"<row>{text_cells('a' * 60_000_000)}</row>"])),
}
