"""Holds sql/figures.sql to the command: on DuckDB and on Spark SQL it must give the same rows, and the command must make the
same report of those rows as of the lists themselves.

    check.py COMMAND MADE_UP_LIST
"""

import csv
import difflib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import forms
import lists
from engines import DuckDB, Spark

ROOT = Path(__file__).parents[2]

# What no table of rows can say, so that the statement cannot either (docs/scale.md).
LEFT_OUT = {
    "dossiers-below-the-names-of-their-units": "units stand above their rows",
    "dossiers-whose-units-are-merged-cells": "units stand in the first of their rows only, without codes of their own",
    "dossiers-shifted-under-their-header": "rows are shifted against the header",
    "dossiers-within-the-quotes-of-a-cell": "a quote that swallowed rows leaves the cells of one dossier to another",
    "dossiers-of-a-session-beside-a-list": "a session is no list",
    "dossiers-of-a-row-for-each-paper": "whoever makes the view joins the rows of a dossier first",
    "dossiers-whose-unit-only-the-title-names": "whoever makes the view writes the unit of the title into each row",
    "dossiers-received-and-completed-in-two-lists": "whoever makes the view joins lists with columns of their own first",
    "copies-in-a-list-of-dossiers": "a list of certified copies is another list; the statement counts dossiers",
    "dossiers-with-columns-alike": "of several columns of one meaning whoever makes the view says which is read",
}


def report(command, paths):
    """What the command makes of files: its tables as text, the figures of each unit, the names no unit has."""
    def run(*arguments):
        done = subprocess.run([command, "report", *map(str, paths), *arguments], capture_output=True, text=True, check=False)
        if not done.stdout:
            sys.exit(f"sql: {command} could not read {', '.join(map(str, paths))}: {done.stderr}")
        return done.stdout
    tables = run()
    for behind in ("Cần chọn:", "Chưa khớp danh mục:", "Đơn vị thiếu:", "Lưu ý:", "Tệp:"):
        tables = tables.split(f"\n{behind}")[0]
    told = json.loads(run("--format", "json"))
    figures = {unit["id"]: unit["figures"] for unit in told["units"]}
    return {"tables": tables.strip(), "figures": figures, "unmatched": sorted({unit["name"] for unit in told["unmatched"]})}


def as_list(path, period, headers, rows):
    """The statement's rows as the file an office gives the page: the period above, an unknown figure as an empty cell."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        if period[0]:
            writer.writerow([f"Từ ngày {period[0]:%d/%m/%Y} đến ngày {period[1]:%d/%m/%Y}"])
        writer.writerow(headers)
        writer.writerows(["" if cell is None else cell for cell in row] for row in rows)


def differences(one, other):
    """The lines that differ: `-` of the lists, `+` of the statement's rows."""
    for part in one:
        texts = [text if isinstance(text, str) else json.dumps(text, ensure_ascii=False, indent=1) for text in (one[part], other[part])]
        yield from difflib.unified_diff(*(text.splitlines() for text in texts), "command", "statement", n=0, lineterm="")


def cases(folder):
    """Name, files, period and rows of everything that is compared but the long list."""
    for case in sorted((ROOT / "tests/cases").iterdir()):
        read = {path: lists.read(path) for path in sorted(case.glob("*.csv"))}
        read = {path: of for path, of in read.items() if of[1]}
        if read and case.name not in LEFT_OUT:
            period = next(iter(read.values()))[0]
            yield case.name, list(read), period, [row for _, rows in read.values() for row in rows]
    catalogue = csv.reader((ROOT / "src/units/data/laocai-2025.csv").read_text("utf-8-sig").splitlines(), delimiter=";")
    units = [row[1] for row in catalogue if len(row) > 3 and row[4] == "Cấp xã"]
    known = [row[0] for row in csv.reader((ROOT / "src/columns/dossiers/statuses.csv").read_text("utf-8").splitlines())][1:]
    for path in forms.write(folder, known, units):
        period, rows = lists.read(path)
        yield path.name, [path], period, rows


def main(command, long_list):
    statement = (ROOT / "sql/figures.sql").read_text("utf-8")
    engines = [DuckDB(statement), Spark(statement)]
    wrong, compared = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)

        def hold(name, paths, period, given):
            """Whether all engines gave rows of which the command makes the same report as of the files."""
            nonlocal wrong, compared
            expected = report(command, paths)
            compared += len(expected["figures"])
            for engine, (headers, rows) in given.items():
                as_list(folder / "so-lieu.csv", period, headers, rows)
                found = list(differences(expected, report(command, [folder / "so-lieu.csv"])))
                other = given[engines[0]] != (headers, rows)
                if found or other:
                    wrong += 1
                    print(f"{name}, {engine.name}:", *found, *["other rows than the first engine"] * other, sep="\n", file=sys.stderr)

        for name, paths, period, rows in cases(folder):
            hold(name, paths, period, {engine: engine.figures(rows, period) for engine in engines})
        hold(long_list.name, [long_list], (None, None), {engine: engine.figures_of_file(long_list) for engine in engines})
    if wrong:
        sys.exit(f"sql: {wrong} lists differ")
    versions = ", ".join(f"{engine.name} {engine.version}" for engine in engines)
    print(f"sql: figures of {compared} units, as the command has them ({versions})")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]).resolve())
