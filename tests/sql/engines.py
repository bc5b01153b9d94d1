"""The two engines, behind one door each: `figures(rows, period)` and `figures_of_file(path)` give headers and rows."""

from lists import COLUMNS

# The columns of the made-up list; the last two are not in it.
MADE_UP = {
    "dossier_code": "Mã hồ sơ", "unit": "Đơn vị", "received_at": "Ngày tiếp nhận", "returned_at": "Ngày trả kết quả",
    "status": "Trạng thái", "papers_digitised": "Số thành phần đã số hóa", "e_result": "Kết quả điện tử",
    "reused": "Tái sử dụng dữ liệu", "done_at": None, "from_store": None,
}
NO_PERIOD = "CREATE OR REPLACE TEMP VIEW period AS SELECT CAST(NULL AS DATE) AS first_day, CAST(NULL AS DATE) AS last_day"


def view_of_file(line, quote):
    """The view over the made-up list `raw`; `line` is the engine's way to number rows, `quote` its quote around names."""
    def column(name):
        header = MADE_UP[name]
        return f"coalesce({quote}{header}{quote}, '')" if header else "CAST(NULL AS STRING)"
    columns = ", ".join(f"{column(name)} AS {name}" for name in COLUMNS[2:])
    return f"CREATE OR REPLACE TEMP VIEW dossiers AS SELECT 'danh sách' AS list_name, {line} AS line, {columns} FROM raw"


class DuckDB:
    name = "DuckDB"

    def __init__(self, statement):
        import duckdb
        self.engine, self.statement = duckdb.connect(), statement
        self.version = duckdb.__version__

    def run(self):
        result = self.engine.execute(self.statement)
        headers = [column[0] for column in result.description]
        return headers, [list(row) for row in result.fetchall()]

    def figures(self, rows, period):
        columns = ", ".join(f"{name} {'BIGINT' if name == 'line' else 'TEXT'}" for name in COLUMNS)
        self.engine.execute(f"CREATE OR REPLACE TABLE given ({columns})")
        self.engine.executemany(f"INSERT INTO given VALUES ({', '.join('?' * len(COLUMNS))})", rows)
        self.engine.execute("CREATE OR REPLACE TEMP VIEW dossiers AS SELECT * FROM given")
        days = [f"DATE '{day}'" if day else "CAST(NULL AS DATE)" for day in period]
        self.engine.execute(f"CREATE OR REPLACE TEMP VIEW period AS SELECT {days[0]} AS first_day, {days[1]} AS last_day")
        return self.run()

    def figures_of_file(self, path):
        self.engine.execute(f"CREATE OR REPLACE TEMP VIEW raw AS SELECT * FROM read_csv('{path}', delim = ';', "
                            "header = true, quote = '\"', escape = '\"', all_varchar = true)")
        self.engine.execute(view_of_file("row_number() OVER ()", '"'))
        self.engine.execute(NO_PERIOD)
        return self.run()


class Spark:
    name = "Spark SQL"

    def __init__(self, statement):
        import pyspark
        from pyspark.sql import SparkSession
        builder = SparkSession.builder.master("local[2]").appName("sohoa")
        for setting, value in {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false",
                               "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
                               "spark.sql.shuffle.partitions": "2", "spark.driver.memory": "2g"}.items():
            builder = builder.config(setting, value)
        self.engine, self.statement = builder.getOrCreate(), statement
        self.engine.sparkContext.setLogLevel("ERROR")
        self.version = pyspark.__version__

    def run(self):
        result = self.engine.sql(self.statement)
        return result.columns, [list(row) for row in result.collect()]

    def figures(self, rows, period):
        schema = ", ".join(f"{name} {'BIGINT' if name == 'line' else 'STRING'}" for name in COLUMNS)
        self.engine.createDataFrame([tuple(row) for row in rows], schema).createOrReplaceTempView("dossiers")
        self.engine.createDataFrame([period], "first_day DATE, last_day DATE").createOrReplaceTempView("period")
        return self.run()

    def figures_of_file(self, path):
        raw = self.engine.read.csv(str(path), sep=";", header=True, quote='"', escape='"', multiLine=True)
        raw.createOrReplaceTempView("raw")
        self.engine.sql(view_of_file("monotonically_increasing_id()", "`"))
        self.engine.sql(NO_PERIOD)
        return self.run()
