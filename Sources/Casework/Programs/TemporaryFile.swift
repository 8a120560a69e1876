import Foundation

/// A file that only this user can read, for a program that reads files; its maker removes it.
struct TemporaryFile: Sendable {
    /// Its absolute path.
    let path: String

    /// A new file with these bytes.
    init(_ bytes: [UInt8]) throws(CaseworkError) {
        path =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("cases-\(UUID().uuidString)").path
        let isMade = FileManager.default.createFile(
            atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        guard isMade else {
            throw CaseworkError(
                .cannotWrite, "\(path) cannot be made",
                hint: "check the room on its disk, or set TMPDIR to another folder")
        }
    }

    /// Removes it.
    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
