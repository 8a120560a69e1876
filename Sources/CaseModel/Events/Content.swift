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
