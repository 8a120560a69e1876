/// The help texts as they are to stand.
enum HelpTexts {
    /// Of the program.
    static let cases = """
        EXAMPLE: cases timeline nexperia-seizure

        OVERVIEW: Records disputes between states over technology: who did what to
        whom, when, in response to what, and according to which source.

        USAGE: cases <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        RECORD SUBCOMMANDS:
          add-event               Record one event of a case.
          add-actor               Register an actor: a state, agency, court, company,
                                  person …
          add-source              Record a source: a document, article or notice.
          source                  Store copies of sources, and check what is quoted
                                  from them.
          open                    Open a case.
          close                   Close a case.
          correct                 Correct an event; the original stays in the log.
          retract                 Retract an event; it stays in the log but no longer
                                  counts.
          withdraw                Withdraw a source, and list what is no longer
                                  supported.
          new                     Print a case file to fill in.
          import                  Import case files (YAML) and events (JSON Lines), all
                                  or nothing.
          import-list             Record who is on a list, from a published file;
                                  absence is no delisting.

        READ SUBCOMMANDS:
          list                    List the cases.
          show                    Show the current state of a case, or one event in
                                  full.
          timeline                Show events in the order in which they happened.
          chain                   Show the chain of actions and responses around an
                                  event or a case.
          conflicts               Show where sources contradict each other, and what
                                  cannot be right.
          search                  Search events by words: summaries, fields and quoted
                                  text.
          why                     Show the events, claims, corrections and links behind
                                  a value.
          diff                    Show what changed in a case between two points in
                                  time, and why.
          sources                 List the sources, or what depends on one of them.
          measures                List the measures and their status, or show one.
          actors                  List the actors with their names, roles and cases, or
                                  show one.
          trace                   Follow goods from hand to hand, and remote access to
                                  them.
          due                     List what runs out or is due soon, in all cases.
          answers                 Show who answers whom, how often and how fast.
          types                   List the event types, or describe one with its fields
                                  and an example.
          schema                  Print the JSON Schema of case files, or of a line of
                                  JSON Lines.
          export                  Export the record, or cases, for import and for other
                                  tools.
          follow                  Print what is recorded, as it is recorded; tell
                                  others of it.
          report                  Write a report on a case as one file, or as a bundle
                                  with proofs.
          publish                 Write the record as pages for any web host.
          serve                   Serve the record as pages in a browser.

        MAINTENANCE SUBCOMMANDS:
          verify                  Verify the log: recompute every digest, header, leaf
                                  and the root.
          log                     Prove what the log holds: checkpoints, inclusion,
                                  consistency.
          rebuild                 Rebuild the read models from the log, or check them
                                  against it.
          projections             Show the read models: position, lag, digest and
                                  errors.
          doctor                  Check the server, the schema and the log, and say
                                  what to do.
          db                      Start, stop and migrate the database.
          token                   Let programs record by the API of cases serve.
          erase                   Erase what an event says, where a law requires it; it
                                  cannot be undone.
          completion              Print a completion script for bash, zsh or fish.

          See 'cases help <subcommand>' for detailed help.
        """

    /// Of `add-event`.
    static let addEvent = """
        EXAMPLE: cases add-event acme-seizure control.taken --key seizure \\
                   --occurred 2031-04-02 --actor nl-economy-ministry --target acme \\
                   --summary "The ministry takes control of Acme." --set asset=acme \\
                   --source "gazette-2031-04-02@paragraph 2"

        OVERVIEW: Record one event of a case.

        Types and their fields: cases types. Dates are EDTF (ISO 8601-2): 2031-04-02,
        2031-04, 2031-04~, '[2031-04-02..2031-04-12]'. The same event sent twice is
        recorded once.

        USAGE: cases add-event [<options>] <case> <type>

        ARGUMENTS:
          <case>                  The case.
          <type>                  The type: see cases types.

        WHAT HAPPENED:
          --occurred <edtf>       When it happened.
          --undated               No source gives a date.
          --summary <text>        One sentence in your own words.
          --key <slug>            The key that names the event in its case.
          --actor <actor>         Who acted.
          --target <actor>        Whom it was aimed at.
          --role <role=actor>     Another participant and its role.
          --data <json>           The fields of the type, as JSON.
          --set <field=value>     One field of the type.

        WHO SAYS SO:
          --source <source[@place]>
                                  A source, and the place in it.
          --no-source <reason>    Why there is no source.

        IN ANSWER TO WHAT:
          --retaliates-for <event>
                                  The event that it retaliates for.
          --responds-to <event>   The event that it responds to.
          --link <relation=event> Any relation to an earlier event.
          --basis <basis>         explicit, inferred or temporal; else inferred
                                  (follows: temporal).
          --likelihood <term>     An ICD-203 term: unlikely, likely, very_likely …

        WHERE AND HOW:
          --db <url>              The database; else CASES_DB, else PG*, else the
                                  private one.
          --workspace <workspace> The workspace; else CASES_WORKSPACE, else cases.
          --quiet                 Print only failures on standard error.
          --verbose               Log statements and retries on standard error.
          --by <name>             Who records it; else CASES_BY, else the login name.
          --dry-run               Check everything and show what would be recorded;
                                  record nothing.
          --json                  Answer in JSON.

        OPTIONS:
          --expect-version <n>    Record only if the case is at this version; 0: not
                                  there yet.
          --id <uuid>             The event's id, to send the same event again.
          --version               Show the version.
          -h, --help              Show help information.
        """

    /// Of `import`.
    static let `import` = """
        EXAMPLE: cases import Fixtures

        OVERVIEW: Import case files (YAML) and events (JSON Lines), all or nothing.

        Of a folder it takes every *.yaml, *.yml and *.jsonl below it that is not
        hidden; - is standard input. What is recorded already is recognised and not
        recorded again. With --as-corrections an event that reads otherwise in a file
        is shown and corrected.

        USAGE: cases import <files> ... [--format <format>] [--batch <n>] \
        [--as-corrections] [--reason <reason>] [--db <url>] [--workspace <workspace>] [--quiet] [--verbose] [--by <name>] [--dry-run] \
        [--json]

        ARGUMENTS:
          <files>                 Files and folders, or -.

        WHERE AND HOW:
          --db <url>              The database; else CASES_DB, else PG*, else the
                                  private one.
          --workspace <workspace> The workspace; else CASES_WORKSPACE, else cases.
          --quiet                 Print only failures on standard error.
          --verbose               Log statements and retries on standard error.
          --by <name>             Who records it; else CASES_BY, else the login name.
          --dry-run               Check everything and show what would be recorded;
                                  record nothing.
          --json                  Answer in JSON.

        OPTIONS:
          --format <format>       How to read them; else the name says it, else the
                                  first line. (values: yaml, jsonl)
          --batch <n>             Record so many events at a time, for large inputs.
          --as-corrections        Record differences from the record as corrections.
          --reason <reason>       Why: typo, misreading, source_corrected,
                                  new_information, wrong_identity.
          --version               Show the version.
          -h, --help              Show help information.
        """

    /// Of `timeline`.
    static let timeline = """
        EXAMPLE: cases timeline acme-seizure --during 2031

        OVERVIEW: Show events in the order in which they happened.

        Dates are as precise as their sources; undated events come last.

        USAGE: cases timeline [<options>] [<cases> ...]

        ARGUMENTS:
          <cases>                 The cases; all of them if omitted.

        WHICH CLOCK:
          --as-of <edtf>          What was true then: a date, or today.
          --published-by <edtf>   What the sources published by then say.
          --known-at <time|position>
                                  What this record said then.

        OPTIONS:
          --actor <actor>         Only what this actor, by slug or name, took part in.
          --type <type>           Only this type of event.
          --during <edtf>         Only what may have happened then.
          --tag <tag>             Only what is tagged so, or is in a case tagged so.
          --all                   Include retracted events, marked as such.
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

    /// Of `chain`.
    static let chain = """
        EXAMPLE: cases chain acme-seizure/seizure

        OVERVIEW: Show the chain of actions and responses around an event or a case.

        Each link is a claim: it names who asserts it, on what basis, and who denies it.

        USAGE: cases chain <case|event> [--format <format>] [--json] [--no-pager] \
        [--color <color>] [--as-of <edtf>] \
        [--published-by <edtf>] [--known-at <time|position>] [--db <url>] [--workspace <workspace>] \
        [--quiet] [--verbose]

        ARGUMENTS:
          <case|event>            The case or event.

        WHICH CLOCK:
          --as-of <edtf>          What was true then: a date, or today.
          --published-by <edtf>   What the sources published by then say.
          --known-at <time|position>
                                  What this record said then.

        OPTIONS:
          --format <format>       Output format. (values: tree, json, dot, mermaid)
          --json                  The same as --format json.
          --no-pager              Do not use a pager.
          --color <color>         When to use colour; see NO_COLOR and CLICOLOR_FORCE.
                                  (values: auto, always, never; default: auto)
          --db <url>              The database; else CASES_DB, else PG*, else the
                                  private one.
          --workspace <workspace> The workspace; else CASES_WORKSPACE, else cases.
          --quiet                 Print only failures on standard error.
          --verbose               Log statements and retries on standard error.
          --version               Show the version.
          -h, --help              Show help information.
        """

    /// Of `db`.
    static let database = """
        EXAMPLE: cases db status

        OVERVIEW: Start, stop and migrate the database.

        USAGE: cases db <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          start                   Start the private PostgreSQL; made on first use.
          stop                    Stop the private PostgreSQL; its data stay.
          status                  Say whether the private PostgreSQL runs, and where.
          url                     Print the private PostgreSQL's connection URI.
          migrate                 Make the workspace, or bring it up to date.
          forget                  Forget on this computer where the log ended.

          See 'cases help db <subcommand>' for detailed help.
        """
}
