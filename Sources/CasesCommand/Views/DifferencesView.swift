import Casework

/// What files say otherwise than the record, for people, and what was recorded of it.
struct DifferencesView {
    let differences: FileDifferences
    let recording: Recording
    let isRecorded: Bool

    var lines: [String] {
        let shown =
            differences.changes.isEmpty
            ? ["Nothing in the files reads otherwise than in the record."]
            : ChangesView(changes: differences.changes).lines
        return shown + (isRecorded ? RecordingView(recording: recording).lines : [sum])
    }

    private var sum: String {
        "corrections: \(differences.changes.count), new: \(differences.newCount); nothing was recorded"
    }
}
