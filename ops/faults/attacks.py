"""The attacks that there are, by name."""
import importlib

NAMES = [
    "backend_kills", "cancelled_waits", "client_kills", "clocks", "cuts", "determinism",
    "failed_calls", "full_disks", "growth", "judge", "network_cuts", "positions", "power_cuts",
    "races", "rebuild_kills", "restores", "retries", "served", "server_kills", "snapshots",
    "standby", "waits",
]


def attack(name):
    def figures(options):
        return importlib.import_module(name).figures(options)
    return figures


ALL = {name: attack(name) for name in NAMES}
