import Foundation

/// A file of events to import: a case file in YAML, or JSON Lines.
package struct InputFile: Sendable {
    /// How a file is read.
    enum Form {
        case yaml, jsonLines
    }

    /// The file as it is named in messages.
    let name: String
    let form: Form
    let url: URL?

    private static let forms: [String: Form] = [
        "yaml": .yaml, "yml": .yaml, "jsonl": .jsonLines,
    ]

    /// The files that some arguments mean: `-` is standard input (JSON Lines), a folder stands for
    /// every `*.yaml`, `*.yml` and `*.jsonl` below it, in the byte order of their paths.
    package static func expand(_ arguments: [String]) throws(CaseworkError) -> [InputFile] {
        var files: [InputFile] = []
        for argument in arguments { files += try expand(argument) }
        return files
    }

    private static func expand(_ argument: String) throws(CaseworkError) -> [InputFile] {
        if argument == "-" { return [InputFile(name: "-", form: .jsonLines, url: nil)] }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) else {
            throw unreadable(argument, hint: "name a file or folder that is there")
        }
        if isFolder.boolValue { return try files(below: argument) }
        guard let form = form(of: argument) else {
            throw unreadable(argument, hint: "name it *.yaml, *.yml or *.jsonl")
        }
        return [InputFile(name: argument, form: form, url: URL(fileURLWithPath: argument))]
    }

    private static func files(below folder: String) throws(CaseworkError) -> [InputFile] {
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
            throw unreadable(folder, hint: "check its permissions")
        }
        let root = folder.hasSuffix("/") ? folder : folder + "/"
        return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { path in
            let url = URL(fileURLWithPath: root + path)
            guard !url.hasDirectoryPath, let form = form(of: path) else { return nil }
            return InputFile(name: root + path, form: form, url: url)
        }
    }

    private static func form(of path: String) -> Form? {
        forms.first { path.hasSuffix(".\($0.key)") }?.value
    }

    private static func unreadable(_ name: String, hint: String) -> CaseworkError {
        CaseworkError(.unreadable, "\(name) cannot be read", hint: hint)
    }
}

extension InputFile {
    /// Whether it is standard input, which can be read once only.
    var isStandardInput: Bool { url == nil }

    func open() throws(CaseworkError) -> FileHandle {
        guard let url else { return .standardInput }
        do {
            return try FileHandle(forReadingFrom: url)
        } catch {
            throw InputFile.unreadable(name, hint: "check its permissions")
        }
    }

    /// What `read` reads from the file; throws where it cannot be read to its end.
    func reading<Bytes>(_ read: () throws -> Bytes) throws(CaseworkError) -> Bytes {
        do {
            return try read()
        } catch {
            throw InputFile.unreadable(name, hint: "reading it failed: check the file and its disk")
        }
    }

    /// The whole file as text.
    func text() throws(CaseworkError) -> String {
        let handle = try open()
        let bytes = try reading { try handle.readToEnd() } ?? Data()
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .refused([
                LocatedFault(
                    at: Place(file: name, line: 1, column: 1), .badEvent, "this is no UTF-8 text",
                    hint: "save the file as UTF-8")
            ])
        }
        return text
    }
}
