import CaseModel
import Digest

/// The fields of a header that are checked in a bundle, read from its eight lines.
struct HeaderText {
    let stream: String
    let version: Int64
    let id: String
    let recordedAt: String
    let digest: [UInt8]

    /// Parses a header; nil unless it has the eight lines of Docs/stored-bytes.md.
    init?(_ text: String) {
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        let names = ["stream", "version", "id", "type", "recorded-at", "recorded-by", "body"]
        guard lines.count == 9, lines[0] == "cases.event/1", lines[8].isEmpty else { return nil }
        let values = zip(names, lines[1...7]).map { name, line in
            line.utf8.starts(with: "\(name): ".utf8)
                ? String(decoding: line.utf8.dropFirst(name.utf8.count + 2), as: UTF8.self) : ""
        }
        guard !values.contains(""), let version = Int64(values[1]), version > 0,
            version < 1 << 53, String(version) == values[1], let id = EventID(values[2]),
            id.text == values[2], let digest = [UInt8](hexadecimal: values[6]), digest.count == 32
        else { return nil }
        (stream, self.version, self.id) = (values[0], version, values[2])
        (recordedAt, self.digest) = (values[4], digest)
    }
}
