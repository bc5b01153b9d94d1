"""The pictures of pages against approved ones: other versions of a program may move a line by a hair, not a word."""
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

made, approved = Path(sys.argv[1]), Path(sys.argv[2])
TOLERATED = 0.01  # of all points of a page
PAGES = {"cong-van": 4, "phu-luc": 2, "nhac": 6, "so": 3, "luu-y": 2, "xa-phu-luc": 4, "xa-nhac": 59}
COMPARED = ["cong-van-1", "cong-van-2", "phu-luc-1", "phu-luc-2", "nhac-1", "so-1", "luu-y-1", "xa-phu-luc-2"]

for document, pages in PAGES.items():
    seen = len(list(made.glob(f"{document}-*.png")))
    if seen != pages:
        sys.exit(f"documents: {document} has {seen} pages, not {pages}")
if sys.argv[3:] == ["--approve"]:
    for name in COMPARED:
        Image.open(made / f"{name}.png").quantize(16).save(approved / f"{name}.png", optimize=True)
    print(f"documents: approved {len(COMPARED)} pages")
    sys.exit()
font = subprocess.run(["fc-match", "-f", "%{family}", "Times New Roman"], capture_output=True, text=True).stdout
if font != "Liberation Serif":
    print(f"documents: pictures are not compared, Times New Roman is {font} here")
    sys.exit()
for name in COMPARED:
    # A little blurred, so that an edge beside its old place counts for little.
    files = [folder / f"{name}.png" for folder in (made, approved)]
    one, other = (Image.open(file).convert("L").filter(ImageFilter.BoxBlur(1)) for file in files)
    if one.size != other.size:
        sys.exit(f"documents: {name} has another size")
    points = ImageChops.difference(one, other).point(lambda value: 255 if value > 48 else 0)
    share = points.histogram()[255] / (one.width * one.height)
    if share > TOLERATED:
        sys.exit(f"documents: {name} differs from the approved picture in {share:.1%} of its points")
print(f"documents: {len(COMPARED)} pages look as approved")
