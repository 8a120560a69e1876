import Postgres

/// One fact about one object of an installed schema.
struct SchemaProperty: Hashable, Sendable {
    /// What kind of thing it is about, and its name: `trigger head_refuses_delete of head`.
    let object: String
    /// Which of its properties: `state`.
    let property: String
    /// Its value in the words of the catalogs, the schema's own name left out.
    let value: String
}

extension SchemaProperty {
    init(_ row: inout Row) throws {
        object = try row.next()
        property = try row.next()
        value = try row.next()
    }
}

extension SchemaProperty {
    /// What distinguishes `installed` from `expected`, in words, in the order of the objects' names.
    static func differences(
        installed: [SchemaProperty], expected: [SchemaProperty]
    ) -> [String] {
        let installed = Dictionary(grouping: installed, by: \.object)
        let expected = Dictionary(grouping: expected, by: \.object)
        return Set(installed.keys).union(expected.keys).sorted().flatMap { object in
            guard let found = installed[object] else { return ["\(object) is missing"] }
            guard let wanted = expected[object] else { return ["\(object) is not expected here"] }
            return differences(of: object, found, wanted)
        }
    }

    private static func differences(
        of object: String, _ found: [SchemaProperty], _ wanted: [SchemaProperty]
    ) -> [String] {
        let found = Dictionary(found.map { ($0.property, $0.value) }) { first, _ in first }
        let wanted = Dictionary(wanted.map { ($0.property, $0.value) }) { first, _ in first }
        return Set(found.keys).union(wanted.keys).sorted().compactMap { property in
            let (actual, wish) = (found[property] ?? "none", wanted[property] ?? "none")
            guard !actual.utf8.elementsEqual(wish.utf8) else { return nil }
            guard actual.count <= 80, wish.count <= 80, !actual.contains("\n") else {
                return "\(object): \(property) not as expected"
            }
            return "\(object): \(property) \(actual), expected \(wish)"
        }
    }
}
