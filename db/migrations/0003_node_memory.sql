CREATE TABLE "abstentions" (
	"global_transaction_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "forgotten_passengers" (
	"record_locator" text PRIMARY KEY NOT NULL,
	"global_transaction_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"passenger_count" smallint NOT NULL,
	"noted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memory" (
	"only_row" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"system_identifier" text,
	"database_oid" bigint NOT NULL,
	"timeline" integer NOT NULL,
	"epoch" integer NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "memory_only_row" CHECK ("memory"."only_row"),
	CONSTRAINT "memory_epoch" CHECK ("memory"."epoch" > 0),
	CONSTRAINT "memory_state" CHECK ("memory"."state" in ('remembers', 'amnesiac')),
	CONSTRAINT "memory_reason" CHECK (("memory"."state" = 'amnesiac') = ("memory"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "memory_runs" (
	"place" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "memory_runs_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"run" text NOT NULL,
	"started_at_lsn" bigint NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "peer_memories" (
	"airline" text PRIMARY KEY NOT NULL,
	"epoch" integer NOT NULL,
	"run" text NOT NULL,
	"lsn" bigint NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recoveries" (
	"epoch" integer PRIMARY KEY NOT NULL,
	"without" text[] NOT NULL,
	"reason" text,
	"report" jsonb NOT NULL,
	"finished_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "memory_runs_run" ON "memory_runs" USING btree ("run");--> statement-breakpoint
CREATE INDEX "global_transactions_by_birth" ON "global_transactions" USING brin ("created_at");