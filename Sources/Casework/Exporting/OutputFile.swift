package import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that a command writes in addition to its answer, named by an option.
package struct OutputFile {
    private let path: String

    /// Creates the file at a path.
    package init(_ path: String) { self.path = path }

    /// Writes the whole content.
    ///
    /// A regular file is replaced atomically, so that a reader never finds half of it. A device, a
    /// pipe or a link is written to directly: replacing `/dev/stdout` would take it from every
    /// program.
    ///
    /// - Throws: The error that prevents writing.
    package func write(_ text: String) throws { try write(Data(text.utf8)) }

    /// Writes the whole content, as above.
    package func write(_ bytes: Data) throws {
        var status = stat()
        let isOther = lstat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        guard isOther else {
            return try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
        }
        // A link may point to a file that does not exist yet.
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw CocoaError(.fileWriteNoPermission) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        try handle.write(contentsOf: bytes)
        try handle.close()
    }
}
