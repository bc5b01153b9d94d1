"""Lists of dossiers as sql/figures.sql wants them: the columns it reads by name, a missing one as None, an empty cell as ''."""

import csv
import re
import unicodedata
from datetime import date

COLUMNS = ["list_name", "line", "dossier_code", "unit", "received_at", "done_at", "returned_at", "status",
           "papers_digitised", "e_result", "reused", "from_store"]

# The headers of the lists under tests/, folded. A list of an office's own is mapped in its view, by hand.
HEADERS = {
    "dossier_code": {"ma ho so", "so ho so", "mahoso"},
    "unit": {"don vi", "co quan don vi", "donvi"},
    "received_at": {"ngay tiep nhan", "ngaytiepnhan"},
    "done_at": {"ngay ket thuc xu ly"},
    "returned_at": {"ngay tra ket qua", "ngaytra"},
    "status": {"trang thai", "trang thai ho so", "trangthaihoso"},
    "papers_digitised": {"so thanh phan da so hoa", "hosocothanhphansohoa"},
    "e_result": {"ket qua dien tu", "duongdanteptinketqua"},
    "reused": {"tai su dung du lieu", "duoctaisudung"},
    "from_store": {"duoclaytukhodmqg"},
}


def fold(text):
    """Small letters without marks, punctuation as one space."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^a-z0-9]", " ", bare).split())


def meaning(header):
    return next((column for column, known in HEADERS.items() if fold(header) in known), None)


def read(path):
    """The period its title names, or None twice, and its rows; no rows when it is no list of dossiers."""
    with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
        text = file.read()
    separator = max(";,", key=text.count)
    rows = list(csv.reader(text.splitlines(keepends=True), delimiter=separator))
    header = next((at for at, row in enumerate(rows) if "dossier_code" in map(meaning, row)), None)
    if header is None:
        return (None, None), []
    found = re.search(r"từ ngày (\S+) đến ngày (\S+?)\)?[;,\s]", "\n".join(map(separator.join, rows[:header])) + "\n", re.I)
    try:
        period = tuple(date(*map(int, reversed(day.split("/")))) for day in found.groups()) if found else (None, None)
    except ValueError:  # a day that no calendar has
        period = (None, None)
    columns = [meaning(name) for name in rows[header]]
    read_rows = []
    for line, row in enumerate(rows[header + 1:], header + 2):
        known = dict(zip(columns, row + [""] * (len(columns) - len(row))))
        read_rows.append([path.name, line, *(known.get(column) for column in COLUMNS[2:])])
    return period, read_rows
