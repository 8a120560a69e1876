package import CanonicalJSON

/// `cases.doctor/1`: whether what the record stands on is in order.
package struct Examination: Sendable {
    /// One thing that was looked at.
    package struct Check: Sendable {
        /// What was looked at.
        package let subject: String
        /// Whether it is in order.
        package let isHealthy: Bool
        /// What was found.
        package let finding: String
        /// What to do where it is not in order.
        package let remedy: String
    }

    /// What was looked at, in order.
    package let checks: [Check]

    /// Whether everything is in order.
    package var isHealthy: Bool { checks.allSatisfy(\.isHealthy) }

    /// The examination as programs read it.
    package var json: JSONValue {
        [
            "schema": "cases.doctor/1", "ok": .bool(isHealthy),
            "checks": .array(checks.map(\.json)),
        ]
    }
}

extension Examination.Check {
    /// One check as programs read it.
    package var json: JSONValue {
        [
            "check": .string(subject), "ok": .bool(isHealthy), "finding": .string(finding),
            "remedy": .string(isHealthy ? "" : remedy),
        ]
    }
}
