/// Parameters in binary, in one block of memory.
struct WireParameters {
    private var bytes: [UInt8] = []
    private var starts: [Int?] = []
    private var lengths: [Int32] = []

    /// Encodes `values`; refuses what is longer than the protocol can say.
    init(_ values: [any PostgresValue]) throws(PostgresError) {
        for value in values {
            let start = bytes.count
            if !value.isNull { value.encode(into: &bytes) }
            guard let length = Int32(exactly: bytes.count - start) else {
                throw .usage(message: "a parameter is longer than 2 GiB")
            }
            starts.append(value.isNull ? nil : start)
            lengths.append(length)
        }
        bytes.append(0)  // an empty block would have no address, and libpq takes that for NULL
    }

    /// Lends what libpq's calls want: addresses, lengths, and format 1 (binary) for each.
    func withPointers<Result>(
        _ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> Result
    ) -> Result {
        unsafe bytes.withUnsafeBytes { block in
            let base = unsafe block.assumingMemoryBound(to: CChar.self).baseAddress
            let values = unsafe starts.map { start in
                unsafe start.flatMap { unsafe base?.advanced(by: $0) }
            }
            return unsafe body(values, lengths, [Int32](repeating: 1, count: lengths.count))
        }
    }
}
