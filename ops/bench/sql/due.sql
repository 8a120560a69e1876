-- Nothing in the made-up log is due on a day.
CREATE TABLE limits.due_day (LIKE :"workspace".due_day INCLUDING ALL);
