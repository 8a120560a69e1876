"""Writes a man page for a program, and one for each of its subcommands, from what `--help` prints.

    python3 ops/package.d/manual.py PROGRAM VERSION FOLDER

Writes FOLDER/PROGRAM.1, FOLDER/PROGRAM-SUBCOMMAND.1 and so on. The pages carry the date of
SOURCE_DATE_EPOCH, so that the same help gives the same pages.
"""

import datetime
import os
import pathlib
import re
import subprocess
import sys
import textwrap

# The marks that troff would print as typographic ones, or read as its own.
ESCAPES = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", "…": "..."}
TITLE = re.compile(r"^([A-Z][A-Z ]*):(?: (.*))?$")


def escaped(text):
    """Text as troff prints it unchanged."""
    return "".join(
        ESCAPES.get(mark, mark if mark.isascii() else f"\\[u{ord(mark):04X}]") for mark in text)


def filled(text):
    """Lines of at most 78 marks, none of which troff takes for a request."""
    lines = textwrap.wrap(text, 78, break_long_words=False, break_on_hyphens=False)
    return [r"\&" + line if line.startswith(".") else line for line in lines]


def help_of(program, words):
    run = subprocess.run(
        [program, *words, "--help"], stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return run.stdout


def sections(text):
    """The titled parts of a help text in order: pairs of title and lines."""
    parts = []
    for line in text.splitlines():
        title = TITLE.match(line)
        if title:
            parts.append((title[1], [title[2]] if title[2] else []))
        elif line.startswith("  See '"):
            continue
        elif parts:
            parts[-1][1].append(line)
    return parts


def paragraphs(lines):
    """Lines joined where the help wrapped them."""
    blocks = "\n".join(lines).strip("\n").split("\n\n")
    return [" ".join(block.split()) for block in blocks]


def entries(lines):
    """The terms of a list, each with its explanation: `  --key <file>   A file …`."""
    found = []
    for line in lines:
        if not line.strip():
            continue
        if line.startswith(" " * 26):
            found[-1][1].append(line.strip())
            continue
        # A term that leaves no room for its explanation stands on a line of its own.
        term, _, meaning = line.strip().partition("  ")
        if line[25:26] == " " and line[26:].strip():
            term, meaning = line[:26].strip(), line[26:]
        found.append((term, [meaning.strip()] if meaning.strip() else []))
    return [(term, " ".join(meaning)) for term, meaning in found]


def term_line(term):
    """A term with options and commands bold, and what stands for a value in italics."""
    words = re.split(r"(<[^>]*>)", term)
    return "".join(
        rf"\fI{escaped(word[1:-1])}\fR" if word.startswith("<") else rf"\fB{escaped(word)}\fR"
        for word in words if word)


def synopsis(usage):
    """The usage in lines that break between options only."""
    words = re.split(r" (?=[\[<-])", " ".join(usage.split()))
    return [
        re.sub(r"<([^>]*)>", lambda value: rf"\fI{value[1]}\fR", escaped(word)) for word in words]


def list_part(lines):
    for term, meaning in entries(lines):
        yield from (".TP", term_line(term), *filled(escaped(meaning)))


class Page:
    """The page of one command."""

    def __init__(self, words, text, version, date):
        self.name = "-".join(words)
        self.parts = sections(text)
        self.head = f'.TH {self.name.upper()} 1 {date} "cases {version}" "User Commands"'

    def subcommands(self):
        return [
            term for title, lines in self.parts if title.endswith("SUBCOMMANDS")
            for term, _ in entries(lines)]

    def part(self, wanted):
        return next((lines for title, lines in self.parts if title == wanted), [])

    def lists(self, is_commands):
        """The parts that are lists of commands, or of options and arguments, below their titles."""
        found = [
            (title.removesuffix(" SUBCOMMANDS"), lines) for title, lines in self.parts
            if title not in ("EXAMPLE", "OVERVIEW", "USAGE") and any(lines)
            and title.endswith("SUBCOMMANDS") == is_commands]
        for title, lines in found:
            if len(found) > 1:
                yield f'.SS "{"General" if title == "OPTIONS" else title.capitalize()}"'
            yield from list_part(lines)

    def text(self, relatives):
        abstract, *discussion = paragraphs(self.part("OVERVIEW"))
        lines = [self.head, ".SH NAME"]
        lines += filled(escaped(self.name) + r" \- " + escaped(abstract.rstrip(".")))
        lines += [".SH SYNOPSIS", *synopsis("\n".join(self.part("USAGE")))]
        lines += [".SH DESCRIPTION", *filled(escaped(abstract))]
        for paragraph in discussion:
            lines += [".PP", *filled(escaped(paragraph))]
        if self.subcommands():
            lines += [".SH COMMANDS", *self.lists(is_commands=True)]
        lines += [".SH OPTIONS", *self.lists(is_commands=False)]
        example = "\n".join(self.part("EXAMPLE")).rstrip()
        if example:
            lines += [".SH EXAMPLES", ".nf", *map(escaped, example.splitlines()), ".fi"]
        names = [rf"\fB{escaped(name)}\fR(1)" for name in relatives]
        lines += [".SH SEE ALSO", *(name + "," for name in names[:-1]), names[-1]]
        return "\n".join(lines) + "\n"


def pages(program, words, version, date):
    """The page of a command and those of the commands below it, each with its related pages."""
    page = Page(words, help_of(program, words[1:]), version, date)
    below = [words + [name] for name in page.subcommands()]
    above = ["-".join(words[:-1])] if len(words) > 1 else []
    yield page, above + ["-".join(each) for each in below]
    for each in below:
        yield from pages(program, each, version, date)


def main():
    program, version, folder = sys.argv[1:]
    seconds = int(os.environ["SOURCE_DATE_EPOCH"])
    date = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).date().isoformat()
    name = pathlib.Path(program).name
    for page, relatives in pages(program, [name], version, date):
        file = pathlib.Path(folder, page.name + ".1")
        file.write_text(page.text(relatives or ["cases-serve"]), encoding="ascii")


if __name__ == "__main__":
    main()
