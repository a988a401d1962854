CREATE TABLE "practice"."recording_chunks" (
	"recording_id" uuid NOT NULL,
	"start_byte" bigint NOT NULL,
	"bytes" integer NOT NULL,
	"digest" text NOT NULL,
	"storage_key" text NOT NULL,
	CONSTRAINT "recording_chunks_recording_id_start_byte_pk" PRIMARY KEY("recording_id","start_byte")
);
--> statement-breakpoint
CREATE TABLE "practice"."recordings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'receiving' NOT NULL,
	"take" integer NOT NULL,
	"received_bytes" bigint DEFAULT 0 NOT NULL,
	"length_bytes" bigint,
	"head" "bytea",
	"media_type" text,
	"file_key" text,
	"file_bytes" bigint,
	"digest" text,
	"original_digest" text,
	"duration_ms" integer,
	"width" integer,
	"height" integer,
	"note" text DEFAULT '' NOT NULL,
	"append_token" uuid,
	"append_until" timestamp with time zone,
	"claim_token" uuid,
	"claim_until" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"account_id" uuid NOT NULL,
	"story_id" uuid,
	"kit_id" text,
	"item_id" text
);
--> statement-breakpoint
CREATE TABLE "hiring"."recording_chunks" (
	"recording_id" uuid NOT NULL,
	"start_byte" bigint NOT NULL,
	"bytes" integer NOT NULL,
	"digest" text NOT NULL,
	"storage_key" text NOT NULL,
	CONSTRAINT "recording_chunks_recording_id_start_byte_pk" PRIMARY KEY("recording_id","start_byte")
);
--> statement-breakpoint
CREATE TABLE "hiring"."recordings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'receiving' NOT NULL,
	"take" integer NOT NULL,
	"received_bytes" bigint DEFAULT 0 NOT NULL,
	"length_bytes" bigint,
	"head" "bytea",
	"media_type" text,
	"file_key" text,
	"file_bytes" bigint,
	"digest" text,
	"original_digest" text,
	"duration_ms" integer,
	"width" integer,
	"height" integer,
	"note" text DEFAULT '' NOT NULL,
	"append_token" uuid,
	"append_until" timestamp with time zone,
	"claim_token" uuid,
	"claim_until" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"application_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"chosen" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "practice"."recording_chunks" ADD CONSTRAINT "recording_chunks_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "practice"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."recording_chunks" ADD CONSTRAINT "recording_chunks_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "hiring"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."recordings" ADD CONSTRAINT "recordings_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."recordings" ADD CONSTRAINT "recordings_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "hiring"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_recordings_account" ON "practice"."recordings" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "practice_recordings_state" ON "practice"."recordings" USING btree ("state","changed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "recordings_take" ON "hiring"."recordings" USING btree ("attempt_id","take");--> statement-breakpoint
CREATE INDEX "recordings_application" ON "hiring"."recordings" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "recordings_state" ON "hiring"."recordings" USING btree ("state","changed_at");