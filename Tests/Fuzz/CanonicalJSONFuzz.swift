/// The laws of the JSON reader and writer, for documents and for what is none.
@Sendable func checkCanonicalJSON(_ bytes: [UInt8]) {
    do throws(JSONFault) {
        let value = try JSONValue(reading: bytes)
        checkCanonicalBytes(of: value)
        checkPlaces(of: value, in: bytes)
    } catch {
        checkFault(error, of: bytes)
    }
}

/// Canonical bytes are a document of the same value, and canonical.
private func checkCanonicalBytes(of value: JSONValue) {
    let canonical = value.canonicalBytes()
    guard let back = try? JSONValue(reading: canonical) else {
        preconditionFailure("canonical bytes are refused")
    }
    precondition(back == value, "canonical bytes are read as another value")
    precondition(back.hashValue == value.hashValue, "equal values have different hashes")
    precondition(back.canonicalBytes() == canonical, "canonical bytes change")
}

/// Every member and element has its own place in the document, and reads the same from there.
private func checkPlaces(of value: JSONValue, in bytes: [UInt8]) {
    var parts: [(pointer: JSONPointer, value: JSONValue)] = [(.root, value)]
    for member in value.object?.members ?? [] {
        parts.append((JSONPointer.root.appending(member.name), member.value))
    }
    for (index, element) in (value.array ?? []).enumerated() {
        parts.append((JSONPointer.root.appending(index), element))
    }
    let offsets = parts.prefix(20).map { offset(of: $0.value, at: $0.pointer, in: bytes) }
    precondition(Set(offsets).count == offsets.count, "two parts have one place")
}

/// Where the part begins; its first byte must be one that its kind begins with.
private func offset(of part: JSONValue, at pointer: JSONPointer, in bytes: [UInt8]) -> Int {
    guard let place = JSONValue.locate(pointer, in: bytes) else {
        preconditionFailure("a part has no place")
    }
    let first = part.canonicalBytes().first
    precondition(bytes[place.offset] == first, "something else stands at the place of a part")
    return place.offset
}

/// A fault lies in the document, and says something without a control character.
private func checkFault(_ fault: JSONFault, of bytes: [UInt8]) {
    precondition((0...bytes.count).contains(fault.location.offset), "a fault beyond the end")
    precondition(fault.location.line > 0 && fault.location.column > 0, "a fault before the start")
    precondition(!fault.message.isEmpty && !fault.hint.isEmpty, "a fault without words")
    precondition(!fault.description.utf8.contains { $0 < 0x20 }, "control characters in a fault")
    _ = JSONValue.locate(JSONPointer([.name("a"), .index(0)]), in: bytes)
}
