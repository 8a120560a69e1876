/// What an entry shows by itself, without the rest of the log.
extension LedgerEntry {
    /// Whether body and salt were taken away.
    var isErased: Bool { salt == nil && body == nil }

    /// What is wrong with body and salt; both gone is erasure, which the log allows.
    var bodyProblem: Problem.Kind? {
        switch (salt, body) {
        case (nil, nil): return nil
        case (nil, .some): return .bodyWithoutSalt
        case (.some, nil): return .saltWithoutBody
        case (let salt?, let body?):
            let digest = EventHeader.bodyDigest(salt: salt, body: body.bytes)
            return digest == header.digest ? nil : .bodyChanged
        }
    }

    /// Where the key's column differs from the body's key; nil where there is no body to ask.
    var keyProblem: Problem.Kind? {
        switch body?.key {
        case nil: nil
        case .unreadable: .bodyUnreadable
        case .absent: key == nil ? nil : .keyNotOfBody
        case .named(let name): key == name ? nil : .keyNotOfBody
        }
    }

    /// The id as the number that its 32 hexadecimal digits write; nil where they do not.
    var idNumber: UInt128? {
        let digits = header.id.filter { $0 != "-" }
        return digits.utf8.count == 32 ? UInt128(digits, radix: 16) : nil
    }
}
