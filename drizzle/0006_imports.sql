CREATE TABLE "host_paces" (
	"host" text PRIMARY KEY NOT NULL,
	"next_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "import_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source_id" smallint NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"attempts" smallint DEFAULT 1 NOT NULL,
	"seen" integer DEFAULT 0 NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"reopened" integer DEFAULT 0 NOT NULL,
	"missing" integer DEFAULT 0 NOT NULL,
	"closed" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"refusals" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"error" text,
	CONSTRAINT "import_runs_state" CHECK ("import_runs"."state" in ('running', 'done', 'unchanged', 'held', 'failed')),
	CONSTRAINT "import_runs_ended" CHECK (("import_runs"."state" = 'running') = ("import_runs"."ended_at" is null))
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"source_id" smallint PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"adapter" text NOT NULL,
	"board" text NOT NULL,
	"company_id" integer,
	"state" text DEFAULT 'active' NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"every_minutes" integer DEFAULT 360 NOT NULL,
	"next_run_at" timestamp with time zone,
	"failures" smallint DEFAULT 0 NOT NULL,
	"last_error" text,
	"last_answer_at" timestamp with time zone,
	"etag" text,
	"last_modified" text,
	"reading" text,
	"lease_token" uuid,
	"leased_until" timestamp with time zone,
	"added_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imports_public_id_form" CHECK ("imports"."public_id" ~ '^[a-z2-7]{26}$'),
	CONSTRAINT "imports_state" CHECK ("imports"."state" in ('preview', 'active', 'paused')),
	CONSTRAINT "imports_board_length" CHECK (length("imports"."board") between 1 and 2000),
	CONSTRAINT "imports_every" CHECK ("imports"."every_minutes" between 15 and 10080)
);
--> statement-breakpoint
CREATE TABLE "link_checks" (
	"job_id" bigint PRIMARY KEY NOT NULL,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"status" smallint,
	"dead_since" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "job_events" DROP CONSTRAINT "job_events_kind";--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "imports_refused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "job_skills" ADD COLUMN "evidence" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "source_hash" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "opening_key" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "source_url" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "department" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "missing_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "edited_here_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "pay_tiers" jsonb;--> statement-breakpoint
ALTER TABLE "skills" ADD COLUMN "kind" text DEFAULT 'tool' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_source_id_imports_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."imports"("source_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_checks" ADD CONSTRAINT "link_checks_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_runs_source" ON "import_runs" USING btree ("source_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "import_runs_one_running" ON "import_runs" USING btree ("source_id") WHERE "import_runs"."state" = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "imports_public_id_key" ON "imports" USING btree ("public_id");--> statement-breakpoint
CREATE UNIQUE INDEX "imports_board_key" ON "imports" USING btree ("adapter","board",coalesce("company_id", 0));--> statement-breakpoint
CREATE INDEX "imports_company" ON "imports" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "imports_due" ON "imports" USING btree ("next_run_at") WHERE "imports"."state" = 'active';--> statement-breakpoint
CREATE INDEX "link_checks_due" ON "link_checks" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "link_checks_dead" ON "link_checks" USING btree ("dead_since");--> statement-breakpoint
CREATE INDEX "jobs_opening_key" ON "jobs" USING btree ("source_id","opening_key") WHERE "jobs"."opening_key" is not null;--> statement-breakpoint
CREATE INDEX "jobs_missing" ON "jobs" USING btree ("source_id","missing_since") WHERE "jobs"."missing_since" is not null;--> statement-breakpoint
ALTER TABLE "job_events" ADD CONSTRAINT "job_events_kind" CHECK ("job_events"."kind" in ('published', 'held', 'edited', 'closed', 'reposted', 'reopened'));--> statement-breakpoint
ALTER TABLE "job_skills" ADD CONSTRAINT "job_skills_evidence" CHECK (length("job_skills"."evidence") <= 300);--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_source_url" CHECK ("jobs"."source_url" is null or "jobs"."source_url" ~ '^https?://');--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_missing_imported" CHECK ("jobs"."missing_since" is null or "jobs"."source_hash" is not null);--> statement-breakpoint
ALTER TABLE "skills" ADD CONSTRAINT "skills_kind" CHECK ("skills"."kind" in ('language', 'framework', 'database', 'cloud', 'tool', 'method', 'soft'));