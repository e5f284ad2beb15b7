"""Cuts Atkinson Hyperlegible Next to what the documents need: python cut.py FOLDER_OF_WOFF2 OUTPUT_FOLDER"""
import copy
import sys
import tempfile

from fontTools.merge import Merger, Options as MergeOptions
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SOURCE, OUTPUT = sys.argv[1:3]
PARTS = tempfile.mkdtemp()
NAME = "atkinson-hyperlegible-next"
KEPT = (
    [*range(0x20, 0x7F), *range(0xA0, 0x180)]
    + [0x218, 0x219, 0x21A, 0x21B, 0x1E9E, 0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E]
    + [0x2022, 0x2026, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2212]
)
DROPPED = ["GSUB", "GPOS", "GDEF", "STAT", "prep", "gasp", "fpgm", "cvt ", "kern", "DSIG", "meta"]


def copied(font, name, of, advance=None):
    """A new glyph, like another one."""
    font["glyf"].glyphs[name] = copy.deepcopy(font["glyf"][of])
    width, side = font["hmtx"][of]
    font["hmtx"][name] = (advance or width, side)
    if name not in font.getGlyphOrder():
        font.setGlyphOrder([*font.getGlyphOrder(), name])


for weight, style in ((400, "regular"), (700, "bold")):
    parts = []
    for script in ("latin", "latin-ext"):
        part = TTFont(f"{SOURCE}/{NAME}-{script}-{weight}-normal.woff2")
        part.flavor = None
        part.recalcTimestamp = False
        for table in DROPPED:
            if table in part:
                del part[table]
        parts.append(f"{PARTS}/{script}-{weight}.ttf")
        part.save(parts[-1])
    font = Merger(MergeOptions(drop_tables=DROPPED)).merge(parts)
    options = Options()
    options.notdef_outline = True
    options.glyph_names = False
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.recalc_bounds = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=KEPT)
    subsetter.subset(font)
    space = font.getBestCmap()[0x20]
    copied(font, "narrownbspace", space, advance=font["hmtx"][space][0] * 6 // 10)
    copied(font, "replacement", ".notdef")
    missing = [hex(c) for c in KEPT if c not in font.getBestCmap()]
    for table in font["cmap"].tables:
        table.cmap[0x202F] = "narrownbspace"
        table.cmap[0xFFFD] = "replacement"
        table.cmap.setdefault(0x2011, table.cmap[0x2D])
        table.cmap.setdefault(0x2010, table.cmap[0x2D])
        table.cmap.setdefault(0xA0, table.cmap[0x20])
    font["post"].formatType = 3.0
    font["head"].created = font["head"].modified = TTFont(parts[0])["head"].modified
    font.recalcTimestamp = False
    font["OS/2"].recalcUnicodeRanges(font)
    path = f"{OUTPUT}/{NAME}-{style}.ttf"
    font.save(path)
    print(path, len(font.getGlyphOrder()), "glyphs; not in the face:", missing)
