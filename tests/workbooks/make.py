"""Makes the workbooks of this folder with writers that are not ours: openpyxl, and LibreOffice for xls, ods and html.

Run it by hand when a workbook is added (pip install openpyxl pyxlsb xlwt; apt-get install libreoffice-calc); the files are committed,
and the tests read only them.
"""
import os
import quopri
import shutil
import struct
import subprocess
import tempfile
import zipfile
from datetime import date, datetime

import xlwt
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from pyxlsb import open_workbook

HEADER = [
    "STT", "Tên đơn vị", "Tỷ lệ % tổng chung nhóm số hóa hồ sơ", "Ghi chú",
    "Kết quả chứng thực điện tử bản sao từ bản chính từ 01/01/2020 đến ngày 05/6/2023 (hồ sơ đã hoàn thành)", "Ghi chú",
]
UNITS = [
    ("UBND huyện Bảo Yên", 0.723, 366), ("UBND huyện Bảo Thắng", 0.689, 1343), ("UBND TP Lào Cai", 0.586, 2919),
    ("UBND huyện Sa Pa", 0.569, 1112), ("UBND huyện Si Ma Cai", 0.539, 546), ("UBND huyện Bát Xát", 0.531, 1945),
    ("UBND huyện Mường Khương", 0.495, 2486), ("UBND huyện Văn Bàn", 0.49, 678), ("UBND huyện Bắc Hà", 0.481, 426),
]


def table(sheet, percent):
    """The appendix below a merged title; `percent` writes the percentage of a unit into its cell."""
    sheet["A1"] = "Phụ lục"
    sheet.merge_cells("A1:F1")
    sheet["A2"] = "KẾT QUẢ NHÓM CHỈ SỐ “SỐ HÓA HỒ SƠ” CỦA UBND CẤP HUYỆN"
    sheet.merge_cells("A2:F2")
    sheet.append([])
    sheet.append(HEADER)
    for number, (name, share, copies) in enumerate(UNITS, 1):
        sheet.append([number, name, None, None, copies, None])
        percent(sheet.cell(row=sheet.max_row, column=3), share)
        sheet.cell(row=sheet.max_row, column=5).number_format = "#,##0"


def as_percent_format(cell, share):
    cell.value = share
    cell.number_format = "0.0%"


def as_number(cell, share):
    cell.value = share * 100  # 72.3 is stored as 72.3 or 72.30000000000001


def as_text(cell, share):
    cell.value = f"{share * 100:.1f}%".replace(".", ",")


def save(name, percent, extra=lambda book: None):
    book = Workbook()
    book.active.title = "Phụ lục"
    table(book.active, percent)
    extra(book)
    book.save(name)


def other_sheets(book):
    notes = book.create_sheet("Ghi chú", 0)
    notes["A1"] = "Số liệu lấy ngày 05/6/2023"
    hidden = book.create_sheet("Cũ")
    hidden.sheet_state = "hidden"
    table(hidden, as_number)


def stray_cell(book):
    book.active["XFD1048576"] = "x"


def hidden_table(book):
    book.active.sheet_state = "hidden"
    book.create_sheet("Bìa")["A1"] = "Báo cáo tháng 6/2023"
    book.active = 1


save("percent-format.xlsx", as_percent_format)
save("numbers.xlsx", as_number)
save("text.xlsx", as_text)
save("other-sheets.xlsx", as_percent_format, other_sheets)
save("stray-cell.xlsx", as_percent_format, stray_cell)
save("hidden-table.xlsx", as_percent_format, hidden_table)
for kind in ("xls", "ods"):
    subprocess.run(["soffice", "--headless", "--convert-to", kind, "numbers.xlsx"], check=True)


# One table with all that formats keep in their own way: merged headers and names, percentages, days, errors, what is
# hidden. LibreOffice calculates the formulas and writes it in every format it knows.
def every_kind(book):
    sheet = book.active
    sheet.title = "Bảng"
    sheet["A1"] = "Phụ lục"
    sheet.merge_cells("A1:H1")
    for column, text in zip("ABEFGH", ["STT", "Tên đơn vị", "Ngày", "Đạt", "Lỗi", "Mã"]):
        sheet[f"{column}2"] = text
        sheet.merge_cells(f"{column}2:{column}3")
    sheet["C2"] = "Số hóa"
    sheet.merge_cells("C2:D2")
    sheet["C3"], sheet["D3"] = "Tỷ lệ", "Số lượng"
    rows = [
        (1, "UBND huyện Bảo Yên", 0.723, 1343, date(2023, 6, 5), True, "=1/0", "0366"),
        (2, None, 0.49, 72.30000000000001, datetime(2023, 6, 5, 8, 30), False, "=NA()", None),
        (3, "UBND TX Sa Pa", 1, 366, None, None, "=1+1", "'007"),
    ]
    for number, row in enumerate(rows, 4):
        for column, value in enumerate(row, 1):
            sheet.cell(row=number, column=column).value = value
        sheet.cell(row=number, column=3).number_format = "0.0%"
        sheet.cell(row=number, column=4).number_format = "#,##0"
        sheet.cell(row=number, column=5).number_format = "dd/mm/yyyy" if number == 4 else "dd/mm/yyyy hh:mm"
    sheet.merge_cells("B4:B5")
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["H"].hidden = True
    book.create_sheet("Ẩn")["A1"] = "x"
    book["Ẩn"].sheet_state = "hidden"


def convert(source, kind, name):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", folder, source], check=True)
        (made,) = os.listdir(folder)
        shutil.move(f"{folder}/{made}", name)


book = Workbook()
every_kind(book)
book.save("every-kind-uncalculated.xlsx")
book.epoch = CALENDAR_MAC_1904
book.save("every-kind-1904.xlsx")
for kind, name in [
    ("xlsx", "every-kind.xlsx"), ("xls:MS Excel 97", "every-kind.xls"), ("ods", "every-kind.ods"),
    ("html:HTML (StarCalc)", "every-kind.html"),
]:
    convert("every-kind-uncalculated.xlsx", kind, name)


# A writer of the old binary format that does not calculate (pip install xlwt).
def formulas(name):
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Tờ")
    sheet.write(0, 0, "Tên đơn vị")
    sheet.write(1, 0, "Bảo Yên")
    sheet.write(1, 1, xlwt.Formula("1+1"))
    sheet.write(1, 2, 0.723, xlwt.easyxf(num_format_str="0.0%"))
    sheet.write_merge(2, 3, 0, 1, "gộp")
    sheet.write(3, 2, 5)
    sheet.row(1).hidden = True
    sheet.col(2).hidden = True
    book.save(name)


formulas("formulas.xls")


# No free program writes the binary workbook of 2007: its records are packed here, and read again by pyxlsb
# (pip install pyxlsb) to see that they are what they should be.
def record(kind, data=b""):
    head = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    length, size = len(data), b""
    while True:
        size += bytes([length & 127 | (128 if length > 127 else 0)])
        length >>= 7
        if not length:
            return head + size + data


def wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16le")


TEXTS = []


def binary_cell(column, value, style=0):
    at = struct.pack("<II", column, style)
    if isinstance(value, bool):
        return record(4, at + bytes([value]))
    if isinstance(value, int):
        return record(2, at + struct.pack("<I", value << 2 & 0xFFFFFFFF | 2))
    if isinstance(value, float):
        return record(5, at + struct.pack("<d", value))
    if value.startswith("#"):
        return record(3, at + bytes([{"#DIV/0!": 7, "#N/A": 42}[value]]))
    TEXTS.append(value)
    return record(7, at + struct.pack("<I", len(TEXTS) - 1))


def binary_sheet(rows, merged, hidden_rows, hidden_columns):
    last = (len(rows) - 1, max(len(row) for row in rows) - 1)
    sheet = record(129) + record(148, struct.pack("<IIII", 0, last[0], 0, last[1]))
    sheet += record(390)
    for column in hidden_columns:
        sheet += record(60, struct.pack("<IIIIH", column, column, 2340, 0, 1))
    sheet += record(391) + record(145)
    for number, row in enumerate(rows):
        hidden = 0x10 if number in hidden_rows else 0
        sheet += record(0, struct.pack("<IIHBBB", number, 0, 300, 0, hidden, 0) + struct.pack("<I", 0))
        for column, cell in enumerate(row):
            if cell is not None:
                sheet += binary_cell(column, *(cell if isinstance(cell, tuple) else (cell,)))
    sheet += record(146) + record(177, struct.pack("<I", len(merged)))
    for top, left, bottom, right in merged:
        sheet += record(176, struct.pack("<IIII", top, bottom, left, right))
    return sheet + record(178) + record(130)


def binary_workbook(name):
    styles = record(278) + record(615, struct.pack("<I", 3))
    for number, code in [(164, "0.0%"), (165, "dd/mm/yyyy"), (166, "dd/mm/yyyy hh:mm")]:
        styles += record(44, struct.pack("<H", number) + wide(code))
    styles += record(616) + record(617, struct.pack("<I", 4))
    for number in (0, 164, 165, 166):
        styles += record(47, struct.pack("<HHHHHBBH", 0xFFFF, number, 0, 0, 0, 0, 0, 0))
    styles += record(618) + record(279)
    rows = [
        ["Phụ lục"],
        ["STT", "Tên đơn vị", "Số hóa", None, "Ngày", "Đạt", "Lỗi", "Mã"],
        [None, None, "Tỷ lệ", "Số lượng"],
        [1, "UBND huyện Bảo Yên", (0.723, 1), 1343, (45082, 2), True, "#DIV/0!", "0366"],
        [2, None, (0.49, 1), 72.30000000000001, (45082 + 8.5 / 24, 3), False, "#N/A"],
        [3, "UBND TX Sa Pa", (1, 1), 366, None, None, 2, "'007"],
    ]
    merged = [(0, 0, 0, 7), (1, 2, 1, 3), (3, 1, 4, 1)] + [(1, column, 2, column) for column in (0, 1, 4, 5, 6, 7)]
    book = record(131) + record(153, struct.pack("<II", 0, 0) + wide("")) + record(143)
    for number, (title, state) in enumerate([("Bảng", 0), ("Ẩn", 1)], 1):
        book += record(156, struct.pack("<II", state, number) + wide(f"rId{number}") + wide(title))
    book += record(144) + record(132)
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{kinds}/worksheet" Target="worksheets/sheet{number}.bin"/>'
        for number in (1, 2)
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    package = "http://schemas.openxmlformats.org/package/2006"
    sheets = [binary_sheet(rows, merged, {5}, [7]), binary_sheet([["x"]], [], set(), [])]
    texts = record(159, struct.pack("<II", len(TEXTS), len(TEXTS)))
    texts += b"".join(record(19, b"\0" + wide(text)) for text in TEXTS) + record(160)
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in [
            ("[Content_Types].xml", f'{head}<Types xmlns="{package}/content-types"/>'),
            ("_rels/.rels", f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
                            f'Type="{kinds}/officeDocument" Target="xl/workbook.bin"/></Relationships>'),
            ("xl/_rels/workbook.bin.rels", f'{head}<Relationships xmlns="{package}/relationships">{relations}'
                                           "</Relationships>"),
            ("xl/workbook.bin", book), ("xl/styles.bin", styles), ("xl/sharedStrings.bin", texts),
            ("xl/worksheets/sheet1.bin", sheets[0]), ("xl/worksheets/sheet2.bin", sheets[1]),
        ]:
            archive.writestr(zipfile.ZipInfo(part, (2023, 6, 5, 0, 0, 0)), data)
    with open_workbook(name) as book, book.get_sheet(1) as sheet:
        read = [[cell.v for cell in row] for row in sheet.rows()]
    assert read[3][:4] == [1.0, "UBND huyện Bảo Yên", 0.723, 1343.0] and read[5][1] == "UBND TX Sa Pa", read


binary_workbook("every-kind.xlsb")

# The XML workbook of 2003 as Excel lays it out, which no program here writes.
STYLES = [("p", "0.0%"), ("d", "dd/mm/yyyy"), ("n", "#,##0")]
XML_CELLS = [
    [('ss:MergeAcross="7"', "String", "Phụ lục")],
    [('ss:MergeDown="1"', "String", "STT"), ('ss:MergeDown="1"', "String", "Tên đơn vị"),
     ('ss:MergeAcross="1"', "String", "Số hóa")]
    + [('ss:MergeDown="1"', "String", text) for text in ("Ngày", "Đạt", "Lỗi", "Mã")],
    [('ss:Index="3"', "String", "Tỷ lệ"), ("", "String", "Số lượng")],
    [("", "Number", "1"), ('ss:MergeDown="1"', "String", "UBND huyện Bảo Yên"),
     ('ss:StyleID="p"', "Number", "0.72299999999999998"), ('ss:StyleID="n"', "Number", "1343"),
     ('ss:StyleID="d"', "DateTime", "2023-06-05T00:00:00.000"), ("", "Boolean", "1"),
     ('ss:Formula="=1/0"', "Error", "#DIV/0!"), ("", "String", "0366")],
    [("", "Number", "2"), ('ss:Index="3" ss:StyleID="p"', "Number", "0.49"), ("", "Number", "72.300000000000011"),
     ('ss:StyleID="d"', "DateTime", "2023-06-05T08:30:00.000"), ("", "Boolean", "0"), ("", "Error", "#N/A")],
    [("", "Number", "3"), ("", "String", "UBND TX Sa Pa"), ('ss:StyleID="p"', "Number", "1"), ("", "Number", "366"),
     ('ss:Index="7" ss:Formula="=1+1"', "Number", "2"), ("", "String", "&apos;007")],
]


def xml_workbook(name):
    styles = "".join(
        f'<Style ss:ID="{id}"><NumberFormat ss:Format="{code}"/></Style>' for id, code in STYLES
    )
    rows = ""
    for number, cells in enumerate(XML_CELLS, 1):
        hidden = ' ss:Hidden="1"' if number == 6 else ""
        rows += f" <Row{hidden}>\n" + "".join(
            f'  <Cell {at}><Data ss:Type="{kind}">{text}</Data></Cell>\n' for at, kind, text in cells
        ) + " </Row>\n"
    with open(name, "w", encoding="utf-8") as file:
        file.write(
            '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
            '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"\n'
            ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">\n'
            f' <Styles>{styles}</Styles>\n <Worksheet ss:Name="Bảng"><Table>\n'
            f'<Column ss:Index="8" ss:Hidden="1"/>\n{rows}</Table></Worksheet>\n'
            ' <Worksheet ss:Name="Ẩn"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table>\n'
            "  <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>\n</Workbook>\n"
        )


xml_workbook("every-kind.xml")

# A “single file web page”: the page of LibreOffice, quoted as Excel quotes it.
with open("every-kind.html", "rb") as page, open("every-kind.mht", "wb") as archive:
    archive.write(
        b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="
        b'"----=_NextPart_01D99A"\r\n\r\nThis document is a Single File Web Page.\r\n\r\n'
        b"------=_NextPart_01D99A\r\nContent-Location: file:///C:/x.htm\r\nContent-Transfer-Encoding: "
        b'quoted-printable\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n'
    )
    archive.write(quopri.encodestring(page.read()).replace(b"\n", b"\r\n"))
    archive.write(b"\r\n------=_NextPart_01D99A--\r\n")


# The cases of tests/cases: what is hidden, two months alike, formulas that nobody calculated.
def case(folder, extra):
    book = Workbook()
    book.active.title = "Phụ lục"
    table(book.active, as_percent_format)
    for row in book.active["B5:B13"]:  # Sa Pa is a town, so that nothing else is noted
        row[0].value = row[0].value.replace("huyện Sa Pa", "thị xã Sa Pa")
    extra(book)
    os.makedirs(f"../cases/{folder}", exist_ok=True)
    book.save(f"../cases/{folder}/so-lieu.xlsx")


def hidden_parts(book):
    book.active.row_dimensions[7].hidden = True
    book.active.auto_filter.ref = "A4:F13"
    book.active.auto_filter.add_filter_column(1, ["UBND huyện Bảo Yên"])
    book.active.row_dimensions[12].hidden = True
    book.active.column_dimensions["E"].hidden = True


def two_months(book):
    book.active.title = "Tháng 5"
    other = book.create_sheet("Tháng 6")
    table(other, as_percent_format)


def uncalculated(book):
    book.active["E13"] = "=SUM(400,26)"


case("workbook-with-hidden-rows-and-columns", hidden_parts)
case("workbook-with-two-months-alike", two_months)
case("workbook-with-a-formula-not-calculated", uncalculated)


# A portal's digitisation by unit: a header of two rows with merged cells, sections, a total; counts and rates.
PORTAL = [
    ("UBND huyện Bảo Yên", 200, 160, 50, 10, 180, 162), ("UBND huyện Bảo Thắng", 1250, 750, 100, 20, 1000, 750),
    ("UBND TP Lào Cai", 3000, 2400, 900, 100, 2500, 2000), ("UBND thị xã Sa Pa", 800, 600, 0, 0, 600, 540),
    ("UBND huyện Si Ma Cai", 90, 60, 9, 0, 60, 40), ("UBND huyện Bát Xát", 400, 0, 0, 0, 300, 0),
    ("UBND huyện Mường Khương", 500, 375, 25, 5, 400, 300), ("UBND huyện Văn Bàn", 640, 480, 64, 0, 512, 384),
    ("UBND huyện Bắc Hà", 320, 240, 32, 8, 160, 144),
]


def rate(sheet, column, part, whole):
    cell = sheet.cell(row=sheet.max_row, column=column)
    if part == 0:
        cell.value = 0  # without a sign, as the portal prints it
    else:
        cell.value, cell.number_format = part / whole, "0.00%"
        sheet.cell(row=sheet.max_row, column=column + (5 if column == 8 else 2)).value = (
            "Đạt" if part >= 0.8 * whole else "Không đạt"
        )


def portal(name):
    book = Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    sheet["A1"] = "THEO DÕI MỨC ĐỘ SỐ HÓA CÁC ĐƠN VỊ - THEO QUYẾT ĐỊNH SỐ 766/QĐ-TTg ngày 23/06/2022"
    sheet["A2"] = "(Từ ngày 01/01/2023 đến ngày 05/06/2023)"
    sheet.merge_cells("A1:N1")
    sheet.merge_cells("A2:N2")
    for column, text in zip("ABCDIJM", [
        "STT", "Đơn vị", "Tiếp nhận", "Số hóa hồ sơ TTHC khi tiếp nhận", "Đã giải quyết", "Số hóa kết quả giải quyết",
        "Đánh giá",
    ]):
        sheet[f"{column}4"] = text
    for column, text in zip("DEFGHJKLMN", [
        "Chưa số hóa TPHS", "Có số hóa TPHS", "Có tái sử dụng thành phần",
        "Có tái sử dụng thành phần\ntừ cổng DVC quốc gia", "Tỷ lệ số hóa TPHS", "Chưa số hóa", "Đã số hóa",
        "Tỷ lệ số hóa kết quả", "Tỷ lệ số hóa TPHS", "Tỷ lệ số hóa kết quả",
    ]):
        sheet[f"{column}5"] = text
    for merged in ("A4:A5", "B4:B5", "C4:C5", "D4:H4", "I4:I5", "J4:L4", "M4:N4"):
        sheet.merge_cells(merged)
    sheet.append(["III", "Cấp huyện"])
    sheet.merge_cells("B6:N6")
    for number, (unit, got, digitised, reused, store, done, issued) in enumerate(PORTAL, 1):
        sheet.append([number, unit, got, got - digitised, digitised, reused, store, None, done, done - issued, issued])
        rate(sheet, 8, digitised, got)
        rate(sheet, 12, issued, done)
    sums = [sum(row[at] for row in PORTAL) for at in range(1, 7)]
    sheet.append(["Tổng cộng", None, sums[0], sums[0] - sums[1], *sums[1:4], None, sums[4], sums[4] - sums[5], sums[5]])
    sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=2)
    os.makedirs(os.path.dirname(name), exist_ok=True)
    book.save(name)


portal("../cases/summary-as-a-workbook-with-merged-cells/muc-do-so-hoa.xlsx")
