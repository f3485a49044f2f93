CREATE TABLE "auth_accounts" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "auth_accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"session_token" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailed_proofs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"user_id" uuid,
	"token_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"flow_hash" text NOT NULL,
	"next" text DEFAULT '/' NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"used_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mailed_proofs_purpose" CHECK ("mailed_proofs"."purpose" in ('sign_in', 'change_address')),
	CONSTRAINT "mailed_proofs_owner" CHECK ("mailed_proofs"."purpose" = 'sign_in' or "mailed_proofs"."user_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text,
	"email" text NOT NULL,
	"email_verified" timestamp with time zone,
	"image" text,
	"kind" text DEFAULT 'member' NOT NULL,
	"disabled_at" timestamp with time zone,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email") and length("users"."email") <= 254),
	CONSTRAINT "users_kind" CHECK ("users"."kind" in ('member', 'moderator', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"identifier" text NOT NULL,
	"token" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_tokens_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
CREATE TABLE "alert_deliveries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alert_deliveries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"saved_search_id" uuid NOT NULL,
	"mail_id" bigint,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alert_matches" (
	"saved_search_id" uuid NOT NULL,
	"opening_id" bigint NOT NULL,
	"job_id" bigint NOT NULL,
	"matched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"delivery_id" bigint,
	CONSTRAINT "alert_matches_saved_search_id_opening_id_pk" PRIMARY KEY("saved_search_id","opening_id")
);
--> statement-breakpoint
CREATE TABLE "saved_queries" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "saved_queries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"canonical" text NOT NULL,
	"q" "tsquery",
	CONSTRAINT "saved_queries_length" CHECK (length("saved_queries"."canonical") <= 4000)
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"query_id" integer NOT NULL,
	"name" text NOT NULL,
	"cadence" text DEFAULT 'instant' NOT NULL,
	"unsubscribed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_searches_name" CHECK (length("saved_searches"."name") between 1 and 120),
	CONSTRAINT "saved_searches_cadence" CHECK ("saved_searches"."cadence" in ('instant', 'daily', 'weekly'))
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" text,
	"request_id" text,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "form_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"values" jsonb NOT NULL,
	"errors" jsonb NOT NULL,
	"message" text,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"outcome" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeats" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "companies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"website" text,
	"about" text DEFAULT '' NOT NULL,
	"verified_at" timestamp with time zone,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "companies_slug_form" CHECK ("companies"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("companies"."slug") <= 80),
	CONSTRAINT "companies_name_length" CHECK (length("companies"."name") between 1 and 120),
	CONSTRAINT "companies_website_form" CHECK ("companies"."website" is null or "companies"."website" ~ '^https?://'),
	CONSTRAINT "companies_id_dense" CHECK ("companies"."id" < 1048576)
);
--> statement-breakpoint
CREATE TABLE "company_members" (
	"company_id" integer NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "company_members_company_id_user_id_pk" PRIMARY KEY("company_id","user_id"),
	CONSTRAINT "company_members_role" CHECK ("company_members"."role" in ('owner', 'recruiter', 'observer'))
);
--> statement-breakpoint
CREATE TABLE "job_eligibility" (
	"job_id" bigint NOT NULL,
	"country_id" integer NOT NULL,
	CONSTRAINT "job_eligibility_job_id_country_id_pk" PRIMARY KEY("job_id","country_id")
);
--> statement-breakpoint
CREATE TABLE "job_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "job_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"job_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"by_user" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "job_events_kind" CHECK ("job_events"."kind" in ('published', 'held', 'edited', 'closed', 'reposted'))
);
--> statement-breakpoint
CREATE TABLE "job_places" (
	"job_id" bigint NOT NULL,
	"place_id" integer NOT NULL,
	"position" smallint NOT NULL,
	"country_id" integer NOT NULL,
	"region_id" integer,
	"city_id" integer,
	CONSTRAINT "job_places_job_id_place_id_pk" PRIMARY KEY("job_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "job_skills" (
	"job_id" bigint NOT NULL,
	"skill_id" integer NOT NULL,
	"origin" text NOT NULL,
	CONSTRAINT "job_skills_job_id_skill_id_pk" PRIMARY KEY("job_id","skill_id"),
	CONSTRAINT "job_skills_origin" CHECK ("job_skills"."origin" in ('stated', 'text', 'machine'))
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "jobs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" text NOT NULL,
	"company_id" integer NOT NULL,
	"opening_id" bigint,
	"source_id" smallint NOT NULL,
	"external_id" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"draft" jsonb,
	"title" text DEFAULT '' NOT NULL,
	"slug" text DEFAULT 'job' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"location_stated" text DEFAULT '' NOT NULL,
	"role_id" smallint,
	"seniority" smallint DEFAULT 0 NOT NULL,
	"workplace" smallint DEFAULT 0 NOT NULL,
	"employment_type" smallint DEFAULT 0 NOT NULL,
	"eligibility_stated" text,
	"eligible_worldwide" boolean DEFAULT false NOT NULL,
	"pay_min" bigint,
	"pay_max" bigint,
	"pay_currency" text,
	"pay_period" text,
	"annual_min" bigint,
	"annual_max" bigint,
	"pay_implausible" boolean DEFAULT false NOT NULL,
	"apply_url" text,
	"first_published_at" timestamp with time zone,
	"first_seen_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"close_reason" text,
	"repost_of" bigint,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "jobs_public_id_form" CHECK ("jobs"."public_id" ~ '^[a-z2-7]{26}$'),
	CONSTRAINT "jobs_state" CHECK ("jobs"."state" in ('draft', 'held', 'published', 'closed')),
	CONSTRAINT "jobs_published_whole" CHECK ("jobs"."state" not in ('published', 'closed') or (length("jobs"."title") between 1 and 200 and "jobs"."opening_id" is not null and "jobs"."first_published_at" is not null and "jobs"."first_seen_at" is not null)),
	CONSTRAINT "jobs_closed_with_reason" CHECK (("jobs"."state" = 'closed') = ("jobs"."closed_at" is not null and "jobs"."close_reason" is not null)),
	CONSTRAINT "jobs_text_length" CHECK (length("jobs"."text") <= 60000),
	CONSTRAINT "jobs_pay_whole" CHECK (("jobs"."pay_min" is null and "jobs"."pay_max" is null) or ("jobs"."pay_currency" ~ '^[A-Z]{3}$' and "jobs"."pay_period" in ('hour', 'day', 'week', 'month', 'year'))),
	CONSTRAINT "jobs_pay_order" CHECK ("jobs"."pay_min" is null or "jobs"."pay_max" is null or "jobs"."pay_min" <= "jobs"."pay_max"),
	CONSTRAINT "jobs_pay_positive" CHECK (coalesce("jobs"."pay_min", 0) >= 0 and coalesce("jobs"."pay_max", 0) >= 0),
	CONSTRAINT "jobs_annual_plausible" CHECK (not "jobs"."pay_implausible" or ("jobs"."annual_min" is null and "jobs"."annual_max" is null)),
	CONSTRAINT "jobs_seniority" CHECK ("jobs"."seniority" between 0 and 9),
	CONSTRAINT "jobs_workplace" CHECK ("jobs"."workplace" between 0 and 3),
	CONSTRAINT "jobs_employment_type" CHECK ("jobs"."employment_type" between 0 and 6),
	CONSTRAINT "jobs_apply_url" CHECK ("jobs"."apply_url" is null or "jobs"."apply_url" ~ '^https?://')
);
--> statement-breakpoint
CREATE TABLE "openings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "openings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" integer NOT NULL,
	"fingerprint" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" smallint PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "sources_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 32767 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "caught_mail" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "caught_mail_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"message_id" text,
	"recipients" text[] NOT NULL,
	"raw" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mail_outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"headers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"last_error" text,
	"message_id" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "mail_outbox_one_line" CHECK ("mail_outbox"."subject" !~ '[
]' and "mail_outbox"."to_address" !~ '[
, ]'),
	CONSTRAINT "mail_outbox_state" CHECK ("mail_outbox"."state" in ('queued', 'sent', 'failed', 'suppressed'))
);
--> statement-breakpoint
CREATE TABLE "mail_suppressions" (
	"address" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_search" (
	"job_id" bigint PRIMARY KEY NOT NULL,
	"company_id" integer NOT NULL,
	"opening_id" bigint NOT NULL,
	"role_id" smallint NOT NULL,
	"seniority" smallint NOT NULL,
	"workplace" smallint NOT NULL,
	"employment_type" smallint NOT NULL,
	"countries" smallint[] NOT NULL,
	"regions" smallint[] NOT NULL,
	"cities" integer[] NOT NULL,
	"skills" integer[] NOT NULL,
	"eligibility" smallint[] NOT NULL,
	"worldwide" boolean NOT NULL,
	"has_text" boolean NOT NULL,
	"annual_min" bigint,
	"annual_max" bigint,
	"pay_currency" text,
	"first_published_at" timestamp with time zone NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"terms" integer[] NOT NULL,
	"tsv" "tsvector" NOT NULL,
	CONSTRAINT "job_search_pay" CHECK (("job_search"."annual_max" is null) = ("job_search"."pay_currency" is null))
);
--> statement-breakpoint
CREATE TABLE "place_aliases" (
	"alias" text NOT NULL,
	"place_id" integer NOT NULL,
	CONSTRAINT "place_aliases_alias_place_id_pk" PRIMARY KEY("alias","place_id")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" integer PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"country_code" text NOT NULL,
	"country_id" integer NOT NULL,
	"region_id" integer,
	"population" integer DEFAULT 0 NOT NULL,
	"lat" double precision,
	"lon" double precision,
	CONSTRAINT "places_kind" CHECK ("places"."kind" in ('country', 'region', 'city')),
	CONSTRAINT "places_id" CHECK ("places"."id" > 0 and "places"."id" < 1048576),
	CONSTRAINT "places_country_code" CHECK ("places"."country_code" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "role_aliases" (
	"alias" text PRIMARY KEY NOT NULL,
	"role_id" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"id" smallint PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "roles_id" CHECK ("roles"."id" > 0)
);
--> statement-breakpoint
CREATE TABLE "skill_aliases" (
	"alias" text PRIMARY KEY NOT NULL,
	"skill_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"id" integer PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "skills_id" CHECK ("skills"."id" > 0)
);
--> statement-breakpoint
ALTER TABLE "auth_accounts" ADD CONSTRAINT "auth_accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailed_proofs" ADD CONSTRAINT "mailed_proofs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_deliveries" ADD CONSTRAINT "alert_deliveries_saved_search_id_saved_searches_id_fk" FOREIGN KEY ("saved_search_id") REFERENCES "public"."saved_searches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_deliveries" ADD CONSTRAINT "alert_deliveries_mail_id_mail_outbox_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail_outbox"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_matches" ADD CONSTRAINT "alert_matches_saved_search_id_saved_searches_id_fk" FOREIGN KEY ("saved_search_id") REFERENCES "public"."saved_searches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_matches" ADD CONSTRAINT "alert_matches_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_matches" ADD CONSTRAINT "alert_matches_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_matches" ADD CONSTRAINT "alert_matches_delivery_id_alert_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."alert_deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_query_id_saved_queries_id_fk" FOREIGN KEY ("query_id") REFERENCES "public"."saved_queries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_drafts" ADD CONSTRAINT "form_drafts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_members" ADD CONSTRAINT "company_members_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_members" ADD CONSTRAINT "company_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_eligibility" ADD CONSTRAINT "job_eligibility_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_eligibility" ADD CONSTRAINT "job_eligibility_country_id_places_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_events" ADD CONSTRAINT "job_events_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_events" ADD CONSTRAINT "job_events_by_user_users_id_fk" FOREIGN KEY ("by_user") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_places" ADD CONSTRAINT "job_places_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_places" ADD CONSTRAINT "job_places_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_skills" ADD CONSTRAINT "job_skills_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_skills" ADD CONSTRAINT "job_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_role_id_roles_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."roles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_repost_of_jobs_id_fk" FOREIGN KEY ("repost_of") REFERENCES "public"."jobs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_search" ADD CONSTRAINT "job_search_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_search" ADD CONSTRAINT "job_search_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_aliases" ADD CONSTRAINT "place_aliases_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_aliases" ADD CONSTRAINT "role_aliases_role_id_roles_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."roles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_aliases" ADD CONSTRAINT "skill_aliases_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "auth_accounts_user" ON "auth_accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_sessions_user" ON "auth_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mailed_proofs_token" ON "mailed_proofs" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "mailed_proofs_email" ON "mailed_proofs" USING btree ("email","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "alert_deliveries_search" ON "alert_deliveries" USING btree ("saved_search_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "alert_matches_pending" ON "alert_matches" USING btree ("saved_search_id") WHERE "alert_matches"."delivery_id" is null;--> statement-breakpoint
CREATE INDEX "alert_matches_job" ON "alert_matches" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "alert_matches_delivery" ON "alert_matches" USING btree ("delivery_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_queries_canonical_key" ON "saved_queries" USING btree ("canonical");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_once" ON "saved_searches" USING btree ("user_id","query_id");--> statement-breakpoint
CREATE INDEX "saved_searches_query" ON "saved_searches" USING btree ("query_id");--> statement-breakpoint
CREATE INDEX "audit_log_object" ON "audit_log" USING btree ("object_kind","object_id");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "form_drafts_expiry" ON "form_drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "companies_slug_key" ON "companies" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "companies_name" ON "companies" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE INDEX "company_members_user" ON "company_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "job_events_job" ON "job_events" USING btree ("job_id","id");--> statement-breakpoint
CREATE INDEX "job_events_at" ON "job_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "job_places_country" ON "job_places" USING btree ("country_id","job_id");--> statement-breakpoint
CREATE INDEX "job_places_city" ON "job_places" USING btree ("city_id","job_id");--> statement-breakpoint
CREATE INDEX "job_skills_skill" ON "job_skills" USING btree ("skill_id","job_id");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_public_id_key" ON "jobs" USING btree ("public_id");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_external_key" ON "jobs" USING btree ("source_id","external_id");--> statement-breakpoint
CREATE INDEX "jobs_company" ON "jobs" USING btree ("company_id","state","first_published_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "jobs_opening" ON "jobs" USING btree ("opening_id");--> statement-breakpoint
CREATE INDEX "jobs_repost" ON "jobs" USING btree ("repost_of") WHERE "jobs"."repost_of" is not null;--> statement-breakpoint
CREATE INDEX "jobs_closing" ON "jobs" USING btree ("closes_at") WHERE "jobs"."state" = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "openings_fingerprint_key" ON "openings" USING btree ("company_id","fingerprint");--> statement-breakpoint
CREATE UNIQUE INDEX "sources_name_key" ON "sources" USING btree ("name");--> statement-breakpoint
CREATE INDEX "caught_mail_message" ON "caught_mail" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_outbox_key" ON "mail_outbox" USING btree ("key");--> statement-breakpoint
CREATE INDEX "mail_outbox_waiting" ON "mail_outbox" USING btree ("created_at") WHERE "mail_outbox"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "mail_outbox_to" ON "mail_outbox" USING btree ("to_address","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "job_search_newest" ON "job_search" USING btree ("first_published_at" DESC NULLS LAST,"job_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "job_search_role" ON "job_search" USING btree ("role_id","first_published_at" DESC NULLS LAST,"job_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "job_search_company" ON "job_search" USING btree ("company_id","first_published_at" DESC NULLS LAST,"job_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "job_search_workplace" ON "job_search" USING btree ("workplace","first_published_at" DESC NULLS LAST,"job_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "job_search_tsv" ON "job_search" USING gin ("tsv");--> statement-breakpoint
CREATE UNIQUE INDEX "places_slug_key" ON "places" USING btree ("kind","slug");--> statement-breakpoint
CREATE INDEX "places_country" ON "places" USING btree ("country_id","kind");--> statement-breakpoint
CREATE INDEX "role_aliases_role" ON "role_aliases" USING btree ("role_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roles_slug_key" ON "roles" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "skill_aliases_skill" ON "skill_aliases" USING btree ("skill_id");--> statement-breakpoint
CREATE UNIQUE INDEX "skills_slug_key" ON "skills" USING btree ("slug");