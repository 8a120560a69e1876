import CanonicalJSON
import Testing

@Suite("Values and objects")
struct ValueTests {
    @Test("strings are equal where their bytes are, as values, names and steps")
    func bytewise() {
        let composed = "\u{e9}"
        let decomposed = "e\u{301}"
        #expect(composed == decomposed, "to Swift they are one string")
        #expect(JSONValue.string(composed) != .string(decomposed))
        #expect(JSONObject([.init(name: composed, value: 1)]) != [decomposed: 1])
        #expect(JSONPointer.root.appending(composed) != .root.appending(decomposed))
        #expect(Set<JSONValue>([.string(composed), .string(decomposed), "\u{e9}"]).count == 2)
        #expect(
            Set([JSONPointer.root.appending(composed), .root.appending(decomposed)]).count == 2)
    }

    @Test("values of different kinds are never equal")
    func kinds() {
        let scalars: [JSONValue] = [.null, false, true, 0, 1, "", "1"]
        let values = scalars + [[], [.null], [:], ["": .null]]
        for (place, value) in values.enumerated() {
            #expect(values.firstIndex(of: value) == place)
        }
        #expect(Set(values).count == values.count)
    }

    @Test("a value gives itself as its own kind only")
    func kindsAsked() {
        let array: JSONValue = [1]
        let object: JSONValue = ["a": 1]
        #expect(JSONValue("a").string == "a" && JSONValue("a").integer == nil)
        #expect(JSONValue(7).integer == 7 && JSONValue(7).bool == nil)
        #expect(JSONValue(true).bool == true && JSONValue(true).array == nil)
        #expect(array.array == [1] && array.object == nil)
        #expect(object.object == ["a": 1] && object.string == nil)
        #expect(JSONValue.null.isNull && !JSONValue(false).isNull)
    }

    @Test("an object keeps its members in order through every change")
    func changes() {
        var object: JSONObject = ["m": 1]
        object["z"] = 2
        object["a"] = 3
        object["m"] = 4
        object["\u{1f600}"] = .null
        object["\u{ff00}"] = 5
        #expect(object.members.map(\.name) == ["a", "m", "z", "\u{1f600}", "\u{ff00}"])
        #expect(object["m"] == 4 && object["n"] == nil && object["\u{1f600}"] == .some(.null))
        object["m"] = nil
        object["n"] = nil
        #expect(object == ["a": 3, "z": 2, "\u{1f600}": .null, "\u{ff00}": 5])
        #expect(!object.isEmpty && JSONObject().isEmpty)
    }

    @Test("no object is made of members of which two have one name")
    func unique() {
        let members = ["b", "a", "b"].map { JSONObject.Member(name: $0, value: 1) }
        #expect(JSONObject(members) == nil)
        #expect(JSONObject(Array(members.dropLast())) == ["a": 1, "b": 1])
    }
}
