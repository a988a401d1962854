CREATE TABLE "practice"."on_sites" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"on_site" date
);
--> statement-breakpoint
CREATE TABLE "practice"."readiness_items" (
	"account_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"group_id" text,
	"text" text,
	"done" boolean DEFAULT false NOT NULL,
	"hidden" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "readiness_items_account_id_item_id_pk" PRIMARY KEY("account_id","item_id")
);
