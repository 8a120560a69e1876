import CanonicalJSON
import RandomSupport
import Testing

@Suite("Values looked at where they stand")
struct ViewTests {
    @Test("are those of the document, however it is written", arguments: LawTests.seeds)
    func spelled(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        let value = JSONValue.random(depth: 5, using: &generator)
        let spelling = Spelling(value, using: generator).bytes
        try check(JSONDocument(reading: spelling).root, is: value)
    }

    @Test("are those of the value that a document is made of", arguments: LawTests.seeds)
    func made(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        let value = JSONValue.random(depth: 5, using: &generator)
        let document = JSONDocument(value)
        try check(document.root, is: value)
        #expect(document.bytes == value.canonicalBytes())
        #expect(try document.root == JSONDocument(reading: document.bytes).root)
    }

    @Test("are copied as the value would be written, however spelled", arguments: LawTests.seeds)
    func copied(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        let value = JSONValue.random(depth: 5, using: &generator)
        let spelling = Spelling(value, using: generator).bytes
        let copy = JSONDocument(try JSONDocument(reading: spelling).root)
        try check(copy.root, is: value)
        #expect(copy.bytes == value.canonicalBytes())
        #expect(copy.holdsEmptyArray == value.holdsEmptyArray)
    }

    @Test("are copied without members of some names, which stay in the objects inside")
    func leftOut() throws {
        let text = #"{"b":{"id":1,"a":[]}, "\u0069d":2, "a":[{"type":3}], "type":4}"#
        let document = try JSONDocument(reading: Array(text.utf8))
        let lean = JSONDocument(document.root, without: ["id", "type"])
        #expect(lean.bytes == Array(#"{"a":[{"type":3}],"b":{"a":[],"id":1}}"#.utf8))
        #expect(JSONDocument(lean.root, without: ["a", "b", "c"]).bytes == Array("{}".utf8))
    }

    @Test("of a document that no reader would take are there all the same")
    func unreadable() {
        let value: JSONValue = ["\u{1}": [.integer(.max), .integer(.min), "\u{85}\u{0}"]]
        #expect(JSONDocument(value).root.value == value)
    }

    @Test("differ where a letter, an order or a number does")
    func different() {
        let one = JSONDocument(["a", 1]).root
        #expect(one == JSONDocument(["a", 1]).root)
        for other in [["a", 2], [1, "a"], ["a"], ["a": 1], ["A", 1]] as [JSONValue] {
            #expect(one != JSONDocument(other).root)
        }
    }

    @Test("have names compared by their bytes, with escapes or without")
    func names() throws {
        let text = #"{"\u0061":1,"b\"":2,"é":3,"ab":4}"#
        let view = try JSONDocument(reading: Array(text.utf8)).root
        #expect(view["a"]?.integer == 1)
        #expect(view["b\""]?.integer == 2)
        #expect(view["\u{e9}"]?.integer == 3)
        #expect(view["ab"]?.integer == 4)
        #expect(view["e\u{301}"] == nil)
        #expect(view["\\u0061"] == nil)
        #expect(view[""] == nil)
        #expect(view["a"]?["a"] == nil)
        #expect(view.members?.map(\.name) == ["a", "ab", "b\"", "\u{e9}"])
        #expect(view.memberCount == 4)
    }

    /// Compares a view with a value, part by part.
    private func check(_ view: JSONView, is value: JSONValue) throws {
        #expect(view.value == value)
        #expect(view.string == value.string)
        #expect(view.integer == value.integer)
        #expect(view.bool == value.bool)
        #expect(view.isNull == value.isNull)
        #expect(view.isArray == (value.array != nil))
        let elements = view.elements.map(Array.init)
        #expect(elements?.count == value.array?.count)
        for (inner, element) in zip(elements ?? [], value.array ?? []) {
            try check(inner, is: element)
        }
        #expect(view.isObject == (value.object != nil))
        #expect(view.members?.map(\.name) == value.object?.members.map(\.name))
        for member in value.object?.members ?? [] {
            try check(#require(view[member.name]), is: member.value)
        }
    }
}

extension JSONValue {
    fileprivate var holdsEmptyArray: Bool {
        switch self {
        case .array(let elements): elements.isEmpty || elements.contains(where: \.holdsEmptyArray)
        case .object(let object): object.members.contains(where: \.value.holdsEmptyArray)
        default: false
        }
    }
}
