CREATE TABLE "unindexed_jobs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "unindexed_jobs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"job_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "word_blocks" (
	"field" smallint NOT NULL,
	"lexeme" text COLLATE "C" NOT NULL,
	"block" integer NOT NULL,
	"jobs" "bytea" NOT NULL,
	CONSTRAINT "word_blocks_field_lexeme_block_pk" PRIMARY KEY("field","lexeme","block"),
	CONSTRAINT "word_blocks_field" CHECK ("word_blocks"."field" in (1, 2))
);
--> statement-breakpoint
CREATE INDEX "unindexed_jobs_job" ON "unindexed_jobs" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "word_blocks_block" ON "word_blocks" USING btree ("block");
--> statement-breakpoint
create function note_unindexed() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into public.unindexed_jobs (job_id) select job_id from after;
  else
    insert into public.unindexed_jobs (job_id) select job_id from after join before using (job_id)
      where after.tsv is distinct from before.tsv or after.title_tsv is distinct from before.title_tsv;
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger job_search_words_inserted after insert on job_search referencing new table as after
  for each statement execute function note_unindexed();
--> statement-breakpoint
create trigger job_search_words_updated after update on job_search referencing old table as before new table as after
  for each statement execute function note_unindexed();
--> statement-breakpoint
insert into unindexed_jobs (job_id) select job_id from job_search;
