extension JSONObject {
    /// One named value.
    public struct Member: Sendable, Hashable {
        /// The name, unique in its object by its bytes.
        public let name: String
        /// What stands under the name.
        public var value: JSONValue

        /// A value under a name.
        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }

        /// Whether name, by its bytes, and value are the same.
        public static func == (left: Member, right: Member) -> Bool {
            ByteText(left.name) == ByteText(right.name) && left.value == right.value
        }

        /// Feeds the bytes of the name, and the value.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(ByteText(name))
            hasher.combine(value)
        }
    }
}
