import Casework

/// What an append did, for people: a line an event, a sum where there are many.
struct RecordingView {
    let recording: Recording

    /// More lines than this are not read by anybody.
    private static let most = 20

    var lines: [String] {
        let replayed = recording.lines.count - recording.newCount
        let duplicates = replayed == 1 ? "1 duplicate" : "\(replayed) duplicates"
        let sum = "\(recording.newCount) recorded, \(duplicates); head \(recording.head)"
        guard recording.lines.count <= RecordingView.most else { return [sum] }
        return recording.lines.map(line) + [sum]
    }

    private func line(_ line: Recording.Line) -> String {
        "\(line.replayed ? "there    " : "recorded ")\(line.position)  \(line.event)"
    }
}
