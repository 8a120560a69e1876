public import CanonicalJSON

/// A word of a closed list.
public protocol Word: FieldValue, CaseIterable, RawRepresentable<String>, Hashable
where AllCases == [Self] {}

extension Word {
    /// One of the words.
    public static var shape: Shape { .word(spellings) }

    /// The first word.
    public static var placeholder: Self { allCases[0] }

    /// The words as they are written, in the order of the language.
    public static var spellings: [String] { allCases.map(\.rawValue) }

    /// Reads a word; the fault for an unknown word suggests the most similar known one.
    public init?(_ json: JSONView, faults: inout Faults) {
        guard let text = String(json, faults: &faults) else { return nil }
        guard let word = Self(rawValue: text) else {
            let hint = remedy(for: text, among: Self.spellings)
            faults.note(Fault("unknown word \(quoted(text))", hint: hint))
            return nil
        }
        self = word
    }
}
