CREATE SCHEMA "hiring";
--> statement-breakpoint
CREATE SCHEMA "platform";
--> statement-breakpoint
CREATE SCHEMA "practice";
--> statement-breakpoint
CREATE TABLE "hiring"."adjustments" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"kinds" text[] NOT NULL,
	"note" text NOT NULL,
	"granted" text[] DEFAULT '{}' NOT NULL,
	"time_factor" real DEFAULT 1,
	"answer" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "hiring"."amendments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"interview_id" uuid NOT NULL,
	"rater_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"why" text NOT NULL,
	"phase" text NOT NULL,
	"ratings_before" jsonb NOT NULL,
	"recommendation_before" text,
	"reason_before" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hiring"."application_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hiring"."applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"opening_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"alias" text NOT NULL,
	"plan_version" integer NOT NULL,
	"state" jsonb NOT NULL,
	"status" text NOT NULL,
	"stage_index" integer DEFAULT 0 NOT NULL,
	"status_since" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"resume_text" text NOT NULL,
	"cover_letter" text NOT NULL,
	"answers" jsonb NOT NULL,
	"disqualifying_rule" text,
	"human_look_note" text,
	"legal_hold" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"submitted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hiring"."attempt_events" (
	"attempt_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL,
	CONSTRAINT "attempt_events_attempt_id_seq_pk" PRIMARY KEY("attempt_id","seq")
);
--> statement-breakpoint
CREATE TABLE "hiring"."attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"exercise_id" text NOT NULL,
	"kit_digest" text NOT NULL,
	"seed" text NOT NULL,
	"minutes" integer NOT NULL,
	"time_factor" real DEFAULT 1,
	"available_from" timestamp with time zone,
	"started_at" timestamp with time zone,
	"deadline" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"text" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hiring"."candidate_links" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "hiring"."candidate_sessions" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"link_hash" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hiring"."candidates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"time_zone" text NOT NULL,
	"erased_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "hiring"."console_events" (
	"id" uuid NOT NULL,
	"interview_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"item_id" text,
	"index" integer,
	"at_seconds" integer NOT NULL,
	"device" text NOT NULL,
	"seq" integer NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "console_events_interview_id_author_id_id_pk" PRIMARY KEY("interview_id","author_id","id")
);
--> statement-breakpoint
CREATE TABLE "hiring"."debriefs" (
	"application_id" uuid NOT NULL,
	"stage_index" integer NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" uuid NOT NULL,
	CONSTRAINT "debriefs_application_id_stage_index_pk" PRIMARY KEY("application_id","stage_index")
);
--> statement-breakpoint
CREATE TABLE "hiring"."decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"stage_index" integer NOT NULL,
	"choice" text NOT NULL,
	"summary" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"snapshot" jsonb NOT NULL,
	"decided_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"supersedes" uuid,
	"superseded_by" uuid
);
--> statement-breakpoint
CREATE TABLE "hiring"."erasures" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"certificate" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hiring"."evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"address" text NOT NULL,
	"quote" text NOT NULL,
	"cited_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hiring"."files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid,
	"attempt_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"digest" text NOT NULL,
	"storage_key" text NOT NULL,
	"extracted_text" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hiring"."interview_raters" (
	"interview_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"waived_reason" text,
	"waived_by" uuid,
	CONSTRAINT "interview_raters_interview_id_account_id_pk" PRIMARY KEY("interview_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "hiring"."interviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"stage_index" integer NOT NULL,
	"round_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"starts_at" timestamp with time zone,
	"time_zone" text NOT NULL,
	"minutes" integer NOT NULL,
	"location" text DEFAULT '' NOT NULL,
	"started_at" timestamp with time zone,
	"calendar_sequence" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hiring"."notes" (
	"id" uuid NOT NULL,
	"interview_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"at_seconds" integer NOT NULL,
	"text" text NOT NULL,
	"edited_at" timestamp with time zone NOT NULL,
	"deleted" boolean NOT NULL,
	"device" text NOT NULL,
	"seq" integer NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notes_interview_id_author_id_id_device_seq_pk" PRIMARY KEY("interview_id","author_id","id","device","seq")
);
--> statement-breakpoint
CREATE TABLE "hiring"."opening_team" (
	"opening_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "opening_team_opening_id_account_id_role_pk" PRIMARY KEY("opening_id","account_id","role")
);
--> statement-breakpoint
CREATE TABLE "hiring"."openings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"location" text NOT NULL,
	"level" text NOT NULL,
	"description" text NOT NULL,
	"state" text NOT NULL,
	"kit_digest" text NOT NULL,
	"plan_version" integer DEFAULT 1 NOT NULL,
	"plan_locked_at" timestamp with time zone,
	"sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "openings_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "hiring"."plan_versions" (
	"opening_id" uuid NOT NULL,
	"plan_version" integer NOT NULL,
	"plan" jsonb NOT NULL,
	"reason" text,
	"changes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_versions_opening_id_plan_version_pk" PRIMARY KEY("opening_id","plan_version")
);
--> statement-breakpoint
CREATE TABLE "hiring"."scorecards" (
	"interview_id" uuid NOT NULL,
	"rater_id" uuid NOT NULL,
	"ratings" jsonb NOT NULL,
	"recommendation" text,
	"reason" text DEFAULT '' NOT NULL,
	"submitted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "scorecards_interview_id_rater_id_pk" PRIMARY KEY("interview_id","rater_id")
);
--> statement-breakpoint
CREATE TABLE "hiring"."unblindings" (
	"application_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unblindings_application_id_account_id_pk" PRIMARY KEY("application_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "platform"."accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"roles" text[] NOT NULL,
	"time_zone" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"record" text NOT NULL,
	"record_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"payload_digest" text NOT NULL,
	"previous" text NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."audit_anchors" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_audit_id" integer NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."audit_payloads" (
	"audit_id" integer PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"payload" jsonb NOT NULL,
	"sealed" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."idempotency" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"request_digest" text NOT NULL,
	"status" integer,
	"answer" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "platform"."identities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text,
	"roles" text[] NOT NULL,
	"invited_by" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."pinned_kits" (
	"digest" text PRIMARY KEY NOT NULL,
	"kit_id" text NOT NULL,
	"version" text NOT NULL,
	"bundle" text NOT NULL,
	"pinned_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"window_ends" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."sessions" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."settings" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"organisation" text NOT NULL,
	"hiring" boolean NOT NULL,
	"registration" text NOT NULL,
	"retention_months" integer DEFAULT 6 NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."tokens" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"subject_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "practice"."attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kit_id" text NOT NULL,
	"kit_digest" text NOT NULL,
	"item_id" text NOT NULL,
	"level" text NOT NULL,
	"minutes" integer NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"self_score" integer,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hiring"."adjustments" ADD CONSTRAINT "adjustments_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."application_events" ADD CONSTRAINT "application_events_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."applications" ADD CONSTRAINT "applications_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "hiring"."openings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."applications" ADD CONSTRAINT "applications_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "hiring"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."attempt_events" ADD CONSTRAINT "attempt_events_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "hiring"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."attempts" ADD CONSTRAINT "attempts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."candidate_links" ADD CONSTRAINT "candidate_links_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."candidate_sessions" ADD CONSTRAINT "candidate_sessions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."console_events" ADD CONSTRAINT "console_events_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "hiring"."interviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."console_events" ADD CONSTRAINT "console_events_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."debriefs" ADD CONSTRAINT "debriefs_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."debriefs" ADD CONSTRAINT "debriefs_opened_by_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."decisions" ADD CONSTRAINT "decisions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."decisions" ADD CONSTRAINT "decisions_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."evidence" ADD CONSTRAINT "evidence_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."evidence" ADD CONSTRAINT "evidence_cited_by_accounts_id_fk" FOREIGN KEY ("cited_by") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."files" ADD CONSTRAINT "files_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."interview_raters" ADD CONSTRAINT "interview_raters_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "hiring"."interviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."interview_raters" ADD CONSTRAINT "interview_raters_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."interviews" ADD CONSTRAINT "interviews_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."notes" ADD CONSTRAINT "notes_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "hiring"."interviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."notes" ADD CONSTRAINT "notes_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."opening_team" ADD CONSTRAINT "opening_team_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "hiring"."openings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."opening_team" ADD CONSTRAINT "opening_team_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."openings" ADD CONSTRAINT "openings_kit_digest_pinned_kits_digest_fk" FOREIGN KEY ("kit_digest") REFERENCES "platform"."pinned_kits"("digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."openings" ADD CONSTRAINT "openings_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."plan_versions" ADD CONSTRAINT "plan_versions_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "hiring"."openings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."plan_versions" ADD CONSTRAINT "plan_versions_saved_by_accounts_id_fk" FOREIGN KEY ("saved_by") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."scorecards" ADD CONSTRAINT "scorecards_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "hiring"."interviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."scorecards" ADD CONSTRAINT "scorecards_rater_id_accounts_id_fk" FOREIGN KEY ("rater_id") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."unblindings" ADD CONSTRAINT "unblindings_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."unblindings" ADD CONSTRAINT "unblindings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."identities" ADD CONSTRAINT "identities_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."invitations" ADD CONSTRAINT "invitations_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "application_events_seq" ON "hiring"."application_events" USING btree ("application_id","seq");--> statement-breakpoint
CREATE INDEX "applications_opening" ON "hiring"."applications" USING btree ("opening_id","stage_index","status_since");--> statement-breakpoint
CREATE INDEX "applications_candidate" ON "hiring"."applications" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "attempts_application" ON "hiring"."attempts" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "candidate_links_application" ON "hiring"."candidate_links" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "decisions_application" ON "hiring"."decisions" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "files_application" ON "hiring"."files" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "interview_raters_account" ON "hiring"."interview_raters" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "interviews_application" ON "hiring"."interviews" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "opening_team_account" ON "hiring"."opening_team" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email" ON "platform"."accounts" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "audit_record_seq" ON "platform"."audit" USING btree ("record","record_id","seq");--> statement-breakpoint
CREATE INDEX "audit_record_id" ON "platform"."audit" USING btree ("record_id");--> statement-breakpoint
CREATE UNIQUE INDEX "identities_account_kind" ON "platform"."identities" USING btree ("account_id","kind");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "platform"."sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "practice_attempts_account" ON "practice"."attempts" USING btree ("account_id");