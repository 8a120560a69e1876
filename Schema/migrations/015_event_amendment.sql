-- Finds what corrects or retracts something in a stream without reading the stream, which may be long.
CREATE INDEX event_amendment ON :"workspace".event (stream)
    WHERE type IN ('event.corrected', 'event.retracted');
