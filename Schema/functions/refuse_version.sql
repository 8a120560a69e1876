-- Refuses an append to a stream that is not at the expected version.
CREATE OR REPLACE FUNCTION :"workspace".refuse_version(stream text, last bigint, expected bigint)
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'LG001', MESSAGE = format(
        'stream %s is at version %s, not %s; read it again, then decide', stream, last, expected),
        DETAIL = json_build_object('stream', stream, 'actual', last, 'expected', expected);
END
$$;

ALTER FUNCTION :"workspace".refuse_version(text, bigint, bigint) OWNER TO cases_owner;
