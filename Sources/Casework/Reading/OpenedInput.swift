import CanonicalJSON
import Foundation

/// An input that was opened, with its first bytes, which say how it is read where its name does not.
struct OpenedInput {
    let file: InputFile
    /// How it is read.
    let form: InputFile.Form
    /// The bytes that were read already.
    let first: [UInt8]
    private let handle: FileHandle

    static let blockSize = 1 << 20
    /// Most bytes of a case file, as of the lines of one import.
    private static let largest = 256 << 20

    /// Opens an input and reads its first block.
    init(_ file: InputFile) throws(CaseworkError) {
        let handle = try file.open()
        var bytes: [UInt8] = []
        var block = Data()
        // A pipe may give less than it is asked for.
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

    /// The next bytes behind those that were read; none at the end.
    func block() throws(CaseworkError) -> [UInt8] {
        let block = try file.reading { try handle.read(upToCount: OpenedInput.blockSize) }
        return Array(block ?? Data())
    }

    /// The whole of it as text.
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
    /// Whether some bytes begin as JSON Lines do: with an object that ends on its line.
    static func beginsAsLines(_ bytes: [UInt8]) -> Bool {
        guard let line = lines(bytes).first else { return false }
        let inside = line.dropFirst().drop { blanks.contains($0) }
        return line.first == UInt8(ascii: "{") && line.last == UInt8(ascii: "}")
            && [UInt8(ascii: "\""), UInt8(ascii: "}")].contains(inside.first)
    }

    /// Whether no line of the beginning is an object: then this is something else than JSON Lines,
    /// and to list every line as a fault would help nobody.
    var holdsNoLines: Bool {
        let lines = OpenedInput.lines(first).prefix(20)
        guard let line = lines.first?.first else { return false }
        guard lines.count > 1 || !"{[".utf8.contains(line) else { return false }
        return lines.allSatisfy { line in
            line.first != UInt8(ascii: "{") || line.last != UInt8(ascii: "}")
        }
    }

    /// Whether a case file is expected, and these are JSON Lines.
    var holdsLines: Bool {
        guard OpenedInput.beginsAsLines(first), let line = OpenedInput.lines(first).first else {
            return false
        }
        return (try? JSONDocument(reading: Array(line)).root["stream"]) != nil
    }

    private static let blanks = Set(" \t\r".utf8)

    /// The lines that are not blank, without the blanks around them and a byte order mark.
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
    /// That some bytes are no UTF-8, at the first that is none.
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

/// What stands at a path, seen through symbolic links.
struct FileStatus {
    enum Kind {
        case regular, folder, pipe, socket, device
    }

    /// One file or folder, by whatever path it is reached.
    struct Identity: Hashable {
        let device: UInt64
        let number: UInt64
    }

    let kind: Kind
    let identity: Identity

    /// The status; nil where nothing is there, or a link leads nowhere or in a circle.
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
