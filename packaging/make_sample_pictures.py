#!/usr/bin/env python3
"""Draws the pictures of the sample portal: SVG by these scripts, JPEG through Chromium and ImageMagick.

    packaging/make_sample_pictures.py [NAME …]      (all without names; results: resources/sample/media)

Flat landscapes and scenes of 1600 x 1000, put together from the motifs of picture_motifs.py, and the
banners. Each picture seeds the random numbers with its own name, so it stays the same from run to run.
"""
import pathlib
import subprocess
import sys
import tempfile
import zlib

from picture_motifs import *

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "sample" / "media"
FONT = "'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','BIZ UDPGothic','Yu Gothic',Meiryo,sans-serif"


# Landscapes ---------------------------------------------------------------------------------------
def hero_bay():
    return [sky("#bfe3ec", "#fdf6e3", (1250, 260, 92)), cloud(330, 190, 1.1), cloud(820, 120, .7), ridge(560, 150, "#a9d3cf", 3, .4),
            *[turbine(x, 520, .5, 10 + 37 * n) for n, x in enumerate((250, 360, 470))], ridge(600, 110, "#84bfae", 4, 2),
            sea(590), island(1120, 650, .95), island(560, 680, .62), boat(820, 800, .8), island(1450, 800, .8), island(240, 850, 1.25),
            tree(1490, 1060, 1.1), tree(1330, 1090, .8, (GREENS[1], GREENS[2], GREENS[3]))]


def bay():
    return [sky("#cfeaf0", "#ffeccc", (420, 330, 100)), cloud(1180, 170), ridge(600, 130, "#b4d6d0", 3, 1.2), sea(600), island(1150, 690, 1.2),
            island(700, 650, .55), island(380, 860, 1), boat(860, 840, .9)]


def zelkova():
    leaves = [tree(x, 770, s, c) for x, s, c in ((210, 1.75, (GREENS[1], GREENS[2], GREENS[3])), (560, 1.5, (GREENS[2], GREENS[3], GREENS[4])),
                                                  (1040, 1.5, (GREENS[2], GREENS[3], GREENS[4])), (1400, 1.75, (GREENS[1], GREENS[2], GREENS[3])))]
    return [sky("#d8eef0", "#fbf7e6", None), skyline(720, high=420), rect(0, 720, W, H, "#cfdcc6"), rect(0, 820, W, 180, "#8e9a9c"),
            *[rect(60 + n * 260, 904, 140, 10, "#e8ecea") for n in range(6)], *leaves, bus(820, 950, 1.05), person(330, 836, .5, 4), person(1260, 838, .5, 1), person(1320, 838, .48, 6)]


def castle_town():
    return [sky("#c9e4ee", "#fdf1dc", (330, 240, 80)), ridge(640, 220, "#a9cfc0", 3, 2.4), ridge(700, 150, "#7fb99e", 4, .6), turret(1130, 640, 1.15),
            *[cedar(x, 690, .9, GREENS[n % 3]) for n, x in enumerate(range(560, 980, 62))], skyline(820, low=80, high=240), rect(0, 816, W, 184, "#cfe3cf"),
            path("M0 900Q500 850 900 910T1600 880V1000H0z", SEA), *[tree(x, 860, .6) for x in (90, 280, 500, 1380, 1530)]]


def wind_solar():
    return [sky("#c4e3ee", "#f4f6e2"), cloud(300, 200), cloud(900, 140, .8), ridge(640, 190, "#a5d0b4", 3, 1), *[turbine(x, 560, .95, 24 * n) for n, x in enumerate((260, 560, 860))],
            ridge(720, 120, GREENS[5], 4, 3), ground(720, GREENS[4]), *[panel(120 + c * 360 + r * 40, 800 + r * 96, 1, 2, 4) for r in range(2) for c in range(4)]]


def rice_field():
    rows = [path(f"M{800 + (n - 8) * 30} 620L{800 + (n - 8) * 330 - 70} {H}H{800 + (n - 8) * 330 + 70}z", GREENS[3 + n % 2]) for n in range(17)]
    return [sky("#c9e8f2", "#f7f7e4", (300, 200, 76)), cloud(1150, 180, 1.1), ridge(640, 210, "#93c4b3", 3, 0), ridge(650, 90, GREENS[4], 5, 2), rect(0, 620, W, 380, GREENS[5]), *rows,
            house(1320, 650, .55, solar=True), house(1130, 646, .42, solar=False), *[cedar(x, 650, .6) for x in (1010, 1050, 1430, 1480, 1530)], person(420, 880, .8, 9, "up")]


def forest():
    return [sky("#d6ecea", "#f4f7e6", (1220, 210, 70)), ridge(560, 220, "#b4d8c3", 3, 2), ridge(660, 180, "#86bf9d", 4, 0),
            *[cedar(60 + n * 76, 800 - (n * 37) % 60, 1.35, GREENS[n % 3]) for n in range(21)], ground(820, GREENS[2], 70),
            *[cedar(120 + n * 210, 930, 1.1, GREENS[(n + 1) % 2]) for n in range(3)], person(960, 960, .95, 2), person(1110, 964, .95, 8, "out"), *[cedar(1250 + n * 130, 960, .5, GREENS[5]) for n in range(3)]]


def hydro():
    water = path("M700 560Q760 660 620 740T520 1000H980Q900 820 940 740T900 560z", SEA2)
    wheel = [circle(0, 0, 130, "none", f' stroke="{WOOD}" stroke-width="20"')] + [line(0, 0, 130 * math.cos(a), 130 * math.sin(a), WOOD, 12) for a in (k * math.pi / 4 for k in range(8))]
    return [sky("#cfe8ee", "#f8f6e4"), ridge(600, 260, "#9ccbb4", 3, 1.6), ridge(640, 140, GREENS[4], 4, 0), ground(650, GREENS[5], 50), water,
            *[line(640 + n * 30, 800 + n * 44, 760 + n * 30, 800 + n * 44, WHITE + "88", 6) for n in range(4)], rect(1010, 560, 250, 210, CREAM, 6), path("M976 570L1135 460L1296 570z", "#4d5b66"),
            rect(1100, 670, 70, 100, WOOD, 4), at(960, 720, 1, wheel), *[tree(x, y, s) for x, y, s in ((160, 800, 1.2), (390, 730, .8), (1430, 820, 1.2))], person(1240, 880, .75, 7), person(1340, 890, .75, 3, "out")]


def sea_forest():
    weed = [path(f"M{x} {H}Q{x - 40} {H - h * .5:.0f} {x + 10} {H - h}Q{x + 50} {H - h * .5:.0f} {x + 34} {H}z", GREENS[n % 5])
            for n, (x, h) in enumerate((i * 84 + 10, 190 + (i * 71) % 170) for i in range(19))]
    fish = [at(x, y, s, [path("M-60 0Q0 -44 56 0Q0 44 -60 0zM48 0L92 -30V30z", c)]) for x, y, s, c in ((420, 640, 1, CORAL), (760, 700, .8, SUN), (1180, 620, 1.1, "#f5f8f6"), (1010, 760, .7, CORAL))]
    return [sky("#cfeaf0", "#fff1d6", (1280, 150, 64)), ridge(330, 90, "#b4d6d0", 3, 0), rect(0, 330, W, 670, SEA), rect(0, 470, W, 530, SEA2), rect(0, 680, W, 320, TEAL),
            boat(560, 370, 1.2), boat(1120, 350, .7), *[circle(300 + n * 90, 340, 16, SUN) for n in range(1, 13) if n not in (2, 3, 4)], *weed, *fish]


# Work and home ------------------------------------------------------------------------------------
def factory():
    roof = "".join(path(f"M{n * 230 + 320} 520L{n * 230 + 320} 430L{n * 230 + 550} 520z", "#5f7d86") + path(f"M{n * 230 + 340} 512V452L{n * 230 + 500} 512z", "#2f5d87") for n in range(4))
    return [sky("#cde6ee", "#f7f5e3", (210, 190, 70)), cloud(1180, 180, 1.1), ridge(640, 170, "#a9d0bd", 3, 1), roof, rect(320, 520, 920, 260, "#eef3f1"),
            *[rect(370 + n * 140, 580, 90, 70, "#9fd0dc", 6) for n in range(6)], rect(1090, 600, 110, 180, GREENS[2], 6), rect(0, 780, W, 220, "#cfdccb"), *[tree(x, 800, .8) for x in (110, 240, 1330, 1480)],
            *[panel(180 + n * 340, 930, 1, 2, 4) for n in range(4)], person(1180, 850, .6, 5)]


def logistics():
    return [sky("#d3e9ef", "#f8f4e2", None), cloud(260, 190), skyline(560, high=260), rect(760, 300, 840, 420, "#e5ece9"), rect(760, 300, 840, 50, GREENS[1]),
            *[rect(810 + n * 260, 430, 200, 290, "#b9c8c4", 6) + "".join(line(816 + n * 260, 470 + k * 48, 1004 + n * 260, 470 + k * 48, "#9aaca7", 4) for k in range(5)) for n in range(3)],
            rect(0, 720, W, 280, "#99a5a6"), *[rect(40 + n * 300, 930, 170, 10, "#e8ecea") for n in range(6)], truck(480, 900, 1.5), rect(900, 640, 70, 230, "#e9efee", 14), rect(914, 660, 42, 50, GREENS[3], 6),
            path("M900 740C820 760 860 850 800 850", "none", f' stroke="{NAVY}" stroke-width="10"'), person(1120, 900, .85, 5), person(1250, 904, .85, 2, "up")]


def greenhouse():
    frame = "".join(path(f"M{x} 780V480Q{x + 200} 280 {x + 400} 480V780z", "#e7f5f2", ' stroke="#9fc8c0" stroke-width="8"') for x in (180, 600, 1020))
    rows = "".join(rect(210 + n * 420, 700 - k * 90, 340, 26, "#d9b48a", 8) + "".join(circle(236 + n * 420 + i * 48, 690 - k * 90, 20, GREENS[3]) + circle(248 + n * 420 + i * 48, 706 - k * 90, 9, "#e25a4e") for i in range(7)) for n in range(3) for k in range(2))
    return [sky("#cde8ee", "#fbf3df", (1420, 170, 70)), ridge(560, 160, "#a9d0bd", 3, 2), ridge(640, 70, GREENS[5], 4, 1), rect(0, 660, W, 340, "#cfe0bf"), frame, rows, rect(0, 780, W, 220, "#b9d49c"),
            rect(1440, 640, 130, 190, "#e9efee", 12), circle(1505, 710, 44, "#9fb4b0"), person(520, 930, .85, 0, "out"), person(980, 930, .85, 3)]


def wood_office():
    louvers = "".join(rect(420 + n * 44, 330, 16, 450, "#c89b6a") for n in range(20))
    return [sky("#d3eaf0", "#faf5e4", (240, 200, 74)), ridge(640, 180, "#a9d0bd", 3, 0), rect(400, 310, 900, 470, "#f4eadb", 6), rect(400, 330, 900, 450, "#bfe0e6", 0, ' opacity=".7"'), louvers,
            rect(370, 286, 960, 34, WOOD, 6), panel(560, 292, .9, 1, 4), panel(900, 292, .9, 1, 4), rect(760, 600, 180, 180, "#8a6844", 6), rect(780, 620, 66, 160, "#cfe7ea"), rect(854, 620, 66, 160, "#cfe7ea"), rect(0, 780, W, 220, "#d6e2c9"),
            *[tree(x, 810, s) for x, s in ((140, 1.2), (1460, 1.3))], *[cedar(x, 800, .7, GREENS[2]) for x in (300, 1350)], person(620, 900, .75, 1), person(1040, 896, .75, 4), car(1270, 940, .9, "#f5f8f6")]


def store():
    shelf = "".join(rect(120, 300 + k * 150, 620, 22, "#caa679", 6) + "".join(circle(160 + i * 62, 272 + k * 150, 28, c) for i, c in enumerate([CORAL, SUN, GREENS[3], GREENS[5], CORAL, "#e25a4e", SUN, GREENS[2], GREENS[4], CORAL])) for k in range(3))
    sign = rect(960, 210, 400, 150, GREENS[1], 16) + leaf(1050, 280, .7, GREENS[6]) + rect(1130, 250, 190, 22, WHITE, 11) + rect(1130, 296, 130, 22, WHITE, 11, ' opacity=".7"')
    crate = rect(980, 700, 380, 130, WOOD, 10) + "".join(circle(1030 + i * 62, 690, 40, c) for i, c in enumerate((SUN, CORAL, GREENS[4], "#e25a4e", SUN)))
    return [room("#f4f6ec", "#e9e0cc", 780), rect(90, 230, 680, 550, "#e3d3b8", 10), shelf, sign, crate, person(860, 930, 1.05, 4, "out"), person(1440, 940, 1.05, 1)]


def home_energy():
    return [sky("#c9e6f0", "#fbf4df", (1330, 200, 80)), cloud(420, 180), ridge(660, 170, "#a9d0bd", 3, 2), ground(720, GREENS[5], 20), house(720, 800, 1.75), house(190, 760, .7, "#eef3f1", "#8a6a55", False),
            rect(1010, 660, 90, 140, "#e9efee", 12), rect(1030, 684, 50, 16, GREENS[3], 6), rect(0, 830, W, 170, "#c3cfc6"), car(1340, 930, 1.05, GREENS[3], True), tree(1480, 820, 1), tree(60, 840, .8), person(420, 900, .8, 1), person(500, 904, .56, 8)]


def winter_home():
    snow = "".join(circle(rnd.uniform(0, W), rnd.uniform(0, 760), rnd.uniform(4, 9), WHITE) for _ in range(90))
    return [sky("#b9d3e2", "#eaf1f2", None), ridge(640, 220, "#d5e4ea", 3, 0), ridge(690, 120, "#e7f0f2", 4, 2), ground(740, "#f7fafa", 30), house(800, 830, 1.9, "#fbeed6", "#4d5b66", False),
            path("M460 516L628 270H1032L1162 516Q1120 540 1080 514T960 520T800 512T640 524T460 516z", WHITE), *[circle(x, y, 9, SUN) for x, y in ((640, 690), (970, 690))], *[cedar(x, 800, 1.2, "#5f9a84") for x in (150, 290, 1330, 1480)], snow]


def office():
    desks = "".join(rect(120 + n * 500, 690, 420, 26, WOOD, 8) + rect(150 + n * 500, 716, 20, 150, "#9c7a55") + rect(490 + n * 500, 716, 20, 150, "#9c7a55") + rect(230 + n * 500, 560, 190, 118, NAVY, 10) + rect(242 + n * 500, 572, 166, 94, "#d8eef3", 6) + rect(310 + n * 500, 676, 30, 16, NAVY) for n in range(3))
    lights = "".join(rect(180 + n * 460, 60, 300, 18, CREAM, 9) for n in range(3))
    window = rect(120, 150, 1360, 300, "#d3ebf1", 8) + "".join(circle(x, 420, 96, GREENS[4]) for x in (250, 520, 1180, 1390)) + rect(100, 450, 1400, 90, "#eef5f0") + "".join(rect(120 + n * 340, 150, 10, 300, WHITE) for n in range(1, 4))
    return [room("#eef5f0", "#dfe6df", 860), lights, window, *[person(325 + n * 500, 930, .95, 3 + n, None, True) for n in range(2)], desks, pot(1480, 870, 1.1), person(1240, 960, 1.0, 0, "out")]


# People together ----------------------------------------------------------------------------------
def stage():
    banner = rect(360, 130, 880, 110, GREENS[1], 12) + leaf(440, 186, .5, GREENS[6]) + rect(510, 160, 560, 20, WHITE, 10) + rect(510, 196, 380, 16, WHITE, 8, ' opacity=".7"')
    lamps = "".join(path(f"M{x} 60L{x - 150} 720H{x + 150}z", "#fff6d8", ' opacity=".35"') for x in (400, 800, 1200))
    return [rect(0, 0, W, H, "#dcebe4"), rect(0, 0, W, 70, GREENS[0]), lamps, banner, board(640, 300, 320, 210, bars(680, 490, [60, 84, 110, 140, 166], GREENS[4], 36, 16)),
            rect(140, 700, 1320, 90, WOOD, 8), rect(140, 700, 1320, 18, "#d3a675"), person(430, 704, 1, 0, "out"), person(1120, 704, 1, 4), person(1260, 704, 1, 1, "up"), pot(220, 704, .8), pot(1400, 704, .8), rect(0, 790, W, 210, "#b7cfc2"), crowd(900, 13, .8)]


def meeting():
    seats = "".join(person(x, 850, .9, n, None, True) for n, x in enumerate((250, 480, 710, 940, 1170)))
    return [room("#f0f5ee", "#e3d6bd", 800), board(520, 130, 560, 330, bars(600, 420, [70, 96, 128, 150, 190, 226], GREENS[4], 52, 22)), person(1270, 780, 1.05, 4, "out"), pot(150, 800, 1.1), pot(1500, 800, 1.1), seats,
            path("M60 800H1540L1600 900H0z", "#c89b6a"), rect(0, 900, W, 100, "#b98a5a"), *[rect(180 + n * 240, 824, 120, 46, WHITE, 4) for n in range(6)]]


def students():
    map_ = rect(520, 640, 560, 120, WHITE, 10) + path("M560 740Q620 660 700 690T880 670T1040 720V744H560z", GREENS[6]) + circle(700, 690, 10, CORAL) + circle(900, 700, 10, CORAL)
    notes = "".join(rect(180 + (n % 4) * 100, 160 + (n // 4) * 110, 78, 78, c, 4) for n, c in enumerate([SUN, GREENS[6], CORAL, "#9fd0dc", GREENS[5], SUN, "#c9b8e6", GREENS[6]]))
    return [room("#f2f6ec", "#e3d6bd", 780), board(150, 130, 440, 260, notes), rect(960, 120, 480, 300, "#cfe9ef", 8), *[circle(x, 420, 80, GREENS[4]) for x in (1040, 1200, 1380)], rect(940, 418, 520, 90, "#f2f6ec"),
            *[person(x, 800, 1.05, s, a) for x, s, a in ((330, 1, "out"), (620, 8, None), (980, 3, None), (1270, 6, None))], path("M300 700H1300L1420 860H180z", "#d3a675"), map_, rect(200, 860, 1200, 30, WOOD, 6), rect(260, 890, 30, 110, "#9c7a55"), rect(1310, 890, 30, 110, "#9c7a55")]


def family_class():
    bulb = at(800, 520, 1.2, [circle(0, -30, 62, SUN), circle(0, -30, 96, SUN, ' opacity=".25"'), rect(-24, 26, 48, 40, "#9aaca7", 8)])
    return [room("#fbf5e6", "#dfe6cf", 780), board(140, 140, 380, 240, leaf(330, 250, 1.1)), rect(1080, 140, 380, 260, "#cfe9ef", 8), circle(1360, 210, 40, SUN), bulb, person(330, 860, 1.05, 4, "out"), person(1230, 860, 1.05, 1),
            rect(420, 640, 760, 34, WOOD, 8), panel(560, 640, .55), rect(960, 580, 110, 60, GREENS[4], 8), rect(470, 674, 26, 220, "#9c7a55"), rect(1104, 674, 26, 220, "#9c7a55"),
            person(590, 960, .72, 8, "up"), person(800, 970, .66, 6), person(1010, 960, .72, 2)]


def exhibition():
    boards = "".join(board(150 + n * 460, 200, 370, 430, rect(180 + n * 460, 232, 310, 170, c, 8) + "".join(rect(180 + n * 460, 430 + k * 44, 310 - 70 * (k == 3), 18, "#d5dedb", 9) for k in range(4))) for n, c in enumerate((GREENS[6], "#bfe0e6", "#fbe3b0")))
    return [room("#eef3f1", "#d9d3c4", 800), boards, leaf(335, 310, .9), bars(690, 392, [40, 66, 92, 120], TEAL, 40, 18), circle(1255, 318, 56, SUN), person(300, 950, 1.05, 7), person(760, 960, 1.05, 0, "out"), person(870, 960, .7, 5), person(1330, 950, 1.05, 3)]


def award():
    shield = path("M620 300H980V540Q980 700 800 770Q620 700 620 540z", SUN) + path("M660 340H940V536Q940 666 800 722Q660 666 660 536z", "#fbe7b4") + leaf(800, 510, 1.7, GREENS[2])
    laurel = "".join(ellipse(800 + side * (250 + 40 * math.sin(k)), 330 + k * 72, 22, 52, GREENS[2 + k % 3], f' transform="rotate({side * (28 - k * 12)} {800 + side * (250 + 40 * math.sin(k)):.0f} {330 + k * 72})"') for side in (-1, 1) for k in range(6))
    dots = "".join(at(rnd.uniform(40, W - 40), rnd.uniform(40, 800), rnd.uniform(.7, 1.2), [rect(-9, -9, 18, 18, rnd.choice([CORAL, SUN, GREENS[4], "#9fd0dc"]), 5)]) for _ in range(44))
    return [rect(0, 0, W, H, "#e6f5ec"), circle(800, 500, 460, "#f4fbf6"), dots, laurel, rect(520, 800, 560, 60, WOOD, 8), rect(560, 760, 480, 46, "#d3a675", 8), shield, rect(0, 860, W, 140, "#c2e5d1")]


def path_2050():
    steps = "".join(rect(160 + n * 440, 760 - n * 170, 440, 240 + n * 170, c) for n, c in enumerate((GREENS[6], GREENS[5], GREENS[4])))
    return [sky("#d3eaf0", "#fbf6e4", (1390, 170, 92)), cloud(300, 190), ridge(700, 200, "#b7d9cb", 3, 0), steps, rect(0, 920, W, 80, GREENS[3]), turbine(1330, 424, .72, 30), tree(1180, 424, .62), panel(690, 592, .75), house(880, 592, .42, solar=False), car(350, 766, .8, WHITE),
            person(600, 768, .62, 0, "up"), person(1030, 596, .55, 1), person(1420, 424, .55, 4, "up")]


# Banners ------------------------------------------------------------------------------------------
def banner(first, second, background, motif, ink=WHITE):
    return ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 200" width="640" height="200">'
            f'<rect width="640" height="200" fill="{background}"/>{motif}'
            f'<text font-family="{FONT}" fill="{ink}"><tspan x="208" y="88" font-size="26">{first}</tspan>'
            f'<tspan x="208" y="138" font-size="38" font-weight="700">{second}</tspan></text></svg>')


def disc(colour, inner):
    return circle(104, 100, 72, colour) + inner


BANNERS = {
    "banner-member": lambda: banner("みんなで取り組む", "県民会議 会員募集", "#115a36", disc("#e6f5ec", person(84, 150, .27, 1) + person(126, 152, .27, 4))),
    "banner-app": lambda: banner("エコアクションを記録", "県の環境アプリ", "#e6f5ec", disc("#fff", rect(76, 46, 56, 108, NAVY, 12) + rect(82, 58, 44, 80, GREENS[6], 4) + leaf(104, 100, .28)), "#0c472a"),
    "banner-subsidy": lambda: banner("太陽光・蓄電池・断熱", "住まいの補助金", "#fff3d6", disc("#fff", house(104, 150, .34)), "#3d2f00"),
    "banner-diagnosis": lambda: banner("中小企業の皆さまへ", "省エネ診断のご案内", "#23445a", disc("#e3f1f5", bars(64, 142, [40, 58, 76, 30], GREENS[4], 14, 8))),
    "banner-learning": lambda: banner("学校・地域で使える", "環境学習の教材", "#f3e6c8", disc("#fff", leaf(102, 104, .72)), "#3a2a10"),
}

PICTURES = {  # name: (scene, "svg" or "jpg")
    "hero-bay": (hero_bay, "jpg"), "bay": (bay, "jpg"), "zelkova": (zelkova, "jpg"), "castle-town": (castle_town, "jpg"), "wind-solar": (wind_solar, "svg"),
    "rice-field": (rice_field, "jpg"), "forest": (forest, "svg"), "hydro": (hydro, "jpg"), "sea-forest": (sea_forest, "jpg"), "factory": (factory, "jpg"),
    "logistics": (logistics, "jpg"), "greenhouse": (greenhouse, "jpg"), "wood-office": (wood_office, "jpg"), "store": (store, "jpg"), "home-energy": (home_energy, "jpg"),
    "winter-home": (winter_home, "svg"), "office": (office, "svg"), "event-stage": (stage, "jpg"), "meeting": (meeting, "jpg"), "students": (students, "jpg"),
    "family-class": (family_class, "jpg"), "exhibition": (exhibition, "jpg"), "award": (award, "svg"), "path-2050": (path_2050, "svg"),
}


def svg_of(name, scene):
    rnd.seed(zlib.crc32(name.encode()))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" width="{W}" height="{H}">'
            f'{"".join(scene())}</svg>')


def rasterise(svg, target):
    with tempfile.TemporaryDirectory() as folder:
        page, shot = pathlib.Path(folder, "p.html"), pathlib.Path(folder, "p.png")
        page.write_text(f"<style>body{{margin:0}}svg{{display:block}}</style>{svg}", encoding="utf-8")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}/u",
                        "--disable-background-networking", f"--window-size={W},{H}", f"--screenshot={shot}", page.as_uri()], check=True, capture_output=True)
        subprocess.run(["convert", str(shot), "-strip", "-sampling-factor", "4:2:0", "-quality", "82", "-interlace", "JPEG", str(target)], check=True)


def main(names):
    OUT.mkdir(parents=True, exist_ok=True)
    for name, (scene, form) in PICTURES.items():
        if not names or name in names:
            svg, target = svg_of(name, scene), OUT / f"{name}.{form}"
            rasterise(svg, target) if form == "jpg" else target.write_text(svg + "\n", encoding="utf-8")
            print(target.name, target.stat().st_size)
    for name, draw in BANNERS.items():
        if not names or name in names:
            (OUT / f"{name}.svg").write_text(draw() + "\n", encoding="utf-8")
            print(name)


if __name__ == "__main__":
    main(sys.argv[1:])
