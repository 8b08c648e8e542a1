DROP INDEX "global_transactions_undecided";--> statement-breakpoint
DROP INDEX "global_transactions_coordinating";--> statement-breakpoint
ALTER TABLE "global_transactions" ALTER COLUMN "resolve_at" DROP NOT NULL;--> statement-breakpoint
UPDATE "global_transactions" SET "resolve_at" = NULL WHERE "decision" IS NOT NULL AND ("decision" = 'abort'
  OR "coordinator_state" <> 'done' OR jsonb_array_length("manifest" -> 'participants') = 1 OR cardinality("acknowledged") = 2);--> statement-breakpoint
CREATE INDEX "global_transactions_due" ON "global_transactions" USING btree ("resolve_at") WHERE "global_transactions"."resolve_at" is not null;--> statement-breakpoint
ALTER TABLE "global_transactions" ADD CONSTRAINT "global_transactions_undecided_is_due" CHECK ("global_transactions"."decision" is not null or "global_transactions"."resolve_at" is not null);
