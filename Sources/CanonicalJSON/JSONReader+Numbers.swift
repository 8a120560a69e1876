extension JSONReader {
    /// 2^53−1: up to here every whole number survives a reader that keeps numbers as doubles.
    private static let greatest: Int64 = 9_007_199_254_740_991

    /// Reads the whole number that begins here.
    mutating func integer() throws(JSONFault) {
        let start = position
        let isNegative = take(UInt8(ascii: "-"))
        let digits = position
        let magnitude = try magnitude(from: start)
        try checkForm(from: start, digits: digits)
        guard magnitude > 0 || !isNegative else { throw fault(.negativeZero, at: start) }
        guard magnitude <= JSONReader.greatest else {
            throw fault(.integerOutOfRange, at: start)
        }
        note(.integer, from: start)
    }

    /// Goes past digits and gives their number, or just one out of bounds where there are many.
    private mutating func magnitude(from start: Int) throws(JSONFault) -> Int64 {
        let first = position
        var magnitude: Int64 = 0
        while let byte = next, let digit = JSONReader.digit(byte) {
            magnitude = min(magnitude * 10 + digit, JSONReader.greatest + 1)
            position += 1
        }
        guard position > first else { throw fault(.numberWithoutDigits, at: start) }
        return magnitude
    }

    /// Refuses what follows the digits in a number that is not whole, and zeros in front.
    private func checkForm(from start: Int, digits: Int) throws(JSONFault) {
        switch next {
        case UInt8(ascii: "."): throw fault(.fraction, at: start)
        case UInt8(ascii: "e"), UInt8(ascii: "E"): throw fault(.exponent, at: start)
        default: break
        }
        let isPadded = bytes[digits] == UInt8(ascii: "0") && position > digits + 1
        guard !isPadded else { throw fault(.leadingZero, at: start) }
    }

    private static func digit(_ byte: UInt8) -> Int64? {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        return Int64(byte - UInt8(ascii: "0"))
    }
}
