"""What is measured: a row of the table each, or two."""
from works.append import Append, AppendFromProcesses, AppendFromTasks, AppendInBatches
from works.imports import Import
from works.load import Load
from works.pages import Page, Publish
from works.questions import Due, Measures, Owners
from works.rebuild import Rebuild
from works.replay import Replay
from works.timeline import Timeline
from works.verify import Verify

# Those that append come last: the others read the log as it was made.
ALL = [Import(), Replay(), Verify(), Rebuild(), Load(), Timeline(), Measures(), Due(),
       Owners(), Page(), Publish(), Append(), AppendFromProcesses(), AppendFromTasks(), AppendInBatches()]
NAMES = [work.name for work in ALL]


def named(names):
    """The works of some names, in the order in which they are done."""
    return [work for work in ALL if work.name in names]
