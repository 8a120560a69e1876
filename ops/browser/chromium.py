"""`cases serve`, and the browser that looks at it."""
import os
import subprocess

from selenium import webdriver
from selenium.webdriver.chrome.service import Service


class Served:
    """`cases serve` on a free port, for as long as it is needed."""

    def __init__(self, workspace):
        self.process = subprocess.Popen(
            ["cases", "serve", "--port", "0", "--quiet"], stdout=subprocess.PIPE, text=True,
            env={**os.environ, "CASES_WORKSPACE": workspace})
        self.address = self.process.stdout.readline().strip().rstrip("/")

    def __enter__(self):
        return self.address

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def browser():
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.binary_location = "/usr/bin/chromium"
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
