extension HelpTexts {
    /// Of `rebuild`.
    static let rebuild = """
        EXAMPLE: cases rebuild --check --lock projections.lock

        OVERVIEW: Rebuild the read models from the log, or check them against it.

        They are built beside those that are read, and take their place when they are
        all there. What was left unfinished is taken up again. With --check they are
        brought up to date, then compared with the log row by row. Exit code 1 where
        they differ.

        USAGE: cases rebuild [<options>] [<names> ...]

        ARGUMENTS:
          <names>                 Which read models; all of them where none is named:
                                  see cases projections.

        OPTIONS:
          --check                 Compare the read models with the log.
          --dry-run               Read and fold the whole log; write nothing.
          --workers <n>           How many workers; else one for two processors.
          --lock <file>           Write the digests to a file; with --check, compare
                                  with those in it.
          --report <report>       Report for machines too: junit:FILE, json:FILE or
                                  github.
        \(common)
        """

    /// Of `projections`.
    static let projections = """
        EXAMPLE: cases projections

        OVERVIEW: Show the read models: position, lag, digest and errors.

        A read model that lags is not an error: readers fold what it lacks.

        USAGE: cases projections [--follow] [--db <url>] [--workspace <workspace>] [--quiet] \
        [--verbose] [--json] [--format <format>] [--no-pager] [--color <color>]

        OPTIONS:
          --follow                Keep them up to date until interrupted.
        \(common)
        """

    /// What every command takes that shows something without clocks.
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
