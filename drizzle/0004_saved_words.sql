-- Words mean more than they did: what was stored to find candidates of these searches by would miss some, until the worker renews it.
update saved_queries set q = null where canonical like 'q=%' or canonical like '%&q=%';
