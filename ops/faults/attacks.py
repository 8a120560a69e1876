"""The attacks that there are, by name."""
import importlib

NAMES = ["cuts", "growth", "snapshots", "standby", "waits"]


def attack(name):
    def figures(options):
        return importlib.import_module(name).figures(options)
    return figures


ALL = {name: attack(name) for name in NAMES}
