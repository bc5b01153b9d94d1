"""The command beside DuckDB on the same list, interleaved, each run a process of its own:

    target/sql/venv/bin/python benches/native.py COMMAND LIST [ROUNDS]

Beside xan as well, where it is installed (cargo install xan), asked for rows per unit. DuckDB is asked twice: for the same
figures by sql/figures.sql, which must be the command's to the last unit, and for rows per unit alone. With `--alone` as the last
word DuckDB is left out, and any Python will do. Prints medians with min and max of time, processor time and peak memory;
Python's start is in DuckDB's.
"""

import csv
import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests/sql"))
FIGURES = {"tiep_nhan": "received", "co_so_hoa_tphs": "received_digitised", "da_giai_quyet": "completed",
           "hoan_thanh_co_file": "completed_e_result", "tiep_nhan_hoan_thanh_co_file": "both", "co_tai_su_dung_thanh_phan": "reused"}


def duckdb_figures(path):
    from engines import DuckDB
    headers, rows = DuckDB((ROOT / "sql/figures.sql").read_text("utf-8")).figures_of_file(path)
    rows = [dict(zip(headers, row)) for row in rows]
    print(json.dumps({row["don_vi"]: {told: row[column] for column, told in FIGURES.items()} for row in rows}))


def duckdb_rows(path):
    import duckdb
    print(json.dumps(dict(duckdb.sql(f"""SELECT "Đơn vị", count(*) FROM read_csv('{path}') GROUP BY 1""").fetchall())))


def timed(arguments):
    """What a process prints, its time, processor time and peak memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE)
    told = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{arguments[0]} failed")
    return told, time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main(command, path, rounds=3, alone=None):
    asked = {"sohoa report": [command, "report", path, "--format", "json"]}
    xan = shutil.which("xan")
    if xan:
        asked["xan, rows"] = [xan, "groupby", "-d", ";", "Đơn vị", "count() as rows", path]
    if not alone:
        asked["DuckDB, figures"] = [sys.executable, __file__, "--figures", path]
        asked["DuckDB, rows"] = [sys.executable, __file__, "--rows", path]
    measured = {name: [] for name in asked}
    for _ in range(int(rounds)):
        for name, arguments in asked.items():
            told, *measures = timed(arguments)
            measured[name].append(measures)
            if name == "xan, rows":
                found = dict(list(csv.reader(io.StringIO(told.decode())))[1:])
            else:
                found = json.loads(told)
            if name == "sohoa report":
                expected = {unit["written"]: unit["figures"] for unit in found["units"]}
            elif name == "DuckDB, figures" and found != expected:
                sys.exit(f"DuckDB found other figures than the command: {found}\nnot {expected}")
            elif set(found) != set(expected):
                sys.exit(f"{name}: other units: {sorted(found)}")
    least = statistics.median(measure[0] for measure in measured["sohoa report"])
    for name, measures in measured.items():
        clock, processor, memory = zip(*measures)
        middle = statistics.median(clock)
        print(f"{name:16} {middle:.2f} s ({min(clock):.2f}–{max(clock):.2f}), {middle / least:.1f} × sohoa, "
              f"processor {statistics.median(processor):.2f} s, peak {statistics.median(memory):.0f} MB")


if __name__ == "__main__":
    if sys.argv[1].startswith("--"):
        {"--figures": duckdb_figures, "--rows": duckdb_rows}[sys.argv[1]](sys.argv[2])
    else:
        main(*sys.argv[1:])
