-- Whether a JSON text is canonical (RFC 8785) within the limits of the language: no whitespace, unique
-- member names in order, no escapes but \" \\ \n \t, no control characters, only integers up to 2^53-1,
-- and at most 32 levels of nesting. PostgreSQL has already checked that it is JSON.
--
-- The text is split at its quotes: parts at even places are strings, the others the gaps between them.
-- Every append calls this function, so the most common gaps have branches of their own.
CREATE OR REPLACE FUNCTION :"workspace".is_canonical(body text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
    plain text := body;
    is_ascii CONSTANT boolean := octet_length(body) = length(body);
    sorts_as_it_is boolean := is_ascii;
    parts text[];
    gap text;
    name text COLLATE "C";
    last text COLLATE "C";  -- the last name of the object at hand
    outer_names text[] := '{}';  -- the last names of those around it, by depth
    depth integer := 0;
    mark text;
BEGIN
    IF strpos(plain, chr(92)) > 0 THEN
        -- What is escaped gets stand-ins that no JSON text has, so that the quotes left are ends.
        plain := replace(replace(plain, chr(92) || chr(92), chr(1)), chr(92) || '"', chr(2));
        plain := replace(replace(plain, chr(92) || 'n', chr(3)), chr(92) || 't', chr(4));
        IF strpos(plain, chr(92)) > 0 THEN RETURN false; END IF;
        sorts_as_it_is := false;
    END IF;
    IF strpos(plain, chr(127)) > 0
        OR NOT is_ascii AND plain ~ ('[' || chr(128) || '-' || chr(159) || ']')
    THEN
        RETURN false;
    END IF;

    parts := string_to_array(plain, '"');
    FOR i IN 1 .. array_length(parts, 1) BY 2 LOOP
        gap := parts[i];
        CONTINUE WHEN gap = ',';
        IF left(gap, 1) = ':' THEN
            name := parts[i - 1];
            IF NOT sorts_as_it_is THEN name := :"workspace".order_of_name(name); END IF;
            IF last >= name THEN RETURN false; END IF;
            last := name;
            CONTINUE WHEN gap = ':';
        END IF;
        IF gap = '},{' THEN
            last := NULL;
        ELSIF gap = ':[{' AND depth < 31 THEN
            outer_names[depth + 1] := last;
            depth := depth + 2;
            outer_names[depth] := NULL;
            last := NULL;
        ELSIF gap = '}],' THEN
            last := outer_names[depth - 1];
            depth := depth - 2;
        ELSIF gap = '},' THEN
            last := outer_names[depth];
            depth := depth - 1;
        ELSE
            IF translate(gap, '][{}:,', '') <> '' AND NOT :"workspace".has_whole_numbers(gap) THEN
                RETURN false;
            END IF;
            FOREACH mark IN ARRAY string_to_array(gap, NULL) LOOP
                IF mark = '{' OR mark = '[' THEN
                    depth := depth + 1;
                    IF depth > 32 THEN RETURN false; END IF;
                    outer_names[depth] := last;
                    last := NULL;
                ELSIF mark = '}' OR mark = ']' THEN
                    last := outer_names[depth];
                    depth := depth - 1;
                END IF;
            END LOOP;
        END IF;
    END LOOP;
    RETURN true;
END
$$;

ALTER FUNCTION :"workspace".is_canonical(text) OWNER TO cases_owner;
