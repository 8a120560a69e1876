import CaseModel
import Foundation
package import Ledger

/// A witness: it cosigns a checkpoint only if that continues the last one that it has cosigned.
///
/// It speaks C2SP tlog-witness. Who requires its cosignature cannot be shown a second history.
package struct Witness: Sendable {
    /// Its submission prefix, an address that begins with `http://` or `https://`.
    package let address: String
    /// Its public key.
    package let key: VerifierKey

    /// A witness with its key.
    ///
    /// - Throws: An error if the address or the key is of another form.
    package init(address: String, key: String) throws(CaseworkError) {
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
            throw CaseworkError(
                .usage, "\(quoted(address)) is not the address of a witness",
                hint: "it begins with https:// or http://; /add-checkpoint is added to it")
        }
        self.address = address.last == "/" ? String(address.dropLast()) : address
        self.key = try LogKeys.witness(key)
    }

    /// What a witness answers to a request.
    enum Answer: Equatable, Sendable {
        /// Its signature lines.
        case cosigned([NoteSignature])
        /// It has cosigned a checkpoint of another size than the one that the request is based on.
        case conflict(size: UInt64)
    }

    /// Sends a request.
    ///
    /// - Throws: An error that says why the witness cosigns nothing.
    func ask(_ request: WitnessRequest) async throws(CaseworkError) -> Answer {
        let response = try await HTTPExchange.send(
            .post, to: address + "/add-checkpoint", body: Array("\(request)".utf8),
            settings: [("header", "Content-Type: text/plain")], seconds: 30)
        let body = String(decoding: response.body, as: UTF8.self)
        switch response.status {
        case 200:
            let lines = body.split(separator: "\n").map { NoteSignature(String($0)) }
            return .cosigned(lines.compactMap(\.self))
        case 409:
            if response.type == "text/x.tlog.size",
                let size = UInt64(body.trimmingCharacters(in: .newlines))
            {
                return .conflict(size: size)
            }
            // Without a size it is the same size with another root.
            guard request.proof.oldSize == request.checkpoint.checkpoint.size else {
                throw refusal("answers with a conflict, but with no size", .unreachable)
            }
            throw refusal("has cosigned another root of the same size", .notConsistent)
        case 422:
            throw refusal("says that the log does not continue what it cosigned", .notConsistent)
        case 403: throw refusal("does not trust the key that signed the checkpoint", .notPermitted)
        case 404:
            throw refusal(
                "does not know the log \(request.checkpoint.checkpoint.origin)", .notFound)
        case 500...: throw refusal("answers with status \(response.status)", .tryAgain)
        default: throw refusal("answers with status \(response.status)", .unreachable)
        }
    }

    private func refusal(_ reason: String, _ code: CaseworkError.Code) -> CaseworkError {
        let hint =
            switch code {
            case .notConsistent: "compare with a saved checkpoint: cases verify --checkpoint FILE"
            case .notPermitted, .notFound: "give its operator the public key of the log"
            case .tryAgain: "ask again later"
            default: "check the address"
            }
        return CaseworkError(code, "the witness at \(address) \(reason)", hint: hint)
    }
}
