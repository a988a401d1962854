CREATE TABLE "hiring"."question_flags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kit_id" text NOT NULL,
	"kit_version" text NOT NULL,
	"kit_digest" text NOT NULL,
	"item_kind" text NOT NULL,
	"item_id" text NOT NULL,
	"opening_id" uuid,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"flagged_by" uuid NOT NULL,
	"flagged_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"resolution" text,
	"resolved_by" uuid,
	"resolved_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hiring"."question_flags" ADD CONSTRAINT "question_flags_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "hiring"."openings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."question_flags" ADD CONSTRAINT "question_flags_flagged_by_accounts_id_fk" FOREIGN KEY ("flagged_by") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."question_flags" ADD CONSTRAINT "question_flags_resolved_by_accounts_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "question_flags_kit" ON "hiring"."question_flags" USING btree ("kit_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "question_flags_once" ON "hiring"."question_flags" USING btree ("flagged_by","kit_id","item_kind","item_id","reason") WHERE state = 'open';