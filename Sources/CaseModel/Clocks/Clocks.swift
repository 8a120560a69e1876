/// Which of the three clocks are asked, and for when.
///
/// Without one, no clock is read.
public struct Clocks: Hashable, Sendable {
    /// What was true then: happenings that had begun by this date.
    public let asOf: EDTFDate?
    /// What sources published by this date say.
    public let publishedBy: EDTFDate?
    /// What the record said at this position of the log.
    public let knownAt: Int64?

    /// No clock asked: everything that is recorded.
    public static let none = Clocks()

    /// The clocks asked.
    public init(asOf: EDTFDate? = nil, publishedBy: EDTFDate? = nil, knownAt: Int64? = nil) {
        self.asOf = asOf
        self.publishedBy = publishedBy
        self.knownAt = knownAt
    }
}
