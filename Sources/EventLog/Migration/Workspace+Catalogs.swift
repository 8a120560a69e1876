import Postgres

extension Workspace {
    /// The statements that describe the schema, each row an object, a property and its value.
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
        SELECT format('table %s', c.relname), p.property, coalesce(p.value, 'none')
        FROM pg_class c CROSS JOIN LATERAL (VALUES
            ('kind', concat(c.relkind, c.relpersistence)),
            ('options', array_to_string(c.reloptions, ', ')),
            ('row security', c.relrowsecurity::text),
            ('owner', c.relowner::regrole::text),
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
