/// The bytes that `text` writes in hexadecimal.
func bytes(_ text: String) -> [UInt8] {
    stride(from: 0, to: text.utf8.count, by: 2).compactMap { index in
        UInt8(text.dropFirst(index).prefix(2), radix: 16)
    }
}
