extension HelpTexts {
    /// Of `search`.
    static let search = """
        EXAMPLE: cases search '"export licence" wafer or chip'

        OVERVIEW: Search events by words: summaries, fields and quoted text.

        Words may stand in any order; "a phrase" is found as it is; or between words
        takes either; -word leaves out what has it; word* finds what begins so, and so
        does a code: 3A09 finds 3A090. Capitals and accents make no difference. Events
        are also found by the names of their actors.

        USAGE: cases search [<options>] <text> ...

        ARGUMENTS:
          <text>                  Words.

        WHICH CLOCK:
          --as-of <edtf>          What was true then: a date, or today.
          --published-by <edtf>   What the sources published by then say.
          --known-at <time|position>
                                  What this record said then.

        OPTIONS:
          --limit <n>             The most events to show. (default: 50)
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
