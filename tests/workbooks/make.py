"""Makes the workbooks of this folder with writers that are not ours: openpyxl, and LibreOffice for xls and ods.

Run it by hand when a workbook is added (pip install openpyxl; apt-get install libreoffice-calc); the files are committed,
and the tests read only them.
"""
import subprocess
from openpyxl import Workbook

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
