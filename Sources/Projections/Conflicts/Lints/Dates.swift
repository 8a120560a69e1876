import CanonicalJSON
import CaseModel

extension Testimonies {
    /// An event that is dated after a source that reports it.
    ///
    /// Skipped if the event only announces something in the future.
    func lateEvents(_ standing: EffectiveEvent) -> [Lint] {
        guard !standing.event.isAboutTheFuture else { return [] }
        let late = all(on: standing).filter { said in
            guard said.claim.stance == nil, ["occurred", nil].contains(said.field?.path),
                let date = date(of: said, standing), let published = published(said)
            else { return false }
            return published.endsBefore(date)
        }
        guard let first = late.first, let date = date(of: first, standing) else { return [] }
        let sources = late.map(\.claim.source).uniqued().map { source in
            "\(source) was published \(registers.sources[source]?.published?.text ?? "")"
        }
        return [
            Lint(
                .afterItsSource, standing.event,
                "dated \(date), but \(sources.joined(separator: ", "))")
        ]
    }

    private func published(_ said: ValuedClaim) -> EDTFDate? {
        registers.sources[said.claim.source]?.published
    }

    /// The date that a claim refers to: the event's, unless it gives another.
    private func date(of said: ValuedClaim, _ standing: EffectiveEvent) -> EDTFDate? {
        guard let value = said.value else { return standing.event.body.occurred }
        return EDTFDate(reading: value)
    }

    /// An event that is certainly dated before one that it responds to or follows.
    func earlyAnswers(_ standing: EffectiveEvent) -> [Lint] {
        evidence.links.links(from: standing.event.reference).compactMap { link in
            guard link.isLiving, let cause = byName[link.identity.to],
                let earlier = cause.body.occurred, let later = standing.event.body.occurred,
                later.isBefore(earlier) == .yes, !later.sharesDay(with: earlier)
            else { return nil }
            return Lint(
                .beforeWhatItAnswers, standing.event,
                "dated \(later), but \(link.identity.relation.rawValue) \(cause.reference), "
                    + "dated \(earlier)", besides: [cause])
        }
    }
}

extension Testimonies {
    /// Dates on the first of a month that no claim prints: perhaps only the month was given.
    func unsupportedFirsts(_ standing: EffectiveEvent) -> [Lint] {
        dates(of: standing.event).filter { $0.date.isFirstOfMonth }.compactMap { path, date in
            let words = words(on: standing, at: path, date)
            guard !words.contains(where: { $0.tellsTheFirst }) else { return nil }
            return Lint(
                .unsupportedFirst, standing.event,
                "\(path) is \(date), and no claim prints that day; where only the month is "
                    + "told, write the month")
        }
    }

    /// The dates of an event, by the paths of their fields.
    private func dates(of event: Event) -> [(path: String, date: EDTFDate)] {
        let fields = event.type.shape.fields.filter { $0.shape == EDTFDate.shape }
        return (["occurred"] + fields.map { "data.\($0.name)" }).compactMap { path in
            event.view.value(at: path).flatMap { EDTFDate(reading: $0) }.map { (path, $0) }
        }
    }

    /// The wording that sources print for a date: claims on the date or the whole event, including
    /// those of corrections.
    private func words(
        on standing: EffectiveEvent, at path: String, _ date: EDTFDate
    ) -> [String] {
        let claims = all(on: standing).filter { said in
            said.claim.stance == nil && [path, nil].contains(said.field?.path)
                && (said.value == nil || said.value == .string(date.text))
        }.map(\.claim)
        let corrections = standing.corrections.flatMap(\.body.claims)
        return (claims + corrections).flatMap { [$0.printed, $0.quote].compactMap(\.self) }
    }
}

extension Event {
    /// Whether its date may be that of the thing announced: a measure, plan or threat, or an order
    /// that is dated by the day on which it takes effect.
    fileprivate var isAboutTheFuture: Bool {
        switch body.content {
        case .measureAnnounced, .planAnnounced, .threatMade: true
        case .measureImposed(let imposed):
            imposed.effective == body.occurred && body.occurred != nil
        default: false
        }
    }
}

extension EDTFDate {
    /// Whether it is a single day, the first of a month.
    fileprivate var isFirstOfMonth: Bool {
        guard let earliest, earliest == latest, kind == .point else { return false }
        return earliest.day == 1
    }
}

extension String {
    /// Whether printed words may state the first of a month, as a number or relative to a day.
    ///
    /// `2031-01` prints a month: with digits only, the third number is the day.
    fileprivate var tellsTheFirst: Bool {
        let words = lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let numbers = split { !("0"..."9").contains($0) }
        let isNumeric = !contains { $0.isLetter }
        let isNumbered = numbers.contains { ["1", "01"].contains($0) }
        return isNumbered && (!isNumeric || numbers.count > 2)
            || words.contains { String.dayWords.contains($0) }
    }

    private static let dayWords: Set = [
        "first", "1st", "day", "days", "today", "yesterday", "tomorrow", "week", "weeks", "monday",
        "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
}
