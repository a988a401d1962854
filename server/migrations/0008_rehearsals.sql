CREATE TABLE "practice"."rehearsals" (
	"recording_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"speech" jsonb,
	"marks" jsonb NOT NULL,
	"parts" jsonb NOT NULL,
	"transcript" jsonb,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "practice"."rehearsals" ADD CONSTRAINT "rehearsals_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "practice"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_rehearsals_account" ON "practice"."rehearsals" USING btree ("account_id");