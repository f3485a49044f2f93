CREATE TABLE "figure_job_sets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "figure_job_sets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"digest" text NOT NULL,
	"job_ids" bigint[] NOT NULL,
	CONSTRAINT "figure_job_sets_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "jobs" integer;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "job_set_id" bigint;--> statement-breakpoint
INSERT INTO "figure_job_sets" ("digest", "job_ids")
	SELECT DISTINCT ON (digest) digest, job_ids
	FROM (SELECT encode(sha256(convert_to(array_to_string(job_ids, ' '), 'UTF8')), 'hex') AS digest, job_ids FROM "figures") sets
	ORDER BY digest;--> statement-breakpoint
UPDATE "figures" f SET "jobs" = cardinality(f.job_ids), "job_set_id" = s.id
	FROM "figure_job_sets" s WHERE s.digest = encode(sha256(convert_to(array_to_string(f.job_ids, ' '), 'UTF8')), 'hex');--> statement-breakpoint
ALTER TABLE "figures" ALTER COLUMN "jobs" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "figures" ALTER COLUMN "job_set_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "thinned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_job_set_id_figure_job_sets_id_fk" FOREIGN KEY ("job_set_id") REFERENCES "public"."figure_job_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "figures_job_set" ON "figures" USING btree ("job_set_id");