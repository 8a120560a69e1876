-- Refuses an event whose id or key already belongs to another event.
CREATE OR REPLACE FUNCTION :"workspace".refuse_clash(id uuid) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'LG002', MESSAGE = format(
        'event %s is given again with other content, or its key is taken; correct the recorded'
        ' event, or record this one under an id and key of its own', id),
        DETAIL = json_build_object('event', id);
END
$$;

ALTER FUNCTION :"workspace".refuse_clash(uuid) OWNER TO cases_owner;
