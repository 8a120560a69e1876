import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that a command writes beside its answer, as an option names it.
package struct OutputFile {
    private let path: String

    /// The file at a path.
    package init(_ path: String) { self.path = path }

    /// Writes all of it.
    ///
    /// A regular file is replaced as a whole, so that no reader finds half of it. A device, a pipe or a
    /// link is written to: to replace `/dev/stdout` would take it from every program.
    ///
    /// - Throws: what keeps it from being written.
    package func write(_ text: String) throws {
        var status = stat()
        let isOther = lstat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        guard isOther else {
            return try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        }
        // A link may lead to a file that is not there yet.
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw CocoaError(.fileWriteNoPermission) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }
}
