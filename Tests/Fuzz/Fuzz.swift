/// What must hold for any bytes whatever; each traps where it does not.
///
/// A reader is put under the fuzzer by adding its laws here and its sources to `ops/fuzz`.
private let laws: [@Sendable ([UInt8]) -> Void] = [
    checkCanonicalJSON, checkDates,
]

/// What libFuzzer calls with every input it makes up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    for law in laws { law(bytes) }
    return 0
}
