-- The office's page of a person, opened with a reason as the file of a case is, and told to the person.

create table officer.person_opening (
  id uuid primary key,
  staff uuid not null,
  session uuid not null,
  account uuid not null,
  role text not null check (length(role) between 1 and 40),
  reason text not null check (length(reason) between 1 and 40),
  note_sealed bytea check (octet_length(note_sealed) <= 65536),
  at timestamptz not null
);
comment on table officer.person_opening is
  'Purpose: who opened the office''s page of a person, in which role, when and why; the person sees role and reason, never the officer''s name. '
  'Kept: as the account and its cases. Closing: kept. Legal hold: kept. Personal data: the officer''s own words, sealed for the account; the relation.';
alter table officer.person_opening enable row level security;
alter table officer.person_opening force row level security;
grant select, insert on officer.person_opening to portolan_office;
grant select on officer.person_opening to portolan_worker;
create policy owner_all on officer.person_opening to portolan_owner using (true) with check (true);
create policy office_reads on officer.person_opening for select to portolan_office
  using (platform.actor_staff() is not null and officer.may_find(account));
create policy own_openings on officer.person_opening for insert to portolan_office
  with check (staff = platform.actor_staff() and officer.may_find(account));
create policy worker_reads on officer.person_opening for select to portolan_worker using (true);
create index person_opening_of_account on officer.person_opening (account, at desc);
create index person_opening_session on officer.person_opening (session, account);

create or replace function officer_public.openings_of_own_file(most int, skip int)
returns table (kind text, named text, office text, role text, reason text, at timestamptz, total int)
  language sql stable security definer set search_path = '' rows 20
as $$
  with own as (
    select c.id, c.receipt_number, c.office from cases."case" c
    where exists (
      select from cases.party p
      where p."case" = c.id and p.account = any (platform.actor_accounts()) and p.until_at is null
    )
  )
  select found.kind, found.named, found.office, found.role, found.reason, found.at, count(*) over ()::int
  from (
    select 'case' as kind, own.receipt_number as named, coalesce(o.office, own.office) as office, o.role, o.reason, o.at, o.id
    from officer.file_opening o join own on own.id = o."case"
    union all
    select 'case', own.receipt_number, null, staff.role, looks.reason, done.at, done.id
    from own
    join audit.entry done on done.subject = own.id::text
    join (values ('officer.look-at-file', 'read-document'), ('officer.record-scan', 'scan-paper'),
      ('officer.take-later-paper', 'take-in-paper'), ('officer.take-scanned-paper', 'take-in-paper'),
      ('officer.take-address-on-paper', 'take-in-paper'), ('officer.take-returned-mail', 'take-in-paper')) looks (operation, reason)
      on looks.operation = done.operation
    join officer.staff staff on done.actor_kind = 'staff' and staff.id::text = done.actor_id
    where done.outcome = 'done'
    union all
    select 'person', '', null, o.role, o.reason, o.at, o.id
    from officer.person_opening o where o.account = any (platform.actor_accounts())
    union all
    select 'support', r.tracking_number, null, s.role, s.reason, s.at, s.id
    from accounts.support_step s join accounts.support_request r on r.id = s.request
    where s.kind = 'opened' and r.account = any (platform.actor_accounts())
  ) found
  order by found.at desc, found.id
  limit least(openings_of_own_file.most, 100) offset greatest(openings_of_own_file.skip, 0)
$$;
comment on function officer_public.openings_of_own_file is
  'Who opened the files of the actor''s own cases and the office''s page of them, looked at a single document or took in a paper of them, and requests to support '
  'that name their account: office, role, reason and when, never who; the newest first.';
