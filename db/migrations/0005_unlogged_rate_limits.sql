-- Counted before every purchase: with a log each count would wait for the disk. A crash of PostgreSQL empties the table,
-- and whoever had used up an allowance may try again.
ALTER TABLE "rate_limits" SET UNLOGGED;
