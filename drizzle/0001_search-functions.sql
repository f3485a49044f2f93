-- terms hold kind << 20 | value; lib/jobs/terms.ts has the same kinds. Immutable on purpose: both may stand in an index.
create function facet_lexemes(terms integer[]) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct case
    when t >> 20 = 10 and t & 1048575 = 1048575 then 're_ww'
    else (array['r', 's', 'w', 't', 'c', 'p', 'co', 'k', 'pb', 're', 'wk', 'rg', 'tx', 'cu'])[t >> 20] || '_' || (t & 1048575)::text
  end), '{}')
  from unnest(terms) t
$$;
--> statement-breakpoint
create function job_tsv(title text, company text, body text, terms integer[]) returns tsvector
language sql immutable parallel safe as $$
  select setweight(to_tsvector('pg_catalog.english', title), 'A')
      || setweight(to_tsvector('pg_catalog.english', company), 'B')
      || setweight(to_tsvector('pg_catalog.english', body), 'D')
      || array_to_tsvector(facet_lexemes(terms))
$$;
--> statement-breakpoint
insert into sources (id, kind, name) values (1, 'typed', 'Typed in on this board') on conflict do nothing;
--> statement-breakpoint
select setval(pg_get_serial_sequence('sources', 'id'), 100);
