/// Named values, kept in the order of RFC 8785: by the UTF-16 code units of their names.
///
/// No name stands twice; names are the same where their bytes are.
public struct JSONObject: Sendable, Hashable {
    /// The members in the order of their names.
    public private(set) var members: [Member]

    /// An object without members.
    public init() { members = [] }

    /// An object of `members` in whatever order; nil where a name stands twice.
    public init?(_ members: [Member]) {
        self.members = members
        guard !JSONObject.areOrdered(members) else { return }
        self.members.sort { ByteText($0.name) < ByteText($1.name) }
        guard JSONObject.areOrdered(self.members) else { return nil }
    }

    /// An object of members that stand in their order already.
    init(ordered members: [Member]) { self.members = members }

    /// Whether there is no member.
    public var isEmpty: Bool { members.isEmpty }

    /// The value under `name`; setting nil removes the member.
    public subscript(name: String) -> JSONValue? {
        get {
            // Few members and short names: to compare them all is quicker than to halve.
            for index in members.indices where ByteText(members[index].name) == ByteText(name) {
                return members[index].value
            }
            return nil
        }
        set {
            let place = place(of: name)
            let old = place..<(isMember(name, at: place) ? place + 1 : place)
            let new = newValue.map { [Member(name: name, value: $0)] } ?? []
            members.replaceSubrange(old, with: new)
        }
    }

    private static func areOrdered(_ members: [Member]) -> Bool {
        members.indices.dropFirst().allSatisfy {
            ByteText(members[$0 - 1].name) < ByteText(members[$0].name)
        }
    }

    private func isMember(_ name: String, at place: Int) -> Bool {
        place < members.count && ByteText(members[place].name) == ByteText(name)
    }

    /// Where `name` stands or would stand.
    private func place(of name: String) -> Int {
        var range = members.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if ByteText(members[middle].name) < ByteText(name) {
                range = (middle + 1)..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return range.lowerBound
    }
}

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
