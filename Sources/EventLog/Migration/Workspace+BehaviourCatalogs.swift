import Postgres

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
            ('owner', f.proowner::regrole::text),
            ('privileges', (SELECT \(Privileges()) FROM aclexplode(
                coalesce(f.proacl, acldefault('f', f.proowner))) a))
        ) p (property, value)
        WHERE f.pronamespace = \(name)::regnamespace
        """
    }
}

/// Stands in a statement for the privileges in `a`, spelled out in one fixed order.
struct Privileges {}

extension Statement.StringInterpolation {
    /// Appends the expression that spells out the privileges of `a`.
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
