import CaseModel

/// With what a statement can be compared, and when what it says may have been so.
struct Reach {
    /// Only those of one kind can be compared; nil for one that can be with all.
    var kind: String?
    /// The first day; nil where there is none.
    var earliest: Day?
    /// The last day; nil where there is none.
    var latest: Day?

    /// What can be compared with all of one kind, at any time.
    init(kind: String? = nil) { self.kind = kind }

    /// What was so at a time, which need not be told.
    init(kind: String?, of time: EDTFDate?) {
        (self.kind, earliest, latest) = (kind, time?.earliest, time?.latest)
    }

    func begins(before other: Reach) -> Bool {
        guard let start = other.earliest else { return false }
        return earliest.map { $0 < start } ?? true
    }
}

/// The statements that may have been so at one time, as time goes on: of thousands that are dated days
/// apart, each is compared with a few, and of those that are joined already with one.
struct Meeting {
    private typealias Member = (place: Int, latest: Day?)

    /// The groups of those that are joined, by kind.
    private var open: [String?: [[Member]]] = [:]

    /// Takes the next statement, which begins behind all before.
    ///
    /// - Parameters:
    ///   - place: its place.
    ///   - reach: with what it can be compared.
    ///   - contradict: whether two contradict each other, by their places.
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

    /// Leaves out what was over before a day.
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

    /// Makes one group of several, in the place of the first.
    private mutating func unite(_ groups: [Int], in kind: String?) {
        guard let first = groups.first else { return }
        for group in groups.dropFirst().reversed() {
            if let members = open[kind]?.remove(at: group) { open[kind]?[first] += members }
        }
    }
}
