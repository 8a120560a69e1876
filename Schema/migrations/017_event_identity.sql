-- Finds merged actors and withdrawn sources without reading their streams: every answer asks for them.
CREATE INDEX event_identity ON :"workspace".event (stream)
    WHERE type IN ('actors.merged', 'source.withdrawn');
