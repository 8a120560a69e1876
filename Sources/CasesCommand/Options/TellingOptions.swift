import ArgumentParser
import Casework
import CommandSupport
import Foundation

/// The receivers of what is recorded, and the file that keeps how far it is.
struct TellingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Keep in this file how far it is, and go on there.", valueName: "file"),
        completion: .file())
    var subscription: String?

    @Flag(help: "List the events that were put aside for this subscription, and end.")
    var dead = false

    @Option(
        help: ArgumentHelp(
            "Run this for each event, which it reads from standard input.", valueName: "command"))
    var exec: [String] = []

    @Option(
        help: ArgumentHelp("Send each event to this address by POST, signed.", valueName: "url"))
    var webhook: [String] = []

    @Option(
        help: ArgumentHelp(
            "The file with the secret of the webhooks: whsec_ and base64.", valueName: "file"),
        completion: .file())
    var secretFile: String?

    @Option(
        help: ArgumentHelp(
            "Try an event this long, then put it aside.", valueName: "seconds"))
    var patience = 3_600
}

extension TellingOptions {
    /// The subscription; nil if none is kept.
    var saved: Subscription? { subscription.map { Subscription(file: $0) } }

    /// Refuses options that do not fit each other.
    func check() throws {
        guard !dead || subscription != nil else {
            throw ValidationError("--dead belongs to a --subscription.")
        }
        guard webhook.isEmpty == (secretFile == nil) else {
            throw ValidationError("--webhook and --secret-file go together.")
        }
        guard webhook.allSatisfy({ $0.hasPrefix("https://") || $0.hasPrefix("http://") }) else {
            throw ValidationError("--webhook takes an address: https://example.org/hook.")
        }
        guard (0...86_400).contains(patience) else {
            throw ValidationError("--patience takes seconds, at most a day: 86400.")
        }
    }

    /// The delivery to all receivers; nil if there are none.
    func delivery(_ subscription: Subscription?) throws -> Delivery? {
        let secret = try secretFile.map(TellingOptions.secret) ?? []
        let receivers =
            exec.map { Receiver.command($0) }
            + webhook.map { Receiver.webhook(address: $0, secret: secret) }
        guard !receivers.isEmpty else { return nil }
        return Delivery(to: receivers, subscription, patience: .seconds(patience))
    }

    /// The secret in a file, in the notation of Standard Webhooks.
    private static func secret(in file: String) throws -> [UInt8] {
        let mark = "whsec_"
        let text = FileManager.default.contents(atPath: file).map {
            String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        guard let text, text.hasPrefix(mark),
            let bytes = Data(base64Encoded: String(text.dropFirst(mark.count))),
            (24...64).contains(bytes.count)
        else {
            throw CaseworkError(
                .unreadable, "\(file) holds no secret of a webhook",
                hint: "write whsec_ and 24 to 64 random bytes in base64: "
                    + "echo whsec_$(openssl rand -base64 32) > \(file)")
        }
        return Array(bytes)
    }
}
