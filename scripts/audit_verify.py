#!/usr/bin/env python3
"""Verifies an Intramura audit log with nothing but Python's standard library.

A second, independent implementation of `audit-verify.mjs verify` and `check-proof`: same options, same exit codes, same
ranges. It reads the database through Python's own sqlite3 and brings its own Ed25519, so that a mistake in one
implementation is not made twice. It is slow, and meant to agree.
"""

import base64
import binascii
import functools
import hashlib
import json
import os
import re
import sqlite3
import sys

ZERO_HASH = "0" * 64
MAX_LEAF_BYTES = 512 * 1024
MAX_SAFE = 2**53 - 1
MAX_PROBLEMS = 1000

# --- Ed25519 (RFC 8032, section 5.1): verification only -----------------------------------------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_MINUS_ONE = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * SQRT_MINUS_ONE % P
    if (x * x - square) % P != 0:
        return None
    return P - x if x & 1 != sign else x


def decode_point(data):
    number = int.from_bytes(data, "little")
    y, sign = number & ((1 << 255) - 1), number >> 255
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def add_points(a, b):
    first = (a[1] - a[0]) * (b[1] - b[0]) % P
    second = (a[1] + a[0]) * (b[1] + b[0]) % P
    third = 2 * a[3] * b[3] * D % P
    fourth = 2 * a[2] * b[2] % P
    e, f, g, h = second - first, fourth - third, fourth + third, second + first
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            result = add_points(result, point)
        point = add_points(point, point)
        scalar >>= 1
    return result


def same_point(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


@functools.lru_cache(maxsize=4096)
def ed25519_verify(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    point, commitment = decode_point(public), decode_point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if point is None or commitment is None or scalar >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    challenge = int.from_bytes(digest, "little") % ORDER
    return same_point(multiply(scalar, BASE), add_points(commitment, multiply(challenge, point)))


# --- The Merkle tree (RFC 6962) ------------------------------------------------------------------------------------------


def leaf_hash(data):
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """Keeps the roots of the perfect subtrees, the biggest first, each with its number of leaves."""

    def __init__(self):
        self.size = 0
        self.peaks = []

    def append(self, digest):
        leaves = 1
        while self.peaks and self.peaks[-1][0] == leaves:
            digest = node_hash(self.peaks.pop()[1], digest)
            leaves *= 2
        self.peaks.append((leaves, digest))
        self.size += 1

    def root(self):
        if not self.peaks:
            return hashlib.sha256(b"").digest()
        root = self.peaks[-1][1]
        for _, digest in reversed(self.peaks[:-1]):
            root = node_hash(digest, root)
        return root


def root_from_path(digest, index, size, path):
    """The root by the recursive definition of the path, or None when the path has another length than the place demands."""
    if not 0 <= index < size:
        return None

    def climb(place, leaves, rest):
        if leaves == 1:
            return digest if not rest else None
        if not rest:
            return None
        split = 1
        while split * 2 < leaves:
            split *= 2
        if place < split:
            left = climb(place, split, rest[:-1])
            return None if left is None else node_hash(left, rest[-1])
        right = climb(place - split, leaves - split, rest[:-1])
        return None if right is None else node_hash(rest[-1], right)

    return climb(index, size, list(path))


# --- Signed notes and checkpoints (C2SP signed-note, tlog-checkpoint) ------------------------------------------------------


class NoteError(Exception):
    pass


def decode_base64(text):
    """Standard base64 in its one spelling, or None."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error, ValueError):
        return None
    return data if base64.b64encode(data).decode() == text else None


def is_key_name(name):
    return name != "" and re.search(r"[\s+\ufeff]", name) is None


def parse_key(line):
    match = re.fullmatch(r"(\S+)(?: from=(0|[1-9][0-9]{0,15}))?(?: to=(0|[1-9][0-9]{0,15}))?", line.strip())
    if match is None:
        raise NoteError("not a verifier key")
    parts = match[1].split("+", 2)
    data = decode_base64(parts[2]) if len(parts) == 3 else None
    if data is None or not is_key_name(parts[0]) or len(data) != 33 or data[0] != 1:
        raise NoteError("not an Ed25519 verifier key")
    name, key_id = parts[0], parts[1]
    if hashlib.sha256(name.encode() + b"\n" + data).digest()[:4].hex() != key_id:
        raise NoteError("the id does not belong to the key")
    first = int(match[2]) if match[2] else 0
    end = int(match[3]) if match[3] else None
    return {"name": name, "id": key_id, "key": data[1:], "from": first, "to": end}


def open_note(note, keys):
    end = note.rfind("\n\n")
    if end <= 0 or not note.endswith("\n") or re.search("[\x00-\x09\x0b-\x1f\ufffd]", note):
        raise NoteError("not a signed note")
    text, lines = note[: end + 1], note[end + 2 : -1].split("\n")
    if len(lines) > 32:
        raise NoteError("too many signatures")
    signatures = []
    for line in lines:
        parts = line.split(" ")
        data = decode_base64(parts[2]) if len(parts) == 3 else None
        if data is None or parts[0] != "\u2014" or not is_key_name(parts[1]) or len(data) <= 4:
            raise NoteError("a signature line is malformed")
        signatures.append((parts[1], data[:4].hex(), data[4:]))
    known = 0
    for name, key_id, signature in signatures:
        for key in keys:
            if key["name"] == name and key["id"] == key_id:
                known += 1
                if not ed25519_verify(key["key"], text.encode(), signature):
                    raise NoteError("the signature is wrong")
                break
    if known == 0:
        raise NoteError("no known key has signed")
    return text


def open_checkpoint(note, keys):
    lines = note.split("\n")
    stated = int(lines[1]) if len(lines) > 1 and re.fullmatch("[0-9]+", lines[1]) else -1
    counting = [key for key in keys if key["from"] <= stated and (key["to"] is None or stated < key["to"])]
    lines = open_note(note, counting).split("\n")
    origin, size, root = (lines + ["", "", ""])[:3]
    digest = decode_base64(root)
    if origin == "" or not re.fullmatch("0|[1-9][0-9]{0,15}", size) or digest is None or len(digest) != 32:
        raise NoteError("not a checkpoint")
    return {"origin": origin, "size": int(size), "root": digest}


NOTE = re.compile("[^\n]+\n[0-9]+\n[^\n]+\n\n(?:\u2014 [^\n]+\n)+")


def read_checkpoints(paths, vkeys, problems):
    keys, found = [], []
    for vkey in vkeys:
        try:
            keys.extend(parse_key(line) for line in vkey.split("\n") if line.strip() != "")
        except NoteError:
            problems.add("signature", 0, 0, "a verifier key is refused")
    for path in paths:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8", errors="replace")
        notes, end = [], 0
        for match in iter(lambda: NOTE.match(text, end), None):
            notes.append(match[0])
            end = match.end()
        rest = text[end:]
        torn = not rest.endswith("\n") or "\n\u2014 " not in rest
        if (rest != "" and not (notes and torn)) or (rest == "" and not notes):
            problems.add("signature", 0, 0, f"{path} holds something that is not a checkpoint")
        for note in notes:
            try:
                found.append(open_checkpoint(note, keys))
            except NoteError as error:
                problems.add("signature", 0, 0, f"a checkpoint in {path} is refused: {error}")
    return sorted(found, key=lambda checkpoint: checkpoint["size"])


# --- RFC 8785 text and the closed schema -----------------------------------------------------------------------------------


def number_text(value):
    """A number as ECMAScript writes it."""
    if isinstance(value, int) and abs(value) <= MAX_SAFE:
        return str(value)
    try:
        value = float(value)
    except OverflowError:
        return "null"
    if value != value or value in (float("inf"), float("-inf")):
        return "null"
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    fraction = "" if fraction == "0" else fraction
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    count = len(digits)
    if count <= point <= 21:
        return sign + digits + "0" * (point - count)
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    power = f"e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return sign + digits[0] + ("." + digits[1:] if count > 1 else "") + power


def string_text(value):
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text)


def canonical_text(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, str):
        return string_text(value)
    if isinstance(value, list):
        return "[" + ",".join(canonical_text(item) for item in value) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(f"{string_text(name)}:{canonical_text(value[name])}" for name in names) + "}"


def refuse_constant(_):
    raise ValueError("no JSON")


def join_surrogates(value):
    """Two escaped halves are one character."""
    if isinstance(value, str):
        return value.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "surrogatepass")
    if isinstance(value, list):
        return [join_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {join_surrogates(name): join_surrogates(item) for name, item in value.items()}
    return value


def parse_leaf(data, schemas):
    """(leaf or None, whether the bytes are RFC 8785 text)"""
    try:
        text = data.decode("utf-8")
        value = join_surrogates(json.loads(text, parse_constant=refuse_constant))
        if canonical_text(value) != text:
            return None, False
        return (value, True) if is_leaf(value, schemas) else (None, True)
    except (ValueError, RecursionError):
        return None, False


def is_leaf(value, schemas):
    if not isinstance(value, dict) or not isinstance(value.get("type"), str):
        return False
    body = schemas["bodies"].get(value["type"])
    if body is None:
        return False
    frame = schemas["frame"]
    joined = {
        "type": "object",
        "properties": {**frame["properties"], **body["properties"]},
        "required": frame["required"] + body["required"],
    }
    return fits(value, joined)


def is_integer(value):
    if isinstance(value, bool):
        return False
    if isinstance(value, float):
        return value.is_integer() and abs(value) <= MAX_SAFE
    return isinstance(value, int) and abs(value) <= MAX_SAFE


def fits(value, schema):
    if "anyOf" in schema:
        return any(fits(value, option) for option in schema["anyOf"])
    if "const" in schema:
        return value == schema["const"] and not isinstance(value, bool)
    kind = schema["type"]
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "integer":
        return is_integer(value) and schema.get("minimum", value) <= value <= schema.get("maximum", value)
    if kind == "string":
        return isinstance(value, str) and fits_string(value, schema)
    if kind == "array":
        return isinstance(value, list) and fits_array(value, schema)
    if kind == "object":
        return isinstance(value, dict) and fits_object(value, schema)
    raise ValueError("a schema is not understood")


def fits_string(value, schema):
    if "enum" in schema:
        return value in schema["enum"]
    length = len(value.encode("utf-16-be", "surrogatepass")) // 2
    if not schema.get("minLength", 0) <= length <= schema.get("maxLength", length):
        return False
    return "pattern" not in schema or pattern_of(schema["pattern"]).search(value) is not None


PATTERNS = {}


def pattern_of(text):
    """The categories of Unicode that occur, written out; `$` of ECMAScript is not before a last newline."""
    if text not in PATTERNS:
        ranges = text.replace(r"\p{Cc}", r"\x00-\x1f\x7f-\x9f").replace(r"\p{Cs}", "\ud800-\udfff")
        PATTERNS[text] = re.compile(ranges.removesuffix("$") + (r"\Z" if text.endswith("$") else ""), re.ASCII)
    return PATTERNS[text]


def fits_array(value, schema):
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        return False
    first = schema.get("prefixItems", [])
    others = schema.get("items", False)
    for place, item in enumerate(value):
        wanted = first[place] if place < len(first) else others
        if wanted is False or not fits(item, wanted):
            return False
    return True


def fits_object(value, schema):
    properties = schema.get("properties", {})
    others = schema.get("additionalProperties", False)
    for name, member in value.items():
        wanted = properties.get(name, others)
        if wanted is False or not fits(member, wanted):
            return False
        if "propertyNames" in schema and not fits(name, schema["propertyNames"]):
            return False
    return all(name in value for name in schema.get("required", []))


# --- Reading a log ---------------------------------------------------------------------------------------------------------

EXPECTED = {
    "audit_entries": 'CREATE TABLE "audit_entries" ("seq" integer primary key, "hash" text not null, "prev" text not null, '
    '"type" text not null, "exchange" text, "at" text not null, "leaf" text not null, "actor" text, "model" text, '
    '"decision" text)',
    "audit_entries_actor": 'CREATE INDEX "audit_entries_actor" on "audit_entries" ("actor")',
    "audit_entries_at": 'CREATE INDEX "audit_entries_at" on "audit_entries" ("at")',
    "audit_entries_decision": 'CREATE INDEX "audit_entries_decision" on "audit_entries" ("decision") where "decision" is not null',
    "audit_entries_exchange": 'CREATE INDEX "audit_entries_exchange" on "audit_entries" ("exchange")',
    "audit_entries_model": 'CREATE INDEX "audit_entries_model" on "audit_entries" ("model") where "model" is not null',
    "audit_entries_type": 'CREATE INDEX "audit_entries_type" on "audit_entries" ("type")',
    "schema_migrations": 'CREATE TABLE "schema_migrations" ("id" integer primary key, "name" text not null, '
    '"applied_at" text not null)',
}
ADDED = {"audit_content": 'CREATE TABLE "audit_content" ("seq" integer primary key, "sealed" text not null)'}
COLUMNS = ("type", "exchange", "at", "actor", "model", "decision")


def read_database(path, problems):
    taken = 0
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    database.text_factory = lambda data: data.decode("utf-8", errors="replace")
    try:
        database.execute("PRAGMA trusted_schema = OFF")
        if not schema_fits(database, problems):
            return
        contents = database.execute("SELECT seq, sealed FROM audit_content ORDER BY seq") if has_contents(database) else iter(())
        content = next(contents, None)
        rows = database.execute(
            "SELECT seq, hash, prev, type, exchange, at, actor, model, decision, "
            f"CASE WHEN typeof(leaf) = 'text' AND length(leaf) <= {MAX_LEAF_BYTES} THEN CAST(leaf AS BLOB) END "
            "FROM audit_entries NOT INDEXED ORDER BY seq"
        )
        for seq, stored_hash, prev, *copies, leaf in rows:
            if abs(seq) > MAX_SAFE:
                problems.add("entry", 0, 0, "an entry has an impossible number")
                continue
            columns = dict(zip(COLUMNS, copies))
            sealed = []
            while content is not None and content[0] <= seq:
                sealed.append(content)
                content = next(contents, None)
            yield leaf or b"", {"seq": seq, "hash": stored_hash, "prev": prev, **columns}, sealed
            taken += 1
        while content is not None:
            problems.add("entry", content[0], content[0], "a content that no entry commits to")
            content = next(contents, None)
    except sqlite3.DatabaseError:
        problems.add("entry" if taken else "schema", taken + 1, taken + 1, "unreadable from here on")
    finally:
        database.close()


def has_contents(database):
    return database.execute("SELECT 1 FROM sqlite_master WHERE name = 'audit_content'").fetchone() is not None


def schema_fits(database, problems):
    rows = database.execute("SELECT name, sql FROM sqlite_master").fetchall()
    found = [tuple(value if isinstance(value, str) else "" for value in row) for row in rows]
    names = [name for name, _ in found]
    foreign = [
        name
        for place, (name, sql) in enumerate(found)
        if EXPECTED.get(name, ADDED.get(name)) != sql or names.index(name) != place
    ]
    missing = [name for name in EXPECTED if name not in names]
    for name in foreign + missing:
        problems.add("schema", 0, 0, f"{name!r} is missing, foreign or different")
    return not foreign and not missing


def read_export(path):
    with open(path, "rb") as file:
        for line in file:
            yield line.removesuffix(b"\n"), None, []


# --- Judging ---------------------------------------------------------------------------------------------------------------


class Problems:
    def __init__(self):
        self.all = []
        self.kinds = set()

    def add(self, kind, first, last, message):
        self.kinds.add(kind)
        newest = self.all[-1] if self.all else None
        same = newest and newest["kind"] == kind and newest["message"] == message and newest["to"] + 1 == first
        if same:
            newest["to"] = last
        elif len(self.all) < MAX_PROBLEMS:
            self.all.append({"kind": kind, "from": first, "to": last, "message": message})


class Chain:
    """Checks that entries follow one another, as runs and exchanges do."""

    def __init__(self, problems, schemas, max_silence):
        self.problems, self.schemas, self.max_silence = problems, schemas, max_silence
        self.last, self.before, self.origin = 0, ZERO_HASH, ""
        self.previous, self.boots, self.intents, self.counts = None, set(), {}, {}
        self.silent = False
        self.missing, self.erased = [], []

    def fault(self, seq, message):
        self.problems.add("entry", seq, seq, message)

    def take(self, data, columns, sealed):
        digest = leaf_hash(data)
        seq = columns["seq"] if columns else self.last + 1
        gap = seq != self.last + 1
        if seq > self.last + 1:
            self.problems.add("entry", self.last + 1, seq - 1, "missing")
        elif gap:
            self.fault(seq, "its number is out of order")
        leaf, canonical = parse_leaf(data, self.schemas)
        intact = columns["hash"] == digest.hex() if columns else canonical
        if columns and not intact:
            self.fault(seq, "it was changed: its hash differs")
        if leaf is None:
            self.problems.add("entry" if not intact else "schema", seq, seq, "it is not an entry of a known type")
        else:
            self.take_leaf(leaf, seq, gap, columns)
        self.take_contents(leaf, seq, columns, sealed)
        self.last = seq
        self.before = columns["hash"] if columns and isinstance(columns["hash"], str) else digest.hex()
        return digest

    def take_leaf(self, leaf, seq, gap, columns):
        if leaf["seq"] != seq:
            self.fault(seq, f"the entry says it is number {leaf['seq']}")
        if not gap and leaf["prev"] != self.before:
            self.fault(seq, "it does not follow the entry before")
        if self.origin and leaf["origin"] != self.origin:
            self.fault(seq, "it belongs to another log")
        if columns and (columns["prev"] != leaf["prev"] or any(columns[n] != v for n, v in copies_of(leaf).items())):
            self.fault(seq, "its columns differ from what was hashed")
        self.check_run(leaf)
        self.check_intent(leaf)
        self.counts[leaf["type"]] = self.counts.get(leaf["type"], 0) + 1
        self.origin = self.origin or leaf["origin"]
        self.previous = leaf

    def check_run(self, leaf):
        boot, seq, previous = leaf["boot"], leaf["seq"], self.previous
        if previous and previous["boot"] == boot:
            if counter_of(leaf) <= counter_of(previous):
                self.fault(seq, "its id was used before")
            if self.max_silence is not None and seconds_between(previous["at"], leaf["at"]) > self.max_silence:
                self.silent = True
        elif boot in self.boots:
            self.fault(seq, "it belongs to a run that had ended")
        elif leaf["type"] != "audit.started" and not (leaf["type"] == "audit.restored" and seq == 1):
            self.fault(seq, "a run begins without audit.started")
        self.boots.add(boot)

    def check_intent(self, leaf):
        if leaf["type"] == "exchange.intended":
            self.intents[leaf["seq"]] = (leaf["boot"], leaf["exchange"])
        if "outcome_of" not in leaf:
            return
        intent = self.intents.pop(leaf["outcome_of"], None)
        if intent is None or intent[1] != leaf["exchange"]:
            self.fault(leaf["seq"], "it closes no open intent of its exchange")

    def take_contents(self, leaf, seq, columns, sealed):
        commitment = (leaf or {}).get("prompt", (leaf or {}).get("answer", {}))
        digest = commitment.get("ct")
        for place, text in sealed:
            data = decode_base64(text) if isinstance(text, str) else None
            if place != seq or digest is None:
                self.fault(place, "a content that no entry commits to")
            elif data is None or hashlib.sha256(data).hexdigest() != digest:
                self.fault(seq, "its content was changed")
        if columns and digest is not None and all(place != seq for place, _ in sealed):
            self.missing.append(seq)
        if leaf and leaf["type"] == "content.erased":
            self.take_erasure(leaf, seq)

    def take_erasure(self, leaf, seq):
        if leaf["actor"] == leaf["approver"]:
            self.fault(seq, "one person alone decided it")
        for first, last in leaf["seqs"]:
            if 1 <= first <= last < seq:
                self.erased.append({"from": first, "to": last, "by": seq})
            else:
                self.fault(seq, "it erases what cannot be erased")

    def end_contents(self):
        ranges = sorted((erasure["from"], erasure["to"]) for erasure in self.erased)
        place, reach = 0, 0
        for seq in sorted(self.missing):
            while place < len(ranges) and ranges[place][0] <= seq:
                reach = max(reach, ranges[place][1])
                place += 1
            if seq > reach:
                self.fault(seq, "its content is missing, and no entry says why")

    def end(self):
        self.end_contents()
        current = self.previous["boot"] if self.previous else None
        for seq, (boot, _) in self.intents.items():
            if boot != current:
                self.fault(seq, "the intent was never closed")


def counter_of(leaf):
    return int(leaf["id"].split(".")[1])


def seconds_between(first, second):
    from datetime import datetime

    times = [datetime.fromisoformat(text.replace("Z", "+00:00")) for text in (first, second)]
    return (times[1] - times[0]).total_seconds()


def copies_of(leaf):
    signed = leaf["type"] in ("auth.signed-in", "auth.signed-out")
    model = leaf.get("model")
    return {
        "type": leaf["type"],
        "exchange": leaf.get("exchange"),
        "at": leaf["at"],
        "actor": leaf["actor"]["id"] if "actor" in leaf else leaf["user"] if signed else None,
        "model": model["id"] if isinstance(model, dict) else model,
        "decision": leaf.get("decision"),
    }


class TreeCheck:
    """Builds the tree and holds it against each checkpoint of the size it reaches."""

    def __init__(self, checkpoints, problems):
        self.tree, self.checkpoints, self.problems = Tree(), list(checkpoints), problems
        self.next, self.proven, self.diverged = 0, 0, None
        self.compare()

    def compare(self):
        size = self.tree.size
        while self.next < len(self.checkpoints) and self.checkpoints[self.next]["size"] == size:
            if self.checkpoints[self.next]["root"] == self.tree.root():
                self.proven = max(self.proven, size)
            elif self.diverged is None:
                self.diverged = (min(self.proven + 1, size), size)
            self.next += 1

    def take(self, digest):
        self.tree.append(digest)
        self.compare()

    def end(self, origin):
        size = self.tree.size
        if self.diverged is not None:
            self.problems.add("diverged", *self.diverged, "not what a signed checkpoint says")
        if self.checkpoints and self.checkpoints[-1]["size"] > size:
            self.problems.add("diverged", size + 1, self.checkpoints[-1]["size"], "missing: a signed checkpoint has them")
        if size > 0 and any(checkpoint["origin"] != origin for checkpoint in self.checkpoints):
            self.problems.add("diverged", 0, 0, "a checkpoint is about another log")


def exit_code(problems, anchored, erased):
    for kind, code in (("schema", 50), ("entry", 40), ("diverged", 30), ("signature", 41)):
        if kind in problems.kinds:
            return code
    return 10 if not anchored else 20 if erased else 0


def verify(options, schemas):
    problems = Problems()
    checkpoints = read_checkpoints(options.get("checkpoint", []), options.get("vkey", []), problems)
    chain = Chain(problems, schemas, options.get("max-silence"))
    tree = TreeCheck(checkpoints, problems)
    entries = read_database(options["db"], problems) if "db" in options else read_export(options["export"])
    for data, columns, sealed in entries:
        tree.take(chain.take(data, columns, sealed))
    chain.end()
    tree.end(chain.origin)
    size = tree.tree.size
    unanchored = size - tree.proven
    anchored = bool(checkpoints) and unanchored <= options.get("max-unanchored", 256) and not chain.silent
    return {
        "exitCode": exit_code(problems, anchored, bool(chain.erased)),
        "origin": chain.origin,
        "entries": size,
        "root": base64.b64encode(tree.tree.root()).decode(),
        "proven": tree.proven,
        "unanchored": unanchored,
        "checkpoints": len(checkpoints),
        "counts": dict(sorted(chain.counts.items())),
        "erased": chain.erased[:MAX_PROBLEMS],
        "problems": problems.all,
    }


# --- Proofs (C2SP tlog-proof) ----------------------------------------------------------------------------------------------


def check_proof(text, leaf, vkeys):
    """None when the proof holds, or why it does not. `leaf` may be None where the proof carries the entry."""
    head, separator, note = text.partition("\n\n")
    lines = head.split("\n")
    if separator == "" or len(text) > 100_000 or lines.pop(0) != "c2sp.org/tlog-proof@v1":
        return "not a proof"
    if lines and lines[0].startswith("extra "):
        carried = decode_base64(lines.pop(0)[6:])
        if carried is None:
            return "not a proof"
        leaf = carried if leaf is None else leaf
    index = re.fullmatch("index (0|[1-9][0-9]{0,15})", lines.pop(0)) if lines else None
    path = [decode_base64(line) for line in lines]
    if index is None or len(path) > 53 or any(part is None or len(part) != 32 for part in path):
        return "not a proof"
    try:
        keys = [parse_key(line) for vkey in vkeys for line in vkey.split("\n") if line.strip() != ""]
        checkpoint = open_checkpoint(note, keys)
    except NoteError as error:
        return str(error)
    reached = root_from_path(leaf_hash(leaf or b""), int(index[1]), checkpoint["size"], path)
    return None if reached == checkpoint["root"] else "the path does not lead to the root"


# --- The command line ------------------------------------------------------------------------------------------------------

USAGE = """Usage:
  audit_verify.py verify (--db FILE | --export FILE) --checkpoint FILE... --vkey KEY... [--max-unanchored N]
                         [--max-silence SECONDS] [--schema FILE] [--json]
  audit_verify.py check-proof FILE --vkey KEY... [--leaf FILE]
"""
LISTS = ("checkpoint", "vkey")
NUMBERS = ("max-unanchored", "max-silence")
VALUES = ("db", "export", "schema", "leaf")


class UsageError(Exception):
    pass


def parse_options(arguments):
    options, positionals, rest = {}, [], list(arguments)
    while rest:
        argument = rest.pop(0)
        if not argument.startswith("--"):
            positionals.append(argument)
            continue
        name, _, inline = argument[2:].partition("=")
        if name == "json":
            options[name] = True
            continue
        if name not in LISTS + NUMBERS + VALUES or (inline == "" and not rest):
            raise UsageError(f"--{name} is not known, or needs a value")
        value = inline or rest.pop(0)
        if name in LISTS:
            options.setdefault(name, []).append(value)
        elif name in NUMBERS:
            if not re.fullmatch("[0-9]+", value):
                raise UsageError(f"--{name} must be a whole number")
            options[name] = int(value)
        else:
            options[name] = value
    return options, positionals


@functools.lru_cache(maxsize=1)
def load_schemas(path):
    default = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "dist", "audit-entry.schema.json")
    with open(path or default, encoding="utf-8") as file:
        return json.load(file)


def run_verify(options):
    if ("db" in options) == ("export" in options):
        raise UsageError("give one of --db and --export")
    for path in [options.get("db", options.get("export"))] + options.get("checkpoint", []):
        if not os.path.isfile(path):
            raise UsageError(f"there is no file {path}")
    report = verify(options, load_schemas(options.get("schema")))
    if options.get("json"):
        print(json.dumps(report))
    else:
        print(f"Exit code {report['exitCode']}: {report['entries']} entries, {report['proven']} of them proven.")
        for problem in report["problems"]:
            print("  {kind}: {from}-{to}: {message}".format(**problem))
    return report["exitCode"]


def run_check_proof(options, positionals):
    if len(positionals) != 1:
        raise UsageError("name one proof")
    with open(positionals[0], encoding="utf-8", errors="replace", newline="") as file:
        text = file.read()
    leaf = None
    if "leaf" in options:
        with open(options["leaf"], "rb") as file:
            leaf = file.read()
    reason = check_proof(text, leaf, options.get("vkey", []))
    print("Proven." if reason is None else f"NOT PROVEN: {reason}.")
    return 0 if reason is None else 40


def main(arguments):
    sys.setrecursionlimit(20_000)
    try:
        options, positionals = parse_options(arguments[1:])
        if arguments[:1] == ["verify"]:
            return run_verify(options)
        if arguments[:1] == ["check-proof"]:
            return run_check_proof(options, positionals)
        raise UsageError("name a command")
    except UsageError as error:
        print(f"{error}\n{USAGE}", file=sys.stderr)
        return 64


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
