/// The fields of each type as the language has them; `?` marks what may be absent.
///
/// Of `ownership.stated` the owner with `direct`, or `undisclosed`, is a rule beside the table.
let fieldTable: KeyValuePairs = [
    "threat.made": "threatened demand? measure?",
    "measure.announced": "measure kind? stage jurisdiction? instrument? direction?",
    "measure.imposed": "measure kind effective? until? instrument? direction?",
    "measure.amended": "measure change enforced? enforced_until? effective? until? direction?",
    "measure.extended": "measure until of?",
    "measure.suspended": "measure until?",
    "measure.resumed": "measure",
    "measure.ended": "measure how",
    "party.listed": "list party instrument? effect? direction?",
    "party.delisted": "list party instrument? effect? direction?",
    "licence.decided": "party? measure? decision scope? until?",
    "control.taken": "asset share? scope? measure? kind? until?",
    "control.extended": "asset until measure?",
    "control.returned": "asset share? scope? measure? kind?",
    "role.changed": "person organisation role how",
    "role.stated": "person organisation role",
    "inquiry.opened": "subject outcome?",
    "inquiry.closed": "subject outcome?",
    "statement.made": "mode content",
    "meeting.held": "times?",
    "action.taken": "what",
    "transfer.made": "item quantity? from? to? value? place?",
    "access.provided": "service provider user quantity? place?",
    "facility.opened": "facility what place?",
    "product.made": "product maker",
    "ownership.stated": "asset owner? share? direct? undisclosed?",
    "entity.renamed": "entity old new",
    "plan.announced": "subject",
    "figure.reported": "metric of value period?",
    "case.opened": "title",
    "case.reopened": "title",
    "case.closed": "outcome",
    "actor.registered": "name type country? also? ids?",
    "actors.merged": "into reason",
    "source.captured": "title publisher authors? published url? reports? grade? sha256?",
    "source.withdrawn": "reason",
    "measure.registered": "name kind jurisdiction? direction? part_of? scope? citations?",
    "list.registered": "name jurisdiction? direction? programme?",
    "claim.added": "event field value",
    "difference.explained": "event with? field as note",
    "event.corrected": "event set reason note?",
    "event.retracted": "event reason",
    "link.asserted": """
    event relation mode? to basis likelihood? asserted_by disputed_by? characterised_as?
    """,
    "link.disputed": "event relation to by",
    "note.added": "text event?",
]

/// The fields that name something registered or recorded, and what.
let referenceTable: KeyValuePairs = [
    "measure.announced": "jurisdiction ACTOR",
    "party.listed": "party ACTOR",
    "party.delisted": "party ACTOR",
    "licence.decided": "party ACTOR",
    "control.taken": "asset ACTOR",
    "control.extended": "asset ACTOR",
    "control.returned": "asset ACTOR",
    "role.changed": "person ACTOR, organisation ACTOR",
    "role.stated": "person ACTOR, organisation ACTOR",
    "transfer.made": "from ACTOR, to ACTOR",
    "access.provided": "provider ACTOR, user ACTOR",
    "facility.opened": "facility ACTOR",
    "product.made": "maker ACTOR",
    "ownership.stated": "asset ACTOR, owner ACTOR",
    "entity.renamed": "entity ACTOR",
    "figure.reported": "of ACTOR",
    "actors.merged": "into ACTOR",
    "source.captured": "reports SOURCE",
    "measure.registered": "jurisdiction ACTOR",
    "list.registered": "jurisdiction ACTOR",
    "claim.added": "event EVENT",
    "difference.explained": "event EVENT, with EVENT",
    "event.corrected": "event EVENT",
    "event.retracted": "event EVENT",
    "link.asserted": "event EVENT, to EVENT, asserted_by [SOURCE|analyst]",
    "link.disputed": "event EVENT, to EVENT, by ACTOR",
    "note.added": "event EVENT",
]

/// The fields with a form of their own that is no reference, and the form.
let formTable: KeyValuePairs = [
    "threat.made": "measure SLUG",
    "measure.announced": "measure SLUG, stage proposed|adopted",
    "measure.imposed": "measure SLUG, effective EDTF, until EDTF",
    "measure.amended": """
    measure SLUG, enforced true|false, enforced_until EDTF, effective EDTF, until EDTF, \
    direction restricts|eases
    """,
    "measure.extended": "measure SLUG, until EDTF or null, of measure|suspension|non_enforcement",
    "measure.suspended": "measure SLUG, until EDTF",
    "measure.resumed": "measure SLUG",
    "party.listed": "list SLUG",
    "party.delisted": "list SLUG",
    "control.taken": "measure SLUG",
    "ownership.stated": "direct yes|no|unknown, undisclosed true|false",
    "figure.reported": "metric SLUG, period EDTF",
    "actor.registered": "country ISO 3166-1, also [TEXT], ids {NAME: TEXT}",
    "source.captured": """
    title TEXT or null, publisher TEXT or null, authors [TEXT], published EDTF or null, \
    grade GRADE, sha256 SHA-256
    """,
]
