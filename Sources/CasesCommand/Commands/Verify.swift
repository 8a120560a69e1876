import ArgumentParser
import Casework
import CommandSupport
import Foundation
import Ledger

/// `cases verify`: verifies that the log is as it was recorded.
struct Verify: AsyncParsableCommand, Exampled, LongRunning {
    static let example = "cases verify --checkpoint saved.txt"

    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify the log: recompute every digest, header, leaf and the root.",
        discussion: """
            Exit code 1 if something was changed. The root is RFC 9162's. The log must continue the \
            checkpoints that are given and the one that was last seen on this computer; without any, a \
            log that was rewritten as a whole cannot be told from the true one.
            """)

    @Option(
        name: .customLong("checkpoint"),
        help: ArgumentHelp(
            "A file with a checkpoint that the log must continue; repeatable.", valueName: "file"),
        completion: .file())
    var checkpoints: [String] = []

    @Option(
        help: ArgumentHelp(
            "Check a bundle of cases report instead, without a database.", valueName: "dir"),
        completion: .directory)
    var bundle: String?

    @Option(
        help: ArgumentHelp(
            "The public key that must have signed the checkpoints.", valueName: "public-key"))
    var signedBy: String?

    @Option(
        help: ArgumentHelp(
            "The public key of a witness that must have cosigned them; repeatable.",
            valueName: "witness-key"))
    var cosignedBy: [String] = []

    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        guard signedBy == nil || !checkpoints.isEmpty || bundle != nil else {
            throw ValidationError("--signed-by needs --checkpoint or --bundle.")
        }
        guard cosignedBy.isEmpty || !checkpoints.isEmpty else {
            throw ValidationError("--cosigned-by needs --checkpoint.")
        }
        guard bundle == nil || (signedBy != nil && checkpoints.isEmpty) else {
            throw ValidationError("--bundle needs --signed-by, and takes no --checkpoint.")
        }
    }

    func run() async throws {
        if let bundle, let signedBy { return try verify(bundle, signedBy: signedBy) }
        let record = try await reading.database.choice().open(for: .reading)
        let progress = ProgressLog(unit: "events verified")
        let signed = record.signedLog(
            try signedBy.map { try LogKeys.verifier($0) },
            cosignedBy: try cosignedBy.map { try LogKeys.witness($0) })
        var known = Set(try checkpoints.map { try signed.checkpoint(inFile: $0).checkpoint })
        if let remembered = signed.remembered { known.insert(remembered) }
        let answer = VerdictAnswer(
            try await record.verifier.verify(against: Array(known), progress: progress))
        try reading.show(answer)
        guard answer.verdict.holds else { throw ExitCode(1) }
    }

    private func verify(_ bundle: String, signedBy key: String) throws {
        guard FileManager.default.fileExists(atPath: bundle) else {
            throw CaseworkError(
                .unreadable, "there is no folder \(bundle)",
                hint: "cases report CASE --bundle DIR makes a bundle")
        }
        let found = BundleVerification(of: bundle, signedBy: try LogKeys.verifier(key))
        try Console.answer(found.json, isJSON: reading.json, found.lines)
        guard found.problems.isEmpty else { throw ExitCode(1) }
    }
}
