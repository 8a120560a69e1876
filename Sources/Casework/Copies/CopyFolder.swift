import Foundation

/// A folder with copies, which only its owner can read if it is made here.
struct CopyFolder: CopyPlace {
    /// Its absolute path.
    let path: String

    /// The folder at a path.
    init(_ path: String) { self.path = URL(fileURLWithPath: path).path }

    var description: String { path }

    func read(_ name: String) throws(CaseworkError) -> [UInt8]? {
        let file = "\(path)/\(name)"
        guard FileManager.default.isRegularFile(atPath: file) else { return nil }
        return FileManager.default.contents(atPath: file).map(Array.init)
    }

    /// It is on disk before this returns: the log will name it.
    func write(_ bytes: [UInt8], to name: String) throws(CaseworkError) {
        let file = "\(path)/\(name)"
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try OutputFile(file).write(Data(bytes))
            try FileHandle(forReadingFrom: URL(fileURLWithPath: file)).synchronize()
        } catch {
            throw CaseworkError(
                .cannotWrite, "the folder of copies, \(path), cannot be written",
                hint: "check its permissions and the room on its disk, or choose another: --copies")
        }
    }
}

extension FileManager {
    /// Whether there is a file with content at a path, or at the end of links from there: no folder,
    /// pipe or device.
    func isRegularFile(atPath path: String) -> Bool {
        let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        return (try? attributesOfItem(atPath: path)[.type]) as? FileAttributeType == .typeRegular
    }
}
