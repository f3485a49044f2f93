CREATE TABLE "figures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "figures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" text NOT NULL,
	"role" text NOT NULL,
	"key" text NOT NULL,
	"measure" jsonb NOT NULL,
	"value" jsonb NOT NULL,
	"openings" integer NOT NULL,
	"companies" integer NOT NULL,
	"job_ids" bigint[] NOT NULL,
	"digest" text NOT NULL,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "figures_publicId_unique" UNIQUE("public_id"),
	CONSTRAINT "figures_counts" CHECK ("figures"."openings" >= 0 and "figures"."companies" between 0 and "figures"."openings")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "figures_current" ON "figures" USING btree ("key") WHERE "figures"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX "figures_role" ON "figures" USING btree ("role") WHERE "figures"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX "figures_history" ON "figures" USING btree ("key","computed_at");