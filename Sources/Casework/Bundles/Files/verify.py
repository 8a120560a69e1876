#!/usr/bin/env python3
"""Checks a bundle of `cases report --bundle` without a database and without `cases`.

    python3 verify.py PUBLIC-KEY [DIR]

PUBLIC-KEY is that of the log, as NAME+ID+KEY; take it from where the log's keeper publishes it, not
from the bundle. DIR is the bundle; the folder of this program if none is given. Exit code 0 if
everything holds, 1 if not, 64 if it was called wrongly.

Written from RFC 9162 (trees and proofs), RFC 8032 (Ed25519), RFC 8785 (canonical JSON), RFC 9562
(UUID), and C2SP signed-note, tlog-checkpoint and tlog-proof. It needs Python 3.9 and nothing else.
"""
import base64
import binascii
import hashlib
import json
import re
import sys
import unicodedata
import uuid
from pathlib import Path

NAMESPACE = uuid.UUID("a47b9759-9e03-5de5-8c67-31b2622a3977")  # of events with a key
MOST = 2**53 - 1
HEADER = re.compile(
    r"cases\.event/1\nstream: (?P<stream>[^\n]+)\nversion: (?P<version>[1-9][0-9]{0,15})\n"
    r"id: (?P<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\ntype: [^\n]+\n"
    r"recorded-at: (?P<time>[^\n]+)\nrecorded-by: [^\n]+\nbody: (?P<digest>[0-9a-f]{64})\n")


class Refused(Exception):
    """Bytes that have not the form that they should have."""


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def base64_bytes(text):
    """Base 64 with padding, written in the only canonical way."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise Refused from error
    if base64.b64encode(data).decode() != text:
        raise Refused
    return data


def utf8(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused from error


def decimal(text):
    """A number of at most 64 bits without sign and leading zeros."""
    if not re.fullmatch(r"0|[1-9][0-9]{0,19}", text) or int(text) >= 2**64:
        raise Refused
    return int(text)


# Ed25519 (RFC 8032, section 5.1): points in extended coordinates.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def recovered_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def point(data):
    number = int.from_bytes(data, "little")
    y = number & (2**255 - 1)
    x = recovered_x(y, number >> 255)
    return None if x is None else (x, y, 1, x * y % P)


def encoded(p):
    inverse = pow(p[2], P - 2, P)
    x, y = p[0] * inverse % P, p[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signature(signature, message, key):
    a, s = point(key), int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or a is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    minus = (P - a[0], a[1], 1, P - a[3])
    return encoded(add(multiply(s, BASE), multiply(h, minus))) == signature[:32]


# Signed notes, checkpoints and proofs (C2SP).

def is_name(text):
    return bool(text) and len(text.encode()) <= 255 and not any(
        c == "+" or c.isspace() or unicodedata.category(c) == "Cc" for c in text)


class Key:
    """A public key as `NAME+ID+KEY`."""

    def __init__(self, text):
        parts = text.split("+", 2)
        if len(parts) != 3 or not is_name(parts[0]):
            raise Refused
        self.text, self.name, data = text, parts[0], base64_bytes(parts[2])
        self.id = sha256(self.name.encode() + b"\n" + data)[:4]
        if len(data) != 33 or data[0] != 1 or self.id.hex() != parts[1]:
            raise Refused
        self.bytes = data[1:]


class Note:
    """A text with signatures."""

    def __init__(self, data):
        text = utf8(data)
        if len(data) > 1_000_000 or any(ord(c) < 0x20 and c != "\n" for c in text):
            raise Refused
        body, blank, lines = text.rpartition("\n\n")
        if not blank or not body or not lines.endswith("\n"):
            raise Refused
        self.text = body + "\n"
        self.signatures = [self.signature(line) for line in lines[:-1].split("\n")]

    @staticmethod
    def signature(line):
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "\u2014" or not is_name(parts[1]):
            raise Refused
        data = base64_bytes(parts[2])
        if len(data) <= 4:
            raise Refused
        return parts[1], data[:4], data[4:]

    def is_signed(self, key):
        own = [s for name, number, s in self.signatures if (name, number) == (key.name, key.id)]
        return bool(own) and all(is_signature(s, self.text.encode(), key.bytes) for s in own)


class Checkpoint:
    """The name, the size and the root of a log, signed."""

    def __init__(self, data):
        self.data, self.note = data, Note(data)
        lines = self.note.text.split("\n")[:-1]
        if len(lines) < 3 or "" in lines:
            raise Refused
        self.origin, self.size, self.root = lines[0], decimal(lines[1]), base64_bytes(lines[2])
        if len(self.root) != 32:
            raise Refused


class Proof:
    """The proof that a leaf stands in the tree of a checkpoint."""

    def __init__(self, data):
        head, blank, self.note = data.partition(b"\n\n")
        lines = utf8(head).split("\n")
        if not blank or lines.pop(0) != "c2sp.org/tlog-proof@v1":
            raise Refused
        if lines and lines[0].startswith("extra "):
            base64_bytes(lines.pop(0)[6:])
        if not lines or not lines[0].startswith("index "):
            raise Refused
        self.index = decimal(lines.pop(0)[6:])
        self.path = [base64_bytes(line) for line in lines]
        if any(len(node) != 32 for node in self.path) or len(self.path) > 64:
            raise Refused
        Checkpoint(self.note)

    def leads(self, leaf, size, root):
        """RFC 9162, section 2.1.3.2."""
        if self.index >= size:
            return False
        node, last, found = self.index, size - 1, leaf
        for sibling in self.path:
            if last == 0:
                return False
            if node & 1 or node == last:
                found = sha256(b"\x01", sibling, found)
                while node and not node & 1:
                    node, last = node >> 1, last >> 1
            else:
                found = sha256(b"\x01", found, sibling)
            node, last = node >> 1, last >> 1
        return last == 0 and found == root


# Canonical JSON (RFC 8785), of which the record uses whole numbers only.

def written(value, depth=1):
    if isinstance(value, (list, dict)) and depth > 32:
        raise Refused
    if isinstance(value, str):
        if any(unicodedata.category(c) == "Cc" and c not in "\t\n" for c in value):
            raise Refused
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(written(element, depth + 1) for element in value) + "]"
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        members = (f"{written(name)}:{written(value[name], depth + 1)}" for name in names)
        return "{" + ",".join(members) + "}"
    return json.dumps(value)


def refuse(_):
    raise Refused


def whole(text):
    if text == "-0" or abs(int(text)) > MOST:
        raise Refused
    return int(text)


def once(pairs):
    if len({name for name, _ in pairs}) < len(pairs):
        raise Refused
    return dict(pairs)


def canonical_object(data):
    """The object that bytes write in canonical form."""
    try:
        text = data.decode("utf-8")
        value = json.loads(text, object_pairs_hook=once, parse_float=refuse, parse_int=whole,
                           parse_constant=refuse)
        if not isinstance(value, dict) or written(value).encode("utf-8") != data:
            raise Refused
    except (ValueError, RecursionError) as error:
        raise Refused from error
    return value


class Event:
    """A line of events.jsonl."""

    def __init__(self, data):
        line = canonical_object(data)
        if set(line) != {"body", "header", "position", "salt", "state"}:
            raise Refused
        self.position, self.header = line["position"], line["header"]
        if type(self.position) is not int or self.position < 1 or type(self.header) is not str:
            raise Refused
        found = HEADER.fullmatch(self.header)
        if not found or int(found["version"]) > MOST:
            raise Refused
        self.stream, self.version, self.time = found["stream"], int(found["version"]), found["time"]
        self.id, self.digest = found["id"], bytes.fromhex(found["digest"])
        self.leaf = sha256(b"\x00", self.header.encode())
        self.take(line["state"], line["salt"], line["body"])

    def take(self, state, salt, body):
        self.state = state
        if state in ("withheld", "erased") and salt is None and body is None:
            return
        if state != "whole" or type(body) is not str or type(salt) is not str:
            raise Refused
        if not re.fullmatch("(?:[0-9a-f]{2})*", salt):
            raise Refused
        self.salt, self.body = bytes.fromhex(salt), body.encode()

    def problems(self):
        """What is wrong with the body."""
        if self.state != "whole":
            return
        if sha256(self.salt, self.body) != self.digest:
            yield "the digest is not that of salt and body"
        try:
            key = canonical_object(self.body).get("key")
        except Refused:
            yield "the body is not canonical JSON"
            return
        if type(key) is str and str(uuid.uuid5(NAMESPACE, f"{self.stream}/{key}")) != self.id:
            yield "the id is not the one that stream and key give"


    def copies(self):
        """The digests of copies that it names: of a source as captured, or as corrected."""
        if self.state != "whole" or not self.stream.startswith("source/"):
            return
        try:
            data = canonical_object(self.body).get("data")
        except Refused:
            return
        data = data if isinstance(data, dict) else {}
        corrected = data.get("set")
        yield data.get("sha256")
        yield corrected.get("data.sha256") if isinstance(corrected, dict) else None


class Bundle:
    """A folder, and what is wrong with it."""

    def __init__(self, folder, key):
        self.folder, self.key, self.problems, self.events = folder, key, [], []
        self.listed = set()
        self.check_files()
        try:
            self.checkpoint = Checkpoint(self.read("checkpoint"))
        except Refused:
            self.problems.append("checkpoint: is not a signed checkpoint")
            return
        if self.checkpoint.origin != key.name or not self.checkpoint.note.is_signed(key):
            self.problems.append(f"checkpoint: is not signed by {key.text}")
        self.check_events()
        self.check_copies()

    def read(self, name):
        try:
            if not (self.folder / name).is_file():  # Reading a pipe would wait for ever.
                raise Refused
            return (self.folder / name).read_bytes()
        except OSError as error:
            raise Refused from error

    def check_files(self):
        """Every file is the one that SHA256SUMS lists, and there is no other one."""
        try:
            lines = utf8(self.read("SHA256SUMS")).split("\n")
        except Refused:
            self.problems.append("SHA256SUMS: cannot be read")
            return
        for number, line in enumerate(lines[:-1] if lines[-1] == "" else lines, 1):
            found = re.fullmatch(r"([0-9a-f]{64})  ([A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*)", line)
            if not found or ".." in found[2].split("/"):
                self.problems.append(f"SHA256SUMS: line {number} is not a digest and a name")
                continue
            self.listed.add(found[2])
            try:
                if sha256(self.read(found[2])).hex() != found[1]:
                    self.problems.append(f"{found[2]}: is not the file that SHA256SUMS lists")
            except Refused:
                self.problems.append(f"{found[2]}: is missing")
        paths = {str(p.relative_to(self.folder)): p for p in self.folder.rglob("*")}
        for name in sorted(name for name, path in paths.items() if path.is_symlink()):
            self.problems.append(f"{name}: is a link; it may lead to a file outside")
        there = {name for name, path in paths.items() if not path.is_dir()}
        for name in sorted(there - self.listed - {"SHA256SUMS"}):
            self.problems.append(f"{name}: is not listed in SHA256SUMS")

    def check_events(self):
        try:
            lines = self.read("events.jsonl").split(b"\n")
        except Refused:
            lines = [b""]
        for number, line in enumerate(lines[:-1] if lines[-1] == b"" else lines, 1):
            try:
                self.events.append(Event(line))
            except Refused:
                self.problems.append(f"events.jsonl: line {number} is not an event")
        if not self.events:
            self.problems.append("events.jsonl: has no event")
        versions, position, time = {}, 0, ""
        for event in self.events:
            found = list(self.order_problems(event, position, time, versions))
            found += [*event.problems(), *self.proof_problems(event)]
            self.problems += [f"position {event.position}: {problem}" for problem in found]
            versions[event.stream] = event.version
            position, time = max(position, event.position), event.time

    def check_copies(self):
        """Every copy of a source has the digest that is its name, and an event names it."""
        named = [digest for event in self.events for digest in event.copies()]
        for name in sorted(n for n in self.listed if n.startswith("sources/")):
            digest = name[len("sources/"):]
            try:
                if sha256(self.read(name)).hex() != digest:
                    self.problems.append(f"{name}: has another digest than its name")
                elif digest not in named:
                    self.problems.append(f"{name}: no event names it")
            except Refused:
                continue  # It is missing, which was said.

    @staticmethod
    def order_problems(event, position, time, versions):
        if event.position <= position:
            yield f"comes after position {position}"
        if event.time.encode() <= time.encode():
            yield "was not recorded later than the event ahead of it: one of them was moved"
        due = versions.get(event.stream, 0) + 1
        if event.version != due:
            yield f"is version {event.version} of its stream, where version {due} was due"

    def proof_problems(self, event):
        try:
            proof = Proof(self.read(f"proofs/{event.position}.tlog-proof"))
        except Refused:
            yield "its proof cannot be read"
            return
        if proof.note != self.checkpoint.data:
            yield "its proof has another checkpoint"
        elif proof.index != event.position - 1 or not proof.leads(
                event.leaf, self.checkpoint.size, self.checkpoint.root):
            yield "its proof does not lead to the checkpoint"

    def lines(self):
        """What is to be said of it."""
        if self.problems:
            return self.problems
        counts = {s: sum(e.state == s for e in self.events) for s in ("withheld", "erased")}
        events = "1 event" if len(self.events) == 1 else f"{len(self.events)} events"
        named = {digest for event in self.events for digest in event.copies()} - {None}
        here = sum(f"sources/{digest}" in self.listed for digest in named)
        copies = [f"copies of sources: {here} of {len(named)} that events name"] if named else []
        return [
            f"{events} of the log {self.checkpoint.origin} verified",
            f"checkpoint of size {self.checkpoint.size}, signed by {self.key.text}",
        ] + [
            f"bodies {state}: {count}; of those events only the headers are proved"
            for state, count in counts.items() if count
        ] + copies


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 64
    try:
        key = Key(sys.argv[1])
    except Refused:
        print("verify.py: this is not the public key of a log", file=sys.stderr)
        return 64
    folder = Path(sys.argv[2]) if len(sys.argv) == 3 else Path(__file__).parent
    bundle = Bundle(folder, key)
    sys.stdout.write("".join(line + "\n" for line in bundle.lines()))
    return 1 if bundle.problems else 0


if __name__ == "__main__":
    sys.exit(main())
