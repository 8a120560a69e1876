package import CanonicalJSON

/// Where an entry was written, so that a fault can be shown there.
package enum Origin: Sendable {
    /// On the command line: there is no place.
    case commandLine
    /// A line of JSON Lines.
    case line(file: String, number: Int, bytes: [UInt8])
    /// An entry of a case file in YAML: the places of its values.
    case marks(file: String, YAMLMarks)

    /// The place of a value of the entry, or of the nearest one around it.
    package func place(of path: JSONPointer) -> Place {
        switch self {
        case .commandLine:
            return Place()
        case .line(let file, let number, let bytes):
            let column = Origin.nearest(path) { JSONValue.locate($0, in: bytes)?.column }
            return Place(file: file, line: number, column: column ?? 1)
        case .marks(let file, let marks):
            let mark = Origin.nearest(path) { marks[$0] }
            return Place(file: file, line: mark?.line, column: mark?.column)
        }
    }

    /// What `find` finds at the path or, step by step, at what encloses it.
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

/// Where the values of a YAML entry stand.
package struct YAMLMarks: Sendable {
    /// A line and a column, both from 1.
    package struct Mark: Sendable {
        let line: Int
        let column: Int
    }

    private var marks: [JSONPointer: Mark] = [:]

    /// The place of a value; nil where the entry has none at that path.
    package internal(set) subscript(path: JSONPointer) -> Mark? {
        get { marks[path] }
        set { marks[path] = newValue }
    }
}
