import CaseModel

/// What a statement can be compared with, and the time at which it may have been true.
struct Reach {
    /// Only statements of the same kind can be compared; nil is comparable with all.
    var kind: String?
    /// The first day; nil if unbounded.
    var earliest: Day?
    /// The last day; nil if unbounded.
    var latest: Day?

    /// Comparable with everything of one kind, at any time.
    init(kind: String? = nil) { self.kind = kind }

    /// True at a given time, which may be unknown.
    init(kind: String?, of time: EDTFDate?) {
        (self.kind, earliest, latest) = (kind, time?.earliest, time?.latest)
    }

    func begins(before other: Reach) -> Bool {
        guard let start = other.earliest else { return false }
        return earliest.map { $0 < start } ?? true
    }
}

/// A sweep over time that finds contradictions among statements that may be true at the same time.
///
/// Of thousands of statements dated days apart, each is compared with only a few, and with one of
/// each group that is already joined.
struct Meeting {
    private typealias Member = (place: Int, latest: Day?)

    /// The groups of joined statements, by kind.
    private var open: [String?: [[Member]]] = [:]

    /// Adds the next statement; statements must be added in order of their beginning.
    ///
    /// - Parameters:
    ///   - place: its index.
    ///   - reach: what it can be compared with.
    ///   - contradict: whether two statements, given by index, contradict each other.
    /// - Returns: one statement of each group that it contradicts.
    mutating func joining(
        _ place: Int, _ reach: Reach, by contradict: (Int, Int) -> Bool
    ) -> [Int] {
        let kinds = reach.kind.map { [$0, nil] } ?? Array(open.keys)
        var found: [Int] = []
        for kind in kinds {
            end(kind, before: reach.earliest)
            let groups = (open[kind] ?? []).enumerated().compactMap { index, group in
                group.first { contradict(place, $0.place) }.map { (index, $0.place) }
            }
            found += groups.map(\.1)
            unite(groups.map(\.0), in: kind)
            if kind == reach.kind { add((place, reach.latest), to: groups.first?.0, in: kind) }
        }
        if open[reach.kind] == nil { open[reach.kind] = [[(place, reach.latest)]] }
        return found
    }

    /// Removes what ended before a day.
    private mutating func end(_ kind: String?, before day: Day?) {
        guard let day, let groups = open[kind] else { return }
        let isOver = { (member: Member) in member.latest.map { $0 < day } ?? false }
        guard groups.contains(where: { $0.contains(where: isOver) }) else { return }
        open[kind] = groups.map { $0.filter { !isOver($0) } }.filter { !$0.isEmpty }
    }

    private mutating func add(_ member: Member, to group: Int?, in kind: String?) {
        if let group {
            open[kind]?[group].append(member)
        } else {
            open[kind, default: []].append([member])
        }
    }

    /// Unites several groups into one, in the place of the first.
    private mutating func unite(_ groups: [Int], in kind: String?) {
        guard let first = groups.first else { return }
        for group in groups.dropFirst().reversed() {
            if let members = open[kind]?.remove(at: group) { open[kind]?[first] += members }
        }
    }
}
