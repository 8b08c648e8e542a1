-- What one row of global_transactions may never turn into, so that a bug raises instead of selling twice. What a row may
-- never be stands in its CHECK constraints. SQLSTATE 23514, as for a check; the message names the rule.
CREATE FUNCTION "guard_global_transaction"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  broken text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a global transaction is never forgotten: %', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  broken := CASE
    WHEN NEW.coordinator <> OLD.coordinator THEN 'a global transaction keeps its coordinator'
    WHEN OLD.manifest_hash IS NOT NULL AND NEW.manifest_hash IS DISTINCT FROM OLD.manifest_hash
      THEN 'a global transaction keeps its content'
    WHEN OLD.decision IS NOT NULL AND NEW.decision IS DISTINCT FROM OLD.decision THEN 'a decision is written once'
    WHEN NEW.promised < OLD.promised THEN 'a promise is never taken back'
    WHEN coalesce(NEW.accepted_ballot, -1) < coalesce(OLD.accepted_ballot, -1) THEN 'an accepted ballot never decreases'
    WHEN NEW.accepted_ballot = OLD.accepted_ballot AND NEW.accepted_value <> OLD.accepted_value
      THEN 'one ballot has one value'
    WHEN NEW.participant_state <> OLD.participant_state
      AND (OLD.participant_state, NEW.participant_state) NOT IN (
        ('none', 'prepared'), ('none', 'refused'), ('none', 'freed'), ('prepared', 'sold'), ('prepared', 'freed'))
      THEN 'a participant moves only along its table'
    WHEN NEW.coordinator_state <> OLD.coordinator_state
      AND (OLD.coordinator_state, NEW.coordinator_state) NOT IN (
        ('none', 'done'), ('preparing', 'committing'), ('preparing', 'done'), ('committing', 'done'))
      THEN 'a coordinator moves only forward'
  END;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION '%: %', broken, OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "global_transactions_guard" BEFORE UPDATE OR DELETE ON "global_transactions"
  FOR EACH ROW EXECUTE FUNCTION "guard_global_transaction"();
