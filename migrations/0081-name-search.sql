-- Finding people by name and number: pieces of names by their keyed hash, and who in the office looked for whom.

create table officer.name_stale (
  subject uuid not null,
  kind text not null check (kind in ('account', 'paper', 'filing')),
  primary key (subject, kind)
);
comment on table officer.name_stale is
  'Purpose: whose names changed since the index of names was written for them. Kept: until it is, seconds. Closing and legal '
  'hold: does not apply. Personal data: none.';

create table officer.name_index (
  subject uuid not null,
  kind text not null check (kind in ('account', 'paper', 'filing')),
  key_id text not null check (length(key_id) between 1 and 40),
  pieces tsvector not null,
  a_number_hash text check (length(a_number_hash) between 40 and 100),
  shown_sealed bytea not null,
  guarded boolean not null,
  noted_at timestamptz not null,
  primary key (subject, kind)
);
comment on table officer.name_index is
  'Purpose: finding a person by name or A-Number: of an account, of a form on paper, of who signed a filing. Pieces of names '
  'stand in it as keyed hashes that no role reads; what is shown is sealed for its subject. Kept: as what it was made from. '
  'Closing an account: what was made from it is deleted. Legal hold: kept. Personal data: names and year of birth, sealed.';
create index name_index_pieces on officer.name_index using gin (pieces) with (fastupdate = off);
create index name_index_a_number on officer.name_index (a_number_hash) where a_number_hash is not null;

create table officer.search (
  id uuid primary key,
  staff uuid not null,
  session uuid not null,
  kind text not null check (kind in ('name', 'a-number', 'account-number')),
  term_sealed bytea not null,
  found integer not null check (found >= 0),
  at timestamptz not null
);
comment on table officer.search is
  'Purpose: who in the office looked for a person, by what, and how many were found; shown to the same person again while they '
  'are signed in. Kept: 90 days; that there was a search stays in the record. Closing and legal hold: does not apply. '
  'Personal data: what was typed, sealed for the search.';
create index search_at on officer.search (at);

do $$
declare its text;
begin
  foreach its in array array['name_stale', 'name_index', 'search'] loop
    execute format('alter table officer.%I enable row level security', its);
    execute format('alter table officer.%I force row level security', its);
    execute format('create policy owner_all on officer.%I to portolan_owner using (true) with check (true)', its);
  end loop;
end $$;
create policy worker_all on officer.name_stale to portolan_worker using (true) with check (true);
grant select, insert, update (kind), delete on officer.name_stale to portolan_worker;
create policy own on officer.search to portolan_office using (staff = platform.actor_staff()) with check (staff = platform.actor_staff());
grant select, insert on officer.search to portolan_office;
create policy worker_sweeps on officer.search to portolan_worker using (true);
grant select (id, at), delete on officer.search to portolan_worker;
create policy worker_writes on officer.name_index to portolan_worker using (true) with check (true);
grant select (subject, kind, key_id), delete on officer.name_index to portolan_worker;

-- Whatever writes a name says so here: no path can forget it.
create function officer.note_stale() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'person' then
    insert into officer.name_stale (subject, kind) values (new.account, 'account') on conflict do nothing;
  elsif tg_table_name = 'submission' then
    insert into officer.name_stale (subject, kind) values (new."case", 'filing') on conflict do nothing;
  else
    insert into officer.name_stale (subject, kind) select its."case", 'paper' from written its on conflict do nothing;
  end if;
  return null;
end
$$;
comment on function officer.note_stale() is 'What was written about a person is to be found by its name again.';
revoke all on function officer.note_stale() from public;
create trigger note_stale_new after insert on profile.person for each row when (new.names_sealed is not null) execute function officer.note_stale();
create trigger note_stale after update of names_sealed, date_of_birth_sealed, a_number_sealed on profile.person
  for each row when (old.names_sealed is distinct from new.names_sealed or old.date_of_birth_sealed is distinct from new.date_of_birth_sealed
    or old.a_number_sealed is distinct from new.a_number_sealed) execute function officer.note_stale();
create trigger note_stale after insert on cases.paper_filing referencing new table as written for each statement execute function officer.note_stale();
create trigger note_stale after update of "case" on filing.submission
  for each row when (new."case" is not null and old."case" is distinct from new."case") execute function officer.note_stale();

create function officer.is_guarded(subject uuid, kind text) returns boolean
language sql stable security definer set search_path = '' as $$
  select case when is_guarded.kind = 'account' then
    cardinality(cases.people_protected(array[is_guarded.subject])) > 0 or exists (
      select from cases.party join cases."case" its on its.id = party."case"
      where party.account = is_guarded.subject and party.until_at is null and party.role <> 'representative' and its.protected)
  else coalesce((select its.protected from cases."case" its where its.id = is_guarded.subject), false) end
$$;
comment on function officer.is_guarded(uuid, text) is
  'Whether a person of the index is protected, or is on a case that is. For functions of the database only.';
revoke all on function officer.is_guarded(uuid, text) from public;

create function officer.write_names(names json, at timestamptz) returns void
language sql security definer set search_path = '' as $$
  insert into officer.name_index (subject, kind, key_id, pieces, a_number_hash, shown_sealed, guarded, noted_at)
  select r.subject, r.kind, r.key_id, array_to_tsvector(r.pieces), r.a_number_hash, decode(r.shown, 'base64'),
    officer.is_guarded(r.subject, r.kind), write_names.at
  from json_to_recordset(write_names.names) as r(subject uuid, kind text, key_id text, pieces text[], a_number_hash text, shown text)
  on conflict on constraint name_index_pkey do update set key_id = excluded.key_id, pieces = excluded.pieces,
    a_number_hash = excluded.a_number_hash, shown_sealed = excluded.shown_sealed, guarded = excluded.guarded, noted_at = excluded.noted_at
$$;
comment on function officer.write_names(json, timestamptz) is 'Writes how people are found by name, and whether they are protected now.';
revoke all on function officer.write_names(json, timestamptz) from public;
grant execute on function officer.write_names(json, timestamptz) to portolan_worker;

create function officer.find_people(pieces tsquery, a_numbers text[], most integer)
returns table (subject uuid, kind text, shown_sealed bytea)
-- Few are asked for, so that reading the table from its beginning looks cheap to the planner: it never is.
language plpgsql stable security definer rows 100 set search_path = '' set enable_seqscan = off as $$
#variable_conflict use_column
declare
  sees boolean := officer.sees_protected();
begin
  if platform.actor_staff() is null or not officer.from_office() then
    raise exception 'staff looks for people' using errcode = 'insufficient_privilege';
  end if;
  if find_people.pieces is not null then
    return query select its.subject, its.kind, its.shown_sealed from officer.name_index its
      where its.pieces @@ find_people.pieces and (sees or not its.guarded) limit find_people.most;
  else
    return query select its.subject, its.kind, its.shown_sealed from officer.name_index its
      where its.a_number_hash = any (find_people.a_numbers) and (sees or not its.guarded) limit find_people.most;
  end if;
end
$$;
comment on function officer.find_people(tsquery, text[], integer) is
  'Whose names have these pieces, or who has one of these A-Numbers: for staff, without the protected for who may not see them. '
  'The operator of a text search is not leak-proof, so that an index serves it only behind such a function.';
revoke all on function officer.find_people(tsquery, text[], integer) from public;
grant execute on function officer.find_people(tsquery, text[], integer) to portolan_office;

create function officer.may_find(account uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select platform.actor_staff() is not null and (officer.sees_protected() or not officer.is_guarded(may_find.account, 'account'))
$$;
comment on function officer.may_find(uuid) is 'Whether the staff who acts may be told that there is this account.';
revoke all on function officer.may_find(uuid) from public;
grant execute on function officer.may_find(uuid) to portolan_office;

create function officer.guard_names(subjects uuid[]) returns void
language sql security definer set search_path = '' as $$
  update officer.name_index its set guarded = officer.is_guarded(its.subject, its.kind)
  where its.subject = any (guard_names.subjects) and its.guarded is distinct from officer.is_guarded(its.subject, its.kind)
$$;
comment on function officer.guard_names(uuid[]) is 'Looks again whether these are protected. For functions of the database only.';
revoke all on function officer.guard_names(uuid[]) from public;

create function officer.guard_found() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'account' then
    perform officer.guard_names(accounts.of_person(new.id));
  elsif tg_table_name = 'case' then
    perform officer.guard_names(array[new.id] || array(select party.account from cases.party where party."case" = new.id));
  elsif tg_table_name = 'forwarding' then
    perform officer.guard_names(accounts.of_person(new.kept));
  elsif exists (select from cases."case" its where its.id = new."case" and its.protected) then
    perform officer.guard_names(array[new.account]);
  end if;
  return null;
end
$$;
comment on function officer.guard_found() is 'Who is protected is found by nobody who may not know it, from the same moment on.';
revoke all on function officer.guard_found() from public;
create trigger guard_found after update of protected_at on accounts.account
  for each row when (old.protected_at is distinct from new.protected_at) execute function officer.guard_found();
create trigger guard_found after update of protected on cases."case"
  for each row when (old.protected is distinct from new.protected) execute function officer.guard_found();
create trigger guard_found after insert or update of until_at on cases.party for each row execute function officer.guard_found();
create trigger guard_found_merged after insert on accounts.forwarding for each row execute function officer.guard_found();

insert into officer.name_stale (subject, kind)
  select account, 'account' from profile.person where names_sealed is not null
  union all select "case", 'paper' from cases.paper_filing
  union all select distinct "case", 'filing' from filing.submission where "case" is not null;
