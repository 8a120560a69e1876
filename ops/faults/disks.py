"""Small disks of an attack's own: in memory, or in a file that stands for a disk."""
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from options import CannotRun, require_root
from server import give


def run(*words):
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)


class SmallDisk:
    """A disk in memory of so many megabytes, which can be made larger."""

    def __init__(self, megabytes):
        require_root("mount a small disk")
        self.folder = tempfile.mkdtemp(prefix="disk.", dir="/tmp")
        try:
            run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", self.folder)
        except subprocess.CalledProcessError as failure:
            os.rmdir(self.folder)
            raise CannotRun("this machine does not let one mount a disk in memory") from failure
        give(self.folder)

    def resize(self, megabytes):
        run("mount", "-o", f"remount,size={megabytes}m", self.folder)

    @property
    def free(self):
        return shutil.disk_usage(self.folder).free

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        run("umount", "--lazy", self.folder)
        os.rmdir(self.folder)


@contextmanager
def mounted(image):
    """The file system in an image, mounted; the folder of it."""
    require_root("mount an image")
    folder = tempfile.mkdtemp(prefix="disk.", dir="/tmp")
    try:
        run("mount", "-o", "loop", image, folder)
    except subprocess.CalledProcessError as failure:
        os.rmdir(folder)
        raise CannotRun("this machine does not let one mount an image") from failure
    try:
        give(folder)
        yield Path(folder)
    finally:
        run("umount", folder)
        os.rmdir(folder)


def image_of(path, megabytes):
    """Makes an image with an empty file system."""
    with open(path, "wb") as image:
        image.truncate(megabytes << 20)
    run("mkfs.ext4", "-q", "-F", path)
