CREATE TABLE "job_cards" (
	"job_id" bigint PRIMARY KEY NOT NULL,
	"company_id" integer NOT NULL,
	"card" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "visa" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "job_search" ADD COLUMN "visa" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "job_search" ADD COLUMN "title_tsv" "tsvector";--> statement-breakpoint
ALTER TABLE "job_cards" ADD CONSTRAINT "job_cards_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_cards" ADD CONSTRAINT "job_cards_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_cards_company" ON "job_cards" USING btree ("company_id");--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_visa" CHECK ("jobs"."visa" between 0 and 2);--> statement-breakpoint
-- The kinds of lib/jobs/terms.ts: now with `v`, whether the employer helps to a visa.
create or replace function facet_lexemes(terms integer[]) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct case
    when t >> 20 = 10 and t & 1048575 = 1048575 then 're_ww'
    else (array['r', 's', 'w', 't', 'c', 'p', 'co', 'k', 'pb', 're', 'wk', 'rg', 'tx', 'cu', 'v'])[t >> 20] || '_' || (t & 1048575)::text
  end), '{}')
  from unnest(terms) t
$$;
--> statement-breakpoint
-- What a list prints of a job, as lib/jobs/rows.ts reads it; without the company, whose name may change.
create function job_card(wanted bigint) returns text
language sql stable as $$
  select json_build_object(
    'publicId', j.public_id, 'slug', j.slug, 'title', j.title, 'locationStated', j.location_stated,
    'workplace', j.workplace, 'employmentType', j.employment_type, 'seniority', j.seniority, 'visa', j.visa,
    'eligibilityStated', j.eligibility_stated, 'worldwide', j.eligible_worldwide,
    'payMin', j.pay_min::text, 'payMax', j.pay_max::text, 'payCurrency', j.pay_currency, 'payPeriod', j.pay_period,
    'payImplausible', j.pay_implausible,
    'firstPublishedAt', coalesce(j.first_published_at, j.created_at), 'firstSeenAt', coalesce(j.first_seen_at, j.created_at),
    'hasText', j.text <> '',
    'places', (select coalesce(json_agg(json_build_object('name', p.name, 'country', case when p.kind <> 'country' then country.name end)
        order by jp.position), '[]')
      from job_places jp join places p on p.id = jp.place_id left join places country on country.id = jp.country_id
      where jp.job_id = j.id),
    'countries', (select coalesce(json_agg(json_build_object('name', p.name, 'slug', p.slug) order by p.name), '[]')
      from job_eligibility e join places p on p.id = e.country_id where e.job_id = j.id),
    'skills', (select coalesce(json_agg(json_build_object('slug', s.slug, 'name', s.name) order by s.id), '[]')
      from job_skills js join skills s on s.id = js.skill_id where js.job_id = j.id))::text
  from jobs j where j.id = wanted
$$;
--> statement-breakpoint
insert into job_cards (job_id, company_id, card)
select id, company_id, job_card(id) from jobs where state in ('published', 'closed');
--> statement-breakpoint
update job_search s set
  title_tsv = to_tsvector('pg_catalog.english', j.title), terms = s.terms || (15 << 20), tsv = s.tsv || array_to_tsvector(array['v_0'])
from jobs j where j.id = s.job_id;
--> statement-breakpoint
ALTER TABLE "job_search" ALTER COLUMN "title_tsv" SET NOT NULL;
--> statement-breakpoint
-- Every process that holds jobs in memory reads these again; a message holds up to 350 ids, within the 8,000 bytes of NOTIFY.
create function tell_job_search() returns trigger language plpgsql as $$
declare ids text;
begin
  for ids in
    select string_agg(job_id::text, ',') from (select job_id, (row_number() over ()) / 350 as part from changed) c group by part
  loop
    perform pg_notify('job_search', ids);
  end loop;
  return null;
end
$$;
--> statement-breakpoint
create trigger job_search_inserted after insert on job_search referencing new table as changed
  for each statement execute function tell_job_search();
--> statement-breakpoint
create trigger job_search_updated after update on job_search referencing new table as changed
  for each statement execute function tell_job_search();
--> statement-breakpoint
create trigger job_search_deleted after delete on job_search referencing old table as changed
  for each statement execute function tell_job_search();
--> statement-breakpoint
create function tell_all() returns trigger language plpgsql as $$
begin
  perform pg_notify(tg_argv[0], 'all');
  return null;
end
$$;
--> statement-breakpoint
create trigger job_search_emptied after truncate on job_search for each statement execute function tell_all('job_search');
--> statement-breakpoint
create trigger companies_changed after insert or delete or truncate or update of name, slug on companies
  for each statement execute function tell_all('companies');
