import CaseModel
import Foundation

/// Where copies of sources are stored, each under its SHA-256 in hexadecimal, so that each exists
/// once and cannot be exchanged unseen.
///
/// It is outside the log: what others wrote may have to be removed, or must not be handed on.
package struct CopyStore: Sendable {
    private let place: any CopyPlace

    /// The store named by an option; else `CASES_COPIES`; else the folder `copies` beside the data of
    /// the private server: in `$XDG_DATA_HOME/cases`, by default `~/.local/share/cases`.
    ///
    /// - Throws: An error if it is a bucket, and there are no credentials for it.
    package init(_ name: String?, environment: [String: String]) throws(CaseworkError) {
        let given = name ?? environment["CASES_COPIES"].flatMap { $0.isEmpty ? nil : $0 }
        let path = given ?? CopyStore.usualFolder(environment)
        place =
            path.hasPrefix(CopyBucket.scheme)
            ? try CopyBucket(path, environment: environment) : CopyFolder(path)
    }

    private static func usualFolder(_ environment: [String: String]) -> String {
        if let folder = environment["XDG_DATA_HOME"], folder.hasPrefix("/") {
            return folder + "/cases/copies"
        }
        return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share/cases/copies"
    }

    /// Where it is, for messages.
    package var description: String { place.description }

    /// Where a copy is, for messages.
    func place(of digest: SHA256Text) -> String { "\(place.description)/\(digest.text)" }

    /// The bytes of a copy; nil if it is not there.
    ///
    /// - Throws: An error if they are not those that were stored, or the store cannot be reached.
    func bytes(of digest: SHA256Text) async throws(CaseworkError) -> [UInt8]? {
        guard let bytes = try await place.read(digest.text) else { return nil }
        guard SHA256Text(of: bytes) == digest else {
            throw CaseworkError(
                .notConsistent, "\(place(of: digest)) is not the copy that was stored",
                hint: "restore it from a backup, or store the file again: cases source add")
        }
        return bytes
    }

    /// Stores bytes under their digest; a damaged copy is replaced.
    ///
    /// - Returns: Whether they were not there yet.
    func store(_ bytes: [UInt8]) async throws(CaseworkError) -> Bool {
        let name = SHA256Text(of: bytes).text
        guard try await place.read(name) != bytes else { return false }
        try await place.write(bytes, to: name)
        return true
    }
}

/// A place that has bytes under names.
protocol CopyPlace: Sendable {
    /// Where it is, for messages.
    var description: String { get }

    /// The bytes under a name; nil if there are none.
    func read(_ name: String) async throws(CaseworkError) -> [UInt8]?

    /// Puts bytes under a name, in place of those that are there.
    func write(_ bytes: [UInt8], to name: String) async throws(CaseworkError)
}
