"""The attacks that there are, by name."""
import cuts
import snapshots

ALL = {
    "cuts": cuts.figures,
    "snapshots": snapshots.figures,
}
