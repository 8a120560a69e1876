import CanonicalJSON
import Casework
import Projections

/// How a failure is told: text for people, one object for programs, both on standard error.
struct ErrorReport {
    let error: CaseworkError

    /// For people: thing, place, remedy.
    var lines: [String] {
        var lines = ["cases: " + plain(error.message)]
        if !error.hint.isEmpty { lines.append("       " + plain(error.hint)) }
        for fault in error.faults {
            lines.append(fault.place + plain(fault.message))
            if !fault.hint.isEmpty { lines.append("    " + plain(fault.hint)) }
        }
        return lines
    }

    /// For programs.
    var json: JSONValue {
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
    /// `FILE:LINE:COLUMN: `, as compilers write it, so that editors find it.
    fileprivate var place: String {
        let parts = [file.map(plain), line.map(String.init), column.map(String.init)]
        let place = parts.compactMap(\.self).joined(separator: ":")
        return place.isEmpty ? "" : place + ": "
    }

    fileprivate var json: JSONValue {
        [
            "file": file.map(JSONValue.string) ?? .null,
            "line": line.map { .integer(Int64($0)) } ?? .null,
            "column": column.map { .integer(Int64($0)) } ?? .null,
            "code": .string(code.rawValue),
            "message": .string(message),
            "hint": .string(hint),
        ]
    }
}

extension JSONValue {
    /// An answer with what it leaves out; as it is where that is nothing.
    func naming(_ omissions: Omissions?) -> JSONValue {
        guard let unreadable = omissions?.all, !unreadable.isEmpty, var members = object else {
            return self
        }
        members["unreadable"] = .array(unreadable.map(\.json))
        return .object(members)
    }
}

extension Omissions {
    /// Says on standard error what an answer leaves out, even where only failures are told: nobody
    /// may take the answer for the whole.
    func complain() {
        Console.complain(all.map { "cases: left out: \($0.sentence)" })
    }
}

extension UnreadableEvent {
    /// The event, why it cannot be read, and what to do.
    var sentence: String {
        let remedy = "use a newer cases, or cases retract '\(event)' --reason TEXT"
        return plain("\(event), event \(position), cannot be read: \(reason); \(remedy)")
    }
}
