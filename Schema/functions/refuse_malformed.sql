-- Refuses an event that could not be read, or that verify would report as changed.
CREATE OR REPLACE FUNCTION :"workspace".refuse_malformed(id uuid, malformation text) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'LG003', MESSAGE = format(
        'event %s cannot be recorded: %s', id, malformation),
        DETAIL = json_build_object('event', id, 'reason', malformation);
END
$$;

ALTER FUNCTION :"workspace".refuse_malformed(uuid, text) OWNER TO cases_owner;
