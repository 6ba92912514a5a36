-- Files that people send about a case after it was filed. A tray stands where a draft does: its files wait in it, and the
-- submission they go into has its id.

create table evidence.tray (
  id uuid primary key,
  "case" uuid not null references cases."case",
  account uuid not null references accounts.account,
  purpose text not null check (purpose in ('message', 'additional', 'request', 'identity')),
  subject uuid,
  documents text[] not null check (cardinality(documents) between 1 and 60),
  files_most integer not null check (files_most between 1 and 50),
  page text not null check (page ~ '^/cases/[A-Za-z0-9/-]{10,200}$'),
  opened_at timestamptz not null,
  submitted_at timestamptz
);
comment on table evidence.tray is
  'Purpose: what gathers the files that one person sends about one case for one purpose: a message, additional evidence, the '
  'answer to a request, a proof of identity. Its id stands where the files name their draft and, once sent, their submission. '
  'Kept: as the case; one that was never sent 120 days, with its files. Closing: removed unless sent. Legal hold: kept. '
  'Personal data: the relation.';
comment on column evidence.tray.subject is 'What it is about: the conversation, the request. Null: nothing yet.';
comment on column evidence.tray.page is 'Where its person adds to it and sends it.';
create unique index tray_open on evidence.tray (account, "case", purpose, coalesce(subject, '00000000-0000-0000-0000-000000000000'))
  where submitted_at is null;
create index tray_of_case on evidence.tray ("case", submitted_at) where submitted_at is not null;
create index tray_forgotten on evidence.tray (opened_at) where submitted_at is null;

alter table evidence.tray enable row level security;
alter table evidence.tray force row level security;
grant select, insert on evidence.tray to portolan_portal;
grant update (submitted_at) on evidence.tray to portolan_portal;
grant select on evidence.tray to portolan_office;
grant select, delete on evidence.tray to portolan_worker;
create policy owner_all on evidence.tray to portolan_owner using (true) with check (true);
create policy worker_all on evidence.tray to portolan_worker using (true) with check (true);
create policy own_reads on evidence.tray for select to portolan_portal using (account = any (platform.actor_accounts()));
create policy of_case_reads on evidence.tray for select to portolan_portal using (submitted_at is not null and cases.is_on("case"));
create policy own_opens on evidence.tray for insert to portolan_portal
  with check (account = any (platform.actor_accounts()) and submitted_at is null and cases.is_on("case"));
create policy own_sends on evidence.tray for update to portolan_portal
  using (account = any (platform.actor_accounts()) and submitted_at is null) with check (cases.is_on("case"));
-- Of a protected case the office has no more here than of the case itself.
create policy office_reads on evidence.tray for select to portolan_office
  using (platform.actor_staff() is not null and submitted_at is not null and exists (
    select from cases."case" its where its.id = tray."case"));

-- What one person of a case has sent the others read too, for as long as they are on it.
create policy of_case_reads on evidence.file for select to portolan_portal
  using (submission is not null and exists (
    select from evidence.tray where tray.id = file.submission and tray.submitted_at is not null and cases.is_on(tray."case")));
