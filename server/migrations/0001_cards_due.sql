ALTER TABLE "hiring"."applications" ADD COLUMN "cards_due_from" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "applications_counts" ON "hiring"."applications" USING btree ("opening_id","ended_at","cards_due_from","status");--> statement-breakpoint
-- An application's cards_due_from follows from its rounds, their raters and the scorecards that are in. Kept by the
-- database, so that no writer can forget it: whoever changes one of these takes the application's lock first and then
-- looks with a new snapshot, so that two at once can't miss each other's change.
CREATE FUNCTION hiring.keep_cards_due() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  interview uuid;
  application uuid;
BEGIN
  IF TG_TABLE_NAME = 'interviews' THEN
    interview := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    interview := OLD.interview_id;
  ELSE
    interview := NEW.interview_id;
  END IF;
  SELECT application_id INTO application FROM hiring.interviews WHERE id = interview;
  PERFORM 1 FROM hiring.applications WHERE id = application FOR NO KEY UPDATE;
  UPDATE hiring.applications SET cards_due_from = due.since
  FROM (
    SELECT min(coalesce(i.starts_at, 'epoch')) AS since
    FROM hiring.interviews i
    JOIN hiring.interview_raters r ON r.interview_id = i.id
    LEFT JOIN hiring.scorecards c ON c.interview_id = i.id AND c.rater_id = r.account_id
    WHERE i.application_id = application AND i.state <> 'cancelled'
      AND r.waived_reason IS NULL AND c.submitted_at IS NULL
  ) due
  WHERE id = application AND cards_due_from IS DISTINCT FROM due.since;
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER interviews_cards_due AFTER UPDATE OF state, starts_at ON hiring.interviews
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.starts_at IS DISTINCT FROM NEW.starts_at)
  EXECUTE FUNCTION hiring.keep_cards_due();--> statement-breakpoint
CREATE TRIGGER interview_raters_cards_due AFTER INSERT OR DELETE OR UPDATE OF waived_reason ON hiring.interview_raters
  FOR EACH ROW EXECUTE FUNCTION hiring.keep_cards_due();--> statement-breakpoint
CREATE TRIGGER scorecards_cards_due_insert AFTER INSERT ON hiring.scorecards
  FOR EACH ROW WHEN (NEW.submitted_at IS NOT NULL) EXECUTE FUNCTION hiring.keep_cards_due();--> statement-breakpoint
CREATE TRIGGER scorecards_cards_due_update AFTER UPDATE OF submitted_at ON hiring.scorecards
  FOR EACH ROW WHEN (OLD.submitted_at IS DISTINCT FROM NEW.submitted_at) EXECUTE FUNCTION hiring.keep_cards_due();--> statement-breakpoint
CREATE TRIGGER scorecards_cards_due_delete AFTER DELETE ON hiring.scorecards
  FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION hiring.keep_cards_due();--> statement-breakpoint
UPDATE hiring.applications a SET cards_due_from = due.since
FROM (
  SELECT i.application_id, min(coalesce(i.starts_at, 'epoch')) AS since
  FROM hiring.interviews i
  JOIN hiring.interview_raters r ON r.interview_id = i.id
  LEFT JOIN hiring.scorecards c ON c.interview_id = i.id AND c.rater_id = r.account_id
  WHERE i.state <> 'cancelled' AND r.waived_reason IS NULL AND c.submitted_at IS NULL
  GROUP BY i.application_id
) due
WHERE a.id = due.application_id;
