import CanonicalJSON
import CaseModel

/// One line of JSON Lines: an event in the format that programs write, and `export` as well.
package enum EventLine {
    /// The maximum length of a line: a body, what export adds, and room for escapes and whitespace.
    static let maximumBytes = 1 << 20

    /// Members that export adds and import ignores: the log determines them.
    static let added = ["position", "version", "recorded_at", "recorded_by", "leaf"]
    /// The members of a line that are not part of the body.
    private static let around = ["stream", "type", "id"] + added

    /// Reads the entry of a line.
    ///
    /// - Throws: The faults of the line, at their place in the file.
    package static func read(
        _ bytes: [UInt8], file: String, number: Int
    ) throws(CaseworkError) -> Entry {
        let origin = Origin.line(file: file, number: number, bytes: bytes)
        let line = try object(bytes, file: file, number: number)
        guard line["erased"] == nil else {
            throw fault(
                "erased", "this event was erased: there is nothing to record",
                "leave the line out, and with it what refers to the event", origin)
        }
        return Entry(
            stream: try stream(line, origin), type: try type(line, origin),
            id: try id(line, origin), body: .document(JSONDocument(line, without: around)),
            origin: origin)
    }

    private static func object(
        _ bytes: [UInt8], file: String, number: Int
    ) throws(CaseworkError) -> JSONView {
        do {
            // The line wraps the body's members, so the limits of the line also hold for the body.
            let line = try JSONDocument(reading: bytes).root
            if line.isObject { return line }
        } catch {
            let place = Place(file: file, number, error.location)
            throw .refused([
                LocatedFault(
                    at: place, .badJSON, "byte \(error.location.offset): \(error.message)",
                    hint: error.hint)
            ])
        }
        let place = Place(file: file, line: number, column: 1)
        let hint = "each line is one object: {\"stream\": …, \"type\": …, …}"
        throw .refused([LocatedFault(at: place, .badJSON, "this must be a JSON object", hint: hint)]
        )
    }

    private static func stream(
        _ line: JSONView, _ origin: Origin
    ) throws(CaseworkError) -> StreamName {
        guard let text = line["stream"]?.string, let stream = StreamName(text) else {
            let hint = "write case/SLUG, actor/SLUG or source/SLUG"
            throw fault("stream", "no stream is named", hint, origin)
        }
        return stream
    }

    private static func type(
        _ line: JSONView, _ origin: Origin
    ) throws(CaseworkError) -> EventType {
        guard let text = line["type"]?.string else {
            throw fault("type", "no type is named", "cases types lists them", origin)
        }
        guard let type = EventType.named(text) else {
            let hint = remedy(for: text, among: EventType.all.map(\.name))
            throw fault("type", "unknown type \(quoted(text))", hint, origin)
        }
        return type
    }

    private static func id(
        _ line: JSONView, _ origin: Origin
    ) throws(CaseworkError) -> EventID? {
        guard let json = line["id"] else { return nil }
        guard let id = json.string.flatMap({ EventID($0) }) else {
            throw fault("id", "this is not an id", "a UUID, or leave it out", origin)
        }
        return id
    }

    private static func fault(
        _ name: String, _ message: String, _ hint: String, _ origin: Origin
    ) -> CaseworkError {
        let path = JSONPointer.root.appending(name)
        return .refused([LocatedFault(Fault(at: path, message, hint: hint), in: origin)])
    }
}
