extension JSONReader {
    /// Reads the array whose bracket is here.
    mutating func array() throws(JSONFault) {
        let array = begin(.array)
        try enter()
        if !leave(UInt8(ascii: "]")) {
            repeat {
                try value()
            } while try goesOn(to: UInt8(ascii: "]"), or: .commaOrBracket)
        }
        end(array)
    }

    /// Reads the object whose brace is here.
    mutating func object() throws(JSONFault) {
        let object = begin(.object)
        try enter()
        let areAscending = leave(UInt8(ascii: "}")) ? true : try members()
        end(object)
        if !areAscending { try refuseDuplicates(in: object) }
    }

    /// Reads the members of an object and its brace; says whether the names ascend.
    private mutating func members() throws(JSONFault) -> Bool {
        var (last, areAscending) = (try name(), true)
        try value()
        while try goesOn(to: UInt8(ascii: "}"), or: .commaOrBrace) {
            let name = try name()
            areAscending = areAscending && isAscending(last, name)
            last = name
            try value()
        }
        return areAscending
    }

    /// Reads a name and its colon, up to the value; gives the number of its node.
    private mutating func name() throws(JSONFault) -> Int {
        guard next == UInt8(ascii: "\"") else { throw unexpected(.name) }
        let name = nodes.count
        try string()
        skipWhitespace()
        guard take(UInt8(ascii: ":")) else { throw unexpected(.colon) }
        skipWhitespace()
        return name
    }

    /// Goes past an opening bracket or brace and the whitespace after it.
    private mutating func enter() throws(JSONFault) {
        guard depth < bounds.depth else { throw fault(.tooDeep(limit: bounds.depth)) }
        depth += 1
        position += 1
        skipWhitespace()
    }

    /// Goes past `close` where it is here, and says whether it was.
    private mutating func leave(_ close: UInt8) -> Bool {
        guard take(close) else { return false }
        depth -= 1
        return true
    }

    /// Goes past what follows a value: `close`, or a comma to the next one.
    private mutating func goesOn(
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
