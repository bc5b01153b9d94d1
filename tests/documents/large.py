"""The large tables: 99 communes, and 2,000 rows that each repeat a percent sign under a name that no unit has."""
import sys
from pathlib import Path

made = Path(sys.argv[1])
catalogue = Path("src/units/data/laocai-2025.csv").read_text(encoding="utf-8-sig").splitlines()
names = [cells[1] for cells in (line.split(";") for line in catalogue) if cells[0].startswith(("xa-", "phuong-"))]
assert len(names) == 99
header = "Từ ngày 01/8/2025 đến ngày 31/8/2025\nĐơn vị;Tỷ lệ số hóa hồ sơ;Kết quả chứng thực điện tử bản sao từ bản chính\n"
# 90 %, 89,5 %, … 41 %, and 0, 25, … copies.
rows = [f"{name};{(180 - at) / 2:.1f}%;{at * 25}\n".replace(".", ",") for at, name in enumerate(names)]
(made / "xa.csv").write_text(header + "".join(rows), encoding="utf-8")
rows = [f"Xã số {row};{row % 90},5%%\n" for row in range(2000)]
(made / "loi.csv").write_text("Đơn vị;Tỷ lệ số hóa hồ sơ\n" + "".join(rows), encoding="utf-8")
