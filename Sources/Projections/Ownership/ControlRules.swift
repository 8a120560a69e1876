import CanonicalJSON
public import CaseModel

/// The rules that this program knows.
public struct ControlRules: Sendable {
    /// The rules in the order of their file.
    public let all: [ControlRule]

    /// The rules that the program carries.
    public static let known = ControlRules(reading: PackageResources.rules_json)

    /// The rules in a JSON text: an array of objects in the form of `Rules/rules.json`.
    ///
    /// - Throws: the faults of the text.
    public init(_ text: [UInt8]) throws(Faults) {
        guard let document = try? JSONDocument(reading: text), let entries = document.root.elements
        else { throw Faults([Fault(at: .root, "an array of rules in JSON is expected")]) }
        var faults = Faults()
        all = entries.compactMap { ControlRule($0, faults: &faults) }
        guard faults.all.isEmpty else { throw faults }
    }

    /// The program's own rules: a test reads every one of them.
    private init(reading text: [UInt8]) {
        do { self = try ControlRules(text) } catch {
            preconditionFailure("rules.json: \(error.all.map(\.message))")
        }
    }
}
