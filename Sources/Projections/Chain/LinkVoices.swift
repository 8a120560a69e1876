public import CaseModel

/// Who denies a link, and where.
public struct Denial: Hashable, Sendable {
    /// Who denies it.
    public let actor: ActorSlug
    /// Where that is said.
    public let source: SourceSlug
    /// Whether that was certainly said by the clocks asked.
    public let isCertain: Bool
    /// Whether the source was withdrawn: it weighs nothing.
    public let isWithdrawn: Bool
}

/// A legal label that somebody gives a link, such as "countermeasure".
public struct LinkLabel: Hashable, Sendable {
    /// The label.
    public let label: String
    /// Who gives it.
    public let by: ActorSlug
    /// Where that is said.
    public let source: SourceSlug
    /// Whether that was certainly said by the clocks asked.
    public let isCertain: Bool
    /// Whether the source was withdrawn: it weighs nothing.
    public let isWithdrawn: Bool
}

/// Something that is said of a link, certainly or perhaps by the clocks asked.
protocol LinkVoice: Hashable {
    var isCertain: Bool { get }
    /// The same, certainly said.
    var certain: Self { get }
}

extension Denial: LinkVoice {
    var certain: Denial {
        Denial(actor: actor, source: source, isCertain: true, isWithdrawn: isWithdrawn)
    }
}

extension LinkLabel: LinkVoice {
    var certain: LinkLabel {
        LinkLabel(label: label, by: by, source: source, isCertain: true, isWithdrawn: isWithdrawn)
    }
}

extension Array where Element: LinkVoice {
    /// Each voice once, in order of first mention; certain where one of its mentions is.
    func united() -> [Element] {
        guard count > 1 else { return self }
        let certain = Set(filter(\.isCertain))
        return map { certain.contains($0.certain) ? $0.certain : $0 }.uniqued()
    }
}
