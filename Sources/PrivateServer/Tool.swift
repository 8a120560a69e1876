import Foundation
import Subprocess
import SystemPackage

/// A command that has exited.
struct Tool {
    /// Its exit status; 128 plus the signal's number if a signal ended it, as in shells.
    let status: Int32
    /// What it wrote to stdout and stderr, without the final line break.
    let output: String

    /// Runs a command without input, in the folder `/`, and waits for it.
    ///
    /// Its environment has only PATH and the locale C: the server outlives this process, should not
    /// inherit its secrets, and would take settings from variables such as PGPORT.
    static func run(_ words: [String], path: String?) async throws(ServerError) -> Tool {
        let tool: Tool
        do {
            let ended = try await Subprocess.run(
                .path("/usr/bin/env"), arguments: Arguments(words),
                environment: .custom(["PATH": path ?? "/usr/bin:/bin", "LC_ALL": "C"]),
                workingDirectory: "/", output: .string(limit: largestOutput),
                error: .combinedWithOutput)
            tool = Tool(
                status: ended.terminationStatus.asShellsCount,
                output: ended.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines))
        } catch {
            throw .cannotRun(tool: words[0], reason: "\(error)")
        }
        guard tool.status != notFound else {
            throw .cannotRun(tool: words[0], reason: "it is not there")
        }
        return tool
    }

    /// The exit status of `env` if the program does not exist.
    private static let notFound: Int32 = 127
    private static let largestOutput = 4 << 20
}

extension TerminationStatus {
    fileprivate var asShellsCount: Int32 {
        switch self {
        case .exited(let code): code
        case .signaled(let signal): 128 + signal
        }
    }
}

/// The account that runs the server: the user of this process, or `postgres` if that is root.
struct Account: Sendable {
    let isRoot: Bool
    let uid: uid_t
    let gid: gid_t

    /// The account for this process.
    static func current() throws(ServerError) -> Account {
        guard geteuid() == 0 else { return Account(isRoot: false, uid: geteuid(), gid: getegid()) }
        guard let entry = getpwnam("postgres")?.pointee else { throw .accountMissing }
        return Account(isRoot: true, uid: entry.pw_uid, gid: entry.pw_gid)
    }

    /// The arguments that run a command as this account, with its rights.
    func command(_ words: [String]) -> [String] {
        isRoot ? ["/usr/sbin/runuser", "-u", "postgres", "--"] + words : words
    }
}
