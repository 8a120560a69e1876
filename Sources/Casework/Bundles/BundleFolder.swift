import Foundation

/// The folder that a bundle is written to.
package struct BundleFolder: Sendable {
    private let folder: URL

    /// The folder at a path.
    package init(_ path: String) { folder = URL(fileURLWithPath: path, isDirectory: true) }

    /// Writes a bundle into a folder that is new or empty.
    ///
    /// - Throws: An error if there are files in it, or one cannot be written.
    package func write(_ files: [(name: String, bytes: [UInt8])]) throws(CaseworkError) {
        let there = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        guard there.isEmpty else {
            throw CaseworkError(
                .cannotWrite, "there are files in \(folder.path)",
                hint: "choose a new folder: there must be no other files in it")
        }
        do {
            for (name, bytes) in files {
                let file = folder.appendingPathComponent(name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: file)
            }
        } catch {
            throw CaseworkError(
                .cannotWrite, "\(folder.path) cannot be written",
                hint: "check its permissions and the room on its disk")
        }
    }
}
