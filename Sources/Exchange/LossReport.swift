package import CanonicalJSON
import CaseModel

/// What a format has no room for: `cases.loss/1`.
///
/// A value is every text, number, truth value or `null` of an event as it stands, except its key. It
/// is kept if the output holds it, exactly, about that event; an independent comparison of in and out
/// counts the same.
package struct LossReport: Sendable {
    /// An event that is not in the output at all.
    package struct LeftOut: Sendable {
        /// Its name.
        package let event: String
        /// Why.
        package let why: String
    }

    /// The values of one path that are not in the output.
    private struct Lost: Hashable {
        let type: String
        let path: String
    }

    /// The format.
    package let format: String
    /// How many events are in the output.
    package private(set) var events = 0
    /// How many values they have.
    package private(set) var values = 0
    /// The events that are not in the output.
    package private(set) var leftOut: [LeftOut]
    private var lost: [Lost: Int] = [:]

    /// A report on a format.
    package init(_ format: String, leftOut: [LeftOut] = []) {
        self.format = format
        self.leftOut = leftOut
    }

    /// Counts an event of which the whole body is in the output; an erased one has none.
    package mutating func take(_ event: CloudEvent) {
        if event.event.isErased {
            leftOut.append(LeftOut(event: event.event.name, why: "erased"))
        } else {
            keepAll(event.event)
        }
    }

    /// Counts an event that is in the output with everything it says.
    mutating func keepAll(_ event: Event) {
        events += 1
        values += event.values.count
    }

    /// Counts an event of which the output holds some texts.
    mutating func keep(_ event: Event, _ texts: WrittenTexts) {
        keepAll(event)
        for value in event.values {
            guard let text = value.text, !texts.contains(text) else { continue }
            lost[Lost(type: event.type.name, path: value.path), default: 0] += 1
        }
    }

    /// Counts an event that is not in the output.
    mutating func leaveOut(_ event: Event, _ why: String) {
        leftOut.append(LeftOut(event: event.name, why: why))
    }

    /// How many values are not in the output.
    package var lostCount: Int { lost.values.reduce(0, +) }

    /// The report as JSON: what is lost by type and path, in byte order.
    package var json: JSONValue {
        let sorted = lost.sorted { ($0.key.type, $0.key.path) < ($1.key.type, $1.key.path) }
        return [
            "schema": "cases.loss/1", "format": .string(format), "events": .integer(Int64(events)),
            "values": .integer(Int64(values)),
            "lost": .array(
                sorted.map {
                    [
                        "type": .string($0.key.type), "path": .string($0.key.path),
                        "values": .integer(Int64($0.value)),
                    ]
                }),
            "left_out": .array(
                leftOut.map { ["event": .string($0.event), "why": .string($0.why)] }),
        ]
    }
}

extension Event {
    /// Its values with their paths: names joined by full stops, without the indices of lists.
    fileprivate var values: [(path: String, text: String?)] {
        var values: [(path: String, text: String?)] = []
        for member in json.members where member.name != "key" {
            member.value.eachScalar(at: member.name) { values.append(($0, $1)) }
        }
        return values
    }
}

extension JSONValue {
    /// Calls `body` with the path and the text of each scalar; nil for `null`.
    fileprivate func eachScalar(at path: String, _ body: (String, String?) -> Void) {
        switch self {
        case .null: body(path, nil)
        case .bool(let flag): body(path, flag ? "true" : "false")
        case .integer(let number): body(path, String(number))
        case .string(let text): body(path, text)
        case .array(let elements): for element in elements { element.eachScalar(at: path, body) }
        case .object(let object):
            for member in object.members {
                member.value.eachScalar(at: "\(path).\(member.name)", body)
            }
        }
    }
}
