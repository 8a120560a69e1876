import Foundation

/// The case files below a folder: `*.yaml`, `*.yml` and `*.jsonl`, in the byte order of their paths.
///
/// Names that begin with a dot are left out. Symbolic links are followed, and each folder is read
/// once, so that links in a circle come to an end.
struct InputFolder {
    private let root: String
    private var found: [(path: String, form: InputFile.Form)] = []
    private var visited: Set<FileStatus.Identity> = []

    private init(_ folder: String) { root = folder.hasSuffix("/") ? folder : folder + "/" }

    /// The files; throws where there is none, or one that is no file.
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

    /// Takes what stands in the folder at a path below the root: empty, or with a slash at its end.
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
