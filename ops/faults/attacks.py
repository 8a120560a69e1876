"""The attacks that there are, by name."""
import snapshots

ALL = {
    "snapshots": snapshots.figures,
}
