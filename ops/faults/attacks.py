"""The attacks that there are, by name."""
import cuts
import growth
import snapshots
import standby
import waits

ALL = {
    "cuts": cuts.figures,
    "growth": growth.figures,
    "snapshots": snapshots.figures,
    "standby": standby.figures,
    "waits": waits.figures,
}
