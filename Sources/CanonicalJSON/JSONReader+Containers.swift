extension JSONReader {
    /// Reads the array whose bracket is here.
    mutating func array() throws(JSONFault) -> [JSONValue] {
        try enter()
        var elements: [JSONValue] = []
        guard !leave(UInt8(ascii: "]")) else { return elements }
        repeat {
            elements.append(try value())
        } while try goesOn(to: UInt8(ascii: "]"), or: .commaOrBracket)
        return elements
    }

    /// Room for the members that most objects have.
    private static let usualMembers = 8

    /// Reads the object whose brace is here.
    mutating func object() throws(JSONFault) -> JSONObject {
        let start = position
        try enter()
        var members: [JSONObject.Member] = []
        members.reserveCapacity(JSONReader.usualMembers)
        guard !leave(UInt8(ascii: "}")) else { return JSONObject() }
        repeat {
            let name = try name()
            members.append(JSONObject.Member(name: name, value: try value()))
        } while try goesOn(to: UInt8(ascii: "}"), or: .commaOrBrace)
        guard let object = JSONObject(members) else { throw try duplicateFault(from: start) }
        return object
    }

    /// Reads a name and its colon, up to the value.
    mutating func name() throws(JSONFault) -> String {
        guard next == UInt8(ascii: "\"") else { throw unexpected(.name) }
        let name = try string()
        skipWhitespace()
        guard take(UInt8(ascii: ":")) else { throw unexpected(.colon) }
        skipWhitespace()
        return name
    }

    /// Goes past an opening bracket or brace and the whitespace after it.
    mutating func enter() throws(JSONFault) {
        guard depth < bounds.depth else { throw fault(.tooDeep(limit: bounds.depth)) }
        depth += 1
        position += 1
        skipWhitespace()
    }

    /// Goes past `close` where it is here, and says whether it was.
    mutating func leave(_ close: UInt8) -> Bool {
        guard take(close) else { return false }
        depth -= 1
        return true
    }

    /// Goes past what follows a value: `close`, or a comma to the next one.
    mutating func goesOn(
        to close: UInt8, or expectation: JSONFault.Expectation
    ) throws(JSONFault) -> Bool {
        skipWhitespace()
        guard !leave(close) else { return false }
        let comma = position
        guard take(UInt8(ascii: ",")) else { throw unexpected(expectation) }
        skipWhitespace()
        guard next != close else { throw fault(.trailingComma, at: comma) }
        return true
    }
}
