CREATE TABLE "practice"."mock_events" (
	"mock_id" uuid NOT NULL,
	"half" integer NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"item_id" text,
	"index" integer,
	"at_seconds" integer NOT NULL,
	"device" text NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "mock_events_mock_id_half_id_pk" PRIMARY KEY("mock_id","half","id")
);
--> statement-breakpoint
CREATE TABLE "practice"."mock_halves" (
	"mock_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"level" text NOT NULL,
	"items" jsonb NOT NULL,
	"started_at" timestamp with time zone,
	"at_item" text,
	"ended_at_second" integer,
	"ratings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"ratings_version" integer DEFAULT 1 NOT NULL,
	"handed_at" timestamp with time zone,
	"discarded_at" timestamp with time zone,
	CONSTRAINT "mock_halves_mock_id_number_pk" PRIMARY KEY("mock_id","number")
);
--> statement-breakpoint
CREATE TABLE "practice"."mock_notes" (
	"mock_id" uuid NOT NULL,
	"half" integer NOT NULL,
	"id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"at_seconds" integer NOT NULL,
	"text" text NOT NULL,
	"edited_at" timestamp with time zone NOT NULL,
	"deleted" boolean NOT NULL,
	"device" text NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "mock_notes_mock_id_half_id_device_seq_pk" PRIMARY KEY("mock_id","half","id","device","seq")
);
--> statement-breakpoint
CREATE TABLE "practice"."mocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"maker_id" uuid,
	"partner_id" uuid,
	"link_hash" "bytea",
	"link_expires_at" timestamp with time zone,
	"joined_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "practice"."mock_events" ADD CONSTRAINT "mock_events_half" FOREIGN KEY ("mock_id","half") REFERENCES "practice"."mock_halves"("mock_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice"."mock_halves" ADD CONSTRAINT "mock_halves_mock_id_mocks_id_fk" FOREIGN KEY ("mock_id") REFERENCES "practice"."mocks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice"."mock_notes" ADD CONSTRAINT "mock_notes_half" FOREIGN KEY ("mock_id","half") REFERENCES "practice"."mock_halves"("mock_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mocks_link_hash" ON "practice"."mocks" USING btree ("link_hash");--> statement-breakpoint
CREATE INDEX "mocks_maker" ON "practice"."mocks" USING btree ("maker_id");--> statement-breakpoint
CREATE INDEX "mocks_partner" ON "practice"."mocks" USING btree ("partner_id");