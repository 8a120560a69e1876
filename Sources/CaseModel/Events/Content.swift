public import CanonicalJSON

/// What an event says: one case a type of the language.
///
/// Indirect, so that handing it on copies a pointer and not a hundred words.
public indirect enum Content: Hashable, Sendable {
    // What happened in the world.
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
    case inquiryClosed(InquiryClosed)
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

    // What happened to the record.
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

    /// Nobody can say any more: the body was erased, and the event stands with its place alone.
    case erased
}

/// The fields of one type of event.
public protocol Payload: FieldRecord, Hashable {
    /// The type as it is recorded: `control.taken`.
    static var type: String { get }
    /// What the type says, in a clause for `cases types`.
    static var meaning: String { get }
    /// The streams that it may stand in.
    static var streams: [StreamName.Kind] { get }
    /// Whether it needs a claim, or a reason why there is none.
    static var needsSupport: Bool { get }
    /// Whether only a claim will do, and no reason why there is none.
    static var needsClaim: Bool { get }
    /// Fields as somebody would write them.
    static var example: JSONObject { get }
}

extension Payload {
    /// World events stand in the stream of their case.
    public static var streams: [StreamName.Kind] { [.case] }
    /// World events are asked for support by a rule of their own.
    public static var needsSupport: Bool { false }
    /// Most types may say why there is no source.
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
    /// Who.
    public let actor: ActorSlug

    /// Reads a role and an actor.
    public init(reading fields: inout FieldReader) {
        role = fields.required("role")
        actor = fields.required("actor")
    }
}

extension StreamName.Kind {
    /// The type of the event that every stream of this kind begins with.
    public var firstType: String {
        switch self {
        case .case: CaseOpened.type
        case .actor: ActorRegistered.type
        case .source: SourceCaptured.type
        case .measure: MeasureRegistered.type
        case .list: ListRegistered.type
        }
    }

    /// The key that this event always has, so that the thing is named by it.
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
    /// The id of the event that the stream begins with.
    public var firstEventID: EventID {
        EventID(name: "\(text)/\(kind.firstKey)")
    }
}

extension EventType {
    /// The key that an event of this type must have; nil where any will do.
    public var fixedKey: String? {
        StreamName.Kind.allCases.first { $0.firstType == name }?.firstKey
    }
}
