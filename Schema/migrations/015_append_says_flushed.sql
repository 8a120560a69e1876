-- The functions `append` answer one column more than they did, and PostgreSQL does not replace a
-- function by one that answers something else. They are put anew behind the migrations.
DROP FUNCTION IF EXISTS :"workspace".append(uuid, text, text, json, text, bigint);
DROP FUNCTION IF EXISTS :"workspace".append(
    uuid[], text[], text[], json[], text, text[], bigint[]
);
