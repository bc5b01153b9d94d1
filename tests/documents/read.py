"""What stands in the documents of the letter, as python-docx, openpyxl and a validator of the schemas see it."""
import sys
from pathlib import Path

import docx
import openpyxl
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from openxml_audit import OpenXmlValidator

made = Path(sys.argv[1])

# The letter's rows, its typing errors mended.
ROWS = [
    ("1", "UBND huyện Bảo Yên", "72,3%", "", "366", "Quá thấp"),
    ("2", "UBND huyện Bảo Thắng", "68,9%", "", "1.343", ""),
    ("3", "UBND TP Lào Cai", "58,6%", "", "2.919", ""),
    ("4", "UBND thị xã Sa Pa", "56,9%", "", "1.112", ""),
    ("5", "UBND huyện Si Ma Cai", "53,9%", "", "546", "Quá thấp"),
    ("6", "UBND huyện Bát Xát", "53,1%", "", "1.945", ""),
    ("7", "UBND huyện Mường Khương", "49,5%", "Thấp", "2.486", ""),
    ("8", "UBND huyện Văn Bàn", "49%", "Thấp", "678", "Quá thấp"),
    ("9", "UBND huyện Bắc Hà", "48,1%", "Thấp", "426", "Quá thấp"),
]


def near(length, millimetres):
    return abs(length - Mm(millimetres)) < Mm(0.2)


def paper(document):
    """A4, the margins and the page numbers of Nghị định 30/2020/NĐ-CP, in every section."""
    for section in document.sections:
        assert near(section.page_width, 210) and near(section.page_height, 297), section.page_width
        margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
        assert all(near(length, expected) for length, expected in zip(margins, [20, 20, 30, 20])), margins
        assert section.different_first_page_header_footer
        assert " PAGE " in section.header._element.xml
        assert section.header_distance < section.top_margin
    default = document.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:rFonts"))
    assert default.get(qn("w:ascii")) == "Times New Roman"
    assert document.core_properties.created.year == 2000


def appendix(table):
    header = [cell.text for cell in table.rows[0].cells]
    assert header[4].startswith("Kết quả chứng thực điện tử bản sao từ bản chính từ 01/01/2020"), header
    assert [header[3], header[5]] == ["Ghi chú", "Ghi chú"]
    assert [tuple(cell.text for cell in row.cells) for row in table.rows[1:]] == ROWS
    repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert repeated == [True] + [False] * 9
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    style = table.rows[1].cells[1].paragraphs[0].style
    assert style.font.size == Pt(12), style.font.size


document = docx.Document(made / "phu-luc.docx")
paper(document)
appendix(document.tables[0])
assert len(document.sections) == 2

document = docx.Document(made / "cong-van.docx")
paper(document)
head, foot, table = document.tables
assert len(document.sections) == 3
assert head.cell(0, 1).paragraphs[0].text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
assert head.cell(1, 1).paragraphs[0].text == "Lào Cai, ngày        tháng 6 năm 2023"
assert foot.cell(0, 1).paragraphs[0].text == "KT. CHÁNH VĂN PHÒNG"
appendix(table)
body = [paragraph for paragraph in document.paragraphs if paragraph.style.style_id.startswith("body")]
assert body[-1].text.endswith("triển khai thực hiện./.") and len(body) == 4
assert any(run.bold and run.text == "Số hóa hồ sơ" for run in body[0].runs)

document = docx.Document(made / "nhac.docx")
paper(document)
assert len(document.sections) == 5 + 1  # five units have a note, and the method



def whole(table):
    """The header repeats on every page, and no row is split."""
    repeated = [row.trPr.find(qn("w:tblHeader")) is not None for row in table._tbl.tr_lst]
    assert repeated == [True] + [False] * (len(repeated) - 1)
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in table._tbl.tr_lst)


def cells(row):
    return ["".join(text.text for text in cell.iter(qn("w:t"))) for cell in row.tc_lst]


document = docx.Document(made / "luu-y.docx")
paper(document)
assert len(document.sections) == 2
rows = [cells(row) for table in document.tables for row in table._tbl.tr_lst[1:]]
# The two typing errors of the letter: the town called a huyện, the doubled sign.
assert ["1", "phu-luc.txt", "dòng 6, cột 3 (C)", "53,9%%"] in rows, rows
assert any(row[3] == "UBND huyện Sa Pa" for row in rows), rows
for table in document.tables:
    whole(table)

document = docx.Document(made / "loi-luu-y.docx")
long = [table for table in document.tables if len(table._tbl.tr_lst) == 2001]
assert len(long) == 2, [len(table._tbl.tr_lst) for table in document.tables]  # the signs, the names
for table in document.tables:
    whole(table)
signs = next(table for table in long if cells(table._tbl.tr_lst[1])[3] == "0,5%%")
# Row 2 001 of the file is the last: 1999 % 90 = 19.
assert cells(signs._tbl.tr_lst[2000]) == ["2000", "loi.csv", "dòng 2001, cột 2 (B)", "19,5%%"]

document = docx.Document(made / "xa-phu-luc.docx")
table = document.tables[0]
whole(table)
rows = [cells(row) for row in table._tbl.tr_lst[1:]]
assert len(rows) == 99 and [rows[0][2], rows[81][2:4], rows[98][2:]] == [
    "90%", ["49,5%", "Thấp"], ["41%", "Thấp", "2.450", ""]], (rows[0], rows[81], rows[98])

document = docx.Document(made / "xa-nhac.docx")
# Below 50 %: 49,5 … 41, which are 18; fewer than 1.000 copies: 0, 25, … 975, which are 40; none is both.
assert len(document.sections) == 18 + 40 + 1, len(document.sections)

book = openpyxl.load_workbook(made / "so.xlsx")
assert book.sheetnames == ["Xếp hạng – Cấp huyện", "Lưu ý", "Phương pháp"]
for sheet in book:
    assert sheet.print_title_rows == "$1:$1" and sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9 and sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.freeze_panes in ("A2", "C2") and len(sheet.tables) == 1
    assert sheet["A1"].font.b and sheet["A1"].font.name == "Times New Roman"
sheet = book["Xếp hạng – Cấp huyện"]
assert [sheet.cell(row, 3).value for row in range(2, 11)] == [72.3, 68.9, 58.6, 56.9, 53.9, 53.1, 49.5, 49, 48.1]
assert [sheet.cell(row, 8).value for row in range(2, 11)] == [366, 1343, 2919, 1112, 546, 1945, 2486, 678, 426]
assert sheet["C2"].number_format == '0.0"%"' and sheet["H2"].number_format == "#,##0"
assert sheet["E2"].value is None

# Parts that the format leaves optional: Word and Excel take their own instead.
OPTIONAL = ("relationships/theme'", "relationships/fontTable'")
for path in sorted(made.glob("*.docx")) + sorted(made.glob("*.xlsx")):
    errors = [str(error) for error in OpenXmlValidator().validate(path).errors]
    grave = [error for error in errors if not any(part in error for part in OPTIONAL)]
    assert not grave, (path.name, grave)
print("documents: python-docx, openpyxl and the validator agree")
