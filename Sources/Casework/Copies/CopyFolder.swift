import CaseModel
import Foundation

/// The folder of stored copies: files named by their SHA-256 in hexadecimal, so that each exists
/// once and cannot be exchanged unseen.
///
/// It is outside the log: what others wrote may have to be removed, or must not be handed on.
package struct CopyFolder: Sendable {
    /// Its absolute path.
    package let path: String

    /// The folder at a path; else `CASES_COPIES`; else `copies` beside the data of the private
    /// server: in `$XDG_DATA_HOME/cases`, by default `~/.local/share/cases`.
    package init(_ path: String?, environment: [String: String]) {
        let given = path ?? environment["CASES_COPIES"].flatMap { $0.isEmpty ? nil : $0 }
        self.path = URL(fileURLWithPath: given ?? CopyFolder.usual(environment)).path
    }

    private static func usual(_ environment: [String: String]) -> String {
        if let folder = environment["XDG_DATA_HOME"], folder.hasPrefix("/") {
            return folder + "/cases/copies"
        }
        return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share/cases/copies"
    }

    /// The path of the copy with a digest.
    func path(of digest: SHA256Text) -> String { path + "/" + digest.text }

    /// The bytes of a copy; nil if it is not there.
    ///
    /// - Throws: An error if they are not those that were stored.
    func bytes(of digest: SHA256Text) throws(CaseworkError) -> [UInt8]? {
        guard let bytes = FileManager.default.contents(atPath: path(of: digest)).map(Array.init)
        else { return nil }
        guard SHA256Text(of: bytes) == digest else {
            throw CaseworkError(
                .unreadable, "\(path(of: digest)) is not the copy that was stored",
                hint: "restore it from a backup, or store the file again: cases source add")
        }
        return bytes
    }

    /// Stores bytes under their digest; a damaged copy is replaced.
    ///
    /// - Returns: Whether they were not there yet.
    func store(_ bytes: [UInt8]) throws(CaseworkError) -> Bool {
        let digest = SHA256Text(of: bytes)
        if let there = try? self.bytes(of: digest), there == bytes { return false }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try OutputFile(self.path(of: digest)).write(Data(bytes))
            try FileHandle(forReadingFrom: URL(fileURLWithPath: self.path(of: digest)))
                .synchronize()
        } catch {
            throw CaseworkError(
                .cannotWrite, "the folder of copies, \(path), cannot be written",
                hint: "check its permissions and the room on its disk, or choose another: --copies")
        }
        return true
    }
}
