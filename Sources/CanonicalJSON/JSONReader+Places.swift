extension JSONReader {
    /// Goes from the object here to the value of its first member that is wanted.
    ///
    /// Gives the place of the member's name; nil where no member is wanted or this is no object.
    private mutating func seek(_ isWanted: (String) -> Bool) throws(JSONFault) -> Int? {
        guard next == UInt8(ascii: "{") else { return nil }
        try enter()
        guard !leave(UInt8(ascii: "}")) else { return nil }
        repeat {
            let start = position
            guard !isWanted(try name()) else { return start }
            _ = try value()
        } while try goesOn(to: UInt8(ascii: "}"), or: .commaOrBrace)
        return nil
    }

    /// Goes from the array here to its element at `index`, and says whether there is one.
    private mutating func seek(_ index: Int) throws(JSONFault) -> Bool {
        guard next == UInt8(ascii: "[") else { return false }
        try enter()
        guard index >= 0, !leave(UInt8(ascii: "]")) else { return false }
        for _ in 0..<index {
            _ = try value()
            guard try goesOn(to: UInt8(ascii: "]"), or: .commaOrBracket) else { return false }
        }
        return true
    }

    /// The fault of the object, just read from `start`, that has a name twice.
    func duplicateFault(from start: Int) throws(JSONFault) -> JSONFault {
        var reader = self
        reader.position = start
        var seen: Set<ByteText> = []
        var twice = ""
        let place = try reader.seek { name in
            twice = name
            return !seen.insert(ByteText(name)).inserted
        }
        return fault(.duplicateName(twice), at: place)
    }

    /// Goes one step down from the value here, and says whether there is such a place.
    mutating func descend(_ step: JSONPointer.Step) throws(JSONFault) -> Bool {
        switch step {
        case .index(let index): try seek(index)
        case .name(let name): try seek { ByteText($0) == ByteText(name) } != nil
        }
    }
}

extension JSONValue {
    /// Where the value at `pointer` begins in the bytes of a readable document; nil if nowhere.
    ///
    /// It reads the document again, so it is meant for the place of a fault. A text that is not
    /// readable gives nil or a place in it.
    public static func locate(_ pointer: JSONPointer, in bytes: [UInt8]) -> JSONLocation? {
        var reader = JSONReader(bytes, bounds: JSONBounds(depth: JSONBounds.deepest))
        guard (try? reader.checkText()) != nil else { return nil }
        reader.skipWhitespace()
        for step in pointer.steps {
            guard (try? reader.descend(step)) == true else { return nil }
        }
        return JSONLocation(offset: reader.position, in: bytes)
    }
}
