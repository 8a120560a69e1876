import Foundation

/// A file of events to import: a case file in YAML, or JSON Lines.
package struct InputFile: Sendable {
    /// The format of a file.
    package enum Form: String, CaseIterable, Sendable {
        case yaml
        case jsonLines = "jsonl"
    }

    /// The file's name in messages.
    let name: String
    /// Its format; nil to detect it from the content.
    let form: Form?
    /// Its path; nil for standard input.
    let url: URL?
    /// Whether it can be read twice: pipes cannot.
    let isRereadable: Bool

    init(name: String, form: Form?, url: URL?, isRereadable: Bool = true) {
        (self.name, self.form, self.url) = (name, form, url)
        self.isRereadable = isRereadable && url != nil
    }

    private static let forms: [String: Form] = [
        "yaml": .yaml, "yml": .yaml, "jsonl": .jsonLines,
    ]

    /// The format of a file name extension, case-insensitive; nil if unknown.
    static func form(ofName name: String) -> Form? {
        let lastPart = name.split(separator: "/").last ?? ""
        let parts = lastPart.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count < 2 ? nil : parts.last.flatMap { forms[$0.lowercased()] }
    }

    /// The files for some arguments: `-` is standard input, a folder means the case files below it.
    ///
    /// - Parameters:
    ///   - arguments: Names of files and folders, or `-`.
    ///   - form: The format of named files and standard input; nil to detect it from their names,
    ///     else their content. In folders only the names count.
    /// - Returns: The files in the order of the arguments.
    /// - Throws: An error for a file that cannot be read, and for a folder without case files.
    package static func expand(
        _ arguments: [String], as form: Form? = nil
    ) throws(CaseworkError) -> [InputFile] {
        var files: [InputFile] = []
        for argument in arguments { files += try expand(argument, form) }
        return files
    }

    private static func expand(
        _ argument: String, _ form: Form?
    ) throws(CaseworkError) -> [InputFile] {
        if ["-", "/dev/stdin", "/dev/fd/0"].contains(argument) {
            return [InputFile(name: argument, form: form, url: nil)]
        }
        let kind = FileStatus(of: argument)?.kind
        switch kind {
        case .folder:
            return try InputFolder.files(below: argument)
        case .regular, .pipe:
            return [
                InputFile(
                    name: argument, form: form ?? self.form(ofName: argument),
                    url: URL(fileURLWithPath: argument), isRereadable: kind == .regular)
            ]
        case .socket, .device:
            throw unreadable(
                argument, hint: "it is a socket or a device, not a file; - is standard input")
        case nil:
            throw unreadable(argument, hint: "name a file or folder that is there")
        }
    }

    /// Throws if one of some files cannot be read twice.
    static func checkRereadable(_ files: [InputFile]) throws(CaseworkError) {
        guard let file = files.first(where: { !$0.isRereadable }) else { return }
        let name = file.url == nil ? "standard input" : file.name
        throw CaseworkError(
            .usage, "\(name) cannot be recorded in batches",
            hint: "write it to a file first: it is read twice")
    }

    /// The size in bytes; nil if unknown.
    var size: Int? {
        url.flatMap { try? $0.resourceValues(forKeys: [.fileSizeKey]).fileSize }
    }

    static func unreadable(_ name: String, hint: String) -> CaseworkError {
        CaseworkError(.unreadable, "\(name) cannot be read", hint: hint)
    }
}

extension InputFile {
    func open() throws(CaseworkError) -> FileHandle {
        guard let url else { return .standardInput }
        do {
            return try FileHandle(forReadingFrom: url)
        } catch {
            throw InputFile.unreadable(name, hint: "check its permissions")
        }
    }

    /// Returns what `read` reads from the file; throws if the file cannot be read to its end.
    func reading<Bytes>(_ read: () throws -> Bytes) throws(CaseworkError) -> Bytes {
        do {
            return try read()
        } catch {
            throw InputFile.unreadable(name, hint: "reading it failed: check the file and its disk")
        }
    }
}

/// The case files below a folder: `*.yaml`, `*.yml` and `*.jsonl`, in byte order of their paths.
///
/// Names that begin with a dot are left out. Symbolic links are followed, but each folder is read
/// only once, so that cycles of links terminate.
struct InputFolder {
    private let root: String
    private var found: [(path: String, form: InputFile.Form)] = []
    private var visited: Set<FileStatus.Identity> = []

    private init(_ folder: String) { root = folder.hasSuffix("/") ? folder : folder + "/" }

    /// The files; throws if there are none, or one is not a regular file.
    static func files(below folder: String) throws(CaseworkError) -> [InputFile] {
        var reader = InputFolder(folder)
        try reader.enter("")
        guard !reader.found.isEmpty else {
            throw CaseworkError(
                .unreadable, "\(folder) holds no case file",
                hint: "of a folder *.yaml, *.yml and *.jsonl are read, but no hidden files")
        }
        return reader.found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map {
            let name = reader.root + $0.path
            return InputFile(name: name, form: $0.form, url: URL(fileURLWithPath: name))
        }
    }

    /// Collects the entries of the folder at a path relative to the root: empty, or with a trailing
    /// slash.
    private mutating func enter(_ folder: String) throws(CaseworkError) {
        let path = root + folder
        if let status = FileStatus(of: path) {
            guard visited.insert(status.identity).inserted else { return }
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw InputFile.unreadable(path, hint: "check its permissions")
        }
        let seen = names.filter { !$0.hasPrefix(".") }
        for name in seen.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            try take(folder + name)
        }
    }

    private mutating func take(_ path: String) throws(CaseworkError) {
        let form = InputFile.form(ofName: path)
        guard let status = FileStatus(of: root + path) else {
            guard form != nil else { return }
            throw InputFile.unreadable(root + path, hint: "the link leads nowhere: remove it")
        }
        if status.kind == .folder { return try enter(path + "/") }
        guard let form else { return }
        guard status.kind == .regular else {
            throw InputFile.unreadable(
                root + path,
                hint:
                    "it is a pipe, socket or device, not a file; to read a pipe, name it on its own"
            )
        }
        found.append((path, form))
    }
}
