import CaseModel
import Foundation
package import Ledger

/// The files and texts of the keys of a log.
package enum LogKeys {
    /// Makes a key and writes it to a new file that only its owner may read.
    ///
    /// - Parameters:
    ///   - name: the name of the log, as in `example.org/cases`.
    ///   - path: where to write it; never over another file.
    /// - Returns: The public key.
    /// - Throws: An error if the name cannot be one, or the file exists or cannot be written.
    package static func make(_ name: String, path: String) throws(CaseworkError) -> VerifierKey {
        guard let keyName = KeyName(name) else {
            throw CaseworkError(
                .usage, "\(quoted(name)) cannot name a log",
                hint:
                    "write it like an address without https://, as in example.org/cases: no space, no +"
            )
        }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CaseworkError(
                .cannotWrite, "\(path) exists already",
                hint: "choose a new file: a key is never written over another file")
        }
        let key = SignerKey(name: keyName)
        do {
            try SecretFile.write(key.secretText + "\n", to: path, replacing: false)
        } catch {
            throw CaseworkError(
                .cannotWrite, "\(path) cannot be made",
                hint:
                    "choose a new file in a folder of yours: a key is never written over another file"
            )
        }
        return key.verifier
    }

    /// Reads the private keys in files; all must be of one log.
    package static func signers(readingFiles paths: [String]) throws(CaseworkError) -> [SignerKey] {
        var keys: [SignerKey] = []
        for path in paths {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw CaseworkError(
                    .unreadable, "\(path) cannot be read",
                    hint: "cases log new-key NAME --out FILE makes a key")
            }
            let text = String(decoding: data, as: UTF8.self)
            guard let key = SignerKey(text.trimmingCharacters(in: .newlines)) else {
                throw CaseworkError(
                    .usage, "\(path) is not a private key for checkpoints",
                    hint: "cases log new-key NAME --out FILE makes one")
            }
            keys.append(key)
        }
        guard Set(keys.map(\.name)).count == 1 else {
            throw CaseworkError(
                .usage, "the keys are of different logs",
                hint: "the old and the new key of a log have the same name")
        }
        return keys
    }

    /// Parses a public key.
    package static func verifier(_ text: String) throws(CaseworkError) -> VerifierKey {
        guard let key = VerifierKey(text), key.type == .ed25519 else {
            throw CaseworkError(
                .usage, "\(quoted(text)) is not a public key of a log",
                hint: "cases log new-key prints it, as NAME+ID+KEY")
        }
        return key
    }

    /// Parses the public key of a witness.
    package static func witness(_ text: String) throws(CaseworkError) -> VerifierKey {
        guard let key = VerifierKey(text), key.type == .cosignature else {
            throw CaseworkError(
                .usage, "\(quoted(text)) is not a public key of a witness",
                hint: "its operator publishes it, as NAME+ID+KEY (C2SP tlog-cosignature)")
        }
        return key
    }
}
