"""The exchange formats by the names that `cases export` has for them."""

import bods
import cloud_events
import csv_package
import ftm
import ftm_statements
import jsonld
import stix

# The CSV package comes first: its table of events says what goes into the others.
FORMATS = {"csv": csv_package, "cloudevents": cloud_events, "ftm": ftm, "ftm-statements": ftm_statements,
           "stix": stix, "bods": bods, "jsonld": jsonld}
# These have no room for all that an event says; the others carry it whole.
PARTIAL = {"ftm", "ftm-statements", "bods"}
FILES = {"csv": "datapackage.json", "ftm-statements": "statements.csv"}
