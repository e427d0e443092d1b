"""Twelve families of hostile workbooks: each draws a file, and what must be said of it."""

import copy
import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from random import Random

from tests.data.workbook.books import Sheets
from tests.data.workbook.draw import Draw

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


#: Draws one file; returns what a sentence about it must say, blank where it may even be read.
Family = Callable[[Draw], str]


def damaged_bytes(draw: Draw) -> str:
    """Bytes cut off, turned over or put in."""
    draw.save()
    data = bytearray(draw.path.read_bytes())
    for _ in range(draw.random.randint(1, 8)):
        data[draw.random.randrange(len(data))] ^= draw.random.randint(1, 255)
    if draw.random.random() < 0.4:
        del data[draw.random.randrange(len(data)) :]
    draw.path.write_bytes(data)
    return ""


def bombs(draw: Draw) -> str:
    """Small files that unpack, or count, to a great deal."""
    draw.save()
    parts, part = draw.parts(), draw.sheet_part("forces")
    kind = draw.random.randrange(4)
    if kind == 0:
        parts[part] = b" " * draw.random.randint(2_000_000, 5_000_000)
        said = "100 times its size"
    elif kind == 1:
        entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 20}">' for n in range(9))
        document = f'<!DOCTYPE x [<!ENTITY a0 "{"a" * 40}">{entities}]><worksheet xmlns="{MAIN}">'
        parts[part] = f"{document}<sheetData>&a9;</sheetData></worksheet>".encode()
        said = "the sheet is damaged"
    elif kind == 2:
        depth = draw.random.randint(1_000, 20_000)
        nested = "".join(f"<x{draw.random.randrange(10**6)}>" for _ in range(depth))
        parts[part] = f'<worksheet xmlns="{MAIN}">{nested}'.encode()
        said = "the sheet is damaged"
    else:
        parts |= {f"xl/media/{n}": b"x" for n in range(draw.random.randint(200, 999))}
        said = "200 are allowed"
    draw.pack(parts)
    return said


def odd_names(draw: Draw) -> str:
    """Names in the zip that lead elsewhere, or stand twice."""
    draw.save()
    name = draw.one_of(
        "../forces.xml", "/etc/passwd", "C:\\x.xml", "xl/../../x", "..\\..\\x", "xl/a/../b.xml"
    )
    if draw.random.random() < 0.2:
        data = bytearray(draw.path.read_bytes())
        data[data.rindex(b"PK\1\2") + 8] |= 1
        draw.path.write_bytes(data)
        return "locked with a password"
    draw.pack(draw.parts() | {name: b"x"})
    return "absolute or has .. in it"


def disguises(draw: Draw) -> str:
    """Files of another kind under the name of a workbook."""
    noise = draw.random.randbytes(draw.random.randint(20, 2_000))
    data, said = draw.one_of(
        (OLE + noise, "an old workbook"),
        (OLE + noise + "EncryptedPackage".encode("utf-16-le") + noise, "with a password"),
        (b"\x89PNG\r\n\x1a\n" + noise, "a picture"),
        (b"\xff\xd8\xff\xe0" + noise, "a picture"),
        (b"GIF89a" + noise, "a picture"),
        (b"", "an empty file"),
        (b"%PDF-1.4" + noise, "no Excel workbook"),
        (b"la_code,name\n", "no Excel workbook"),
        (b"PK\3\4" + noise, "a damaged file"),
        (zipped("content.xml", noise), "an OpenDocument file"),
        (zipped("word/document.xml", noise), "a document of another kind"),
        (zipped("xl/workbook.bin", noise), "a binary workbook"),
        (zipped("a/b/c.csv", noise), "a zip of something else"),
    )
    draw.path.write_bytes(data)
    return str(said)


def zipped(name: str, data: bytes) -> bytes:
    """A zip of one file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, data)
    return file.getvalue()


def macros(draw: Draw) -> str:
    """Workbooks with something in them that runs."""
    if draw.random.random() < 0.3:
        draw.change("[Content_Types].xml", "spreadsheetml.sheet.main", "macroEnabled.main")
        return "macros"
    draw.save()
    name = draw.one_of(
        "xl/vbaProject.bin", "xl/VBAPROJECT.BIN", "xl/macrosheets/sheet1.xml", "xl/vbaData.xml"
    )
    draw.pack(draw.parts() | {name: draw.random.randbytes(100)})
    return "macros"


def broken_parts(draw: Draw) -> str:
    """Parts that are no XML, or are cut off, or are missing."""
    draw.save()
    parts = draw.parts()
    part = draw.one_of(*[name for name in parts if name.endswith((".xml", ".rels"))])
    data = parts.pop(part)
    if draw.random.random() < 0.8:
        cut = draw.random.randrange(len(data))
        junk = draw.one_of(b"", b"<", b"\0", b"&x;", b"\xff", b"</worksheet>", b"<![CDATA[")
        parts[part] = data[:cut] + junk + draw.one_of(b"", data[cut:])
    draw.pack(parts)
    return ""


def far_cells(draw: Draw) -> str:
    """Cells at the end of the sheet, beyond it, or nowhere."""
    row, column = draw.one_of((1_048_576, "XFD"), (200_001, "A"), (2, "GS"), (5, "XFD"))
    kind = draw.random.randrange(3)
    if kind == 0:
        draw.save(lambda book, made: made["forces"].write(f"{column}{row}", "x"))
        return f"forces, row {row}, column {column}: "
    if kind == 1:
        reference = draw.one_of("A0", "ZZZZZZ1", "A99999999999", "1A", "", "A-1", "é2", "A2:B3")
        draw.change(draw.sheet_part("forces"), 'r="A2"', f'r="{reference}"')
    else:
        number = draw.one_of("0", "-1", "1", "99999999999999", "1e9", "2.5", "x", "")
        draw.change(draw.sheet_part("forces"), '<row r="2"', f'<row r="{number}"')
    return ""


def wrong_values(draw: Draw) -> str:
    """Cells that hold something else than their column does."""
    column, where = draw.one_of((0, "A (la_code)"), (8, "I (children_0_17)"), (6, "G (latitude)"))
    row = draw.random.randint(1, 2)
    kind = draw.random.randrange(3)
    if kind == 0:
        formula = draw.one_of("=1+1", '=HYPERLINK("x")', "=SUM(A1:XFD1048576)", "=A1")
        draw.save(lambda book, made: made["authorities"].write_formula(row, column, formula))
        return f"authorities, row {row + 1}, column {where}: a formula"
    if kind == 1:
        draw.sheets["authorities"][row][column] = draw.one_of(
            date(2014, 3, 1), datetime(2014, 3, 1, 9), True
        )
        draw.save()
        return f"authorities, row {row + 1}, column {where}: "
    cell, wrong = '<c r="I2"><v>20289</v></c>', draw.one_of(
        't="e"><v>#N/A</v>', 't="e"><v>#REF!</v>', "><v>1e999</v>", "><v>NaN</v>", "><v>x</v>",
        't="s"><v>99999999</v>', 't="s"><v>x</v>', 't="b"><v>7</v>', 't="d"><v>x</v>',
        f"><v>{'9' * 5_000}</v>", "><v>-1</v>",
        't="inlineStr"><is><t>x</t></is>', 't="zz"><v>y</v>',
        '><f t="shared" si="0"/>', '><f t="array" ref="A1:XFD1048576">1</f>', "><f/><v>1</v>",
        's="1"><v>99999999999</v>',
    )  # fmt: skip
    draw.change(draw.sheet_part("authorities"), cell, f'<c r="I2" {wrong}</c>')
    return "authorities, row 2"


def headers(draw: Draw) -> str:
    """Headers that are two, or lower down, or none."""
    name = draw.one_of("authorities", "forces", "inspectors", "establishments")
    rows = draw.sheets[name]
    kind = draw.random.randrange(4)
    if kind == 0:
        rows.insert(1, list(rows[0]))
    elif kind == 1:
        for _ in range(draw.random.randint(1, 5)):
            rows.insert(0, ["A title"])
    elif kind == 2:
        rows[0].append(rows[0][0])
    else:
        rows[0][0] = draw.one_of(None, 7, "La_Code", "=A1", "x" * 30_000, "\u200b")
    draw.save()
    return f"{name}, row "


def sheet_lists(draw: Draw) -> str:
    """Sheets that are missing, hidden, twice, or no sheets."""
    name = draw.one_of("authorities", "forces", "inspectors", "establishments", "programme")
    kind = draw.random.randrange(5)
    if kind == 0:
        del draw.sheets[name]
        draw.save()
        return f"{name}: the sheet is missing"
    if kind == 1:
        # The writer never hides the first sheet.
        name = draw.one_of("authorities", "forces", "inspectors", "establishments")
        way = draw.one_of("hide", "very_hidden")
        draw.save(lambda book, made: getattr(made[name], way)())
        return f"{name}: the sheet is hidden"
    if kind == 2:
        draw.sheets["spare"] = [["x"]]
        draw.change("xl/workbook.xml", 'name="spare"', f'name="{name.upper()}"')
        return f"{name}: the sheet stands more than once"
    if kind == 3:
        draw.sheets["spare"] = [["x"]]
        odd = draw.one_of("", "é" * 31, "x" * 10_000, "&#10;", "../x", "marking ", "&#x202e;x")
        draw.change("xl/workbook.xml", 'name="spare"', f'name="{odd}"')
        return ""
    target = draw.one_of(
        "worksheets/none.xml", "../../x.xml", "http://x.example/", "", "styles.xml"
    )
    number = list(draw.sheets).index(name) + 1
    draw.change("xl/_rels/workbook.xml.rels", f"worksheets/sheet{number}.xml", target)
    return ""


def shapes(draw: Draw) -> str:
    """Merged cells, hidden rows, and ranges that are none."""
    name = draw.one_of("authorities", "forces", "inspectors")
    kind = draw.random.randrange(4)
    if kind == 0:
        row = draw.random.randint(1, 3)
        draw.save(lambda book, made: made[name].merge_range(row, 0, row, 1, "x"))
        return f"{name}, row {row + 1}, column A: the cells A{row + 1}:B{row + 1} are merged"
    if kind == 1:
        row = draw.random.randint(1, 2)
        draw.save(lambda book, made: made[name].set_row(row, None, None, {"hidden": True}))
        return f"{name}, row {row + 1}: the row is hidden"
    odd = draw.one_of("A1:XFD1048576", "", "x", "A1:", "1:1", "ZZZZZ1", "A1:A1:A1", "é9", "A" * 99)
    if kind == 2:
        merged = f'<mergeCells count="1"><mergeCell ref="{odd}"/></mergeCells><pageMargins'
        draw.change(draw.sheet_part(name), "<pageMargins", merged)
        return f"{name}"
    draw.change(draw.sheet_part(name), '<dimension ref="', f'<dimension ref="{odd}')
    return ""


def texts(draw: Draw) -> str:
    """Text that is too long, escaped, or dressed as something else."""
    if draw.random.random() < 0.4:
        length = draw.one_of(32_768, 100_000, 2_000_000)
        odd, said = "".join(draw.random.choices("abcdefgh ", k=length)), "forces, row 2, column B"
    else:
        odd, said = draw.one_of(
            ("_x0000_", "forces, row 2, column B (name): there is a NUL"), ("_xD800_", ""),
            ("_xFFFF_", ""), ("_x005F_x0041_", ""), ("=1+1", ""), ("'=1", ""), ("\u202e", ""),
            ("\ufeff", "forces, row 2"), ("\U0001f600" * 16_000, ""), ("&amp;lt;", ""),
            ("  ", "forces, row 2"), ("\u200b", "forces, row 2"), ("<r>x</r>", "forces, row 2"),
        )  # fmt: skip
    draw.change("xl/sharedStrings.xml", "<t>Northern</t>", f"<t>{odd}</t>")
    return str(said)


FAMILIES: Mapping[str, Family] = {
    family.__name__: family
    for family in (
        damaged_bytes, bombs, odd_names, disguises, macros, broken_parts, far_cells, wrong_values,
        headers, sheet_lists, shapes, texts,
    )
}  # fmt: skip


def draw_file(family: str, number: int, sheets: Sheets, folder: Path) -> tuple[Path, str]:
    """The file of a family with this number, always the same, and what must be said of it."""
    path = folder / f"{family}-{number}.xlsx"
    draw = Draw(Random(f"{family} {number}"), copy.deepcopy(sheets), path)
    return path, FAMILIES[family](draw)
