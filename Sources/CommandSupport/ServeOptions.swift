package import ArgumentParser

/// Where the pages are served, and from which record.
package struct ServeOptions: ParsableArguments {
    @Option(help: "The port; 0 for any that is free.")
    package var port: UInt16 = 8080

    @Option(
        help: ArgumentHelp(
            "The address to listen on; a proxy in front of it adds TLS.", valueName: "ip"))
    package var address = "127.0.0.1"

    @Option(
        name: .customLong("host"),
        help: ArgumentHelp(
            "A host name that requests through a proxy may carry; repeatable.", valueName: "name"))
    package var hosts: [String] = []

    @Option(
        help: ArgumentHelp(
            "Requests a second from each client, ten times as many at once; 0 for no limit.",
            valueName: "n"))
    package var rate: UInt16 = 100

    @Flag(help: "A proxy names the clients, in X-Forwarded-For.")
    package var proxy = false

    @OptionGroup(title: "Where and how")
    package var database: DatabaseOptions

    /// No option given.
    package init() {}

    /// The options as arguments of the program that serves.
    package var arguments: [String] {
        var arguments = ["--port", String(port), "--address", address]
        arguments += hosts.flatMap { ["--host", $0] }
        arguments += ["--rate", String(rate)] + (proxy ? ["--proxy"] : [])
        arguments += database.db.map { ["--db", $0] } ?? []
        arguments += database.workspace.map { ["--workspace", $0] } ?? []
        arguments += database.quiet ? ["--quiet"] : []
        return arguments + (database.verbose ? ["--verbose"] : [])
    }
}
