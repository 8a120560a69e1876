package import CaseModel

/// Everything that is known of one stream: what read models are made of.
package struct StreamHistory: Sendable {
    /// The stream.
    package let stream: StreamName
    /// Its events as they were recorded, in order of position.
    package let events: [Event]
    /// The same as they stand.
    package let standing: [EffectiveEvent]
    /// What they say of each other.
    let evidence: Evidence

    /// The history of a stream.
    ///
    /// - Parameters:
    ///   - stream: the stream.
    ///   - events: all its events up to some position, in order.
    /// - Throws: a correction that leaves an event which the language cannot read.
    package init(of stream: StreamName, _ events: [Event]) throws(UnreadableCorrection) {
        self.init(of: stream, events, standing: try effective(events))
    }

    /// The history of a stream as some clocks show it.
    package init(of stream: StreamName, _ events: [Event], standing: [EffectiveEvent]) {
        self.stream = stream
        self.events = events
        self.standing = standing
        evidence = Evidence(standing)
    }

    /// The happenings that count.
    var happenings: [EffectiveEvent] {
        standing.filter { $0.retraction == nil && $0.event.type.isWorld }
    }
}
