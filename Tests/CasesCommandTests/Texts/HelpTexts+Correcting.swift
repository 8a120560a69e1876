extension HelpTexts {
    /// Of `correct`.
    static let correct = """
        EXAMPLE: cases correct acme-seizure/seizure --set occurred=2031-04-03 \\
                   --reason misreading --source "gazette-2031-04-02@paragraph 2"

        OVERVIEW: Correct an event; the original stays in the log.

        An event is named CASE/KEY, CASE#VERSION, actor/SLUG/registered, or by id. A
        path is occurred, summary, actors, claims, links or a field of the event's
        type; its value has the form of the field, and null takes the field away. A
        correction can itself be corrected or retracted.

        USAGE: cases correct [<options>] <event> --reason <reason>

        ARGUMENTS:
          <event>                 The event.

        WHO SAYS SO:
          --source <source[@place]>
                                  A source, and the place in it.
          --no-source <reason>    Why there is no source.

        WHERE AND HOW:
          --expect-version <n>    Record only if the event's stream is at this version.
        \(common)

        OPTIONS:
          --set <path=value>      A field and its corrected value.
          --reason <reason>       typo, misreading, source_corrected, new_information,
                                  wrong_identity.
          --note <text>           Further remarks.
          --version               Show the version.
          -h, --help              Show help information.
        """

    /// Of `withdraw`.
    static let withdraw = """
        EXAMPLE: cases withdraw letter-2031-04-10 \\
                   --reason "The minister took the letter back."

        OVERVIEW: Withdraw a source, and list what is no longer supported.

        Listed are the events, claims and links of all cases that no other source
        supports. They stay as they are: correct or retract them. With --dry-run they
        are only listed. To undo a withdrawal, retract it: cases retract
        source/SLUG#VERSION.

        USAGE: cases withdraw <source> --reason <text> [--expect-version <n>] [--id <uuid>] \
        [--db <url>] [--workspace <workspace>] [--quiet] [--verbose] [--by <name>] [--dry-run] \
        [--json]

        ARGUMENTS:
          <source>                The source.

        WHERE AND HOW:
          --expect-version <n>    Record only if the event's stream is at this version.
        \(common)

        OPTIONS:
          --reason <text>         Why it no longer counts.
          --version               Show the version.
          -h, --help              Show help information.
        """

    /// What every command takes that speaks of a recorded event.
    private static let common = """
          --id <uuid>             The id of what is recorded, to send the same again.
          --db <url>              The database; else CASES_DB, else PG*, else the
                                  private one.
          --workspace <workspace> The workspace; else CASES_WORKSPACE, else cases.
          --quiet                 Print only failures on standard error.
          --verbose               Log statements and retries on standard error.
          --by <name>             Who records it; else CASES_BY, else the login name.
          --dry-run               Check everything and show what would be recorded;
                                  record nothing.
          --json                  Answer in JSON.
        """
}
