-- SHA-1 (FIPS 180-4), for ids of version 5: PostgreSQL has no SHA-1 without an extension. Words are
-- bigints of which the low 32 bits count; rounds are unrolled five at a time, so that no word has to be
-- moved.
CREATE OR REPLACE FUNCTION :"workspace".sha1(message bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    m CONSTANT bigint := 4294967295;
    length CONSTANT bigint := octet_length(message);
    padded CONSTANT text := encode(
        message || decode('80', 'hex') || decode(repeat('00', ((119 - length % 64) % 64)::integer), 'hex')
            || int8send(length * 8), 'hex');
    h0 bigint := 1732584193;
    h1 bigint := 4023233417;
    h2 bigint := 2562383102;
    h3 bigint := 271733878;
    h4 bigint := 3285377520;
    a bigint;
    b bigint;
    c bigint;
    d bigint;
    e bigint;
    w bigint[];
BEGIN
    FOR block IN 0 .. octet_length(padded) / 128 - 1 LOOP
        w := array_fill(0::bigint, ARRAY[80], ARRAY[0]);
        FOR i IN 0..15 LOOP
            w[i] := ('x' || substr(padded, block * 128 + i * 8 + 1, 8))::bit(32)::bigint;
        END LOOP;
        FOR i IN 16..79 LOOP
            -- Rotated by one: twice the word, modulo 2^32-1, but that a word of ones stays one.
            w[i] := ((w[i - 3] # w[i - 8] # w[i - 14] # w[i - 16]) * 2 - 1) % m + 1;
        END LOOP;
        a := h0;
        b := h1;
        c := h2;
        d := h3;
        e := h4;
        FOR i IN 0..15 BY 5 LOOP
            e := (e + ((a << 5) | (a >> 27)) + (d # (b & (c # d))) + 1518500249 + w[i]) & m;
            b := ((b << 30) | (b >> 2)) & m;
            d := (d + ((e << 5) | (e >> 27)) + (c # (a & (b # c))) + 1518500249 + w[i + 1]) & m;
            a := ((a << 30) | (a >> 2)) & m;
            c := (c + ((d << 5) | (d >> 27)) + (b # (e & (a # b))) + 1518500249 + w[i + 2]) & m;
            e := ((e << 30) | (e >> 2)) & m;
            b := (b + ((c << 5) | (c >> 27)) + (a # (d & (e # a))) + 1518500249 + w[i + 3]) & m;
            d := ((d << 30) | (d >> 2)) & m;
            a := (a + ((b << 5) | (b >> 27)) + (e # (c & (d # e))) + 1518500249 + w[i + 4]) & m;
            c := ((c << 30) | (c >> 2)) & m;
        END LOOP;
        FOR i IN 20..35 BY 5 LOOP
            e := (e + ((a << 5) | (a >> 27)) + (b # c # d) + 1859775393 + w[i]) & m;
            b := ((b << 30) | (b >> 2)) & m;
            d := (d + ((e << 5) | (e >> 27)) + (a # b # c) + 1859775393 + w[i + 1]) & m;
            a := ((a << 30) | (a >> 2)) & m;
            c := (c + ((d << 5) | (d >> 27)) + (e # a # b) + 1859775393 + w[i + 2]) & m;
            e := ((e << 30) | (e >> 2)) & m;
            b := (b + ((c << 5) | (c >> 27)) + (d # e # a) + 1859775393 + w[i + 3]) & m;
            d := ((d << 30) | (d >> 2)) & m;
            a := (a + ((b << 5) | (b >> 27)) + (c # d # e) + 1859775393 + w[i + 4]) & m;
            c := ((c << 30) | (c >> 2)) & m;
        END LOOP;
        FOR i IN 40..55 BY 5 LOOP
            e := (e + ((a << 5) | (a >> 27)) + ((b & c) | (d & (b | c))) + 2400959708 + w[i]) & m;
            b := ((b << 30) | (b >> 2)) & m;
            d := (d + ((e << 5) | (e >> 27)) + ((a & b) | (c & (a | b))) + 2400959708 + w[i + 1]) & m;
            a := ((a << 30) | (a >> 2)) & m;
            c := (c + ((d << 5) | (d >> 27)) + ((e & a) | (b & (e | a))) + 2400959708 + w[i + 2]) & m;
            e := ((e << 30) | (e >> 2)) & m;
            b := (b + ((c << 5) | (c >> 27)) + ((d & e) | (a & (d | e))) + 2400959708 + w[i + 3]) & m;
            d := ((d << 30) | (d >> 2)) & m;
            a := (a + ((b << 5) | (b >> 27)) + ((c & d) | (e & (c | d))) + 2400959708 + w[i + 4]) & m;
            c := ((c << 30) | (c >> 2)) & m;
        END LOOP;
        FOR i IN 60..75 BY 5 LOOP
            e := (e + ((a << 5) | (a >> 27)) + (b # c # d) + 3395469782 + w[i]) & m;
            b := ((b << 30) | (b >> 2)) & m;
            d := (d + ((e << 5) | (e >> 27)) + (a # b # c) + 3395469782 + w[i + 1]) & m;
            a := ((a << 30) | (a >> 2)) & m;
            c := (c + ((d << 5) | (d >> 27)) + (e # a # b) + 3395469782 + w[i + 2]) & m;
            e := ((e << 30) | (e >> 2)) & m;
            b := (b + ((c << 5) | (c >> 27)) + (d # e # a) + 3395469782 + w[i + 3]) & m;
            d := ((d << 30) | (d >> 2)) & m;
            a := (a + ((b << 5) | (b >> 27)) + (c # d # e) + 3395469782 + w[i + 4]) & m;
            c := ((c << 30) | (c >> 2)) & m;
        END LOOP;
        h0 := (h0 + a) & m;
        h1 := (h1 + b) & m;
        h2 := (h2 + c) & m;
        h3 := (h3 + d) & m;
        h4 := (h4 + e) & m;
    END LOOP;
    RETURN decode(
        lpad(to_hex(h0), 8, '0') || lpad(to_hex(h1), 8, '0') || lpad(to_hex(h2), 8, '0')
        || lpad(to_hex(h3), 8, '0') || lpad(to_hex(h4), 8, '0'), 'hex');
END
$$;

ALTER FUNCTION :"workspace".sha1(bytea) OWNER TO cases_owner;
