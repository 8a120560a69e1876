import Foundation
import Ledger

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file in which a signer keeps the last checkpoint that it signed.
package struct SignerState: Sendable {
    /// Where the file is.
    package let path: String

    /// The file at a path; it need not exist yet.
    package init(path: String) { self.path = path }

    /// The last checkpoint; nil if there is no file yet.
    ///
    /// - Throws: An error if the file cannot be read: it is then unknown what was signed.
    func last() throws(CaseworkError) -> LogCheckpoint? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path),
            let checkpoint = SignedCheckpoint(Array(data))
        else {
            throw CaseworkError(
                .unreadable, "\(path) is not the last checkpoint of a signer",
                hint: "without it nothing is signed: restore it, or begin with a new key")
        }
        return checkpoint.checkpoint
    }

    /// Replaces the file, and returns when it is on disk.
    func write(_ checkpoint: SignedCheckpoint) throws(CaseworkError) {
        let new = path + ".new"
        do {
            try SecretFile.write("\(checkpoint)", to: new, replacing: true)
            guard rename(new, path) == 0 else { throw SecretFile.Failure() }
            try SecretFile.flush(folderOf: path)
        } catch {
            throw CaseworkError(
                .cannotWrite, "\(path) cannot be written; nothing was published",
                hint: "check its folder and its permissions")
        }
    }

    /// Runs `work` while no other process signs with this file; a process that ends frees it.
    func whileLocked<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        try await FileLock(path: path + ".lock").whileHeld(
            unmade: CaseworkError(
                .cannotWrite, "\(path).lock cannot be made",
                hint: "check the folder of the key, or choose another one: --state FILE"),
            taken: CaseworkError(
                .tryAgain, "another process signs with \(path)", hint: "one signer is enough"), work
        )
    }
}

/// Files that only their owner may read.
enum SecretFile {
    /// Something could not be written.
    struct Failure: Error {}

    /// Writes a file with the permissions 0600 and returns when it is on disk.
    ///
    /// - Throws: `Failure`, also if the file exists and is not to be replaced.
    static func write(_ text: String, to path: String, replacing: Bool) throws(Failure) {
        let mode = replacing ? O_TRUNC : O_EXCL
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | mode, 0o600)
        guard file >= 0 else { throw Failure() }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try handle.synchronize()
            try handle.close()
        } catch { throw Failure() }
    }

    /// Returns when the entry of a file in its folder is on disk.
    static func flush(folderOf path: String) throws(Failure) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw Failure() }
        defer { close(file) }
        guard fsync(file) == 0 else { throw Failure() }
    }
}
