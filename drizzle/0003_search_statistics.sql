-- The most common lexemes tell the search how to search (lib/search/sql/router.ts): facets of any size must be among them.
alter table job_search alter column tsv set statistics 200;
