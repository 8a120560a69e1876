import CaseModel
import Foundation
package import Ledger
import Subprocess
import SystemPackage

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
                hint: "it begins with https://; the witness adds nothing to it but /add-checkpoint")
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
        let response = try await WitnessResponse(
            to: Array("\(request)".utf8), at: address + "/add-checkpoint")
        switch response.status {
        case 200:
            let lines = response.body.split(separator: "\n").map { NoteSignature(String($0)) }
            return .cosigned(lines.compactMap(\.self))
        case 409:
            // Without a size it is the same size with another root.
            guard response.type == "text/x.tlog.size",
                let size = UInt64(response.body.trimmingCharacters(in: .newlines))
            else { throw refusal("has cosigned another root of the same size", .notConsistent) }
            return .conflict(size: size)
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

/// The response of a witness to one request, fetched by `curl`, which knows proxies and certificates.
private struct WitnessResponse {
    let status: Int
    /// Its media type; empty if it has none.
    let type: String
    let body: String

    /// Posts a request and waits for the response, for half a minute at most.
    init(to request: [UInt8], at address: String) async throws(CaseworkError) {
        let words = [
            "curl", "--disable", "--globoff", "--silent", "--show-error", "--max-time", "30",
            "--proto", "=http,https",
            "--data-binary", "@-", "--header", "Content-Type: text/plain",
            "--write-out", "\n%{http_code} %{content_type}", "--url", address,
        ]
        let (end, output, errors): (TerminationStatus, String, String)
        do {
            let ended = try await Subprocess.run(
                .path("/usr/bin/env"), arguments: Arguments(words), input: .array(request),
                output: .string(limit: 1 << 20), error: .string(limit: 1 << 16))
            (end, output, errors) = (
                ended.terminationStatus, ended.standardOutput, ended.standardError
            )
        } catch {
            throw .noWitness(address, "curl cannot be run, or the response is too large")
        }
        guard end != .exited(127) else {
            throw CaseworkError(
                .unreachable, "curl is not installed, which speaks to witnesses",
                hint: "apt-get install curl")
        }
        let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
        let last = lines.last?.split(separator: " ", omittingEmptySubsequences: false) ?? []
        guard end == .exited(0), let status = last.first.flatMap({ Int($0) }) else {
            throw .noWitness(address, errors.split(separator: "\n").first.map(String.init) ?? "")
        }
        self.status = status
        type = last.dropFirst().first.map(String.init) ?? ""
        body = lines.dropLast().joined(separator: "\n")
    }
}

extension CaseworkError {
    fileprivate static func noWitness(_ address: String, _ reason: String) -> CaseworkError {
        CaseworkError(
            .unreachable, "the witness at \(address) cannot be reached: \(reason)",
            hint: "check the address, or ask again later")
    }
}
