/// The path from the root of a document to one of its values, like the pointers of RFC 6901.
public struct JSONPointer: Sendable, Hashable {
    /// One step of a path.
    public enum Step: Sendable {
        /// Into a member of an object.
        case name(String)
        /// Into an element of an array, counted from 0.
        case index(Int)
    }

    /// The steps from the root.
    public var steps: [Step]

    /// A path of the given steps.
    public init(_ steps: [Step] = []) { self.steps = steps }

    /// The whole document.
    public static let root = JSONPointer()

    /// The path extended by the member `name`.
    public func appending(_ name: String) -> JSONPointer { JSONPointer(steps + [.name(name)]) }

    /// The path extended by the element at `index`, counted from 0.
    public func appending(_ index: Int) -> JSONPointer { JSONPointer(steps + [.index(index)]) }
}

extension JSONPointer.Step: Hashable {
    /// Whether both lead to the same value; names are compared by their bytes.
    public static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.name(let left), .name(let right)): ByteText(left) == ByteText(right)
        case (.index(let left), .index(let right)): left == right
        default: false
        }
    }

    /// Hashes the bytes of a name, or the index.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .name(let name): hasher.combine(ByteText(name))
        case .index(let index): hasher.combine(index)
        }
    }
}

extension JSONPointer: CustomStringConvertible {
    /// The path in readable form: `data.quantity[0].unit`, empty for the root.
    ///
    /// A name that is not plain is written in brackets: quoted if it is short and printable, as in
    /// `data["a b"]`, otherwise `data[…]`.
    public var description: String {
        steps.reduce(into: "") { way, step in
            switch step {
            case .index(let index): way += "[\(index)]"
            case .name(let name) where !JSONPointer.isPlain(name):
                way += "[\(PrintableName(name)?.quoted ?? "…")]"
            case .name(let name): way += way.isEmpty ? name : ".\(name)"
            }
        }
    }

    private static func isPlain(_ name: String) -> Bool {
        (1...PrintableName.longest).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

/// A location in the bytes of a document.
public struct JSONLocation: Sendable, Hashable {
    /// The byte offset.
    public let offset: Int
    /// The line it is in, counted from 1; a line ends with LF.
    public let line: Int
    /// The column in the line, counted from 1 in Unicode scalars.
    public let column: Int

    init(offset: Int, line: Int, column: Int) {
        (self.offset, self.line, self.column) = (offset, line, column)
    }

    /// The location of the byte at `offset`, which must be the start of a character or the end.
    init(offset: Int, in bytes: [UInt8]) {
        let before = bytes[..<offset]
        let lineFeed = UInt8(ascii: "\n")
        let lineStart = before.lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
        self.offset = offset
        line = 1 + before.count { $0 == lineFeed }
        column = 1 + before[lineStart...].count { !UTF8.isContinuation($0) }
    }
}
