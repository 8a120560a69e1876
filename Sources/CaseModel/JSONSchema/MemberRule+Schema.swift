import CanonicalJSON

extension MemberRule {
    /// The rule as a schema of the object that has these members.
    func schema(among fields: [Shape.Field]) -> JSONObject {
        switch self {
        case .needs(let name, let other):
            MemberRule.when([name], fields, then: MemberRule.given([other], fields))
        case .excludes(let name, let other):
            ["not": .object(MemberRule.given([name, other], fields))]
        case .needsWord(let name, let other, let word):
            MemberRule.when([name], fields, then: MemberRule.holds(other, word))
        case .excludesWord(let name, let other, let word):
            MemberRule.when([name], fields, then: ["not": .object(MemberRule.holds(other, word))])
        case .anyOf(let names):
            ["anyOf": .array(names.map { .object(MemberRule.given([$0], fields)) })]
        case .isTrue(let name):
            ["properties": .object(MemberRule.member(name, ["const": true]))]
        case .names(let name, let pattern):
            [
                "properties": .object(
                    MemberRule.member(
                        name, ["minProperties": 1, "propertyNames": ["pattern": .string(pattern)]]))
            ]
        }
    }

    private static func when(
        _ names: [String], _ fields: [Shape.Field], then rule: JSONObject
    ) -> JSONObject {
        ["if": .object(given(names, fields)), "then": .object(rule)]
    }

    /// That members are given: an empty list counts as absent.
    private static func given(_ names: [String], _ fields: [Shape.Field]) -> JSONObject {
        let lists = names.filter { name in fields.contains { $0.name == name && $0.isList } }
        var schema: JSONObject = ["required": .array(names.map(JSONValue.string))]
        guard !lists.isEmpty else { return schema }
        schema["properties"] = .object(
            lists.reduce(into: JSONObject()) { $0[$1] = ["minItems": 1] })
        return schema
    }

    private static func holds(_ name: String, _ word: String) -> JSONObject {
        [
            "properties": .object(member(name, ["const": .string(word)])),
            "required": [.string(name)],
        ]
    }

    private static func member(_ name: String, _ schema: JSONValue) -> JSONObject {
        var members = JSONObject()
        members[name] = schema
        return members
    }
}
