extension HelpTexts {
    /// Of `why`.
    static let why = """
        EXAMPLE: cases why acme-seizure measures.acme-export-halt.status

        OVERVIEW: Show the events, claims, corrections and links behind a value.

        A field is named as cases show --json has it: title, status, last_event,
        measures.SLUG.status, controls.ASSET, roles.PERSON, listings.LIST.PARTY,
        ownership.ASSET. KEY is an event of the case, KEY.occurred or KEY.data.NAME a
        field of it.

        USAGE: cases why [<options>] <case> <field>

        ARGUMENTS:
          <case>                  The case.
          <field>                 The field.

        \(clocks)

        OPTIONS:
        \(common)
        """

    /// Of `diff`.
    static let diff = """
        EXAMPLE: cases diff acme-seizure --from 2031-04-05 --to 2031-04-30

        OVERVIEW: Show what changed in a case between two points in time, and why.

        By the clock recorded an instant is a position or a time, as --known-at takes
        it; by occurred and published it is a date, as --as-of and --published-by take
        it. The other clocks can be asked as ever.

        USAGE: cases diff [<options>] <case> --from <edtf|time|position> \
        --to <edtf|time|position>

        ARGUMENTS:
          <case>                  The case.

        \(clocks)

        OPTIONS:
          --from <edtf|time|position>
                                  The first instant.
          --to <edtf|time|position>
                                  The second instant.
          --clock <clock>         The clock of the two instants. (values: occurred,
                                  published, recorded; default: recorded)
        \(common)
        """

    /// Of `sources`.
    static let sources = """
        EXAMPLE: cases sources gazette-2031-04-02

        OVERVIEW: List the sources, or what depends on one of them.

        Events, claims on single fields, and links rest on the sources that say so. A
        source that retells another is no other source.

        USAGE: cases sources [<source>] \(usage)

        ARGUMENTS:
          <source>                The source; all of them if omitted.

        \(clocks)

        OPTIONS:
        \(common)
        """

    private static let usage = """
        [--as-of <edtf>] [--published-by <edtf>] [--known-at <time|position>] [--db <url>] \
        [--workspace <workspace>] [--quiet] [--verbose] [--json] [--format <format>] [--no-pager] \
        [--color <color>]
        """

    private static let clocks = """
        WHICH CLOCK:
          --as-of <edtf>          What was true then: a date, or today.
          --published-by <edtf>   What the sources published by then say.
          --known-at <time|position>
                                  What this record said then.
        """

    /// What every reading command takes.
    private static let common = """
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
