package import CanonicalJSON
package import Casework
package import Projections

/// The report of a failure: text for people, one object for programs, both to standard error.
package struct ErrorReport {
    private let error: CaseworkError

    /// The report of an error.
    package init(error: CaseworkError) { self.error = error }

    /// The report for people: subject, location, hint.
    package var lines: [String] {
        var lines = ["cases: " + plain(error.message)]
        if !error.hint.isEmpty { lines.append("       " + plain(error.hint)) }
        for fault in error.faults {
            lines.append(fault.place + plain(fault.message))
            if !fault.hint.isEmpty { lines.append("    " + plain(fault.hint)) }
        }
        return lines
    }

    /// The report for programs.
    package var json: JSONValue {
        [
            "error": [
                "code": .string(error.code.rawValue),
                "message": .string(error.message),
                "hint": .string(error.hint),
                "faults": .array(error.faults.map(\.json)),
            ]
        ]
    }
}

extension LocatedFault {
    /// `FILE:LINE:COLUMN: ` in the format of compilers, so that editors recognise it.
    fileprivate var place: String {
        let parts = [file.map(plain), line.map(String.init), column.map(String.init)]
        let place = parts.compactMap(\.self).joined(separator: ":")
        return place.isEmpty ? "" : place + ": "
    }
}

extension Omissions {
    /// Reports on standard error what an answer omits, even with `--quiet`, so that the answer is
    /// not mistaken for complete.
    package func complain() {
        Console.complain(all.map { "cases: left out: \($0.sentence)" })
    }
}

extension UnreadableEvent {
    /// The event, why it cannot be read, and what to do.
    package var sentence: String {
        let remedy = "use a newer cases, or cases retract '\(event)' --reason TEXT"
        return plain("\(event), event \(position), cannot be read: \(reason); \(remedy)")
    }
}
