-- A text whose byte order equals the UTF-16 order of a member name (RFC 8785, 3.2.3): characters from
-- U+E000 on that take one UTF-16 unit sort after all that take two. Escapes in `name` are already
-- replaced by the placeholders of is_canonical.
CREATE OR REPLACE FUNCTION :"workspace".order_of_name(name text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
    name := translate(name, chr(1) || chr(2) || chr(3) || chr(4), chr(92) || '"' || chr(10) || chr(9));
    RETURN regexp_replace(
        name, '([' || chr(57344) || '-' || chr(65535) || '])', chr(1114111) || chr(92) || '1', 'g');
END
$$;

ALTER FUNCTION :"workspace".order_of_name(text) OWNER TO cases_owner;
