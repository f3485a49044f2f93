-- What a list prints of a job, for any number of jobs in one statement; without the company, whose name may change. lib/jobs/rows.ts
-- reads it.
create view job_card_texts as
  select j.id, j.company_id, json_build_object(
    'publicId', j.public_id, 'slug', j.slug, 'title', j.title, 'locationStated', j.location_stated,
    'workplace', j.workplace, 'employmentType', j.employment_type, 'seniority', j.seniority, 'visa', j.visa,
    'eligibilityStated', j.eligibility_stated, 'worldwide', j.eligible_worldwide,
    'payMin', j.pay_min::text, 'payMax', j.pay_max::text, 'payCurrency', j.pay_currency, 'payPeriod', j.pay_period,
    'payImplausible', j.pay_implausible,
    'firstPublishedAt', coalesce(j.first_published_at, j.created_at), 'firstSeenAt', coalesce(j.first_seen_at, j.created_at),
    'hasText', j.text <> '', 'opening', left(o.fingerprint, 16),
    'places', (select coalesce(json_agg(json_build_object('name', p.name, 'country', case when p.kind <> 'country' then country.name end)
        order by jp.position), '[]')
      from job_places jp join places p on p.id = jp.place_id left join places country on country.id = jp.country_id
      where jp.job_id = j.id),
    'countries', (select coalesce(json_agg(json_build_object('name', p.name, 'slug', p.slug) order by p.name), '[]')
      from job_eligibility e join places p on p.id = e.country_id where e.job_id = j.id),
    'skills', (select coalesce(json_agg(json_build_object('slug', s.slug, 'name', s.name) order by s.id), '[]')
      from job_skills js join skills s on s.id = js.skill_id where js.job_id = j.id))::text as card
  from jobs j left join openings o on o.id = j.opening_id;
--> statement-breakpoint
create or replace function job_card(wanted bigint) returns text
language sql stable as $$
  select card from job_card_texts where id = wanted
$$;
--> statement-breakpoint
update job_cards set card = job_card(job_id);
