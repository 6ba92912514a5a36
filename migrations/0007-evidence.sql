-- Evidence: the files a person adds to a filing, from the first byte to the case they end up in.

create schema evidence;
comment on schema evidence is 'Files that people add to their filings.';
grant usage on schema evidence to portolan_portal, portolan_office, portolan_worker;

-- Written before the first byte is stored: bytes whose row is still here belong to no file, and a sweep removes them.
create table evidence.begun_upload (
  id uuid primary key,
  account uuid not null references accounts.account,
  storage_key text not null unique check (length(storage_key) between 20 and 64),
  begun_at timestamptz not null
);
comment on table evidence.begun_upload is
  'Purpose: an upload under way, so that what a killed one left in the storage is found. '
  'Kept: until the file is recorded, or an hour. Closing: swept. Personal data: none beside the account.';
create index begun_upload_begun_at on evidence.begun_upload (begun_at);
alter table evidence.begun_upload enable row level security;
alter table evidence.begun_upload force row level security;
create policy owner_all on evidence.begun_upload to portolan_owner using (true) with check (true);
create policy own on evidence.begun_upload to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
create policy worker_all on evidence.begun_upload to portolan_worker using (true) with check (true);
grant select, insert, delete on evidence.begun_upload to portolan_portal;
-- A row is locked by who takes it away; `for update` asks for the right to update a column.
grant select, delete, update (begun_at) on evidence.begun_upload to portolan_worker;

create table evidence.file (
  id uuid primary key,
  account uuid not null references accounts.account,
  draft uuid not null,
  document text not null check (document ~ '^[a-z0-9][a-z0-9-]{0,60}$'),
  name_sealed bytea not null,
  type text not null check (type in ('pdf', 'jpeg', 'png', 'tiff')),
  size_bytes int not null check (size_bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text not null unique check (length(storage_key) between 20 and 60),
  state text not null default 'received' check (state in ('received', 'clean', 'refused')),
  refusal text check (length(refusal) between 1 and 60),
  pages int check (pages > 0),
  width int check (width >= 0),
  height int check (height >= 0),
  previews int not null default 0 check (previews >= 0),
  uploaded_at timestamptz not null,
  checked_at timestamptz,
  removed_at timestamptz,
  submission uuid,
  bytes_gone_at timestamptz,
  check ((state = 'received') = (checked_at is null)),
  check ((state = 'refused') = (refusal is not null)),
  check (state <> 'clean' or pages is not null),
  check (removed_at is null or submission is null)
);
comment on table evidence.file is
  'Purpose: one file added to a draft for one document asked for, what the checks said of it, and the submission it '
  'went into. The bytes lie sealed in the storage under storage_key, pictures of pages beside them. '
  'Kept: as its submission; a removed or refused one 30 days after that, its bytes no longer than the job takes. '
  'Closing: removed unless submitted. Legal hold: kept. Personal data: the bytes, and the name in name_sealed, both '
  'sealed for the person.';
-- The same bytes for the same document are one file, however often they are sent.
create unique index file_once on evidence.file (draft, document, sha256)
  where removed_at is null and state <> 'refused';
create index file_of_draft on evidence.file (draft, uploaded_at) where removed_at is null;
create index file_of_account on evidence.file (account) where removed_at is null and submission is null;
create index file_of_submission on evidence.file (submission) where submission is not null;
create index file_to_forget on evidence.file (coalesce(removed_at, checked_at))
  where removed_at is not null or state = 'refused';
alter table evidence.file enable row level security;
alter table evidence.file force row level security;
create policy owner_all on evidence.file to portolan_owner using (true) with check (true);
create policy own_reads on evidence.file for select to portolan_portal using (account = platform.actor_account());
create policy own_changes on evidence.file for update to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
-- What the person's own role can add is unchecked: a verdict is the worker's alone.
create policy own_adds on evidence.file for insert to portolan_portal
  with check (account = platform.actor_account() and state = 'received' and submission is null and removed_at is null);
create policy office_reads on evidence.file for select to portolan_office
  using (platform.actor_staff() is not null and submission is not null);
create policy worker_all on evidence.file to portolan_worker using (true) with check (true);
grant select, insert, update (removed_at, submission) on evidence.file to portolan_portal;
grant select on evidence.file to portolan_office;
grant select, update, delete on evidence.file to portolan_worker;

create table evidence.submitted_draft (
  draft uuid primary key,
  account uuid not null references accounts.account,
  submission uuid not null unique,
  submitted_at timestamptz not null
);
comment on table evidence.submitted_draft is
  'Purpose: the drafts whose files are part of a submission, so that none is added or taken away afterwards. '
  'Kept: as the submission. Closing and legal hold: kept. Personal data: none beside the account.';
alter table evidence.submitted_draft enable row level security;
alter table evidence.submitted_draft force row level security;
create policy owner_all on evidence.submitted_draft to portolan_owner using (true) with check (true);
create policy own on evidence.submitted_draft to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
create policy worker_all on evidence.submitted_draft to portolan_worker using (true) with check (true);
grant select, insert on evidence.submitted_draft to portolan_portal, portolan_worker;

insert into platform.task_allowed (task) values ('evidence.scan'), ('evidence.preview'), ('evidence.forget');
