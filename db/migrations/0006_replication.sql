CREATE TABLE "booking_copies" (
	"record_locator" text NOT NULL,
	"origin" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"header" jsonb NOT NULL,
	"part" jsonb,
	"change_seq" bigint NOT NULL,
	CONSTRAINT "booking_copies_record_locator_origin_pk" PRIMARY KEY("record_locator","origin")
);
--> statement-breakpoint
CREATE TABLE "change_batches" (
	"origin" text NOT NULL,
	"epoch" integer NOT NULL,
	"first_seq" bigint NOT NULL,
	"last_seq" bigint NOT NULL,
	"stamp" text NOT NULL,
	"kid" text NOT NULL,
	"signature" text NOT NULL,
	"body" text NOT NULL,
	"stored_at" timestamp with time zone NOT NULL,
	CONSTRAINT "change_batches_origin_epoch_first_seq_pk" PRIMARY KEY("origin","epoch","first_seq"),
	CONSTRAINT "change_batches_seq" CHECK (0 < "change_batches"."first_seq" and "change_batches"."first_seq" <= "change_batches"."last_seq")
);
--> statement-breakpoint
CREATE TABLE "change_logs" (
	"origin" text PRIMARY KEY NOT NULL,
	"epoch" integer NOT NULL,
	"seq" bigint NOT NULL,
	"as_of" timestamp with time zone,
	"bootstrap" jsonb,
	"bootstrapped_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"place" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "peer_progress" (
	"peer" text NOT NULL,
	"origin" text NOT NULL,
	"epoch" integer NOT NULL,
	"seq" bigint NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "peer_progress_peer_origin_pk" PRIMARY KEY("peer","origin")
);
--> statement-breakpoint
CREATE TABLE "set_aside_changes" (
	"origin" text NOT NULL,
	"epoch" integer NOT NULL,
	"seq" bigint NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"state" jsonb NOT NULL,
	"reason" text NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "set_aside_changes_origin_epoch_seq_pk" PRIMARY KEY("origin","epoch","seq"),
	CONSTRAINT "set_aside_changes_reason" CHECK ("set_aside_changes"."reason" in ('foreign', 'future', 'unknown', 'unreadable'))
);
--> statement-breakpoint
ALTER TABLE "cabins" ADD COLUMN "change_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "legs" ADD COLUMN "taken_seats" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "legs" ADD COLUMN "held_seats" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "booking_copies_by_customer" ON "booking_copies" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "booking_copies_by_origin" ON "booking_copies" USING btree ("origin","record_locator");