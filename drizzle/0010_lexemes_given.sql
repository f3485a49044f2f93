-- The lexemes of a job's facets come with it (lib/jobs/terms.ts makes them as `facet_lexemes` does): making them here costs as much as all
-- words of a title, a place and a company.
create function job_tsv(title text, company text, body text, lexemes text[]) returns tsvector
language sql immutable parallel safe as $$
  select setweight(to_tsvector('pg_catalog.english', title), 'A')
      || setweight(to_tsvector('pg_catalog.english', company), 'B')
      || setweight(to_tsvector('pg_catalog.english', body), 'D')
      || array_to_tsvector(lexemes)
$$;
--> statement-breakpoint
create or replace function job_tsv(title text, company text, body text, terms integer[]) returns tsvector
language sql immutable parallel safe as $$
  select job_tsv(title, company, body, facet_lexemes(terms))
$$;
