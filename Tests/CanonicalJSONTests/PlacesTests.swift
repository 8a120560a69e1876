import Testing

@testable import CanonicalJSON

@Suite("The places of many values at once")
struct PlacesTests {
    @Test("are those of each, or of the nearest value around it")
    func nearest() throws {
        let text = "{\"é\":[1,\n {\"b\":2}],\"c\":\"d\"}"
        let root = JSONPointer.root
        let pointers = [
            root, root.appending("é").appending(1).appending("b"), root.appending("c"),
            root.appending("é").appending(7), root.appending("c").appending("x"),
            root.appending("é").appending(0),
        ]
        let found = try #require(JSONValue.locate(nearest: pointers, in: Array(text.utf8)))
        let places = found.map { "\($0.line):\($0.column)" }
        // In the second line {"b": begins behind a blank, its 2 in column 7.
        #expect(places == ["1:1", "2:7", "2:15", "1:6", "2:15", "1:7"])
        for (pointer, place) in zip(pointers, found) {
            let one = JSONValue.locate(pointer, in: Array(text.utf8))
            #expect(one == nil || one == place)
        }
    }

    @Test("of a document that cannot be read are none")
    func unreadable() {
        #expect(JSONValue.locate(nearest: [.root], in: Array("{".utf8)) == nil)
    }
}
