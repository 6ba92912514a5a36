-- Filing: drafts of forms, then what is signed, paid and submitted.

create schema filing;
comment on schema filing is 'Drafts of forms, signatures, payments and submissions.';
grant usage on schema filing to portolan_portal, portolan_worker;

-- One sealed text holds all answers of a draft: every page is judged by all answers, so they are read and written
-- together, and one row to lock lets two devices save two pages without losing either.
create table filing.draft (
  id uuid primary key,
  account uuid not null references accounts.account on delete cascade,
  start_key text not null check (length(start_key) between 16 and 100),
  form text not null check (form ~ '^[a-z0-9][a-z0-9-]{0,30}$'),
  edition date not null,
  language text not null check (length(language) between 2 and 35),
  answers_sealed bytea not null check (octet_length(answers_sealed) <= 1048576),
  typed_sealed bytea check (octet_length(typed_sealed) <= 1048576),
  version int not null default 1 check (version > 0),
  started_at timestamptz not null,
  worked_on_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > worked_on_at),
  deleted_at timestamptz,
  submission uuid unique,
  submitted_at timestamptz,
  unique (account, start_key),
  check ((submission is null) = (submitted_at is null)),
  check (submission is null or deleted_at is null)
);
comment on table filing.draft is
  'Purpose: a form being filled in: the answers so far, and what was typed and not accepted yet. '
  'Kept: until 30 days (of the agency pack) after the last work on it, a deleted one 7 days, a submitted one as its '
  'submission. Closing: deleted unless submitted. Legal hold: kept. '
  'Personal data: all answers, sealed for the person in answers_sealed and typed_sealed.';
create index draft_open on filing.draft (account, worked_on_at desc) where deleted_at is null and submission is null;
create index draft_expires_at on filing.draft (expires_at) where submission is null;
create index draft_deleted_at on filing.draft (deleted_at) where deleted_at is not null;
alter table filing.draft enable row level security;
alter table filing.draft force row level security;
create policy owner_all on filing.draft to portolan_owner using (true) with check (true);
create policy own on filing.draft to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
create policy worker_all on filing.draft to portolan_worker using (true) with check (true);
grant select, insert, update on filing.draft to portolan_portal;
grant select, update, delete on filing.draft to portolan_worker;
