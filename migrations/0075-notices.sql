-- Notices: what the agency tells the people of a case in writing, each with a code by which anyone can check that it is genuine.

create table correspondence.notice (
  id uuid primary key,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  kind text not null check (length(kind) between 1 and 60),
  source text not null check (length(source) between 1 and 100),
  issued_at timestamptz not null,
  issued_on date not null,
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{17}$'),
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  signature text not null check (length(signature) between 80 and 120),
  sealed bytea not null,
  told_at timestamptz,
  ended_at timestamptz,
  ended_as text check (ended_as in ('replaced', 'withdrawn')),
  check ((ended_at is null) = (ended_as is null)),
  unique ("case", kind, source)
);
comment on table correspondence.notice is
  'Purpose: a notice of the agency about one case, word for word as it was issued, and the signed code by which anyone can check '
  'that it is genuine. Nothing of its words is changed afterwards; it can be replaced by another one or withdrawn. Kept: as the case. '
  'Closing and legal hold: kept. Personal data: all of sealed, sealed for the case.';
create index notice_of_case on correspondence.notice ("case", issued_at desc, id);

create table correspondence.notice_paper (
  id uuid primary key,
  notice uuid not null references correspondence.notice (id),
  copy text not null check (copy in ('person', 'representative')),
  storage_key text not null unique check (length(storage_key) between 20 and 64),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  pages int not null check (pages > 0),
  made_at timestamptz not null,
  unique (notice, copy)
);
comment on table correspondence.notice_paper is
  'Purpose: where the sealed PDF of a notice lies: one for the person, and one for who represents them, without the number of the '
  'person''s account. Kept: as the case. Closing and legal hold: kept. Personal data: none here; the files hold it, sealed for the case.';

create table correspondence.notice_opening (
  notice uuid not null references correspondence.notice (id),
  account uuid not null,
  side text not null check (side in ('person', 'representative')),
  at timestamptz not null,
  primary key (notice, account)
);
comment on table correspondence.notice_opening is
  'Purpose: who of a case opened a notice on its page, and when for the first time: the agency and the person see that it was read. '
  'Kept: as the case. Closing and legal hold: kept. Personal data: the relation.';

do $$
declare its text;
begin
  foreach its in array array['notice', 'notice_paper', 'notice_opening'] loop
    execute format('alter table correspondence.%I enable row level security', its);
    execute format('alter table correspondence.%I force row level security', its);
    execute format('create policy owner_all on correspondence.%I to portolan_owner using (true) with check (true)', its);
    execute format('grant select on correspondence.%I to portolan_worker, portolan_office, portolan_portal', its);
  end loop;
end $$;

create policy worker_all on correspondence.notice to portolan_worker using (true) with check (true);
create policy worker_all on correspondence.notice_paper to portolan_worker using (true) with check (true);
create policy worker_reads on correspondence.notice_opening for select to portolan_worker using (true);
grant insert, update (told_at, ended_at, ended_as) on correspondence.notice to portolan_worker;
grant insert on correspondence.notice_paper to portolan_worker;

-- Of a protected case the office has no more here than of the case itself.
create policy office_all on correspondence.notice to portolan_office using (platform.actor_staff() is not null and exists (
  select from cases."case" its where its.id = notice."case"));
create policy office_reads on correspondence.notice_paper for select to portolan_office using (exists (
  select from correspondence.notice where notice.id = notice_paper.notice));
create policy office_reads on correspondence.notice_opening for select to portolan_office using (exists (
  select from correspondence.notice where notice.id = notice_opening.notice));
grant insert, update (ended_at, ended_as) on correspondence.notice to portolan_office;

create policy own on correspondence.notice for select to portolan_portal using (correspondence.is_party("case", null));
-- What follows at once from what a person does on their own case.
create policy own_acts on correspondence.notice for insert to portolan_portal
  with check (correspondence.is_party("case", null) and told_at is null and ended_at is null);
create policy own_ends on correspondence.notice for update to portolan_portal using (correspondence.is_party("case", null));
create policy own on correspondence.notice_paper for select to portolan_portal using (exists (
  select from correspondence.notice where notice.id = notice_paper.notice and correspondence.is_party(notice."case", notice_paper.copy)));
create policy own on correspondence.notice_opening for select to portolan_portal using (exists (
  select from correspondence.notice where notice.id = notice_opening.notice));
create policy own_opens on correspondence.notice_opening for insert to portolan_portal
  with check (account = any (platform.actor_accounts()) and exists (
    select from correspondence.notice where notice.id = notice_opening.notice and correspondence.is_party(notice."case", notice_opening.side)));
grant insert, update (ended_at, ended_as) on correspondence.notice to portolan_portal;
grant insert on correspondence.notice_opening to portolan_portal;

-- The one door for anyone who holds a notice: nothing of it tells whose it is, and without its code nobody finds one.
create function correspondence.notice_behind(code text)
  returns table (kind text, receipt_number text, issued_on date, text_sha256 text, signature text, ended_as text, is_brief boolean)
  language sql stable security definer set search_path = '' rows 1 as $$
  select its.kind, its.receipt_number, its.issued_on, its.text_sha256, its.signature, its.ended_as, about.protected
  from correspondence.notice its join cases."case" about on about.id = its."case"
  where its.code = notice_behind.code
$$;
comment on function correspondence.notice_behind(text) is
  'The notice that has this document code, for who checks it: what was signed, and whether it still counts. `is_brief`: no more is told of it.';
revoke all on function correspondence.notice_behind(text) from public;
grant execute on function correspondence.notice_behind(text) to portolan_portal;

insert into platform.task_allowed (task) values ('correspondence.set-notice');
