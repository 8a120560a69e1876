import ArgumentParser
import Casework
import CommandSupport
import Ledger
import Logging
import ServiceLifecycle
import UnixSignals

/// `cases log sign`: signs the log as it is now.
struct LogSign: AsyncParsableCommand, Exampled, LongRunning {
    static let example = "cases log sign --key cases.key --every 30"

    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign a checkpoint of the log as it is now.",
        discussion: """
            It keeps the last one in a file of its own and refuses to sign a log that does not \
            continue it. Let it run as a user of its own, who alone can read the key. With two keys \
            both sign: that is how a key is replaced.
            """)

    @Option(
        name: .customLong("key"),
        help: ArgumentHelp("A file with a private key; repeatable.", valueName: "file"),
        completion: .file())
    var keys: [String] = []

    @Option(
        help: ArgumentHelp(
            "The file with the last checkpoint; else the first key's, with .last added.",
            valueName: "file"),
        completion: .file())
    var state: String?

    @Option(
        help: ArgumentHelp(
            "Sign again whenever events were recorded, checking every so many seconds.",
            valueName: "seconds"))
    var every: Int?

    @Flag(help: "Sign under another name than the newest checkpoint of the log has.")
    var rename = false

    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        guard !keys.isEmpty else { throw ValidationError("--key FILE is needed.") }
        guard every.map({ (1...86_400).contains($0) }) ?? true else {
            throw ValidationError("--every takes a number of seconds from 1 to 86400.")
        }
    }

    func run() async throws {
        let file = SignerState(path: state ?? keys[0] + ".last")
        let signers = try LogKeys.signers(readingFiles: keys)
        let signer = try await database.choice().open(for: .signing).signer(
            signers, file, mayRename: rename)
        guard let every else {
            return try Console.write(text: try await signer.sign().description)
        }
        var logger = Logger.current
        // What the library logs of its own start and end describes its objects, not the record.
        logger.logLevel = .warning
        try await ServiceGroup(
            services: [Signing(signer: signer, interval: .seconds(every))],
            gracefulShutdownSignals: [.sigint, .sigterm], logger: logger
        ).run()
    }
}

/// Signs periodically until shutdown.
private struct Signing: Service {
    let signer: CheckpointSigner
    let interval: Duration

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await signer.run(every: interval) }
    }
}
