"""Makes the fonts of the share cards from the site's own: run it in this folder after a font under wwwroot/fonts has changed.

Needs fontTools with brotli. Skia reads neither woff2 nor, without a shaper, the table that the fonts have their kerning in: each font
becomes a static TrueType file, and its kerning is laid flat in a 'kern' table.
"""
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.varLib import instancer

SITE = "../../../wwwroot/fonts/"
ATKINSON = SITE + "atkinson-hyperlegible-next-5.3.0.woff2"
PAIRS_OF_A_TABLE = 10_000
DROPPED = ["GSUB", "GPOS", "GDEF", "STAT", "avar", "DSIG"]


def steps(value):
    return getattr(value, "XAdvance", 0) if value else 0


def kerning(font):
    """The step of every pair of characters, by the first subtable that knows the pair, as a shaper would find it."""
    features = font["GPOS"].table.FeatureList.FeatureRecord
    lookups = {i for f in features if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
    glyphs, pairs = set(font.getBestCmap().values()), {}
    for lookup in sorted(lookups):
        found = {}
        for table in font["GPOS"].table.LookupList.Lookup[lookup].SubTable:
            table = getattr(table, "ExtSubTable", table)
            for n, left in enumerate(table.Coverage.glyphs):
                if left not in glyphs:
                    continue
                if table.Format == 1:
                    for record in table.PairSet[n].PairValueRecord:
                        found.setdefault((left, record.SecondGlyph), steps(record.Value1))
                else:
                    first = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
                    for right in glyphs:
                        found.setdefault((left, right), steps(first[table.ClassDef2.classDefs.get(right, 0)].Value1))
        for pair, step in found.items():
            pairs[pair] = pairs.get(pair, 0) + step
    return {pair: step for pair, step in pairs.items() if step and pair[1] in glyphs}


def subtable(pairs):
    table = KernTable_format_0(apple=False)
    table.coverage, table.version, table.tupleIndex, table.kernTable = 1, 0, None, dict(pairs)
    return table


def make(font, name):
    font.flavor = None
    pairs = sorted(kerning(font).items(), key=lambda pair: [font.getGlyphID(glyph) for glyph in pair[0]])
    font["kern"] = newTable("kern")
    font["kern"].version = 0
    font["kern"].kernTables = [subtable(pairs[n : n + PAIRS_OF_A_TABLE]) for n in range(0, len(pairs), PAIRS_OF_A_TABLE)]
    for tag in DROPPED:
        if tag in font:
            del font[tag]
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(name)
    print(name, len(pairs), "pairs")


make(TTFont(SITE + "newsreader-500-5.3.0.woff2"), "newsreader-500.ttf")
for weight in (400, 650):
    make(instancer.instantiateVariableFont(TTFont(ATKINSON), {"wght": weight}), f"atkinson-hyperlegible-next-{weight}.ttf")
