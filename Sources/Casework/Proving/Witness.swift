import CaseModel
import Foundation
package import Ledger

/// A witness: it cosigns a checkpoint only if that continues the last one that it has cosigned.
///
/// It speaks C2SP tlog-witness. A reader who requires its cosignature cannot be shown a
/// second history.
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
        switch response.status {
        case 200: return .cosigned(response.lines.compactMap { NoteSignature($0) })
        case 409: return .conflict(size: try cosignedSize(response, to: request))
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

    /// The size that the witness has cosigned last, which it tells where the request was based on
    /// another; without a size it has cosigned the same size with another root.
    private func cosignedSize(
        _ response: HTTPExchange, to request: WitnessRequest
    ) throws(CaseworkError) -> UInt64 {
        if response.type == "text/x.tlog.size",
            let size = response.lines.first.flatMap({ UInt64($0) })
        {
            return size
        }
        guard request.proof.oldSize == request.checkpoint.checkpoint.size else {
            throw refusal("answers with a conflict, but with no size", .unreachable)
        }
        throw refusal("has cosigned another root of the same size", .notConsistent)
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

extension HTTPExchange {
    /// The lines of the content.
    fileprivate var lines: [String] {
        String(decoding: body, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
