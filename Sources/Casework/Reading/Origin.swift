package import CanonicalJSON

/// Where an entry was written, to locate faults.
package enum Origin: Sendable {
    /// The command line: there is no place.
    case commandLine
    /// A line of JSON Lines.
    case line(file: String, number: Int, bytes: [UInt8])
    /// An entry of a case file in YAML, with the places of its values.
    case marks(file: String, YAMLMarks)

    /// Whether it was written on the command line.
    var isCommandLine: Bool {
        if case .commandLine = self { true } else { false }
    }

    /// The file as the user named it; nil on the command line.
    var file: String? {
        switch self {
        case .commandLine: nil
        case .line(let file, _, _), .marks(let file, _): file
        }
    }

    /// The place of a value of the entry, or of the nearest enclosing one.
    package func place(of path: JSONPointer) -> Place {
        switch self {
        case .commandLine:
            return Place()
        case .line(let file, let number, let bytes):
            return Place(
                file: file, number, Origin.nearest(path) { JSONValue.locate($0, in: bytes) })
        case .marks(let file, let marks):
            let mark = Origin.nearest(path) { marks[$0] }
            return Place(file: file, line: mark?.line, column: mark?.column)
        }
    }

    /// The places of many values of the entry; a line is parsed only once.
    func places(of paths: [JSONPointer]) -> [Place] {
        guard case .line(let file, let number, let bytes) = self, paths.count > 1 else {
            return paths.map(place)
        }
        let found = JSONValue.locate(nearest: paths, in: bytes)
        return paths.indices.map { Place(file: file, number, found?[$0]) }
    }

    /// The result of `find` at the path, or at the nearest enclosing value.
    private static func nearest<Found>(
        _ path: JSONPointer, _ find: (JSONPointer) -> Found?
    ) -> Found? {
        var steps = path.steps
        while true {
            if let found = find(JSONPointer(steps)) { return found }
            guard steps.popLast() != nil else { return nil }
        }
    }
}

extension Place {
    /// The place of a location in a document that begins on a line.
    init(file: String, _ line: Int, _ location: JSONLocation?) {
        self.init(
            file: file, line: line + (location?.line ?? 1) - 1, column: location?.column ?? 1)
    }
}

/// The places of the values of a YAML entry.
package struct YAMLMarks: Sendable {
    /// A line and a column, both from 1.
    package struct Mark: Hashable, Sendable {
        let line: Int
        let column: Int
    }

    private var marks: [JSONPointer: Mark] = [:]

    /// The place of a value; nil if the entry has none at that path.
    package internal(set) subscript(path: JSONPointer) -> Mark? {
        get { marks[path] }
        set { marks[path] = newValue }
    }
}
