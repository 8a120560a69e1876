import CaseModel
import Digest

/// Gathers events until a piece is full.
struct Pieces {
    let size: Int
    /// How many events were recorded.
    var done = 0
    private var piece: [(Draft, Origin)] = []

    init(size: Int) { self.size = size }

    /// The remaining events at the end, returned once; nil if there are none.
    var rest: [(Draft, Origin)]? {
        mutating get {
            defer { piece = [] }
            return piece.isEmpty ? nil : piece
        }
    }

    /// Adds an event; returns the piece that it completes, nil if it is not full yet.
    mutating func add(_ event: (Draft, Origin)) -> [(Draft, Origin)]? {
        piece.append(event)
        return piece.count >= size ? rest : nil
    }
}

/// The digests of the checked pieces, to compare with the pieces that are recorded.
struct PieceDigests {
    private let size: Int
    private var digests: [[UInt8]] = []
    private var count = 0
    private var open: [UInt8] = []
    private var matched = 0

    init(size: Int) { self.size = size }

    /// Adds the next event of the first reading.
    mutating func take(_ draft: Draft) {
        open = PieceDigests.chained(open, draft)
        count += 1
        if count % size == 0 { close() }
    }

    private mutating func close() {
        digests.append(open)
        open = []
    }

    /// The digests including that of an incomplete last piece.
    var closed: PieceDigests {
        var all = self
        if !all.open.isEmpty { all.close() }
        return all
    }

    /// Whether the next piece of the second reading equals that of the first.
    mutating func match(_ piece: [(Draft, Origin)]) -> Bool {
        guard matched < digests.count else { return false }
        defer { matched += 1 }
        return piece.reduce([]) { PieceDigests.chained($0, $1.0) } == digests[matched]
    }

    /// Whether the second reading had all pieces of the first.
    var areAllMatched: Bool { matched == digests.count }

    private static func chained(_ digest: [UInt8], _ draft: Draft) -> [UInt8] {
        let names = Array("\(draft.stream.text) \(draft.type.name) \(draft.id.text) ".utf8)
        return SHA256.digest(digest + SHA256.digest(names + draft.bytes))
    }
}

/// The findings of the first reading of an import in pieces.
struct PieceCheck {
    private(set) var digests: PieceDigests
    private(set) var references = ReferenceCheck()
    private(set) var merges = MergeCheck()
    private(set) var foresight = Foresight()
    private(set) var faults: [LocatedFault] = []
    private var seen = SeenEvents()
    private var unknown = Pieces(size: 5_000)

    init(size: Int) { digests = PieceDigests(size: size) }

    /// The events that are still to be looked up in the log, returned once.
    var rest: [(Draft, Origin)]? {
        mutating get { unknown.rest }
    }

    /// Adds an event; returns the events to look up in the log when there are many.
    mutating func add(_ event: (Draft, Origin)) -> [(Draft, Origin)]? {
        digests.take(event.0)
        references.take(event.0, origin: event.1)
        merges.take(event.0, origin: event.1)
        do {
            guard try seen.take(event.0, origin: event.1) else {
                foresight.duplicateCount += 1
                return nil
            }
        } catch {
            faults += error.faults
            return nil
        }
        return unknown.add(event)
    }

    /// Adds the findings about some events.
    mutating func note(_ found: (Foresight, [LocatedFault])) {
        foresight.newCount += found.0.newCount
        foresight.duplicateCount += found.0.duplicateCount
        faults += found.1
    }
}
