"""Two computers with a cable between them, which can be pulled: two network namespaces and a veth pair."""
import os
import subprocess

from options import CannotRun, require_program, require_root

SERVER = "10.231.231.1"
CLIENT = "10.231.231.2"


def ip(*words):
    subprocess.run(["ip", *words], check=True, capture_output=True)


class Network:
    """Used as a context; `server` and `client` are the commands that run a program on either side."""

    def __init__(self):
        require_root("make a network")
        require_program("ip")
        names = [f"faults{os.getpid()}{side}" for side in "sc"]
        self.names = names
        self.server, self.client = (["ip", "netns", "exec", name] for name in names)

    def __enter__(self):
        server, client = self.names
        try:
            ip("netns", "add", server)
            ip("netns", "add", client)
            ip("-n", server, "link", "add", "cable", "type", "veth", "peer", "name", "cable",
               "netns", client)
            for name, address in [(server, SERVER), (client, CLIENT)]:
                ip("-n", name, "address", "add", f"{address}/24", "dev", "cable")
                ip("-n", name, "link", "set", "cable", "up")
        except subprocess.CalledProcessError as failure:
            self.__exit__()
            raise CannotRun(f"this machine does not let one make a network: {failure.stderr}")
        return self

    def __exit__(self, *failure):
        for name in self.names:
            subprocess.run(["ip", "netns", "delete", name], capture_output=True)

    def cut(self):
        """Pulls the cable out of the server: what the client sends is lost without an answer."""
        ip("-n", self.names[0], "link", "set", "cable", "down")

    def heal(self):
        ip("-n", self.names[0], "link", "set", "cable", "up")
