import ArgumentParser
import Casework
import CommandSupport
import Ledger

/// `cases log`: proves what the log holds, and signs it.
struct LogCommands: AsyncParsableCommand, Exampled {
    static let example = "cases log prove case/acme-seizure/seizure"

    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Prove what the log holds: checkpoints, inclusion, consistency.",
        discussion: """
            A checkpoint is the size of the log and the root of its tree (RFC 9162), signed. Who has one \
            can check later that no event of it was changed or taken out.
            """,
        subcommands: [
            LogHead.self, LogNewest.self, LogProve.self, LogConsistency.self, LogNewKey.self,
            LogSign.self, LogCosign.self,
        ])
}

/// Options of the commands that read signed checkpoints.
struct CheckpointOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The public key that must have signed, as cases log new-key printed it.",
            valueName: "public-key"))
    var signedBy: String?

    @Option(
        help: ArgumentHelp(
            "The public key of a witness that must have cosigned; repeatable.",
            valueName: "witness-key"))
    var cosignedBy: [String] = []

    @OptionGroup var database: DatabaseOptions

    /// The signed log, opened for reading.
    func open() async throws -> SignedLog {
        let key = try signedBy.map { try LogKeys.verifier($0) }
        let witnesses = try cosignedBy.map { try LogKeys.witness($0) }
        return try await database.choice().open(for: .reading).signedLog(
            key, cosignedBy: witnesses)
    }
}

/// `cases log head`: shows the size and the root of the log.
struct LogHead: AsyncParsableCommand, Exampled {
    static let example = "cases log head"

    static let configuration = CommandConfiguration(
        commandName: "head", abstract: "Show the size of the log and the root of its tree.",
        discussion: "It is computed from the leaves; cases verify recomputes those too.")

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let record = try await database.choice().open(for: .reading)
        let answer = try await LogHeadAnswer(record.tree)
        try Console.answer(
            answer.json, isJSON: json,
            [answer.size == 1 ? "1 event" : "\(answer.size) events", "root \(answer.root)"])
    }
}

/// `cases log checkpoint`: prints the newest signed checkpoint.
struct LogNewest: AsyncParsableCommand, Exampled {
    static let example = "cases log checkpoint --signed-by example.org/cases+3c71a4c3+AXhR…"

    static let configuration = CommandConfiguration(
        commandName: "checkpoint", abstract: "Print the newest signed checkpoint of the log.",
        discussion: """
            It is a signed note (C2SP tlog-checkpoint). Exit code 1 if it is not signed by the key, or \
            does not continue the one that was last seen on this computer.
            """)

    @OptionGroup var options: CheckpointOptions

    func run() async throws {
        try Console.write(text: try await options.open().newest().description)
    }
}

/// `cases log prove`: prints the proof that an event is in the log.
struct LogProve: AsyncParsableCommand, Exampled {
    static let example = "cases log prove case/acme-seizure/seizure > seizure.tlog-proof"

    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Print the proof that an event is in the log.",
        discussion: """
            The proof has the newest checkpoint in it and needs no database to be checked (C2SP \
            tlog-proof). It is of the event's header, which commits to its body: see \
            Docs/proofs.md.
            """)

    @Argument(help: "The event.", completion: .events)
    var event: String

    @OptionGroup var options: CheckpointOptions

    func run() async throws {
        let name = try Named.event(event)
        try Console.write(text: try await options.open().proof(of: name).description)
    }
}

/// `cases log consistency`: prints the proof that the log continues an older checkpoint.
struct LogConsistency: AsyncParsableCommand, Exampled {
    static let example = "cases log consistency old.txt"

    static let configuration = CommandConfiguration(
        commandName: "consistency",
        abstract: "Print the proof that the log continues an older checkpoint.",
        discussion: """
            Exit code 1 if it does not: events were changed or taken out. The proof is what a witness \
            is sent: the old size, the hashes, and the newest checkpoint (C2SP tlog-witness).
            """)

    @Argument(
        help: "A file with a checkpoint that was saved.", completion: .file())
    var old: String

    @OptionGroup var options: CheckpointOptions

    func run() async throws {
        let log = try await options.open()
        let old = try log.checkpoint(inFile: old)
        let (proof, checkpoint) = try await log.continuation(of: old)
        try Console.write(text: WitnessRequest(proof, checkpoint).description)
    }
}

/// `cases log new-key`: makes a key for signing checkpoints.
struct LogNewKey: AsyncParsableCommand, Exampled {
    static let example = "cases log new-key example.org/cases --out cases.key"

    static let configuration = CommandConfiguration(
        commandName: "new-key",
        abstract: "Make a key that signs checkpoints, and print its public key.",
        discussion: """
            The name is that of the log, and stays when the key is replaced. Publish the public key \
            where the database cannot change it.
            """)

    @Argument(help: "The name of the log, like an address: example.org/cases.")
    var name: String

    @Option(help: ArgumentHelp("The file for the private key.", valueName: "file"))
    var out: String

    func run() async throws {
        try Console.write([try LogKeys.make(name, path: out).description])
    }
}
