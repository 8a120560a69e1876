import Foundation

extension [UInt8] {
    /// The bytes in Base 64 with padding (RFC 4648, section 4).
    public var base64: String { Data(self).base64EncodedString() }

    /// The bytes that `text` writes in Base 64; nil unless it writes them in the only canonical way:
    /// with padding, without other characters, and with unused bits that are zero.
    public init?(base64 text: some StringProtocol) {
        let text = String(text)
        guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else {
            return nil
        }
        self = Array(data)
    }
}
