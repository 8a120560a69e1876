import CanonicalJSON
import Foundation

/// An open input, with its first bytes, which determine its format if its name does not.
struct OpenedInput {
    let file: InputFile
    /// Its format.
    let form: InputFile.Form
    /// The bytes that were already read.
    let first: [UInt8]
    private let handle: FileHandle

    static let blockSize = 1 << 20
    /// The maximum size of a case file, and of the lines of one import.
    private static let largest = 256 << 20

    /// Opens an input and reads its first block.
    init(_ file: InputFile) throws(CaseworkError) {
        let handle = try file.open()
        var bytes: [UInt8] = []
        var block = Data()
        // A pipe may return less than requested.
        repeat {
            block = try file.reading { try handle.read(upToCount: OpenedInput.blockSize) } ?? Data()
            bytes += block
        } while !block.isEmpty && bytes.count < OpenedInput.blockSize
        (self.file, self.handle, first) = (file, handle, bytes)
        if file.form == nil, file.url != nil, bytes.allSatisfy(OpenedInput.blanks.contains) {
            throw InputFile.unreadable(
                file.name, hint: "it is empty, and its name does not say what it is")
        }
        form = file.form ?? (OpenedInput.beginsAsLines(first) ? .jsonLines : .yaml)
    }

    /// The next bytes after those already read; empty at the end.
    func block() throws(CaseworkError) -> [UInt8] {
        let block = try file.reading { try handle.read(upToCount: OpenedInput.blockSize) }
        return Array(block ?? Data())
    }

    /// The whole content as text.
    func text() throws(CaseworkError) -> String {
        var bytes = first
        var more = first
        while !more.isEmpty {
            more = try block()
            bytes += more
            guard bytes.count <= OpenedInput.largest else {
                throw CaseworkError(
                    .usage, "\(file.name) is too large for a case file",
                    hint: "make several files of it, or JSON Lines")
            }
        }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        throw .refused([LocatedFault(notUTF8: bytes, in: file.name)])
    }
}

extension OpenedInput {
    /// Whether the content starts like JSON Lines: with an object that ends on its line.
    static func beginsAsLines(_ bytes: [UInt8]) -> Bool {
        guard let line = lines(bytes).first else { return false }
        let inside = line.dropFirst().drop { blanks.contains($0) }
        return line.first == UInt8(ascii: "{") && line.last == UInt8(ascii: "}")
            && [UInt8(ascii: "\""), UInt8(ascii: "}")].contains(inside.first)
    }

    /// Whether no line at the beginning is an object: then this is not JSON Lines, and a fault for
    /// every line would not help.
    var holdsNoLines: Bool {
        let lines = OpenedInput.lines(first).prefix(20)
        guard let line = lines.first?.first else { return false }
        guard lines.count > 1 || !"{[".utf8.contains(line) else { return false }
        return lines.allSatisfy { line in
            line.first != UInt8(ascii: "{") || line.last != UInt8(ascii: "}")
        }
    }

    /// Whether a case file is expected, but the content is JSON Lines.
    var holdsLines: Bool {
        guard OpenedInput.beginsAsLines(first), let line = OpenedInput.lines(first).first else {
            return false
        }
        return (try? JSONDocument(reading: Array(line)).root["stream"]) != nil
    }

    private static let blanks = Set(" \t\r".utf8)

    /// The lines that are not blank, trimmed and without a byte order mark.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        return bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)
            .split(separator: UInt8(ascii: "\n"), maxSplits: 100)
            .map { line in
                let begin = line.drop { blanks.contains($0) }
                let end = begin.lastIndex { !blanks.contains($0) }
                return end.map { begin[...$0] } ?? []
            }
            .filter { !$0.isEmpty }
    }
}

extension LocatedFault {
    /// The fault for invalid UTF-8, at the first invalid byte.
    fileprivate init(notUTF8 bytes: [UInt8], in file: String) {
        var walk = TextWalk()
        var decoder = UTF8()
        var input = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&input) { walk.take(scalar) }
        let marks: [[UInt8]] = [[0xff, 0xfe], [0xfe, 0xff]]
        let isUTF16 = marks.contains { bytes.starts(with: $0) }
        self.init(
            at: Place(file: file, line: walk.mark.line, column: walk.mark.column), .badEvent,
            "this is not UTF-8 text",
            hint: isUTF16 ? "it is UTF-16: save the file as UTF-8" : "save the file as UTF-8")
    }
}

/// The status of a path, with symbolic links followed.
struct FileStatus {
    enum Kind {
        case regular, folder, pipe, socket, device
    }

    /// Identifies a file or folder independently of its path.
    struct Identity: Hashable {
        let device: UInt64
        let number: UInt64
    }

    let kind: Kind
    let identity: Identity

    /// The status; nil if there is nothing, or a link is dangling or cyclic.
    init?(of path: String) {
        var found = stat()
        guard stat(path, &found) == 0 else { return nil }
        kind =
            switch found.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .folder
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
        identity = Identity(device: UInt64(found.st_dev), number: UInt64(found.st_ino))
    }
}
