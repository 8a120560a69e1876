/// The SQL objects of a workspace, in the order in which they are installed.
///
/// Wherever a file names the workspace it says `:"workspace"`. That is psql's own spelling, but psql
/// does not look into the body of a function; whoever installs by hand replaces it beforehand:
/// `sed 's/:"workspace"/"cases"/g' FILE… | psql -1 -f -`, the files in the order below.
public enum Schema {
    /// The roles of the cluster, made where they are missing.
    public static let roles = [
        SchemaObject(name: "roles/owner", sql: PackageResources.owner_sql),
        SchemaObject(name: "roles/writer", sql: PackageResources.writer_sql),
        SchemaObject(name: "roles/projector", sql: PackageResources.projector_sql),
        SchemaObject(name: "roles/reader", sql: PackageResources.reader_sql),
        SchemaObject(name: "roles/signer", sql: PackageResources.signer_sql),
    ]

    /// What is applied once and never changed afterwards.
    public static let migrations = [
        SchemaObject(name: "migrations/001_workspace", sql: PackageResources._01_workspace_sql),
        SchemaObject(name: "migrations/002_migration", sql: PackageResources._02_migration_sql),
        SchemaObject(name: "migrations/003_head", sql: PackageResources._03_head_sql),
        SchemaObject(
            name: "migrations/004_is_well_formed", sql: PackageResources._04_is_well_formed_sql),
        SchemaObject(name: "migrations/005_event", sql: PackageResources._05_event_sql),
        SchemaObject(name: "migrations/006_projection", sql: PackageResources._06_projection_sql),
        SchemaObject(
            name: "migrations/007_rebuild_share", sql: PackageResources._07_rebuild_share_sql),
        SchemaObject(name: "migrations/008_case_state", sql: PackageResources._08_case_state_sql),
        SchemaObject(
            name: "migrations/009_timeline_entry", sql: PackageResources._09_timeline_entry_sql),
        SchemaObject(name: "migrations/010_participant", sql: PackageResources._10_participant_sql),
        SchemaObject(name: "migrations/011_link", sql: PackageResources._11_link_sql),
        SchemaObject(name: "migrations/012_mention", sql: PackageResources._12_mention_sql),
        SchemaObject(name: "migrations/013_register", sql: PackageResources._13_register_sql),
        SchemaObject(name: "migrations/014_search_text", sql: PackageResources._14_search_text_sql),
        SchemaObject(
            name: "migrations/015_event_amendment", sql: PackageResources._15_event_amendment_sql),
        SchemaObject(
            name: "migrations/016_measures_and_lists",
            sql: PackageResources._16_measures_and_lists_sql),
        SchemaObject(
            name: "migrations/017_event_identity", sql: PackageResources._17_event_identity_sql),
        SchemaObject(
            name: "migrations/018_search_terms", sql: PackageResources._18_search_terms_sql),
        SchemaObject(
            name: "migrations/019_unreadable_event",
            sql: PackageResources._19_unreadable_event_sql),
        SchemaObject(
            name: "migrations/020_head_is_finite",
            sql: PackageResources._20_head_is_finite_sql),
        SchemaObject(name: "migrations/021_measure", sql: PackageResources._21_measure_sql),
        SchemaObject(name: "migrations/022_due_day", sql: PackageResources._22_due_day_sql),
        SchemaObject(
            name: "migrations/023_register_country",
            sql: PackageResources._23_register_country_sql),
        SchemaObject(
            name: "migrations/024_access_token", sql: PackageResources._24_access_token_sql),
        SchemaObject(name: "migrations/025_subtree", sql: PackageResources._25_subtree_sql),
        SchemaObject(name: "migrations/026_checkpoint", sql: PackageResources._26_checkpoint_sql),
        SchemaObject(
            name: "migrations/027_register_published",
            sql: PackageResources._27_register_published_sql),
    ]

    /// What every migration puts as it is carried: functions, triggers, views, privileges.
    public static let replaceable = functions + triggers + views + privileges

    private static let functions = [
        SchemaObject(name: "functions/header", sql: PackageResources.header_sql),
        SchemaObject(name: "functions/leaf", sql: PackageResources.leaf_sql),
        SchemaObject(name: "functions/recorded_by", sql: PackageResources.recorded_by_sql),
        SchemaObject(name: "functions/refuse_clash", sql: PackageResources.refuse_clash_sql),
        SchemaObject(name: "functions/refuse_version", sql: PackageResources.refuse_version_sql),
        SchemaObject(
            name: "functions/refuse_malformed", sql: PackageResources.refuse_malformed_sql),
        SchemaObject(name: "functions/order_of_name", sql: PackageResources.order_of_name_sql),
        SchemaObject(
            name: "functions/has_whole_numbers", sql: PackageResources.has_whole_numbers_sql),
        SchemaObject(name: "functions/is_canonical", sql: PackageResources.is_canonical_sql),
        SchemaObject(name: "functions/sha1", sql: PackageResources.sha1_sql),
        SchemaObject(name: "functions/keyed_id", sql: PackageResources.keyed_id_sql),
        SchemaObject(name: "functions/malformation", sql: PackageResources.malformation_sql),
        SchemaObject(name: "functions/key_of", sql: PackageResources.key_of_sql),
        SchemaObject(name: "functions/renumbered", sql: PackageResources.renumbered_sql),
        SchemaObject(name: "functions/each_once", sql: PackageResources.each_once_sql),
        SchemaObject(name: "functions/drafts", sql: PackageResources.drafts_sql),
        SchemaObject(name: "functions/unrecorded", sql: PackageResources.unrecorded_sql),
        SchemaObject(name: "functions/numbered", sql: PackageResources.numbered_sql),
        SchemaObject(name: "functions/flushes", sql: PackageResources.flushes_sql),
        SchemaObject(name: "functions/flush", sql: PackageResources.flush_sql),
        SchemaObject(name: "functions/append_one", sql: PackageResources.append_one_sql),
        SchemaObject(name: "functions/append_batch", sql: PackageResources.append_batch_sql),
        SchemaObject(name: "functions/append", sql: PackageResources.append_sql),
        SchemaObject(name: "functions/append_arrays", sql: PackageResources.append_arrays_sql),
        SchemaObject(name: "functions/refuse_change", sql: PackageResources.refuse_change_sql),
        SchemaObject(
            name: "functions/refuse_all_but_erasure",
            sql: PackageResources.refuse_all_but_erasure_sql),
        SchemaObject(
            name: "functions/refuse_all_but_append",
            sql: PackageResources.refuse_all_but_append_sql),
        SchemaObject(name: "functions/day_of", sql: PackageResources.day_of_sql),
        SchemaObject(name: "functions/day_of_text", sql: PackageResources.day_of_text_sql),
        SchemaObject(name: "functions/event_name", sql: PackageResources.event_name_sql),
        SchemaObject(name: "functions/id_in", sql: PackageResources.id_in_sql),
        SchemaObject(name: "functions/sql_version", sql: PackageResources.sql_version_sql),
    ]

    /// Those of `head` stand first: whoever appends locks `head` first, and two orders deadlock.
    private static let triggers = [
        SchemaObject(
            name: "triggers/head_refuses_delete", sql: PackageResources.head_refuses_delete_sql),
        SchemaObject(
            name: "triggers/head_refuses_truncate", sql: PackageResources.head_refuses_truncate_sql),
        SchemaObject(
            name: "triggers/head_refuses_update", sql: PackageResources.head_refuses_update_sql),
        SchemaObject(
            name: "triggers/event_refuses_insert", sql: PackageResources.event_refuses_insert_sql),
        SchemaObject(
            name: "triggers/event_refuses_update", sql: PackageResources.event_refuses_update_sql),
        SchemaObject(
            name: "triggers/event_refuses_delete", sql: PackageResources.event_refuses_delete_sql),
        SchemaObject(
            name: "triggers/event_refuses_truncate",
            sql: PackageResources.event_refuses_truncate_sql),
        SchemaObject(
            name: "triggers/migration_refuses_change",
            sql: PackageResources.migration_refuses_change_sql),
    ]

    /// The views for queries in SQL, each after those that it reads, and the functions on them.
    private static let views = [
        SchemaObject(name: "views/events", sql: PackageResources.events_sql),
        SchemaObject(name: "views/entries", sql: PackageResources.entries_sql),
        SchemaObject(name: "views/actors", sql: PackageResources.actors_sql),
        SchemaObject(name: "views/sources", sql: PackageResources.sources_sql),
        SchemaObject(name: "views/cases", sql: PackageResources.cases_sql),
        SchemaObject(name: "views/links", sql: PackageResources.links_sql),
        SchemaObject(name: "views/participants", sql: PackageResources.participants_sql),
        SchemaObject(name: "views/measures", sql: PackageResources.measures_sql),
        SchemaObject(name: "views/claims", sql: PackageResources.claims_sql),
        SchemaObject(name: "views/read_models", sql: PackageResources.read_models_sql),
        SchemaObject(name: "views/unreadable_events", sql: PackageResources.unreadable_events_sql),
        SchemaObject(name: "views/events_known_at", sql: PackageResources.events_known_at_sql),
        SchemaObject(name: "views/events_up_to", sql: PackageResources.events_up_to_sql),
        SchemaObject(name: "views/entries_between", sql: PackageResources.entries_between_sql),
        SchemaObject(
            name: "views/claims_published_by", sql: PackageResources.claims_published_by_sql),
    ]

    private static let privileges = [
        SchemaObject(
            name: "privileges/public_privileges", sql: PackageResources.public_privileges_sql),
        SchemaObject(
            name: "privileges/writer_privileges", sql: PackageResources.writer_privileges_sql),
        SchemaObject(
            name: "privileges/projector_privileges",
            sql: PackageResources.projector_privileges_sql),
        SchemaObject(
            name: "privileges/reader_privileges", sql: PackageResources.reader_privileges_sql),
        SchemaObject(
            name: "privileges/signer_privileges", sql: PackageResources.signer_privileges_sql),
    ]
}
