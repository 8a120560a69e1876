"""Negative controls: damaged copies of an output and of its loss report, each of which must be found."""

import copy
import re
import shutil

import csv_package
from formats import FORMATS
from loss import values


def first_kept(record, held, wanted):
    """The first event, with a text of it that the output holds, of those that are `wanted(path, text)`."""
    for name, body in record.bodies.items():
        if name not in held:
            continue
        for path, text in values(body):
            kept = text in held[name] if isinstance(held[name], set) else True
            if text and kept and wanted(path, text):
                return name, text
    return None


def is_day(path, text):
    return bool(re.fullmatch(r"20\d\d-\d\d-(0[1-9]|1\d|2[0-7])", text)) and not path.startswith("claims")


def next_day(text):
    return f"{text[:8]}{int(text[8:]) + 1:02}"


def is_sentence(path, text):
    return " " in text and path in ("summary", "data.name", "data.title")


class Controls:
    """Damages copies of one output, and asks of each whether the damage is found."""

    def __init__(self, name, record, path, report, checked):
        self.name, self.record, self.path, self.report = name, record, path, report
        self.checked, self.module = checked, FORMATS[name]
        # What is wrong without any damage.
        self.before = [set(faults) for faults in checked(name, record, path, report)[:2]]
        self.faults = []

    def new_faults(self, path, report):
        """What is wrong with an output by itself, and compared with the input, beyond what is without damage."""
        faults, different, *_ = self.checked(self.name, self.record, path, report)
        return set(faults) - self.before[0], set(different) - self.before[1]

    def damaged(self, what, damage, by_comparison):
        """Damages a copy; what is still valid must be found by the comparison of in and out."""
        folder = self.path.parent.with_name(f"{self.path.parent.name}-damaged")
        shutil.copytree(self.path.parent, folder)
        try:
            path = folder / self.path.name
            damage(path)
            faults, different = self.new_faults(path, self.report)
            if not different and (by_comparison or not faults):
                self.faults.append(f"{what}: the check found nothing")
        finally:
            shutil.rmtree(folder)

    def outputs(self, held):
        """A dropped text, a changed day, a wrong id; in CSV also a formula that is not escaped."""
        dropped = first_kept(self.record, held, is_sentence)
        dated = first_kept(self.record, held, is_day)
        if not dropped or not dated:
            self.faults.append("no text or no day is kept that a control could change")
            return
        self.damaged("a dropped value", lambda path: self.module.change(path, self.record, *dropped, None), True)
        self.damaged("a changed date", lambda path: self.module.change(
            path, self.record, *dated, next_day(dated[1])), True)
        self.damaged("a wrong id", lambda path: self.module.misname(path, self.record, dated[0]), False)
        if self.name == "csv":
            self.damaged("a formula", csv_package.unescape, False)

    def reports(self):
        """A loss report with an entry too few, and one too many."""
        fewer, more = copy.deepcopy(self.report), copy.deepcopy(self.report)
        if fewer["lost"]:
            fewer["lost"].pop()
        elif fewer["left_out"]:
            fewer["left_out"].pop()
        else:
            fewer["values"] -= 1
        more["lost"].append({"type": "z.invented", "path": "data.invented", "values": 1})
        for what, report in (("a loss report with an entry too few", fewer), ("one with an entry too many", more)):
            if not self.new_faults(self.path, report)[1]:
                self.faults.append(f"{what}: the check found nothing")


def control_faults(name, record, path, report, held, checked):
    """The negative controls of one output that were not found."""
    controls = Controls(name, record, path, report, checked)
    controls.outputs(held)
    controls.reports()
    return controls.faults
