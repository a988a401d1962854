CREATE TABLE "practice"."dismissed_hints" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"finding" text NOT NULL,
	"quote" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice"."stories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"themes" jsonb NOT NULL,
	"bad_hour" boolean NOT NULL,
	"kinds" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice"."story_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "practice"."dismissed_hints" ADD CONSTRAINT "dismissed_hints_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "practice"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice"."story_versions" ADD CONSTRAINT "story_versions_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "practice"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_dismissed_hints_account" ON "practice"."dismissed_hints" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "practice_dismissed_hints_story" ON "practice"."dismissed_hints" USING btree ("story_id");--> statement-breakpoint
CREATE INDEX "practice_stories_account" ON "practice"."stories" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "practice_story_versions_account" ON "practice"."story_versions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "practice_story_versions_story" ON "practice"."story_versions" USING btree ("story_id","at");