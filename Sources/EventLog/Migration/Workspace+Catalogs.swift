import Postgres

/// One fact about one object of an installed schema.
struct SchemaProperty: Hashable, Sendable {
    /// The kind of object and its name: `trigger head_refuses_delete of head`.
    let object: String
    /// Which of its properties: `state`.
    let property: String
    /// Its value as the catalogs show it, without the schema's own name.
    let value: String
}

extension SchemaProperty {
    init(_ row: inout Row) throws {
        object = try row.next()
        property = try row.next()
        value = try row.next()
    }
}

extension SchemaProperty {
    /// The differences between `installed` and `expected` as text, in the order of the objects'
    /// names.
    static func differences(
        installed: [SchemaProperty], expected: [SchemaProperty]
    ) -> [String] {
        let installed = Dictionary(grouping: installed, by: \.object)
        let expected = Dictionary(grouping: expected, by: \.object)
        return Set(installed.keys).union(expected.keys).sorted().flatMap { object in
            guard let found = installed[object] else { return ["\(object) is missing"] }
            guard let wanted = expected[object] else { return ["\(object) is not expected here"] }
            return differences(of: object, found, wanted)
        }
    }

    private static func differences(
        of object: String, _ found: [SchemaProperty], _ wanted: [SchemaProperty]
    ) -> [String] {
        let found = Dictionary(found.map { ($0.property, $0.value) }) { first, _ in first }
        let wanted = Dictionary(wanted.map { ($0.property, $0.value) }) { first, _ in first }
        return Set(found.keys).union(wanted.keys).sorted().compactMap { property in
            let (actual, wish) = (found[property] ?? "none", wanted[property] ?? "none")
            guard !actual.utf8.elementsEqual(wish.utf8) else { return nil }
            guard actual.count <= 80, wish.count <= 80, !actual.contains("\n") else {
                return "\(object): \(property) not as expected"
            }
            return "\(object): \(property) \(actual), expected \(wish)"
        }
    }
}

extension Workspace {
    /// The statements that describe the schema; each row is an object, a property and its value.
    var catalogs: [Statement] {
        [schema, relations, columns, constraints, indexes, triggers, rules, functions]
    }

    private var schema: Statement {
        """
        SELECT 'the schema', p.property, p.value
        FROM pg_namespace n CROSS JOIN LATERAL (VALUES
            ('owner', n.nspowner::regrole::text),
            ('privileges', (SELECT \(Privileges()) FROM aclexplode(
                coalesce(n.nspacl, acldefault('n', n.nspowner))) a))
        ) p (property, value)
        WHERE n.nspname = \(name)
        """
    }

    private var relations: Statement {
        """
        SELECT format('%s %s', CASE c.relkind WHEN 'v' THEN 'view' ELSE 'table' END, c.relname),
            p.property, coalesce(p.value, 'none')
        FROM pg_class c CROSS JOIN LATERAL (VALUES
            ('kind', concat(c.relkind, c.relpersistence)),
            ('options', array_to_string(c.reloptions, ', ')),
            ('row security', c.relrowsecurity::text),
            ('owner', c.relowner::regrole::text),
            ('query', CASE c.relkind WHEN 'v' THEN pg_get_viewdef(c.oid) END),
            ('comment', obj_description(c.oid, 'pg_class')),
            ('privileges', (SELECT \(Privileges()) FROM aclexplode(
                coalesce(c.relacl, acldefault('r', c.relowner))) a))
        ) p (property, value)
        WHERE c.relnamespace = \(name)::regnamespace AND c.relkind NOT IN ('i', 'I', 't', 'c')
        """
    }

    private var columns: Statement {
        """
        SELECT format('column %s of %s', a.attname, c.relname), p.property,
            coalesce(p.value, 'none')
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        LEFT JOIN pg_collation l ON l.oid = a.attcollation
        CROSS JOIN LATERAL (VALUES
            ('type', format_type(a.atttypid, a.atttypmod)),
            ('place', a.attnum::text),
            ('nullability', CASE WHEN a.attnotnull THEN 'NOT NULL' ELSE 'NULL' END),
            ('default', pg_get_expr(d.adbin, d.adrelid)),
            ('collation', l.collname),
            ('comment', col_description(c.oid, a.attnum)),
            ('privileges', (SELECT \(Privileges()) FROM aclexplode(a.attacl) a))
        ) p (property, value)
        WHERE c.relnamespace = \(name)::regnamespace AND c.relkind NOT IN ('i', 'I', 't', 'c')
            AND a.attnum > 0 AND NOT a.attisdropped
        """
    }

    private var constraints: Statement {
        """
        SELECT format('constraint %s of %s', k.conname, k.conrelid::regclass), p.property, p.value
        FROM pg_constraint k CROSS JOIN LATERAL (VALUES
            ('definition', pg_get_constraintdef(k.oid)),
            ('validity', CASE WHEN k.convalidated THEN 'valid' ELSE 'not validated' END)
        ) p (property, value)
        WHERE k.connamespace = \(name)::regnamespace AND k.conrelid <> 0 AND k.contype <> 'n'
        """
    }

    private var indexes: Statement {
        #"""
        SELECT format('index %s', i.indexrelid::regclass), p.property, p.value
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        CROSS JOIN LATERAL (VALUES
            ('definition', regexp_replace(
                pg_get_indexdef(i.indexrelid), ' ON \S+\.(\S+) USING', ' ON \1 USING')),
            ('validity', CASE WHEN i.indisvalid THEN 'valid' ELSE 'invalid' END)
        ) p (property, value)
        WHERE c.relnamespace = \#(name)::regnamespace
            AND i.indrelid IN (SELECT t.oid FROM pg_class t WHERE t.relkind <> 't')
        """#
    }
}

extension Workspace {
    var triggers: Statement {
        """
        SELECT format('trigger %s of %s', t.tgname, c.relname), p.property, p.value
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        CROSS JOIN LATERAL (VALUES
            ('definition', pg_get_triggerdef(t.oid, true)),
            ('state', CASE t.tgenabled WHEN 'A' THEN 'enabled always' WHEN 'D' THEN 'disabled'
                WHEN 'R' THEN 'enabled on replicas only' ELSE 'enabled except on replicas' END)
        ) p (property, value)
        WHERE c.relnamespace = \(name)::regnamespace AND NOT t.tgisinternal
        """
    }

    /// Rewrite rules and row policies: none is expected, and each could change what is stored.
    var rules: Statement {
        """
        SELECT format('rule %s of %s', r.rulename, c.relname), 'definition',
            pg_get_ruledef(r.oid, true)
        FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
        WHERE c.relnamespace = \(name)::regnamespace AND c.relkind <> 'v'
        UNION ALL
        SELECT format('policy %s of %s', l.polname, c.relname), 'definition',
            coalesce(pg_get_expr(l.polqual, l.polrelid), 'none')
        FROM pg_policy l JOIN pg_class c ON c.oid = l.polrelid
        WHERE c.relnamespace = \(name)::regnamespace
        """
    }

    var functions: Statement {
        """
        SELECT format('function %s(%s)', f.proname, pg_get_function_identity_arguments(f.oid)),
            p.property, coalesce(p.value, 'none')
        FROM pg_proc f JOIN pg_language l ON l.oid = f.prolang
        CROSS JOIN LATERAL (VALUES
            ('body', coalesce(
                pg_get_function_sqlbody(f.oid), replace(f.prosrc, format('"%s".', \(name)), ''))),
            ('arguments', pg_get_function_arguments(f.oid)),
            ('result', pg_get_function_result(f.oid)),
            ('language', l.lanname),
            ('kind', concat(f.prokind, f.provolatile, f.proparallel, f.proisstrict)),
            ('security', CASE WHEN f.prosecdef THEN 'its owner''s' ELSE 'its caller''s' END),
            ('settings', array_to_string(f.proconfig, ', ')),
            ('comment', obj_description(f.oid, 'pg_proc')),
            ('owner', f.proowner::regrole::text),
            ('privileges', (SELECT \(Privileges()) FROM aclexplode(
                coalesce(f.proacl, acldefault('f', f.proowner))) a))
        ) p (property, value)
        WHERE f.pronamespace = \(name)::regnamespace
        """
    }
}

/// Interpolates the privileges in `a` into a statement, in one fixed order.
struct Privileges {}

extension Statement.StringInterpolation {
    /// Appends the expression that lists the privileges of `a`.
    mutating func appendInterpolation(_: Privileges) {
        appendLiteral(
            """
            string_agg(CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END \
            || ' ' || lower(a.privilege_type) \
            || CASE WHEN a.is_grantable THEN ' with grant option' ELSE '' END, ', ' \
            ORDER BY a.grantee::regrole::text COLLATE "C", a.privilege_type COLLATE "C")
            """)
    }
}
