"""Looks at every type of page of `cases serve` in chromium, by axe-core, html5lib and the keyboard.

    check.py FOLDER        FOLDER gets a screenshot of each page
"""
import gzip
import os
import pathlib
import subprocess
import sys
import urllib.error
import urllib.request

import html5lib
from selenium.webdriver.common.keys import Keys

import axe_playwright_python

from chromium import Served, browser

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
CASE = "/cases/nexperia-seizure/"
PAGES = [
    "/", CASE, CASE + "chain/", CASE + "events/seizure/", CASE + "changes/", CASE + "changes/?from=1&to=today",
    CASE + "why/?field=measures.nexperia-seizure.status", CASE + "?known-at=205&as-of=2025-09-30",
    "/conflicts/", "/cases/nexperia-seizure/conflicts/", "/cases/decentralised-gpu-brokers/flow/",
    "/?status=open&year=2025", "/measures/", "/measures/nexperia-seizure/", "/due/", "/actors/", "/actors/nexperia/", "/sources/",
    "/sources/wsj-2025-10-14/", "/search/", "/search/?q=chips", "/search/?q=nowhere", "/nothing/",
    "/cases/long-dispute/", "/cases/long-dispute/chain/", "/cases/hostile-case/", "/cases/hostile-case/chain/",
    "/actors/hostile-state/", "/sources/hostile-gazette/", "/cases/hostile-case/events/blow-1/",
    "/search/?q=%3Cscript%3E", "/log/", "/log/?before=100", "/read-models/",
]
EMPTY = ["/", "/conflicts/", "/log/", "/measures/", "/due/", "/actors/", "/sources/", "/search/?q=chips"]
#: The page of 500 events: its compressed HTML, all that it loads, how many requests.
BARS = {"html": 30_000, "all": 60_000, "requests": 2}


def fetched(url):
    """The bytes of a page, compressed as they travel; also of a page that says why there is none."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
    try:
        answer = urllib.request.urlopen(request)
    except urllib.error.HTTPError as error:
        answer = error
    body = answer.read()
    return body, gzip.decompress(body) if answer.headers.get("Content-Encoding") == "gzip" else body


def markup_faults(page):
    """Parse errors of the HTML standard, and scripts, of which there is none."""
    parser = html5lib.HTMLParser(strict=False)
    document = parser.parse(page.decode())
    faults = [f"parse error {code} at {place}" for place, code, _ in parser.errors]
    if document.findall(".//{http://www.w3.org/1999/xhtml}script"):
        faults.append("a script")
    return faults


def axe_faults(driver):
    driver.execute_script(AXE)
    found = driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations), e => done([{id: String(e), nodes: []}]));")
    return [f"axe {v['id']}: {v['nodes'][0]['html'][:120] if v['nodes'] else ''}" for v in found]


def layout_faults(driver):
    """What is wider than the narrowest phone."""
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": True})
    width = driver.execute_script("return document.documentElement.scrollWidth")
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    return [f"{width} pixels wide on a phone of 320"] if width > 320 else []


def loaded(driver, address):
    """What the page loaded beside itself, and faults for anything from elsewhere."""
    names = driver.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
    return names, [f"loads {name}" for name in names if not name.startswith(address)]


def page_faults(driver, address, path, folder, name):
    driver.get_log("browser")
    driver.get(address + path)
    names, faults = loaded(driver, address)
    # A page that says that there is nothing answers so, and the console says it, too.
    faults += [entry["message"] for entry in driver.get_log("browser")
               if entry["level"] == "SEVERE" and "404" not in entry["message"]]
    faults += markup_faults(fetched(address + path)[1])
    for scheme in ["light", "dark"]:
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": scheme}]})
        faults += [f"{scheme}: {fault}" for fault in axe_faults(driver)]
        driver.save_screenshot(str(folder / f"{name}-{scheme}.png"))
    return faults + layout_faults(driver)


def keyboard_faults(driver, address):
    """The way from a case to an event to its source, by Tab and Enter alone."""
    driver.get(address + CASE)
    for place in ["/events/", "/sources/"]:
        for _ in range(400):
            driver.switch_to.active_element.send_keys(Keys.TAB)
            link = driver.switch_to.active_element.get_attribute("href") or ""
            if place in link:
                break
        else:
            return [f"no way by keyboard to {place}"]
        driver.switch_to.active_element.send_keys(Keys.ENTER)
        if place not in driver.current_url:
            return [f"Enter does not lead to {place}"]
    return []


def weight_faults(address):
    page, _ = fetched(address + "/cases/long-dispute/")
    style, _ = fetched(address + "/style.css")
    print(f"a case of 500 events: {len(page)} bytes of HTML compressed, {len(page) + len(style)} in all, 2 requests")
    return [f"the page of 500 events has {size} bytes, and {bar} are allowed" for size, bar in
            [(len(page), BARS["html"]), (len(page) + len(style), BARS["all"])] if size > bar]


def shift_faults(driver, address):
    """How far the page of 500 events moves what was shown already while it loads."""
    driver.get(address + "/cases/long-dispute/")
    shift = driver.execute_async_script(
        "const done = arguments[arguments.length - 1]; let shift = 0;"
        "new PerformanceObserver(list => list.getEntries().forEach(e => shift += e.value))"
        ".observe({type: 'layout-shift', buffered: true});"
        "requestAnimationFrame(() => requestAnimationFrame(() => done(shift)));")
    return [f"the page of 500 events shifts by {shift}"] if shift else []


def report_faults():
    """A report as PDF: the beginning of the format, and more than one page."""
    subprocess.run(["cases", "report", "nexperia-seizure", "--out", "report.pdf", "--quiet"], check=True,
                   cwd=os.environ["page_folder"], env={**os.environ, "CASES_WORKSPACE": "full"})
    printed = pathlib.Path(os.environ["page_folder"], "report.pdf").read_bytes()
    pages = printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ")
    return [] if printed.startswith(b"%PDF-") and pages > 1 else [f"the report as PDF has {pages} pages"]


def control_faults(driver):
    """What must be found on a page that is wrong; otherwise the checks find nothing anywhere."""
    driver.get("data:text/html,<html><title>x</title><main><img src=y><p style='width:900px'>x")
    found = {"axe": axe_faults(driver), "layout": layout_faults(driver), "markup": markup_faults(b"<p><script></b>")}
    return [f"control: {name} finds nothing on a page that is wrong" for name, faults in found.items() if not faults]


def main(folder):
    driver = browser()
    faults, pages = control_faults(driver), 0
    driver.set_window_size(1000, 1400)
    for workspace, paths in [("full", PAGES), ("empty", EMPTY)]:
        with Served(workspace) as address:
            for path in paths:
                name = f"{workspace}-{path.strip('/').replace('/', '_').replace('?', '_') or 'first'}"
                found = page_faults(driver, address, path, folder, name)
                faults += [f"{workspace} {path}: {fault}" for fault in found]
                pages += 1
            if workspace == "full":
                faults += keyboard_faults(driver, address) + weight_faults(address)
                faults += shift_faults(driver, address)
    driver.quit()
    faults += report_faults()
    print("\n".join(faults) or f"{pages} pages in light and dark, without a fault")
    return 1 if faults else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
