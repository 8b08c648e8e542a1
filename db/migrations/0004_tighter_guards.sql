-- What the state tables forbid and no constraint said yet. A CHECK speaks of one row, the trigger of a move.
ALTER TABLE "global_transactions" ADD CONSTRAINT "global_transactions_ballot" CHECK (coalesce("global_transactions"."accepted_ballot", 0) >= 0 and ("global_transactions"."accepted_ballot" is distinct from 0 or "global_transactions"."accepted_value" = 'commit'));--> statement-breakpoint
ALTER TABLE "global_transactions" ADD CONSTRAINT "global_transactions_prepared_is_undecided" CHECK ("global_transactions"."participant_state" <> 'prepared' or "global_transactions"."decision" is null);--> statement-breakpoint
ALTER TABLE "global_transactions" ADD CONSTRAINT "global_transactions_coordinator_is_done_when_decided" CHECK ("global_transactions"."coordinator_state" = 'none' or ("global_transactions"."coordinator_state" = 'done') = ("global_transactions"."decision" is not null));--> statement-breakpoint
ALTER TABLE "global_transactions" ADD CONSTRAINT "global_transactions_committing_has_accepted" CHECK ("global_transactions"."coordinator_state" <> 'committing' or "global_transactions"."accepted_ballot" is not null);--> statement-breakpoint
CREATE OR REPLACE FUNCTION "guard_global_transaction"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  broken text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a global transaction is never forgotten: %', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  broken := CASE
    WHEN NEW.id <> OLD.id THEN 'a global transaction keeps its id'
    WHEN NEW.coordinator <> OLD.coordinator THEN 'a global transaction keeps its coordinator'
    WHEN OLD.manifest_hash IS NOT NULL
      AND (NEW.manifest_hash IS DISTINCT FROM OLD.manifest_hash OR NEW.manifest IS DISTINCT FROM OLD.manifest)
      THEN 'a global transaction keeps its content'
    WHEN OLD.decision IS NOT NULL AND NEW.decision IS DISTINCT FROM OLD.decision THEN 'a decision is written once'
    WHEN NEW.promised < OLD.promised THEN 'a promise is never taken back'
    WHEN coalesce(NEW.accepted_ballot, -1) < coalesce(OLD.accepted_ballot, -1) THEN 'an accepted ballot never decreases'
    WHEN NEW.accepted_ballot = OLD.accepted_ballot AND NEW.accepted_value <> OLD.accepted_value
      THEN 'one ballot has one value'
    WHEN NEW.accepted_ballot IS DISTINCT FROM OLD.accepted_ballot AND NEW.accepted_ballot < OLD.promised
      THEN 'nothing is accepted below the promise'
    WHEN NEW.participant_state <> OLD.participant_state
      AND (OLD.participant_state, NEW.participant_state) NOT IN (
        ('none', 'prepared'), ('none', 'refused'), ('none', 'freed'), ('prepared', 'sold'), ('prepared', 'freed'))
      THEN 'a participant moves only along its table'
    WHEN NEW.coordinator_state <> OLD.coordinator_state
      AND (OLD.coordinator_state, NEW.coordinator_state) NOT IN (
        ('none', 'done'), ('preparing', 'committing'), ('preparing', 'done'), ('committing', 'done'))
      THEN 'a coordinator moves only forward'
    WHEN NEW.coordinator_state = 'committing' AND OLD.coordinator_state = 'preparing' AND OLD.promised > 0
      THEN 'no coordinator proposes after a promise'
  END;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION '%: %', broken, OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
