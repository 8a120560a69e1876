/// An event as it stands: with its corrections, and with what is known of the actors, sources and
/// events that it names.
public struct EffectiveEvent: Hashable, Sendable {
    /// The event, read with its corrections.
    public package(set) var event: Event
    /// The events that corrected it, oldest first.
    public let corrections: [Event]
    /// The event that retracted it; nil where it counts.
    public package(set) var retraction: Event?
    /// Whether the clocks asked certainly admit it; where not, it only may have been so.
    public let isCertain: Bool
    /// The sources behind its claims and links that only may have been published by then.
    public let doubtfulSources: Set<SourceSlug>
    /// The event with the actors that it was recorded with; nil where none of them was merged into
    /// another.
    public package(set) var beforeMerging: Event?

    /// What became of the events that its links name, by the names that the links have for them;
    /// nothing for those that count.
    public package(set) var fates: [EventReference: LinkFate] = [:]

    /// The sources behind it and its corrections that were withdrawn.
    public package(set) var withdrawnSources: Set<SourceSlug> = []
    /// Whether only sources that were withdrawn bear it out: it is shown, and weighs nothing.
    public package(set) var isUnsupported = false

    /// An event and what was found out about it.
    package init(
        event: Event, corrections: [Event], retraction: Event?, isCertain: Bool,
        doubtfulSources: Set<SourceSlug> = []
    ) {
        self.event = event
        self.corrections = corrections
        self.retraction = retraction
        self.isCertain = isCertain
        self.doubtfulSources = doubtfulSources
    }

    /// An event of which no other speaks, as it was recorded.
    init(asRecorded event: Event) {
        self.init(event: event, corrections: [], retraction: nil, isCertain: true)
    }
}
