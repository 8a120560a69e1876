import ArgumentParser
import Casework
import CommandSupport
import Ledger

/// `cases log cosign`: has a witness cosign the newest checkpoint.
struct LogCosign: AsyncParsableCommand, Exampled {
    static let example = """
        cases log cosign https://witness.example \\
                   --witness-key witness.example+96a2c3d1+BG4v…
        """

    static let configuration = CommandConfiguration(
        commandName: "cosign",
        abstract: "Have a witness cosign the newest checkpoint, and print it.",
        discussion: """
            A witness is a server run by another party. It cosigns a checkpoint only if it continues \
            the last one that it has cosigned (C2SP tlog-witness). The cosigned checkpoint becomes the newest \
            one. Run it after cases log sign, with the role cases_signer. Exit code 1 if the witness \
            says that the log does not continue what it knows.
            """)

    @Argument(help: "The address of the witness: its submission prefix.")
    var address: String

    @Option(
        help: ArgumentHelp(
            "The public key of the witness, as its operator publishes it.",
            valueName: "witness-key"))
    var witnessKey: String

    @Option(
        help: ArgumentHelp(
            "The public key of the log that must have signed.", valueName: "public-key"))
    var signedBy: String?

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let witness = try Witness(address: address, key: witnessKey)
        let key = try signedBy.map { try LogKeys.verifier($0) }
        let record = try await database.choice().open(for: .signing)
        try Console.write(text: try await record.signedLog(key).cosign(by: witness).description)
    }
}
