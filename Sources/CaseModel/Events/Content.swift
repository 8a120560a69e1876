public import CanonicalJSON

/// What an event says: one case for each type of the language.
///
/// Indirect, so that copying it copies a pointer instead of a hundred words.
public indirect enum Content: Hashable, Sendable {
    // World events.
    case threatMade(ThreatMade)
    case measureAnnounced(MeasureAnnounced)
    case measureImposed(MeasureImposed)
    case measureAmended(MeasureAmended)
    case measureExtended(MeasureExtended)
    case measureSuspended(MeasureSuspended)
    case measureResumed(MeasureResumed)
    case measureEnded(MeasureEnded)
    case partyListed(PartyListed)
    case partyDelisted(PartyDelisted)
    case licenceDecided(LicenceDecided)
    case controlTaken(ControlTaken)
    case controlExtended(ControlExtended)
    case controlReturned(ControlReturned)
    case roleChanged(RoleChanged)
    case roleStated(RoleStated)
    case inquiryOpened(InquiryOpened)
    case inquiryPaused(InquiryPaused)
    case inquiryResumed(InquiryResumed)
    case inquiryWithdrawn(InquiryWithdrawn)
    case inquiryClosed(InquiryClosed)
    case rulingIssued(RulingIssued)
    case rulingAppealed(RulingAppealed)
    case deadlineSet(DeadlineSet)
    case statementMade(StatementMade)
    case meetingHeld(MeetingHeld)
    case actionTaken(ActionTaken)
    case transferMade(TransferMade)
    case accessProvided(AccessProvided)
    case facilityOpened(FacilityOpened)
    case productMade(ProductMade)
    case ownershipStated(OwnershipStated)
    case entityRenamed(EntityRenamed)
    case planAnnounced(PlanAnnounced)
    case figureReported(FigureReported)

    // Record events.
    case caseOpened(CaseOpened)
    case caseReopened(CaseReopened)
    case caseClosed(CaseClosed)
    case actorRegistered(ActorRegistered)
    case actorsMerged(ActorsMerged)
    case sourceCaptured(SourceCaptured)
    case sourceWithdrawn(SourceWithdrawn)
    case measureRegistered(MeasureRegistered)
    case listRegistered(ListRegistered)
    case claimAdded(ClaimAdded)
    case differenceExplained(DifferenceExplained)
    case eventCorrected(EventCorrected)
    case eventRetracted(EventRetracted)
    case linkAsserted(LinkAsserted)
    case linkDisputed(LinkDisputed)
    case noteAdded(NoteAdded)
    case tagAdded(TagAdded)
    case tagRemoved(TagRemoved)
    case bodyErased(BodyErased)

    /// The body was erased: only the event's position remains, and its content is no longer known.
    /// Why it was erased is known if that was recorded.
    case erased(Erasure?)
}

/// The fields of one type of event.
public protocol Payload: FieldRecord, Hashable {
    /// The name of the type as recorded: `control.taken`.
    static var type: String { get }
    /// A one-clause description, for `cases types`.
    static var meaning: String { get }
    /// The kinds of stream in which it may be recorded.
    static var streams: [StreamName.Kind] { get }
    /// Whether it needs a claim, or a reason why there is no source.
    static var needsSupport: Bool { get }
    /// Whether it needs a claim; a reason why there is no source is not enough.
    static var needsClaim: Bool { get }
    /// Example fields.
    static var example: JSONObject { get }
}

extension Payload {
    /// World events are recorded in the stream of their case.
    public static var streams: [StreamName.Kind] { [.case] }
    /// World events have their own rule about support.
    public static var needsSupport: Bool { false }
    /// Most types accept a reason why there is no source.
    public static var needsClaim: Bool { false }
}

/// What an actor does in one event.
public enum Role: String, Word {
    case actor, target, affected, owner, asset, seller, buyer, provider, user, broker, participant
    case subject
}

/// An actor with its role in one event.
public struct Participant: FieldRecord, Hashable {
    /// What the actor does.
    public let role: Role
    /// The actor.
    public let actor: ActorSlug

    /// Reads a role and an actor.
    public init(reading fields: inout FieldReader) {
        role = fields.required("role")
        actor = fields.required("actor")
    }
}

extension StreamName.Kind {
    /// The type of the first event of every stream of this kind.
    public var firstType: String {
        switch self {
        case .case: CaseOpened.type
        case .actor: ActorRegistered.type
        case .source: SourceCaptured.type
        case .measure: MeasureRegistered.type
        case .list: ListRegistered.type
        }
    }

    /// The key of that event, by which the thing is referred to.
    public var firstKey: String {
        switch self {
        case .case: "opened"
        case .actor: "registered"
        case .source: "captured"
        case .measure, .list: "registered"
        }
    }
}

extension StreamName {
    /// The id of the first event of the stream.
    public var firstEventID: EventID {
        EventID(name: "\(text)/\(kind.firstKey)")
    }
}

extension EventType {
    /// The key that an event of this type must have; nil if any key is allowed.
    public var fixedKey: String? {
        StreamName.Kind.allCases.first { $0.firstType == name }?.firstKey
    }
}
