/// The laws of dates and moments, for texts and for what is none.
@Sendable func checkDates(_ bytes: [UInt8]) {
    if let law = lawBroken(byBytes: bytes) { preconditionFailure("broken: \(law)") }
}
