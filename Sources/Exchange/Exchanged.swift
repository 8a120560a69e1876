/// The output in a format, and what it has no room for.
package struct Exchanged: Sendable {
    /// The files by name; a format of one file has one without a name.
    package let files: [(name: String, bytes: [UInt8])]
    /// What is lost.
    package let loss: LossReport

    /// One file of lines, each ended by a line feed.
    init(lines: [String], loss: LossReport) {
        let text = lines.map { $0 + "\n" }.joined()
        self.init(files: [("", Array(text.utf8))], loss: loss)
    }

    /// Some files.
    init(files: [(name: String, bytes: [UInt8])], loss: LossReport) {
        self.files = files
        self.loss = loss
    }
}
