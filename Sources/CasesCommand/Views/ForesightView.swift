import Casework

/// What recording some files would do, for people.
struct ForesightView {
    let foresight: Foresight

    var lines: [String] {
        let (new, old) = (foresight.newCount, foresight.duplicateCount)
        let events = new == 1 ? "1 event" : "\(new) events"
        guard old > 0 else { return ["\(events) could be recorded; nothing was."] }
        let duplicates = old == 1 ? "1 duplicate" : "\(old) duplicates"
        return ["\(events) could be recorded, \(duplicates); nothing was recorded."]
    }
}
