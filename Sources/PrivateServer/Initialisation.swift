/// The making of the data directory, with the database in it.
enum Initialisation {
    /// Everything happens in a folder of another name, which gets its own name when it is whole: a
    /// start that is cut off leaves nothing that looks like data, and the next one begins anew.
    ///
    /// A script, so that the account touches all files itself and root follows no link of its.
    /// The database is made in single-user mode, before anybody can connect.
    private static let script = """
        rm -rf -- "$2"
        "$1/initdb" --pgdata="$2" --username="$4" --encoding=UTF8 --locale=C --data-checksums \
            --auth=trust --no-instructions
        printf '\\n%s\\n' "listen_addresses = ''  # reached by its Unix socket only" \
            >>"$2/postgresql.conf"
        printf 'CREATE DATABASE %s\\n' "$5" |
            "$1/postgres" --single -c exit_on_error=on -D "$2" template1
        mv -T -- "$2" "$3"
        """

    /// Makes the data directory; a half-made one is thrown away before.
    static func run(_ paths: PrivateServer.Paths, with binaries: Binaries, as account: Account)
        async throws(ServerError)
    {
        guard try await tool(["/usr/bin/test", "-x", paths.home], account).status == 0 else {
            throw .closed(path: paths.home)
        }
        let made = try await tool(
            [
                "/bin/sh", "-ec", script, "initialisation", binaries.folder, paths.unfinished,
                paths.data, PrivateServer.user, PrivateServer.database,
            ], account)
        guard made.status == 0 else {
            let lines = made.output.split(separator: "\n").suffix(5).map(String.init)
            throw .failure(doing: "making \(paths.data)", said: made.output, lines: lines, paths)
        }
    }

    private static func tool(_ words: [String], _ account: Account) async throws(ServerError)
        -> Tool
    {
        try await Tool.run(account.command(words), path: nil)
    }
}
