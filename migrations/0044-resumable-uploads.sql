-- An upload that may stop and go on: what has come in lies in parts, each sealed on its own, and a file may consist of them.

create table evidence.resumable_upload (
  id uuid primary key,
  account uuid not null references accounts.account,
  draft uuid not null,
  document text not null check (document ~ '^[a-z0-9][a-z0-9-]{0,60}$'),
  name_sealed bytea not null,
  same_file text check (length(same_file) between 20 and 64),
  type text check (type in ('pdf', 'jpeg', 'png', 'tiff')),
  size_bytes int not null check (size_bytes > 0),
  storage_key text not null unique check (length(storage_key) between 20 and 60),
  offset_bytes int not null default 0 check (offset_bytes between 0 and size_bytes),
  parts int[] not null default '{}' check (cardinality(parts) <= 1000),
  parts_tried int not null default 1 check (parts_tried between 1 and 1001),
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  cancelled_at timestamptz,
  outcome text check (outcome in ('received', 'doubled')),
  check (offset_bytes = 0 or type is not null)
);
comment on table evidence.resumable_upload is
  'Purpose: an upload that may stop and go on: for which document, how much of it is stored, in which parts. parts: their '
  'numbers in the order of the bytes; parts_tried: the highest number ever given, so that every part that may lie in the '
  'storage is known; same_file: a keyed hash of what tells the same file again when it is chosen again; outcome: what '
  'became of it, for who did not hear the last answer. Kept: 24 hours from its last part. Closing: cancelled, then swept. '
  'Personal data: the bytes, and the name in name_sealed, both sealed for the person.';
create index resumable_upload_of_draft on evidence.resumable_upload (draft);
create index resumable_upload_of_account on evidence.resumable_upload (account);
create index resumable_upload_expires_at on evidence.resumable_upload (expires_at);
alter table evidence.resumable_upload enable row level security;
alter table evidence.resumable_upload force row level security;
create policy owner_all on evidence.resumable_upload to portolan_owner using (true) with check (true);
create policy own on evidence.resumable_upload to portolan_portal
  using (account = any (platform.actor_accounts())) with check (account = any (platform.actor_accounts()));
create policy worker_all on evidence.resumable_upload to portolan_worker using (true) with check (true);
grant select, insert on evidence.resumable_upload to portolan_portal;
grant update (type, offset_bytes, parts, parts_tried, expires_at, cancelled_at, outcome) on evidence.resumable_upload to portolan_portal;
grant select, delete, update (expires_at, cancelled_at) on evidence.resumable_upload to portolan_worker;

alter table evidence.file
  add column parts int[] not null default '{}' check (cardinality(parts) <= 1000),
  add column parts_tried int not null default 0 check (parts_tried >= 0);
comment on column evidence.file.parts is 'The numbers of the parts its bytes lie in, in their order; empty: they lie in one piece.';
comment on column evidence.file.parts_tried is 'The highest number that a part of it may have in the storage.';
