"""Prints the file `copyright` of the package: the program's licence, and those of the libraries in it.

    python3 ops/package.d/copyright.py CHECKOUTS

CHECKOUTS is the folder in which Swift keeps the sources of the libraries: .build/checkouts.
"""

import pathlib
import sys

HEAD = """\
cases is licensed under the Apache License, Version 2.0:
/usr/share/common-licenses/Apache-2.0

Its programs contain the Swift standard library and Foundation (Apache License, Version 2.0, with
Runtime Library Exception, https://swift.org/LICENSE.txt), with the International Components for
Unicode (Unicode License, https://www.unicode.org/license.txt), and code of the libraries below.
Each is licensed under the Apache License, Version 2.0, unless another text is given.
"""


def text_of(folder, *patterns):
    """The first file that matches; empty if there is none."""
    files = sorted(file for pattern in patterns for file in folder.glob(pattern))
    return files[0].read_text(encoding="utf-8").strip("\n") if files else ""


def stanza(folder):
    licence = text_of(folder, "LICENSE*", "COPYING*")
    if not licence:
        sys.exit(f"copyright.py: {folder.name} has no licence file")
    is_apache = "Apache License" in licence[:200]
    texts = [text for text in ("" if is_apache else licence, text_of(folder, "NOTICE*")) if text]
    return "\n\n".join([f"{'-' * 80}\n{folder.name}", *texts])


def main():
    checkouts = sorted(path for path in pathlib.Path(sys.argv[1]).iterdir() if path.is_dir())
    print("\n\n".join([HEAD.rstrip("\n"), *map(stanza, checkouts)]))


if __name__ == "__main__":
    main()
