-- Hybrid timestamps in place of `updated_at`, the e-mail of every account as it was opened with, and who holds it. What
-- is known of the accounts from before gives each airline the same rows: an account without its e-mail kept it in front
-- of a '#', and both stamps come from its own instants and its home airline.
ALTER TABLE "customers" DROP CONSTRAINT "customers_email_unique";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "holds_email" boolean;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "registered_stamp" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "profile_stamp" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
UPDATE "customers" SET
  "email" = split_part("email", '#', 1),
  "registered_stamp" = to_char("created_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z-0000-"') || "home_airline",
  "profile_stamp" = to_char("updated_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z-0000-"') || "home_airline";--> statement-breakpoint
UPDATE "customers" SET "holds_email" = NOT EXISTS (
  SELECT FROM "customers" "other" WHERE "other"."email" = "customers"."email"
    AND ("other"."registered_stamp" COLLATE "C", "other"."id") < ("customers"."registered_stamp" COLLATE "C", "customers"."id"));--> statement-breakpoint
ALTER TABLE "customers" ALTER COLUMN "holds_email" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ALTER COLUMN "registered_stamp" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ALTER COLUMN "profile_stamp" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" DROP COLUMN "updated_at";--> statement-breakpoint
CREATE UNIQUE INDEX "customers_email_holder" ON "customers" USING btree ("email") WHERE "customers"."holds_email";--> statement-breakpoint
CREATE INDEX "customers_by_email" ON "customers" USING btree ("email");--> statement-breakpoint
CREATE INDEX "customers_by_merged_into" ON "customers" USING btree ("merged_into") WHERE "customers"."merged_into" is not null;--> statement-breakpoint
-- What no copy, however old, may bring back. SQLSTATE 23514, as for a check; the message names the rule.
CREATE FUNCTION "guard_customer"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  broken text;
BEGIN
  broken := CASE
    WHEN NEW.id <> OLD.id THEN 'an account keeps its id'
    WHEN NEW.credential_epoch < OLD.credential_epoch THEN 'an old password never returns'
    WHEN NEW.merged_into IS NULL AND OLD.merged_into IS NOT NULL THEN 'accounts are united for good'
    WHEN NEW.merged_into > OLD.merged_into THEN 'of two unions the one with the lower id stays'
  END;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION '%: %', broken, OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "customers_guard" BEFORE UPDATE ON "customers"
  FOR EACH ROW EXECUTE FUNCTION "guard_customer"();
