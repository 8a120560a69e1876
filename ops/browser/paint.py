"""The largest contentful paint of the page of a case of 500 events in chromium, over a slow 4G network.

    paint.py ROUNDS        prints the times in milliseconds, and the one in the middle
"""
import statistics
import sys

from chromium import Served, browser

#: What Lighthouse calls slow 4G: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}


def painted(driver, address):
    driver.get("about:blank")
    driver.get(address + "/cases/long-dispute/")
    return driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))"
        ".observe({type: 'largest-contentful-paint', buffered: true});")


def main(rounds):
    driver = browser()
    driver.set_window_size(1000, 1400)
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})
    with Served("full") as address:
        # The first one starts the server's session and the browser's own caches of fonts.
        painted(driver, address)
        driver.execute_cdp_cmd("Network.emulateNetworkConditions", SLOW_4G)
        times = [painted(driver, address) for _ in range(rounds)]
    driver.quit()
    print("largest contentful paint in ms:", *(round(time) for time in times))
    print("middle:", round(statistics.median(times)))


main(int(sys.argv[1]))
