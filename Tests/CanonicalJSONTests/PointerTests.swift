import CanonicalJSON
import Testing

@Suite("Places in a document")
struct PointerTests {
    static let document =
        "\n{\"é\": [10, {\"a\": true}, [ ]],\n \"data\" : {\"q\\u0075o\":\"x\"}}\n"

    @Test("a place reads as people write it")
    func description() {
        #expect(JSONPointer.root.description.isEmpty)
        let quantity = JSONPointer.root.appending("data").appending("quantity").appending(0)
        #expect(quantity.appending("unit").description == "data.quantity[0].unit")
        #expect(JSONPointer.root.appending(2).appending("no_source").description == "[2].no_source")
        #expect(JSONPointer([.name("data"), .name("a b")]).description == #"data["a b"]"#)
        #expect(JSONPointer([.name(""), .name("x.y")]).description == #"[""]["x.y"]"#)
        #expect(JSONPointer([.name("a"), .name("\u{1b}[31m")]).description == "a[…]")
    }

    @Test("the value at a place begins where it is found, line and column counted by hand")
    func locate() {
        expect(.root, at: 1, line: 2, column: 1)
        expect(JSONPointer([.name("é")]), at: 8, line: 2, column: 7)
        expect(JSONPointer([.name("é"), .index(0)]), at: 9, line: 2, column: 8)
        expect(JSONPointer([.name("é"), .index(1)]), at: 13, line: 2, column: 12)
        expect(JSONPointer([.name("é"), .index(1), .name("a")]), at: 19, line: 2, column: 18)
        expect(JSONPointer([.name("é"), .index(2)]), at: 26, line: 2, column: 25)
        expect(JSONPointer([.name("data")]), at: 42, line: 3, column: 11)
        expect(JSONPointer([.name("data"), .name("quo")]), at: 54, line: 3, column: 23)
    }

    private func expect(_ pointer: JSONPointer, at offset: Int, line: Int, column: Int) {
        let location = JSONValue.locate(pointer, in: Array(Self.document.utf8))
        #expect(location?.offset == offset, "\(pointer)")
        #expect(location?.line == line, "\(pointer)")
        #expect(location?.column == column, "\(pointer)")
    }

    @Test(
        "a place that is not there has no location",
        arguments: [
            JSONPointer([.name("e\u{301}")]), JSONPointer([.index(0)]),
            JSONPointer([.name("é"), .index(3)]), JSONPointer([.name("é"), .index(-1)]),
            JSONPointer([.name("é"), .index(2), .index(0)]), JSONPointer([.name("é"), .name("a")]),
            JSONPointer([.name("data"), .name("quo"), .name("x")]),
        ])
    func nowhere(pointer: JSONPointer) {
        #expect(JSONValue.locate(pointer, in: Array(Self.document.utf8)) == nil)
    }
}
