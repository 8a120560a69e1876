/// The bytes in lower-case hexadecimal, two digits each.
func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0x0f)]] }
    return String(decoding: text, as: UTF8.self)
}
