extension HelpTexts {
    /// Of `conflicts`.
    static let conflicts = """
        EXAMPLE: cases conflicts acme-seizure

        OVERVIEW: Show where sources contradict each other, and what cannot be right.

        No value is chosen: each is shown with everyone who gives it. Differences that
        difference.explained explains are listed separately.

        USAGE: cases conflicts [<case>] [--as-of <edtf>] [--published-by <edtf>] \
        [--known-at <time|position>] [--db <url>] [--workspace <workspace>] [--quiet] [--verbose] \
        [--json] [--format <format>] [--no-pager] [--color <color>]

        ARGUMENTS:
          <case>                  The case; all of them if omitted.

        WHICH CLOCK:
          --as-of <edtf>          What was true then: a date, or today.
          --published-by <edtf>   What the sources published by then say.
          --known-at <time|position>
                                  What this record said then.

        OPTIONS:
          --db <url>              The database; else CASES_DB, else PG*, else the
                                  private one.
          --workspace <workspace> The workspace; else CASES_WORKSPACE, else cases.
          --quiet                 Print only failures on standard error.
          --verbose               Log statements and retries on standard error.
          --json                  Answer in JSON; the same as --format json.
          --format <format>       Output format. (values: table, json, jsonl, csv, md)
          --no-pager              Do not use a pager.
          --color <color>         When to use colour; see NO_COLOR and CLICOLOR_FORCE.
                                  (values: auto, always, never; default: auto)
          --version               Show the version.
          -h, --help              Show help information.
        """
}
