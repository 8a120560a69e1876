package import Foundation

extension UUID: PostgresScalar {
    /// `uuid`.
    package static var type: PostgresType { .uuid }
    /// The quoted text of RFC 9562.
    package var literal: String { quoted(uuidString) }

    /// Reads sixteen bytes.
    package init?(wire: Span<UInt8>) {
        guard wire.count == 16 else { return nil }
        self.init(uuid: unsafe wire.bytes.unsafeLoadUnaligned(as: uuid_t.self))
    }

    /// Appends sixteen bytes.
    package func encode(into wire: inout [UInt8]) {
        unsafe withUnsafeBytes(of: uuid) { unsafe wire.append(contentsOf: $0) }
    }
}
