CREATE TABLE "company_claims" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"company_id" integer NOT NULL,
	"user_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"token" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"last_error" text,
	"checked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "company_claims_state" CHECK ("company_claims"."state" in ('open', 'proven', 'granted', 'refused')),
	CONSTRAINT "company_claims_domain" CHECK ("company_claims"."domain" ~ '^[a-z0-9.-]+[.][a-z0-9-]+$' and length("company_claims"."domain") <= 253)
);
--> statement-breakpoint
CREATE TABLE "company_domains" (
	"company_id" integer NOT NULL,
	"domain" text NOT NULL,
	"proven_by" uuid,
	"proven_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "company_domains_company_id_domain_pk" PRIMARY KEY("company_id","domain"),
	CONSTRAINT "company_domains_form" CHECK ("company_domains"."domain" ~ '^[a-z0-9.-]+[.][a-z0-9-]+$' and length("company_domains"."domain") <= 253)
);
--> statement-breakpoint
CREATE TABLE "import_previews" (
	"source_id" smallint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"preview" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "company_claims" ADD CONSTRAINT "company_claims_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_claims" ADD CONSTRAINT "company_claims_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_domains" ADD CONSTRAINT "company_domains_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_domains" ADD CONSTRAINT "company_domains_proven_by_users_id_fk" FOREIGN KEY ("proven_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_previews" ADD CONSTRAINT "import_previews_source_id_imports_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."imports"("source_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "company_claims_once" ON "company_claims" USING btree ("company_id","user_id","domain");--> statement-breakpoint
CREATE INDEX "company_claims_waiting" ON "company_claims" USING btree ("created_at") WHERE "company_claims"."state" = 'proven';