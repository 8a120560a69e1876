extension Desk {
    /// Makes the server refuse what a worker of a rebuild writes when it has done this stream.
    package func cutOffRebuild(at stream: String) async throws {
        try await sql(
            """
            CREATE FUNCTION WS.cut_off() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.stream = '\(stream)' THEN RAISE EXCEPTION 'cut off'; END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER cut_off BEFORE UPDATE ON WS.rebuild_share
            FOR EACH ROW EXECUTE FUNCTION WS.cut_off();
            """)
    }

    /// Undoes `cutOffRebuild`.
    package func letRebuild() async throws {
        try await sql("DROP FUNCTION WS.cut_off() CASCADE")
    }

    /// Puts another event in the place of the last one, as a restored backup does: it looks whole.
    package func replaceTail(_ words: String, by others: String) async throws {
        try await sql(
            """
            ALTER TABLE WS.event DISABLE TRIGGER ALL;
            UPDATE WS.event SET
                body = b, digest = d, leaf = WS.leaf(
                    WS.header(stream, version, id, type, recorded_at, recorded_by, d))
            FROM (
                SELECT position AS p, b, sha256(salt || convert_to(b::text, 'UTF8')) AS d
                FROM WS.event, replace(body::text, '\(words)', '\(others)') AS t, LATERAL (
                    SELECT t::json AS b) AS c
            ) AS new WHERE p = position AND position = (SELECT position FROM WS.head);
            ALTER TABLE WS.event ENABLE TRIGGER ALL;
            """)
    }

    /// Takes the last event away, as a restored backup does.
    package func cutTail() async throws {
        try await sql(
            """
            ALTER TABLE WS.event DISABLE TRIGGER ALL;
            DELETE FROM WS.event WHERE position = (SELECT position FROM WS.head);
            UPDATE WS.head SET position = position - 1;
            ALTER TABLE WS.event ENABLE TRIGGER ALL;
            """)
    }
}
