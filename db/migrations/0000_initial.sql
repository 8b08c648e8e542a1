CREATE SEQUENCE "public"."e_ticket_serial" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"credential_epoch" integer DEFAULT 1 NOT NULL,
	"home_airline" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "customers_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_limits_action_subject_window_start_pk" PRIMARY KEY("action","subject","window_start")
);
--> statement-breakpoint
CREATE TABLE "booking_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visitor_id" uuid NOT NULL,
	"customer_id" uuid,
	"leg_ids" text[] NOT NULL,
	"passenger_count" smallint NOT NULL,
	"details" jsonb,
	"idempotency_key" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking_parts" (
	"record_locator" text NOT NULL,
	"airline" text NOT NULL,
	"part" jsonb NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	CONSTRAINT "booking_parts_record_locator_airline_pk" PRIMARY KEY("record_locator","airline")
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"record_locator" text PRIMARY KEY NOT NULL,
	"global_transaction_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"state" text NOT NULL,
	"participants" text[] NOT NULL,
	"passenger_count" smallint NOT NULL,
	"total_cents" integer NOT NULL,
	"booked_at" timestamp with time zone NOT NULL,
	"cancelling_id" uuid,
	"cancelled_at" timestamp with time zone,
	"refund_cents" integer,
	CONSTRAINT "bookings_global_transaction_id_unique" UNIQUE("global_transaction_id"),
	CONSTRAINT "bookings_state" CHECK ("bookings"."state" in ('confirmed', 'cancelled')),
	CONSTRAINT "bookings_cancelled" CHECK (("bookings"."state" = 'cancelled') = ("bookings"."cancelled_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "coupons" (
	"leg_id" text NOT NULL,
	"e_ticket_number" text NOT NULL,
	"coupon_number" smallint NOT NULL,
	"record_locator" text NOT NULL,
	"passenger_index" smallint NOT NULL,
	"seat" text NOT NULL,
	"fare_cents" integer NOT NULL,
	"surcharge_cents" integer NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "coupons_leg_id_e_ticket_number_pk" PRIMARY KEY("leg_id","e_ticket_number"),
	CONSTRAINT "coupons_state" CHECK ("coupons"."state" in ('open', 'checked-in', 'flown', 'refunded', 'void'))
);
--> statement-breakpoint
CREATE TABLE "draft_holds" (
	"booking_draft_id" uuid NOT NULL,
	"leg_id" text NOT NULL,
	"seats" text[] NOT NULL,
	"hold_until" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_holds_booking_draft_id_leg_id_pk" PRIMARY KEY("booking_draft_id","leg_id")
);
--> statement-breakpoint
CREATE TABLE "passengers" (
	"record_locator" text NOT NULL,
	"passenger_index" smallint NOT NULL,
	"name" text NOT NULL,
	"birth_date" text NOT NULL,
	"document_kind" text NOT NULL,
	"document_number" text NOT NULL,
	"contact_email" text NOT NULL,
	"contact_phone" text,
	CONSTRAINT "passengers_record_locator_passenger_index_pk" PRIMARY KEY("record_locator","passenger_index")
);
--> statement-breakpoint
CREATE TABLE "record_locators" (
	"locator" text PRIMARY KEY NOT NULL,
	"global_transaction_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cabins" (
	"airline" text NOT NULL,
	"code" text NOT NULL,
	"layout" jsonb NOT NULL,
	CONSTRAINT "cabins_airline_code_pk" PRIMARY KEY("airline","code")
);
--> statement-breakpoint
CREATE TABLE "catalogues" (
	"airline" text PRIMARY KEY NOT NULL,
	"change_seq" bigint DEFAULT 0 NOT NULL,
	"as_of" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "legs" (
	"leg_id" text PRIMARY KEY NOT NULL,
	"airline" text NOT NULL,
	"flight_number" integer NOT NULL,
	"service_date" date NOT NULL,
	"origin" text NOT NULL,
	"destination" text NOT NULL,
	"departs_at" timestamp with time zone NOT NULL,
	"arrives_at" timestamp with time zone NOT NULL,
	"aircraft" text NOT NULL,
	"cabin" text NOT NULL,
	"fare_cents" integer NOT NULL,
	"seats_left" smallint NOT NULL,
	"status" text DEFAULT 'scheduled' NOT NULL,
	"change_seq" bigint NOT NULL,
	CONSTRAINT "legs_id_names_airline" CHECK (starts_with("legs"."leg_id", "legs"."airline" || ':' || "legs"."flight_number"::text || ':')),
	CONSTRAINT "legs_arrive_after_departure" CHECK ("legs"."arrives_at" > "legs"."departs_at"),
	CONSTRAINT "legs_fare_positive" CHECK ("legs"."fare_cents" > 0),
	CONSTRAINT "legs_seats_left_not_negative" CHECK ("legs"."seats_left" >= 0),
	CONSTRAINT "legs_status" CHECK ("legs"."status" in ('scheduled', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "global_transactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"coordinator" text NOT NULL,
	"manifest" jsonb,
	"manifest_hash" text,
	"private_work" jsonb,
	"coordinator_state" text DEFAULT 'none' NOT NULL,
	"participant_state" text DEFAULT 'none' NOT NULL,
	"promised" integer DEFAULT 0 NOT NULL,
	"accepted_ballot" integer,
	"accepted_value" text,
	"decision" text,
	"acknowledged" text[] DEFAULT '{}' NOT NULL,
	"refusal" jsonb,
	"resolve_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "global_transactions_coordinator_state" CHECK ("global_transactions"."coordinator_state" in ('none', 'preparing', 'committing', 'done')),
	CONSTRAINT "global_transactions_participant_state" CHECK ("global_transactions"."participant_state" in ('none', 'prepared', 'refused', 'sold', 'freed')),
	CONSTRAINT "global_transactions_decision" CHECK ("global_transactions"."decision" in ('commit', 'abort')),
	CONSTRAINT "global_transactions_accepted" CHECK (("global_transactions"."accepted_ballot" is null) = ("global_transactions"."accepted_value" is null) and "global_transactions"."accepted_value" in ('commit', 'abort')),
	CONSTRAINT "global_transactions_promise" CHECK ("global_transactions"."promised" >= 0 and coalesce("global_transactions"."accepted_ballot", 0) <= "global_transactions"."promised"),
	CONSTRAINT "global_transactions_sold_is_decided" CHECK ("global_transactions"."participant_state" <> 'sold' or "global_transactions"."decision" is not distinct from 'commit'),
	CONSTRAINT "global_transactions_freed_is_decided" CHECK ("global_transactions"."participant_state" not in ('refused', 'freed') or "global_transactions"."decision" is not distinct from 'abort'),
	CONSTRAINT "global_transactions_manifest" CHECK (("global_transactions"."manifest" is null) = ("global_transactions"."manifest_hash" is null))
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"customer_id" uuid NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"request_hash" text NOT NULL,
	"global_transaction_id" uuid NOT NULL,
	"delegated_to" text,
	"result" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "requests_customer_id_idempotency_key_pk" PRIMARY KEY("customer_id","idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "seat_claims" (
	"leg_id" text NOT NULL,
	"seat" text NOT NULL,
	"state" text NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"hold_until" timestamp with time zone,
	"customer_id" uuid,
	"booking_draft_id" uuid,
	"global_transaction_id" uuid,
	CONSTRAINT "seat_claims_leg_id_seat_pk" PRIMARY KEY("leg_id","seat"),
	CONSTRAINT "seat_claims_seat" CHECK ("seat_claims"."seat" ~ '^[1-9][0-9]?[A-K]$'),
	CONSTRAINT "seat_claims_state" CHECK (case "seat_claims"."state"
        when 'held' then "seat_claims"."hold_until" is not null and "seat_claims"."booking_draft_id" is not null and "seat_claims"."global_transaction_id" is null
        when 'prepared' then "seat_claims"."hold_until" is null and "seat_claims"."global_transaction_id" is not null
        when 'sold' then "seat_claims"."hold_until" is null and "seat_claims"."global_transaction_id" is not null
        when 'blocked' then "seat_claims"."hold_until" is null and "seat_claims"."global_transaction_id" is null
        else false end)
);
--> statement-breakpoint
CREATE INDEX "rate_limits_by_window" ON "rate_limits" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "bookings_by_customer" ON "bookings" USING btree ("customer_id","booked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "coupons_one_per_seat" ON "coupons" USING btree ("leg_id","seat") WHERE "coupons"."state" in ('open', 'checked-in', 'flown');--> statement-breakpoint
CREATE INDEX "coupons_by_locator" ON "coupons" USING btree ("record_locator","leg_id");--> statement-breakpoint
CREATE INDEX "legs_by_airline_change" ON "legs" USING btree ("airline","change_seq","leg_id");--> statement-breakpoint
CREATE INDEX "legs_by_airline_service_date" ON "legs" USING btree ("airline","service_date","leg_id");--> statement-breakpoint
CREATE INDEX "global_transactions_undecided" ON "global_transactions" USING btree ("resolve_at") WHERE "global_transactions"."decision" is null;--> statement-breakpoint
CREATE INDEX "global_transactions_coordinating" ON "global_transactions" USING btree ("coordinator","created_at") WHERE "global_transactions"."coordinator_state" in ('preparing', 'committing');--> statement-breakpoint
CREATE INDEX "requests_by_global_transaction" ON "requests" USING btree ("global_transaction_id");--> statement-breakpoint
CREATE INDEX "seat_claims_by_draft" ON "seat_claims" USING btree ("booking_draft_id","leg_id");--> statement-breakpoint
CREATE INDEX "seat_claims_by_hold" ON "seat_claims" USING btree ("hold_until");