"""Lists that hold every way to write a state, a mark, a day or a code, one dossier a unit, so that a single form read
otherwise shows in the figures of one unit. What each means is not said here: the command says it."""

import csv
import itertools
import random
import unicodedata

TITLE = "DANH SÁCH HỒ SƠ (Từ ngày 01/07/2025 đến ngày 15/08/2025)"
HEADER = ["Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Ngày kết thúc xử lý", "Ngày trả kết quả", "Trạng thái",
          "Số thành phần đã số hóa", "Kết quả điện tử", "Tái sử dụng dữ liệu", "DuocLayTuKhoDMQG"]
PLAIN = ["", "", "20/07/2025", "", "25/07/2025", "Đã trả kết quả", "1", "Có", "Không", "0"]
CODE, UNIT, RECEIVED, DONE, RETURNED, STATUS, PAPERS, RESULT, REUSED, STORE = range(len(HEADER))

FLAGS = ["Có", "có", "CÓ", " Có ", "Co\u0301", "x", "X", "V", "v", "true", "TRUE", "yes", "Y", "đã", "Đã số hóa", "ÐÃ SỐ HÓA",
         "Đã  số hoá", "Có số hóa", "Đã cấp", "Có tái sử dụng", "✓", "✔", "√", "☑", "☒", "☐", "✗", "Có kết quả điện tử", "Không có kết quả điện tử", "Bản giấy", "Bản điện tử",
         "Đã tái sử dụng", "Chưa tái sử dụng", "Có file", "Không có file", "Số hóa một phần", "kq.pdf.p7m", "kq.xlsx", "kq.xls", "(✓)", "Có.", "không", "Không", "KHÔNG", "false", "no",
         "n", "Chưa", "Chưa số hóa", "Không số hóa", "Không có", "Chưa cấp", "Có số hóa TPHS", "Chưa số hóa TPHS",
         "Đã số hóa thành phần hồ sơ", "Không số hóa giấy tờ", "Chưa số hóa kết quả", "", " ", "-", "–", "…", "N/A", "KPS", "null", "0",
         "1", "2", "12", "007", "000", "1.343", "1,343", "1 343", "3.0", "3,00", "3,5", "0.0", "0,5", "3 file", "2 giấy tờ", "(2)",
         "-1", "+2", "50%", "2/3", "0/3", "03 / 03", "a/b", "3/x", "https://dvc.example/kq/1.pdf", "http://x/0", "ket-qua-12.PDF",
         "kq.docx", ".pdf", "a.b.tif", "kq.exe", "chờ ký", "xem lại", "có thể", "không rõ", "1.2.3", "１", "Có\u00a0", "\u200bCó",
         "Chưa có số liệu", "không phát sinh", "tệp 3", "x2", "2x", "0 file", "Số 5", "co 3", "*", "+", "**", "t",
         "T", "f", "(y)", "Rồi", "Đã xong", "Đạt", "\\N", "Chưa có", "-2", "#N", "54O", "2k", "3 tỷ", "12\n3"]

DAYS = ["20/07/2025", "20/7/2025", "20/7/25", "20-07-2025", "20.07.2025", "2025-07-20", "2025-7-20", "2025/07/20",
        "2025-07-20T08:30:00", "2025-07-20T08:30:00.000+07:00", "2025-07-20T01:30:00Z",
        "2025-06-30T17:00:00.000+0000", "2025-06-30 17:00:00Z", "2025-08-15 17:00:00+00", "2025-07-01T01:30:00+09:00",
        "2025-08-16T01:30:00+0900", "2025-06-30T12:00:00-05", "2025-07-01 08:30-09:00",
        "20/07/2025 08:30", "20/07/2025 08:30:15",
        "08:30 20/07/2025", "08:30:15 ngày 20/07/2025", "20/07/2025 8:30 SA", "8h30 20/07/2025", "20/07/2025 lúc 8h30",
        "45858", "45858.354166", "45858,5", "20250720", "20250720083000", "'20/07/2025", "\u00a020/07/2025", "20/07/2025\n08:30",
        "31/06/2025", "29/02/2025", "07/20/2025", "7/20/25 08:30", "00/07/2025", "20/13/2025", "12345", "99999", "19230720", "20251332",
        "", "-", "Chưa xử lý", "20/07/2025 và 21/07/2025", "ngày 20/07/2025", "20/07", "7/2025", "2025", "20/07-2025", "20//2025",
        "01/07/2025", "15/08/2025", "16/08/2025", "30/06/2025", "15/8/25 23:59", "20/07/025", "20/07/2025 (dự kiến)", "08:30",
        "Ngày 20/07/2025", "ngày 45858", "01/01/1900", "31/12/1999", "01/01/2000"]

CODES = ["H38.24-250720-0001", "h38.24-250720-0001 ", "000.00.24.H38-250720-0002", "000.00.24.H38-\n250720-0002", "H38.24.3-250720-003",
         "G22.1-250720-0000004", "H38.1.2.3.4.5-250720-0005", "H38.1.2.3.4.5.6-250720-0006", "1.H38.2-250720-0007",
         "H38-251332-0008", "H38.24-250620-0009", "H38-250720-12", "12345", "BN 77", "bn 77", "HS-1", "Không có", "", "-",
         "H38.24-250720-0001", "H38.24–250720–0010", "'H38.24-250720-0010", "2,50720E+11", "Tổng số: 2 hồ sơ", "Cộng: 2 hồ sơ",
         "Trang 1/3", "Ngày 20/7/2025", "Lào Cai, ngày 20 tháng 7 năm 2025"]


def states(known):
    """Every known state as it is, in capitals, taken apart into letters and marks, and beside how late a dossier is."""
    late = ["Đúng hạn", "Quá hạn", "Chưa đến hạn"]
    yield from known
    yield from (text.upper() for text in known)
    yield from (unicodedata.normalize("NFD", text) for text in known)
    yield from (f"{text} - {word}" for text, word in zip(known, itertools.cycle(late)))
    yield from (f"{word}: {text}" for text, word in zip(known, itertools.cycle(late)))
    yield from (f"{text} (quá hạn {days} ngày)" for days, text in enumerate(known))
    yield from ["Quá hạn 12 ngày", "Trễ hạn 3 giờ", "Chuyển tiếp", "Chuyển tiếp - Đúng hạn", "11", "", " ", "-", "\u00a0", "Chờ kí duyệt",
                "Đang  xử   lý", "ĐANG XỬ LÝ.", "Đúng hạn - Quá hạn", "Đã trả kết quả 3 ngày", "ngày", "Hoan thanh", "HOÀN\u00a0THÀNH"]


def rows(forms, columns, **others):
    """A dossier for each form, the form standing under each of the columns."""
    for at, form in enumerate(forms):
        row = list(PLAIN)
        row[CODE] = f"H38.24-250720-{at:05}"
        for column, text in others.items():
            row[globals()[column]] = text
        for column in columns:
            row[column] = form
        yield row


def numbered(days):
    """A dossier received on each day, with a code that names none."""
    for at, row in enumerate(rows(days, [RECEIVED])):
        yield row[:CODE] + [f"{900000 + at}"] + row[UNIT:]


def kinds(known):
    """The lists by name."""
    known_states = list(states(known))
    yield "trang-thai-co-ngay-tra", rows(known_states, [STATUS])
    yield "trang-thai-khong-ngay-tra", rows(known_states, [STATUS], RETURNED="")
    yield "danh-dau", rows(FLAGS, [PAPERS, RESULT, REUSED, STORE])
    yield "danh-dau-ket-qua", rows(FLAGS, [RESULT], PAPERS="0")
    yield "ngay-tra", rows(DAYS, [RETURNED], STATUS="Đúng hạn")
    yield "ngay-ket-thuc", rows(DAYS, [DONE], STATUS="", RETURNED="")
    yield "ngay-tiep-nhan", numbered(DAYS)
    yield "ma-ho-so", rows(CODES, [CODE])
    # One day that shows the month in front speaks for four that may be either, not for five: 7 October is no July.
    yield "bon-ngay-hai-nghia", numbered(["07/20/2025"] + ["07/10/2025"] * 4)
    yield "nam-ngay-hai-nghia", numbered(["07/20/2025"] + ["07/10/2025"] * 5)
    # Among days that show the day in front those that show the month prove nothing without a code.
    yield "ngay-hai-kieu", numbered(["15/07/2025"] + ["07/20/2025"] * 3 + ["07/10/2025"] * 2)


def mixed(seed, known, units, months_first):
    """Rows of everything at once, the same for a seed: dossiers that stand again, units known by their code alone, days around
    the period's ends, some told by the code only, and now and then one with the month first, or all of them so."""
    drawn = random.Random(seed)
    for _ in range(400):
        # Two units share a code, which then tells nothing; two have one of their own.
        unit = drawn.randrange(6)
        prefix = unit if unit > 3 else unit // 2
        month, day = drawn.choice([(6, 30), (7, 1), (7, 9), (8, 5), (8, 7), (8, 15), (8, 16), (9, 3), (8, drawn.randrange(1, 29))])
        turned = months_first or drawn.random() < 0.02
        one, two = (month, day) if turned else (day, month)
        row = list(PLAIN)
        row[CODE] = drawn.choice([f"H38.{prefix}-25{month:02}{day:02}-{drawn.randrange(40):04}", f"{drawn.randrange(700000, 700200)}"])
        row[UNIT] = units[unit] if drawn.random() < 0.8 or "-" not in row[CODE] else ""
        row[RECEIVED] = drawn.choice([f"{one:02}/{two:02}/2025", f"{one}/{two}/25 08:30", f"2025-{month:02}-{day:02}", "-"])
        row[DONE] = drawn.choice(["", "", "22/07/2025"])
        row[RETURNED] = drawn.choice(["", "25/07/2025 10:00"])
        row[STATUS] = drawn.choice(known + ["", "Chuyển tiếp", "Đang xử lý - Quá hạn"])
        row[PAPERS], row[RESULT], row[REUSED], row[STORE] = (drawn.choice(FLAGS[:40]) for _ in range(4))
        yield row


def write(folder, known, units):
    """Writes the lists, of the single forms no more dossiers in one than there are units, and gives their paths."""
    def written(name, dossiers):
        path = folder / f"{name}.csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow([TITLE] + [""] * (len(HEADER) - 1))
            writer.writerow(HEADER)
            writer.writerows(dossiers)
        return path

    for name, dossiers in kinds(known):
        dossiers = list(dossiers)
        for part, start in enumerate(range(0, len(dossiers), len(units))):
            named = zip(units, dossiers[start:start + len(units)])
            yield written(f"{name}-{part + 1}", (row[:UNIT] + [unit] + row[UNIT + 1:] for unit, row in named))
    for seed in range(4):
        yield written(f"lan-lon-{seed}", mixed(seed, known, units, months_first=seed % 2 == 1))
