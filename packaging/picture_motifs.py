"""Motifs for make_sample_pictures.py: shapes, land and sky, made things, people; each gives SVG text."""
import math
import random

W, H = 1600, 1000
GREENS = ["#115a36", "#197a4b", "#1d8b56", "#2cac6e", "#51b883", "#71c598", "#9bd4b5", "#c2e5d1"]
NAVY, TEAL, SEA, SEA2, SAND = "#23445a", "#3f8f9c", "#8fd0d2", "#62b3bb", "#f3e6c8"
SUN, CORAL, CREAM, WHITE, WOOD = "#f6c667", "#ef8a62", "#fff8e7", "#ffffff", "#b98a5a"
SKINS = ["#f3cfae", "#e8bd97", "#f6d9bd", "#d9a981"]
HAIRS = ["#2b2320", "#3d2f2a", "#1f2a33", "#5a4332"]
CLOTHES = ["#2cac6e", "#f6c667", "#5aa7c7", "#ef8a62", "#197a4b", "#8a7fc0", "#e9e3d2", "#23445a"]
rnd = random.Random(2050)


# Basic shapes -------------------------------------------------------------------------------------
def rect(x, y, w, h, fill, r=0, extra=""):
    return f'<rect x="{x:.0f}" y="{y:.0f}" width="{w:.0f}" height="{h:.0f}" rx="{r}" fill="{fill}"{extra}/>'


def circle(x, y, r, fill, extra=""):
    return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{r:.1f}" fill="{fill}"{extra}/>'


def ellipse(x, y, rx, ry, fill, extra=""):
    return f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{rx:.0f}" ry="{ry:.0f}" fill="{fill}"{extra}/>'


def path(d, fill, extra=""):
    return f'<path d="{d}" fill="{fill}"{extra}/>'


def line(x1, y1, x2, y2, colour, width):
    return (f'<path d="M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}" stroke="{colour}" '
            f'stroke-width="{width}" stroke-linecap="round" fill="none"/>')


def group(parts, transform="", extra=""):
    return f'<g{f" transform={chr(34)}{transform}{chr(34)}" if transform else ""}{extra}>{"".join(parts)}</g>'


def at(x, y, s, parts):
    return group(parts, f"translate({x:.0f} {y:.0f}) scale({s:.3g})")


# Land and sky -------------------------------------------------------------------------------------
def sky(top="#cfeaf0", bottom="#fdf8e8", sun=(1240, 230, 86)):
    gradient = (f'<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="{top}"/>'
                f'<stop offset=".75" stop-color="{bottom}"/></linearGradient></defs>')
    parts = [gradient, rect(0, 0, W, H, "url(#s)")]
    if sun:
        x, y, r = sun
        parts += [circle(x, y, r * 1.7, SUN, ' opacity=".18"'), circle(x, y, r, SUN)]
    return "".join(parts)


def cloud(x, y, s=1):
    return at(x, y, s, [group([rect(-120, -20, 240, 44, WHITE, 22), circle(-40, -24, 46, WHITE),
                               circle(36, -34, 58, WHITE)], extra=' opacity=".85"')])


def ridge(y, height, fill, waves=3, phase=0.0):
    points = []
    for i in range(0, 41):
        x = i * W / 40
        k = i / 40 * math.tau * waves / 2 + phase
        points.append(f"{x:.0f} {y - height * (0.55 + 0.32 * math.sin(k) + 0.13 * math.sin(2.7 * k + 1)):.0f}")
    return path(f"M0 {H}L" + "L".join(points) + f"L{W} {H}z", fill)


def ground(y, fill, bow=40):
    return path(f"M0 {y}Q{W / 2} {y - bow} {W} {y}V{H}H0z", fill)


def sea(y, colours=(SEA, SEA2, "#4aa0ac")):
    parts = [rect(0, y, W, H - y, colours[0])]
    for n, colour in enumerate(colours[1:]):
        top = y + (H - y) * (0.28 + 0.36 * n)
        d = f"M0 {top:.0f}" + "".join(f"q50 {-14 - 6 * n} 100 0t100 0" for _ in range(8)) + f"V{H}H0z"
        parts.append(path(d, colour))
    for _ in range(26):
        x, yy = rnd.uniform(0, W), rnd.uniform(y + 20, H - 20)
        parts.append(line(x, yy, x + rnd.uniform(30, 90), yy, WHITE + "55", 4))
    return "".join(parts)


def pine(x, y, s=1, colour=GREENS[0]):
    parts = [path("M-6 0Q-14 -60 4 -120Q12 -70 10 0z", "#6b4f3a")]
    for dx, dy, r in ((0, -140, 46), (-44, -104, 40), (48, -92, 44), (-14, -72, 34)):
        parts.append(path(f"M{dx - r} {dy}Q{dx - r * .5:.0f} {dy - r * .62:.0f} {dx} {dy - r * .5:.0f}"
                          f"Q{dx + r * .6:.0f} {dy - r * .6:.0f} {dx + r} {dy}Q{dx} {dy + r * .22:.0f} {dx - r} {dy}z", colour))
    return at(x, y, s, parts)


def island(x, y, s=1):
    rock = path("M-190 0Q-190 -84 -120 -96Q-40 -150 60 -112Q150 -110 186 0Q150 26 90 18T-40 24T-190 0z", "#d9c7a3")
    shade = path("M-190 0Q-120 -20 -60 -6T80 -8T186 0Q150 26 90 18T-40 24T-190 0z", "#b9a37c")
    top = path("M-168 -66Q-150 -150 -60 -146Q20 -186 96 -136Q160 -124 168 -62Q90 -86 40 -72T-70 -78T-168 -66z", GREENS[1])
    trees = [pine(-90, -110, .8), pine(10, -138, 1.05), pine(96, -108, .78, GREENS[1])]
    return at(x, y, s, trees + [rock, shade, top])


def tree(x, y, s=1, colours=(GREENS[2], GREENS[3], GREENS[4])):
    parts = [path("M-10 0L-7 -110L-44 -170L-36 -176L-2 -136L6 -190L14 -136L44 -178L52 -170L12 -108L12 0z", "#7a5c45")]
    for dx, dy, r, c in ((-58, -190, 62, 0), (60, -186, 66, 0), (0, -236, 82, 1), (-34, -262, 48, 2), (40, -212, 44, 1)):
        parts.append(circle(dx, dy, r, colours[c]))
    return at(x, y, s, parts)


def cedar(x, y, s=1, colour=GREENS[1]):
    return at(x, y, s, [rect(-6, -40, 12, 40, "#6b4f3a"), path("M0 -220L46 -120H26L62 -34H-62L-26 -120H-46z", colour)])


# Made things --------------------------------------------------------------------------------------
def turbine(x, y, s=1, turn=20):
    blade = path("M0 0Q16 -60 4 -170Q-10 -80 -8 0z", WHITE)
    blades = [group([blade], f"translate(0 -330) rotate({turn + 120 * n})") for n in range(3)]
    return at(x, y, s, [path("M-9 0L-4 -330H4L9 0z", "#f1f5f4"), *blades, circle(0, -330, 12, "#d5dedb")])


def panel(x, y, s=1, rows=2, cols=4):
    parts = [path("M20 4L30 60M200 4L210 60", "none", ' stroke="#7f8f97" stroke-width="8"')]
    parts.append(path("M-30 0L36 -110H276L230 0z", "#2f5d87"))
    for n in range(1, cols):
        parts.append(line(-30 + 260 * n / cols, 0, 36 + 240 * n / cols, -110, "#9cc3df", 3))
    for n in range(1, rows):
        parts.append(line(-30 + 66 * n / rows, -110 * n / rows, 230 + 46 * n / rows, -110 * n / rows, "#9cc3df", 3))
    return at(x, y, s, parts)


def building(x, y, w, h, fill, window="#fff5d6", cols=None):
    parts = [rect(x, y - h, w, h, fill, 4)]
    cols = cols or max(2, int(w // 38))
    for i in range(cols):
        for j in range(int(h // 52)):
            if rnd.random() < .86:
                parts.append(rect(x + w * (i + .24) / cols, y - h + 22 + j * 52, w / cols * .52, 26, window, 2, ' opacity=".8"'))
    return "".join(parts)


def skyline(y, x0=0, x1=W, low=90, high=330, colours=("#a9c9cf", "#bcd7d6", "#96bcc6")):
    parts, x = [], x0
    while x < x1:
        w = rnd.choice([70, 90, 110, 130])
        parts.append(building(x, y, w, rnd.uniform(low, high), rnd.choice(colours)))
        x += w + rnd.choice([4, 8, 14])
    return "".join(parts)


def turret(x, y, s=1):
    stone = path("M-190 0L-160 -120H160L190 0z", "#a9a69b")
    lines = [line(-176 + n * 70, -58, -120 + n * 70, -58, "#8d8a80", 4) for n in range(5)]
    floors = []
    for n, (w, top) in enumerate(((150, -120), (104, -262))):
        floors += [rect(-w, top - 96, 2 * w, 96, "#f8f6ef"), rect(-w, top - 22, 2 * w, 8, "#cfcabb"),
                   path(f"M{-w - 46} {top - 88}Q{-w} {top - 104} {-w + 20} {top - 150}H{w - 20}Q{w} {top - 104} {w + 46} {top - 88}z", "#4d5b66")]
        floors += [rect(-w + 30 + k * (2 * w - 86) / 2, top - 70, 26, 34, "#4d5b66", 3) for k in range(3)]
    return at(x, y, s, [stone, *lines, *floors])


def house(x, y, s=1, wall=CREAM, roof="#4d5b66", solar=True):
    parts = [rect(-150, -170, 300, 170, wall), path("M-190 -160L-100 -290H120L190 -160z", roof),
             rect(-24, -96, 62, 96, WOOD, 4), rect(-120, -128, 70, 58, "#bfe3ee", 4), rect(66, -128, 62, 58, "#bfe3ee", 4)]
    if solar:
        parts.append(path("M-116 -180L-66 -262H96L138 -180z", "#2f5d87"))
        parts += [line(-116 + n * 63.5, -180, -66 + n * 40.5, -262, "#9cc3df", 3) for n in range(1, 4)]
        parts.append(line(-90, -221, 117, -221, "#9cc3df", 3))
    return at(x, y, s, parts)


def car(x, y, s=1, colour=GREENS[3], plug=False):
    parts = [path("M-150 -30Q-150 -76 -96 -80Q-66 -132 -6 -134H44Q86 -130 112 -82Q152 -76 152 -30z", colour),
             path("M-76 -82Q-52 -118 -8 -118V-82zM8 -118H42Q70 -114 90 -82H8z", "#d8eef3"),
             circle(-84, -28, 32, NAVY), circle(88, -28, 32, NAVY), circle(-84, -28, 14, "#dfe6e8"), circle(88, -28, 14, "#dfe6e8")]
    if plug:
        parts += [path("M-150 -52C-230 -40 -190 -150 -262 -140", "none", f' stroke="{NAVY}" stroke-width="9"'),
                  rect(-300, -190, 60, 190, "#e9efee", 12), rect(-288, -174, 36, 40, GREENS[3], 6)]
    return at(x, y, s, parts)


def truck(x, y, s=1, colour=GREENS[2]):
    leaf = path("M-130 -120Q-130 -200 -40 -206Q-44 -120 -130 -120z", GREENS[4])
    return at(x, y, s, [rect(-260, -250, 300, 214, WHITE, 12), rect(-260, -92, 300, 20, colour), leaf,
                        path("M52 -200H130Q156 -200 172 -160L196 -110Q206 -104 206 -84V-36H52z", colour),
                        path("M74 -178H126Q142 -178 150 -156L164 -118H74z", "#d8eef3"),
                        *[circle(cx, -34, 38, NAVY) + circle(cx, -34, 16, "#dfe6e8") for cx in (-180, -90, 132)]])


def bus(x, y, s=1):
    return at(x, y, s, [rect(-240, -200, 480, 168, GREENS[2], 26), rect(-240, -96, 480, 22, WHITE),
                        *[rect(-214 + n * 88, -178, 74, 66, "#d8eef3", 8) for n in range(5)],
                        *[circle(cx, -32, 36, NAVY) + circle(cx, -32, 15, "#dfe6e8") for cx in (-140, 140)]])


def boat(x, y, s=1, hull="#f5f8f6"):
    return at(x, y, s, [path("M-150 -40H150Q130 14 96 20H-100Q-140 10 -150 -40z", hull), path("M-150 -40H150L144 -20H-146z", GREENS[2]),
                        rect(-40, -106, 110, 66, WHITE, 8), rect(-24, -92, 34, 30, "#9fd0dc", 4), rect(24, -92, 34, 30, "#9fd0dc", 4),
                        line(-80, -40, -80, -150, "#7f8f97", 6), path("M-80 -150L-26 -132L-80 -114z", CORAL)])


# People -------------------------------------------------------------------------------------------
def person(x, y, s=1, seed=0, arm=None, seated=False):
    pick = random.Random(seed)
    skin, hair, cloth = pick.choice(SKINS), pick.choice(HAIRS), CLOTHES[seed % len(CLOTHES)]
    parts = []
    if not seated:
        trousers = pick.choice([NAVY, "#4d5b66", "#6d7f70"])
        parts += [rect(-34, -150, 30, 150, trousers, 12), rect(4, -150, 30, 150, trousers, 12)]
    parts.append(path("M-54 -140V-236Q-54 -290 0 -290T54 -236V-140Q0 -124 -54 -140z", cloth))
    if arm == "up":
        parts.append(path("M40 -262L96 -352", "none", f' stroke="{cloth}" stroke-width="26" stroke-linecap="round"') + circle(100, -360, 15, skin))
    elif arm == "out":
        parts.append(path("M40 -256L116 -230", "none", f' stroke="{cloth}" stroke-width="26" stroke-linecap="round"') + circle(122, -228, 15, skin))
    parts += [rect(-14, -306, 28, 30, skin, 8), circle(0, -344, 46, skin)]
    long = pick.random() < .45
    parts.append(path("M-50 -344Q-54 -400 0 -400T50 -344Q30 -372 -6 -372T-50 -344z", hair))
    if long:
        parts.append(path("M-50 -350Q-62 -290 -44 -286L-38 -350zM50 -350Q62 -290 44 -286L38 -350z", hair))
    parts += [circle(-16, -340, 4.5, NAVY), circle(16, -340, 4.5, NAVY), path("M-12 -322Q0 -312 12 -322", "none", f' stroke="{NAVY}" stroke-width="4" stroke-linecap="round"')]
    return at(x, y, s, parts)


def crowd(y, n, s=.6, seed=3):
    pick, parts = random.Random(seed), []
    for i in range(n):
        x = W * (i + .5) / n + pick.uniform(-14, 14)
        parts += [at(x, y + pick.uniform(-14, 14), s, [path("M-80 120V-10Q-80 -74 0 -74T80 -10V120z", CLOTHES[pick.randrange(8)]),
                                                       circle(0, -116, 56, HAIRS[pick.randrange(4)])])]
    return "".join(parts)


def room(wall="#eef5f0", floor="#e3d6bd", y=760):
    return rect(0, 0, W, H, wall) + rect(0, y, W, H - y, floor) + rect(0, y - 12, W, 12, "#d7cbb3")


def board(x, y, w, h, inner="", frame="#c9d6cf"):
    return rect(x - 14, y - 14, w + 28, h + 28, frame, 12) + rect(x, y, w, h, WHITE, 6) + inner


def leaf(x, y, s=1, colour=GREENS[3]):
    return at(x, y, s, [path("M0 60Q-90 20 -60 -80Q60 -90 70 20Q50 70 0 60z", colour),
                        path("M-50 -70Q0 -20 6 96", "none", f' stroke="{GREENS[0]}" stroke-width="7" stroke-linecap="round"')])


def bars(x, y, values, colour=GREENS[3], w=46, gap=22):
    return "".join(rect(x + n * (w + gap), y - v, w, v, colour if n < len(values) - 1 else CORAL, 6) for n, v in enumerate(values))


def pot(x, y, s=1):
    return at(x, y, s, [path("M-40 0L-52 -70H52L40 0z", "#d3866a"), *[path(f"M0 -66Q{dx} -120 {dx * 1.7:.0f} -{h}Q{dx * .2:.0f} -130 0 -66z", GREENS[2 + abs(dx) % 3])
                                                                  for dx, h in ((-50, 170), (0, 220), (50, 180), (-26, 210), (30, 216))]])
