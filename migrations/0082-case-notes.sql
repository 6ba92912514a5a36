-- Notes about a case that stay inside the agency.

create table officer.case_note (
  id uuid primary key,
  "case" uuid not null references cases."case",
  follows uuid references officer.case_note (id),
  staff uuid not null references officer.staff,
  sealed bytea not null check (octet_length(sealed) <= 65536),
  pinned boolean not null default false,
  at timestamptz not null,
  struck_at timestamptz
);
comment on table officer.case_note is
  'Purpose: what staff wrote for each other about a case. Nothing of it is changed afterwards: its author corrects it by a note '
  'that follows it, or strikes it, and both stay readable. Kept: as the case. Closing and legal hold: kept. '
  'Personal data: the words, sealed for the case.';
create index case_note_of_case on officer.case_note ("case", at desc, id);
create unique index case_note_follows on officer.case_note (follows) where follows is not null;
alter table officer.case_note enable row level security;
alter table officer.case_note force row level security;
create policy owner_all on officer.case_note to portolan_owner using (true) with check (true);
-- Of a protected case the office has no more here than of the case itself.
create policy office_reads on officer.case_note for select to portolan_office
  using (platform.actor_staff() is not null and exists (select from cases."case" its where its.id = case_note."case"));
create policy own_writes on officer.case_note for insert to portolan_office with check (
  staff = platform.actor_staff() and exists (select from cases."case" its where its.id = case_note."case"));
create policy any_pins on officer.case_note for update to portolan_office using (platform.actor_staff() is not null and exists (
  select from cases."case" its where its.id = case_note."case"));
grant select, insert on officer.case_note to portolan_office;
grant update (pinned, struck_at) on officer.case_note to portolan_office;

create function officer.only_author_strikes() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.struck_at is distinct from old.struck_at and (old.struck_at is not null or old.staff is distinct from platform.actor_staff()) then
    raise exception 'its author strikes a note, once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
comment on function officer.only_author_strikes() is 'A note is struck by who wrote it, and stays struck.';
create trigger only_author_strikes before update of struck_at on officer.case_note for each row execute function officer.only_author_strikes();
