-- No event can be later than infinity. Only the head of an empty log has an infinite time, before all
-- others. NOT VALID: a head that is wrong already is told by `cases verify`, and must not stop a
-- migration; no update can leave it so.
ALTER TABLE :"workspace".head ADD CONSTRAINT head_is_finite CHECK (
    isfinite(recorded_at) OR position = 0 AND recorded_at = '-infinity') NOT VALID;
