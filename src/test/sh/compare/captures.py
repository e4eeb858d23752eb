"""Compares two folders that compare-versions.sh captured: values must be equal, words may differ. Python 3, no packages.

A difference is one of words where it is in a column or a key of words (messages, titles, what to do), in the layout of a
screen whose numbers are the same, in the order of rows, or in how JSON writes a number. Everything else is a value.
"""

import base64
import collections
import csv
import decimal
import html
import io
import json
import pathlib
import re
import struct
import sys
import zipfile

# Keys of JSON whose values are sentences for people, by the command; "*" holds for all commands.
WORDS = {
    "*": {"message", "problem"},
    "rules": {"title", "expected", "basis"},
    "figures": {"title"},
    "registers": {"title"},
    # files of definitions are parts too
    "verify-snapshot": {"parts"},
}
# What depends on the day or the run, and on nothing else.
OF_A_RUN = {"age"}
# Columns of tables for people that are sentences, or codes that may be written as words.
WORD_COLUMNS = {
    "message", "说明", "expectation", "expected", "应为", "how to mend", "怎样更正", "怎样更正", "waiting", "等待对应记录",
    "severity", "级别", "action", "处理", "reason", "原因", "等待",
}
# Files of a closed year that depend on definitions, or are digests of such.
OF_DEFINITIONS = re.compile(r"(^|/)definitions/|(^|/)SHA256SUMS$")
NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?")
SHOWN = 12


class Capture:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.about = dict(
            line.split("=", 1) for line in (self.folder / "about").read_text().splitlines())
        days = "|".join({self.about["from"], self.about.get("until", self.about["from"])})
        self.times = re.compile(rf"(?:{days})(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")
        # UTC is a day behind in the morning
        self.instants = re.compile(r"20[2-9]\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)")

    def files(self):
        return {
            str(path.relative_to(self.folder)): path
            for path in self.folder.rglob("*")
            if path.is_file() and path.name not in ("about", "version.txt")
            and not OF_DEFINITIONS.search(str(path.relative_to(self.folder)))
        }

    def plain(self, text):
        """A text without what differs between two runs of one version."""
        for name in ("work", "to", "clone", "data"):
            text = text.replace(self.about[name], "<folder>")
        text = self.instants.sub("<time>", text)
        return self.times.sub("<time>", text)


class Result:
    def __init__(self):
        self.values = collections.OrderedDict()
        self.words = collections.OrderedDict()

    def value(self, name, what):
        self.values.setdefault(name, []).append(what)

    def word(self, name, what):
        self.words.setdefault(name, []).append(what)


def brief(text):
    text = str(text).replace("\n", "⏎")
    return text if len(text) <= 300 else text[:300] + "…"


def change(old, new):
    return f"- {brief(old)}\n      + {brief(new)}"


def scalar(value):
    """How a value reads whatever type JSON gives it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    if NUMBER.fullmatch(text):
        number = decimal.Decimal(text)
        return format(number.normalize(), "f") if number else "0"
    return text


# --- JSON


class Documents:
    def __init__(self, name, result):
        self.name = name
        self.result = result
        command = re.sub(r"(\.zh)?\.json$", "", name.rsplit("/", 1)[-1])
        self.words = WORDS["*"] | WORDS.get(command, set())

    def compare(self, at, old, new):
        if isinstance(old, dict) and isinstance(new, dict):
            self.objects(at, old, new)
        elif isinstance(old, list) and isinstance(new, list):
            self.lists(at, old, new)
        elif isinstance(old, (dict, list)) or isinstance(new, (dict, list)):
            self.result.value(self.name, f"{at}: {change(json.dumps(old), json.dumps(new))}")
        elif scalar(old) != scalar(new):
            self.result.value(self.name, f"{at}: {change(old, new)}")
        elif type(old) is not type(new) or old != new:
            self.layout(at, f"{json.dumps(old)} is now {json.dumps(new)}")

    def layout(self, at, what):
        place = re.sub(r"\[\d+\]", "[]", at)
        found = self.result.words.setdefault(self.name, [])
        if not any(line.startswith(f"{place}: written otherwise") for line in found):
            found.append(f"{place}: written otherwise, as {what}")

    def objects(self, at, old, new):
        for key in old.keys() - new.keys():
            self.result.value(self.name, f"{at}.{key}: is gone; was {brief(old[key])}")
        for key in new.keys() - old.keys():
            self.layout(f"{at}.{key}", f"nothing is now {brief(new[key])}")
        for key in old:
            if key in OF_A_RUN or key not in new:
                continue
            if key in self.words:
                if old[key] != new[key]:
                    self.result.word(self.name, f"{at}.{key}: {change(old[key], new[key])}")
            else:
                self.compare(f"{at}.{key}", old[key], new[key])

    def lists(self, at, old, new):
        seen_old = [self.seen(row, set(self.keys(new))) for row in old]
        seen_new = [self.seen(row, set(self.keys(old))) for row in new]
        if seen_old == seen_new or (len(old) == len(new) and collections.Counter(seen_old) != collections.Counter(seen_new)):
            for number, (one, other) in enumerate(zip(old, new)):
                self.compare(f"{at}[{number}]", one, other)
            return
        if len(old) == len(new):
            self.result.word(self.name, f"{at}: its {len(old)} entries are in another order")
        rest = collections.defaultdict(list)
        for number, text in enumerate(seen_new):
            rest[text].append(number)
        for number, text in enumerate(seen_old):
            if rest[text]:
                self.compare(f"{at}[{number}]", old[number], new[rest[text].pop(0)])
            else:
                self.result.value(self.name, f"{at}[{number}]: is gone: {brief(json.dumps(old[number], ensure_ascii=False))}")
        for numbers in rest.values():
            for number in numbers:
                self.result.value(self.name, f"{at}[{number}]: is new: {brief(json.dumps(new[number], ensure_ascii=False))}")

    def keys(self, rows):
        return [key for row in rows if isinstance(row, dict) for key in row]

    def seen(self, value, keys):
        """What counts of a value: no words, no types, of an object only keys that both sides have."""
        if isinstance(value, dict):
            return str(sorted(
                (key, self.seen(part, set(self.keys([part])) | self.keys_within(part)))
                for key, part in value.items()
                if key not in self.words and key not in OF_A_RUN and (not keys or key in keys)))
        if isinstance(value, list):
            return str([self.seen(part, set()) for part in value])
        return scalar(value)

    @staticmethod
    def keys_within(part):
        return set(part) if isinstance(part, dict) else set()


def documents(text):
    """A JSON file, or one with an object a line."""
    try:
        return json.loads(text, parse_float=decimal.Decimal)
    except json.JSONDecodeError:
        return [json.loads(line, parse_float=decimal.Decimal) for line in text.splitlines() if line.strip()]


def compare_json(name, old, new, result):
    if old == new:
        return
    if not old.strip() or not new.strip():
        result.value(name, change(old, new))
        return
    try:
        old, new = documents(old), documents(new)
    except (json.JSONDecodeError, UnicodeDecodeError) as problem:
        result.value(name, f"no JSON: {problem}")
        return
    Documents(name, result).compare("", old, new)


# --- tables


def compare_rows(name, old, new, result):
    """Tables with a header: column by column, rows in any order."""
    if old == new:
        return
    if not old or not new:
        result.value(name, change(old[:2], new[:2]))
        return
    columns = [column for column in old[0] if column not in WORD_COLUMNS]
    other = columns
    if old[0] != new[0]:
        result.word(name, "header: " + change(old[0], new[0]))
        if not set(columns) <= set(new[0]):
            if len(old[0]) != len(new[0]):
                result.value(name, f"columns are gone: {sorted(set(columns) - set(new[0]))}")
                return
            # the same columns under other names
            other = [new[0][old[0].index(column)] for column in columns]
    was = [project(old[0], row, columns) for row in old[1:]]
    now = [project(new[0], row, other) for row in new[1:]]
    if was != now:
        gone = collections.Counter(was) - collections.Counter(now)
        added = collections.Counter(now) - collections.Counter(was)
        if not gone and not added:
            result.word(name, f"its {len(was)} rows are in another order")
        for one, two in zip(sorted(gone.elements()), sorted(added.elements())):
            result.value(name, change(one, two))
        for one in sorted(gone.elements())[sum(added.values()):]:
            result.value(name, f"is gone: {brief(one)}")
        for two in sorted(added.elements())[sum(gone.values()):]:
            result.value(name, f"is new: {brief(two)}")
    words = [column for column in old[0] if column in WORD_COLUMNS and column in new[0]]
    old_words = sorted(project(old[0], row, words) for row in old[1:])
    new_words = sorted(project(new[0], row, words) for row in new[1:])
    for one, two in zip(old_words, new_words):
        if one != two:
            result.word(name, change(one, two))


def project(header, row, columns):
    cells = dict(zip(header, row))
    return tuple(cells.get(column, "") for column in columns)


def compare_csv(name, old, new, result):
    old, new = old.lstrip("\ufeff"), new.lstrip("\ufeff")
    compare_rows(name, list(csv.reader(io.StringIO(old))), list(csv.reader(io.StringIO(new))), result)


# --- workbooks


def sheets(path):
    """The cells of a workbook as people see them: a list of rows by the name of the sheet."""
    with zipfile.ZipFile(path) as book:
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            shared = [texts(item) for item in re.findall(r"<si>(.*?)</si>", book.read("xl/sharedStrings.xml").decode(), re.S)]
        names = re.findall(r'<sheet [^>]*?name="([^"]*)"[^>]*?r:id="([^"]*)"', book.read("xl/workbook.xml").decode())
        targets = {}
        for item in re.findall(r"<Relationship [^>]*>", book.read("xl/_rels/workbook.xml.rels").decode()):
            targets[re.search(r'Id="([^"]*)"', item)[1]] = re.search(r'Target="([^"]*)"', item)[1]
        return {
            html.unescape(name): rows(book.read(part(targets[number])).decode(), shared) for name, number in names}


def part(target):
    return target.lstrip("/") if target.startswith("/") else "xl/" + target


def texts(xml):
    return html.unescape("".join(re.findall(r"<t(?: [^>]*)?>([^<]*)</t>", xml)))


def rows(xml, shared):
    found = []
    for row in re.findall(r"<row[ >].*?</row>", xml, re.S):
        cells = {}
        for attributes, content in re.findall(r"<c ([^>]*?)(?:/>|>(.*?)</c>)", row, re.S):
            column = re.search(r'r="([A-Z]+)', attributes)[1]
            kind = re.search(r't="(\w+)"', attributes)
            kind = kind[1] if kind else "n"
            value = re.search(r"<v>([^<]*)</v>", content or "")
            if kind == "inlineStr":
                cells[column] = texts(content)
            elif value and kind == "s":
                cells[column] = shared[int(value[1])]
            elif value:
                cells[column] = scalar(str(decimal.Decimal(value[1]))) if kind == "n" else html.unescape(value[1])
            formula = re.search(r"<f[^>]*>([^<]*)</f>", content or "")
            if formula:
                cells[column] = f"{cells.get(column, '')} ={html.unescape(formula[1])}"
        found.append({column: text for column, text in cells.items() if text != ""})
    return found


def compare_workbooks(name, old, new, before, after, result):
    old, new = sheets(old), sheets(new)
    if list(old) != list(new):
        if len(old) != len(new):
            result.value(name, "sheets: " + change(list(old), list(new)))
            return
        result.word(name, "sheets: " + change(list(old), list(new)))
    for sheet, other in zip(old, new):
        compare_sheets(name, sheet, old[sheet], new[other], before, after, result)


def compare_sheets(name, sheet, old, new, before, after, result):
    if len(old) != len(new):
        result.value(name, f"{sheet}: {len(old)} rows are now {len(new)}")
        return
    header = {}
    for number, (one, two) in enumerate(zip(old, new), 1):
        # a row of texts that are no values of lines is a header for what is below it
        if len(one) > 1 and not any(TOKEN.search(text) for text in one.values()):
            header = one
        for column in sorted(set(one) | set(two), key=lambda text: (len(text), text)):
            was, now = before.plain(one.get(column, "")), after.plain(two.get(column, ""))
            if was == now:
                continue
            place = f"{sheet}!{column}{number}"
            words = header is one or len(one) == 1 or header.get(column) in WORD_COLUMNS
            if words and numbers(was) == numbers(now):
                result.word(name, f"{place}: {change(was, now)}")
            else:
                result.value(name, f"{place}: {change(was, now)}")


# --- texts


def numbers(text):
    return collections.Counter(TOKEN.findall(text))


def compare_screen(name, old, new, result):
    """What people read: words may be others, the numbers among them not."""
    if old == new:
        return
    was, now = old.splitlines(), new.splitlines()
    lines = collections.Counter(was) - collections.Counter(now)
    added = collections.Counter(now) - collections.Counter(was)
    same = numbers("\n".join(lines.elements())) == numbers("\n".join(added.elements()))
    add = result.word if same else result.value
    if not lines and not added:
        result.word(name, "lines are in another order")
    for one in lines.elements():
        add(name, f"- {brief(one)}")
    for two in added.elements():
        add(name, f"+ {brief(two)}")


def compare_status(name, old, new, result):
    was, now = old.split("\n", 1), new.split("\n", 1)
    if name.count("/") == 1:
        # a process of its own shows how far it has come, until it complains
        was[1], now[1] = was[1].partition("sunlit:")[2], now[1].partition("sunlit:")[2]
    if was[0] != now[0]:
        result.value(name, f"exit status {was[0]} is now {now[0]}: {brief(new)}")
    compare_screen(name, was[1], now[1], result)


def compare_text(name, old, new, result):
    """What is published: every character is a value."""
    if old == new:
        return
    was, now = old.splitlines(), new.splitlines()
    for one, two in zip(was, now):
        if one != two:
            result.value(name, change(one, two))
    for one in was[len(now):]:
        result.value(name, f"is gone: {brief(one)}")
    for two in now[len(was):]:
        result.value(name, f"is new: {brief(two)}")


def document(path):
    """The text of a Word file, a paragraph a line."""
    with zipfile.ZipFile(path) as book:
        xml = book.read("word/document.xml").decode()
    return "\n".join(
        html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", paragraph)))
        for paragraph in xml.split("</w:p>"))


def page(text):
    text = re.sub(r"<(style|script).*?</\1>", "", text, flags=re.S)
    return "\n".join(line.strip() for line in html.unescape(re.sub(r"<[^>]*>", "\n", text)).splitlines() if line.strip())


PARTS = re.compile(r"\d+ parts|共 \d+ 项")
HEX = re.compile(r"\b[0-9a-f]{64}\b|\b(?:[0-9a-f]{8} ){7}[0-9a-f]{8}\b")


def of_a_close(text):
    """Digests go over definitions, times and folders too; the tables themselves are compared."""
    return PARTS.sub("<parts>", HEX.sub("<sha256>", text))


def codes(bitmap):
    """The numbers in a bitmap, as https://github.com/RoaringBitmap/RoaringFormatSpec has it."""
    cookie = struct.unpack_from("<I", bitmap)[0]
    if cookie & 0xFFFF == 12347:
        count, at = (cookie >> 16) + 1, 4
        runs = int.from_bytes(bitmap[at:at + (count + 7) // 8], "little")
        at += (count + 7) // 8
    else:
        count, at, runs = struct.unpack_from("<I", bitmap, 4)[0], 8, 0
    headers = [struct.unpack_from("<HH", bitmap, at + 4 * number) for number in range(count)]
    at += 4 * count
    if not runs or count >= 4:
        at += 4 * count
    found = set()
    for number, (high, size) in enumerate(headers):
        size += 1
        if runs >> number & 1:
            pairs = struct.unpack_from("<H", bitmap, at)[0]
            for pair in range(pairs):
                start, more = struct.unpack_from("<HH", bitmap, at + 2 + 4 * pair)
                found.update((high << 16) + low for low in range(start, start + more + 1))
            at += 2 + 4 * pairs
        elif size <= 4096:
            found.update((high << 16) + low for low in struct.unpack_from(f"<{size}H", bitmap, at))
            at += 2 * size
        else:
            bits = int.from_bytes(bitmap[at:at + 8192], "little")
            found.update((high << 16) + low for low in range(65536) if bits >> low & 1)
            at += 8192
    return found


def memberships(text):
    """How many things are in the very same sets: a thing is a number that one database gave it, so that the sets of
    two databases hold the same when as many things are in the same of them."""
    within = collections.defaultdict(list)
    sets = []
    for row in csv.DictReader(io.StringIO(text)):
        name = ",".join(value for column, value in row.items() if column != "codes")
        found = codes(base64.b64decode(row["codes"]))
        sets.append((name, str(len(found))))
        for code in found:
            within[code].append(name)
    counted = collections.Counter(tuple(sorted(names)) for names in within.values())
    return [["set", "things"], *map(list, sets)], [
        ["in", "things"], *([" and ".join(names), str(count)] for names, count in sorted(counted.items()))]


def compare_sets(name, old, new, result):
    if old == new:
        return
    for was, now in zip(memberships(old), memberships(new)):
        compare_rows(name, was, now, result)
    if name not in result.values:
        result.word(name, "things have other numbers; the sets hold the same")


def compare_file(name, old, new, before, after, result):
    if name.endswith(".xlsx"):
        compare_workbooks(name, old, new, before, after, result)
        return
    if name.endswith(".docx"):
        compare_text(name, document(old), document(new), result)
        return
    old, new = before.plain(old.read_text()), after.plain(new.read_text())
    if "close" in name or "verify" in name or "audit" in name or name.endswith("made-with.csv"):
        old, new = of_a_close(old), of_a_close(new)
    if name.endswith("reconciliation/digests.csv"):
        # their tables are compared themselves
        old, new = of_a_close(old), of_a_close(new)
    if name.endswith("rollups/sets.csv"):
        compare_sets(name, old, new, result)
    elif name.endswith(".json"):
        compare_json(name, old, new, result)
    elif name.endswith(".status"):
        compare_status(name, old, new, result)
    elif name.endswith(".csv"):
        compare_csv(name, old, new, result)
    elif name.endswith(".html"):
        compare = compare_text if "annual" in name else compare_screen
        compare(name, page(old), page(new), result)
    elif "/out/" in name:
        compare_text(name, old, new, result)
    else:
        compare_screen(name, old, new, result)


def show(title, found):
    count = sum(len(lines) for lines in found.values())
    print(f"== {title}: {count} differences in {len(found)} files")
    for name, lines in found.items():
        print(f"  {name}")
        for line in lines[:SHOWN]:
            print(f"    {line}")
        if len(lines) > SHOWN:
            print(f"    … {len(lines) - SHOWN} more")


def main(old, new):
    before, after = Capture(old), Capture(new)
    result = Result()
    was, now = before.files(), after.files()
    for name in sorted(was.keys() | now.keys()):
        if name not in now:
            result.value(name, "is gone")
        elif name not in was:
            result.value(name, "is new")
        else:
            compare_file(name, was[name], now[name], before, after, result)
    show("words", result.words)
    print()
    show("values", result.values)
    print(f"{len(was)} files compared: {'values differ' if result.values else 'all values are equal'}")
    return 1 if result.values else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
