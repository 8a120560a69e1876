-- The made-up log has none.
CREATE TABLE limits.unreadable_event (LIKE :"workspace".unreadable_event INCLUDING ALL);
