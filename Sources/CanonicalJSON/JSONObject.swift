/// An object: named values in the order of RFC 8785, by the UTF-16 code units of their names.
///
/// Names are unique; two names are equal if their bytes are.
public struct JSONObject: Sendable, Hashable {
    /// The members in the order of their names.
    public private(set) var members: [Member]

    /// An object without members.
    public init() { members = [] }

    /// An object with `members` in any order; nil if a name is duplicated.
    public init?(_ members: [Member]) {
        self.members = members
        guard !JSONObject.areOrdered(members) else { return }
        self.members.sort { ByteText($0.name) < ByteText($1.name) }
        guard JSONObject.areOrdered(self.members) else { return nil }
    }

    /// An object whose members are already in order.
    init(ordered members: [Member]) { self.members = members }

    /// Whether it has no members.
    public var isEmpty: Bool { members.isEmpty }

    /// The value under `name`; setting nil removes the member.
    public subscript(name: String) -> JSONValue? {
        get {
            // With few members and short names, a linear scan is faster than a binary search.
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

    /// The index of `name`, or the index at which to insert it.
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
        /// The value.
        public var value: JSONValue

        /// A value under a name.
        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }

        /// Whether the names (compared by bytes) and the values are equal.
        public static func == (left: Member, right: Member) -> Bool {
            ByteText(left.name) == ByteText(right.name) && left.value == right.value
        }

        /// Hashes the bytes of the name, and the value.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(ByteText(name))
            hasher.combine(value)
        }
    }
}
