-- An interpreter and a preparer sign beside the filer, before them, over the same document.

create table filing.helper_signature (
  id uuid primary key,
  draft uuid not null references filing.draft on delete cascade,
  account uuid not null references accounts.account,
  helper text not null check (helper ~ '^[a-z][a-z0-9-]{0,39}$'),
  capacity text not null check (capacity in ('interpreter', 'preparer')),
  language text not null check (length(language) between 2 and 35),
  statement text not null check (length(statement) between 1 and 10000),
  name_sealed bytea not null,
  document_sha256 text not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
  session uuid not null,
  signed_at timestamptz not null,
  unique (draft, helper, document_sha256)
);
comment on table filing.helper_signature is
  'Purpose: the signature of an interpreter or a preparer over the document that the filer signs, given in the filer''s '
  'own session: the exact statement and its language, the hash of the document, the name typed. Rows are only ever added. '
  'Kept: as the signature of the filer. Closing an account: kept. '
  'Legal hold: kept. Personal data: name, sealed for the person who files.';

alter table filing.helper_signature enable row level security;
alter table filing.helper_signature force row level security;
create policy owner_all on filing.helper_signature to portolan_owner using (true) with check (true);
create policy worker_all on filing.helper_signature to portolan_worker using (true) with check (true);
create policy own on filing.helper_signature to portolan_portal
  using (account = any (platform.actor_accounts())) with check (account = any (platform.actor_accounts()));
grant select, insert on filing.helper_signature to portolan_portal;
grant select on filing.helper_signature to portolan_worker;
