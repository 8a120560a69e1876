public import CanonicalJSON

/// A type of event: its name, the kinds of stream it may be recorded in, and how its fields are
/// read.
///
/// A class, because there is one instance of each and every event points to its own.
public final class EventType: Sendable {
    /// The name as it is recorded: `control.taken`.
    public let name: String
    /// A one-clause description.
    public let meaning: String
    /// The kinds of stream in which it may be recorded.
    public let streams: [StreamName.Kind]
    /// Whether it describes the world rather than the record.
    public let isWorld: Bool
    /// Whether it needs a claim, or a reason why there is no source.
    public let needsSupport: Bool
    /// Whether it needs a claim: the event is what a source says.
    public let needsClaim: Bool
    /// The shape of its `data`.
    public let shape: Shape
    /// The shape of a whole body.
    public let bodyShape: Shape
    /// The parts of a body that can contain references.
    let namingShape: Shape
    /// An example of `data`.
    public let example: JSONObject

    let read: @Sendable (JSONView, inout Faults) -> Content?

    init<P: Payload>(_: P.Type, isWorld: Bool, _ wrap: @escaping @Sendable (P) -> Content) {
        name = P.type
        meaning = P.meaning
        streams = P.streams
        self.isWorld = isWorld
        needsSupport = isWorld || P.needsSupport || P.needsClaim
        needsClaim = P.needsClaim
        shape = P.shape
        bodyShape = EventBody.shape(
            data: shape, isWorld: isWorld, needsSupport: needsSupport, needsClaim: needsClaim)
        namingShape = bodyShape.naming ?? .any
        example = P.example
        read = { json, faults in P(json, faults: &faults).map(wrap) }
    }
}

extension EventType: Hashable {
    /// Types are equal if their names are.
    public static func == (left: EventType, right: EventType) -> Bool {
        left === right || left.name == right.name
    }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension EventType {
    /// The types of world events, in the order of the language.
    public static let world: [EventType] = [
        EventType(ThreatMade.self, isWorld: true, Content.threatMade),
        EventType(MeasureAnnounced.self, isWorld: true, Content.measureAnnounced),
        EventType(MeasureImposed.self, isWorld: true, Content.measureImposed),
        EventType(MeasureAmended.self, isWorld: true, Content.measureAmended),
        EventType(MeasureExtended.self, isWorld: true, Content.measureExtended),
        EventType(MeasureSuspended.self, isWorld: true, Content.measureSuspended),
        EventType(MeasureResumed.self, isWorld: true, Content.measureResumed),
        EventType(MeasureEnded.self, isWorld: true, Content.measureEnded),
        EventType(PartyListed.self, isWorld: true, Content.partyListed),
        EventType(PartyDelisted.self, isWorld: true, Content.partyDelisted),
        EventType(LicenceDecided.self, isWorld: true, Content.licenceDecided),
        EventType(ControlTaken.self, isWorld: true, Content.controlTaken),
        EventType(ControlExtended.self, isWorld: true, Content.controlExtended),
        EventType(ControlReturned.self, isWorld: true, Content.controlReturned),
        EventType(RoleChanged.self, isWorld: true, Content.roleChanged),
        EventType(RoleStated.self, isWorld: true, Content.roleStated),
        EventType(InquiryOpened.self, isWorld: true, Content.inquiryOpened),
        EventType(InquiryPaused.self, isWorld: true, Content.inquiryPaused),
        EventType(InquiryResumed.self, isWorld: true, Content.inquiryResumed),
        EventType(InquiryWithdrawn.self, isWorld: true, Content.inquiryWithdrawn),
        EventType(InquiryClosed.self, isWorld: true, Content.inquiryClosed),
        EventType(RulingIssued.self, isWorld: true, Content.rulingIssued),
        EventType(RulingAppealed.self, isWorld: true, Content.rulingAppealed),
        EventType(DeadlineSet.self, isWorld: true, Content.deadlineSet),
        EventType(StatementMade.self, isWorld: true, Content.statementMade),
        EventType(MeetingHeld.self, isWorld: true, Content.meetingHeld),
        EventType(ActionTaken.self, isWorld: true, Content.actionTaken),
        EventType(TransferMade.self, isWorld: true, Content.transferMade),
        EventType(AccessProvided.self, isWorld: true, Content.accessProvided),
        EventType(FacilityOpened.self, isWorld: true, Content.facilityOpened),
        EventType(ProductMade.self, isWorld: true, Content.productMade),
        EventType(OwnershipStated.self, isWorld: true, Content.ownershipStated),
        EventType(EntityRenamed.self, isWorld: true, Content.entityRenamed),
        EventType(PlanAnnounced.self, isWorld: true, Content.planAnnounced),
        EventType(FigureReported.self, isWorld: true, Content.figureReported),
    ]

    /// The types of record events, in the order of the language.
    public static let record: [EventType] = [
        EventType(CaseOpened.self, isWorld: false, Content.caseOpened),
        EventType(CaseReopened.self, isWorld: false, Content.caseReopened),
        EventType(CaseClosed.self, isWorld: false, Content.caseClosed),
        EventType(ActorRegistered.self, isWorld: false, Content.actorRegistered),
        EventType(ActorsMerged.self, isWorld: false, Content.actorsMerged),
        EventType(SourceCaptured.self, isWorld: false, Content.sourceCaptured),
        EventType(SourceWithdrawn.self, isWorld: false, Content.sourceWithdrawn),
        EventType(MeasureRegistered.self, isWorld: false, Content.measureRegistered),
        EventType(ListRegistered.self, isWorld: false, Content.listRegistered),
        EventType(ClaimAdded.self, isWorld: false, Content.claimAdded),
        EventType(DifferenceExplained.self, isWorld: false, Content.differenceExplained),
        EventType(EventCorrected.self, isWorld: false, Content.eventCorrected),
        EventType(EventRetracted.self, isWorld: false, Content.eventRetracted),
        EventType(LinkAsserted.self, isWorld: false, Content.linkAsserted),
        EventType(LinkDisputed.self, isWorld: false, Content.linkDisputed),
        EventType(NoteAdded.self, isWorld: false, Content.noteAdded),
        EventType(TagAdded.self, isWorld: false, Content.tagAdded),
        EventType(TagRemoved.self, isWorld: false, Content.tagRemoved),
        EventType(BodyErased.self, isWorld: false, Content.bodyErased),
    ]

    /// Every type.
    public static let all = world + record

    /// The type of this name; nil if there is none.
    public static func named(_ name: String) -> EventType? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
