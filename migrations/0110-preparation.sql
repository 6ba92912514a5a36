-- A representative prepares a form and a Form G-28 for a client, who reads, accepts and signs them in an account of their own.

-- A draft that a representative fills in for a client is the representative's own, and can never be filed itself. What the client
-- reads and signs is a copy under their account, which nobody fills in; that is what is filed.
alter table filing.draft
  add column prepared text check (prepared in ('working', 'copy')),
  add column prepared_by uuid references accounts.account,
  add column prepared_for_sealed bytea check (octet_length(prepared_for_sealed) <= 4096),
  add column frozen_at timestamptz,
  add check ((prepared is not distinct from 'copy') or prepared_by is null),
  add check (prepared is distinct from 'copy' or frozen_at is not null),
  add check (prepared is distinct from 'working' or submission is null),
  add check ((prepared is not distinct from 'working') = (prepared_for_sealed is not null));
comment on column filing.draft.prepared is 'working: a representative fills it in for a client; copy: what the client reads and signs; null: a person''s own.';
comment on column filing.draft.prepared_by is 'Of a copy: the representative who is on the case it becomes; null once they represent the client no more.';
comment on column filing.draft.prepared_for_sealed is 'Of a working draft: the name of the client, sealed for the representative.';
comment on column filing.draft.frozen_at is 'Since when nothing in it changes: a copy always, a working draft while its package is with the client.';

-- Whatever asks for it: what was signed over does not change while it is with the client. An end, a payment and the receipt may come.
create function filing.guard_frozen() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.account is distinct from old.account or new.prepared is distinct from old.prepared then
    raise exception 'draft % stays whose and what it is', old.id;
  end if;
  if old.frozen_at is not null and row(new.answers_sealed, new.edition, new.form, new.offered_sealed, new.origins_sealed)
    is distinct from row(old.answers_sealed, old.edition, old.form, old.offered_sealed, old.origins_sealed)
    or old.frozen_at is not null and new.typed_sealed is not null and new.typed_sealed is distinct from old.typed_sealed then
    raise exception 'draft % is frozen', old.id;
  end if;
  return new;
end $$;
create trigger guard_frozen before update on filing.draft for each row execute function filing.guard_frozen();

-- The same of its evidence. Jobs of ours still judge files, draw their pages, make a copy's, and remove what has ended.
create function filing.guard_frozen_evidence() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'portolan_portal' and exists (select from filing.draft its where its.id = new.draft and its.frozen_at is not null)
    and (tg_op = 'INSERT' or (to_jsonb(new) - 'submission') is distinct from (to_jsonb(old) - 'submission')) then
    raise exception 'the evidence of draft % is frozen', new.draft;
  end if;
  return new;
end $$;
create trigger guard_frozen before insert or update on evidence.file for each row execute function filing.guard_frozen_evidence();

create schema preparation;
comment on schema preparation is 'What representatives prepare for clients: packages, passcodes, and the client''s answers to them.';
grant usage on schema preparation to portolan_portal, portolan_office, portolan_worker, portolan_gate;

create table preparation.preparation (
  id uuid primary key,
  representative uuid not null references accounts.account,
  client uuid not null,
  start_key text not null check (length(start_key) between 16 and 100),
  form text check (form ~ '^[a-z0-9][a-z0-9-]{0,30}$'),
  draft uuid unique references filing.draft on delete set null,
  appearance uuid not null,
  "case" uuid references cases."case",
  begun_at timestamptz not null,
  client_account uuid references accounts.account,
  linked_at timestamptz,
  ended_at timestamptz,
  ended_from text check (ended_from in ('representative', 'client', 'office')),
  filed_at timestamptz,
  filed_case uuid references cases."case",
  unique (representative, start_key),
  check ((client_account is null) = (linked_at is null)),
  check ((ended_at is null) = (ended_from is null)),
  check ((filed_at is null) = (filed_case is null)),
  check (client_account is distinct from representative)
);
comment on table preparation.preparation is
  'Purpose: that a representative prepares a form for a client, or enters their appearance on a case that was filed: the drafts of the '
  'form and of the notice of appearance, whose account the client took it up with, and how it ended. '
  'Kept: as the case it became, one that was never filed 90 days after its drafts ended. Closing: ended. '
  'Legal hold: kept. Personal data: none beside the accounts.';
comment on column preparation.preparation.appearance is 'The working draft of the notice of appearance (Form G-28).';
comment on column preparation.preparation."case" is 'The case that was filed already, where an appearance alone is entered.';
create index preparation_of_representative on preparation.preparation (representative, client, begun_at desc);
create index preparation_of_client on preparation.preparation (client_account, linked_at desc) where client_account is not null;

create table preparation.passcode (
  id uuid primary key,
  preparation uuid not null references preparation.preparation on delete cascade,
  code_hash bytea not null unique,
  issued_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > issued_at),
  given text not null check (given in ('shown', 'mailed', 'posted')),
  ended_at timestamptz,
  ended_as text check (ended_as in ('used', 'replaced', 'withdrawn')),
  check ((ended_at is null) = (ended_as is null))
);
comment on table preparation.passcode is
  'Purpose: the representative passcode of a preparation, by its keyed hash, and what became of it. At most one stands. '
  'Kept: as the preparation. Closing and legal hold: kept. Personal data: none.';
create unique index passcode_stands on preparation.passcode (preparation) where ended_at is null;

-- What the representative signed and gave to the client, as it was at that moment. A change is another package.
create table preparation.package (
  id uuid primary key,
  preparation uuid not null references preparation.preparation on delete cascade,
  ordinal int not null check (ordinal > 0),
  laid_at timestamptz not null,
  judged_on date not null,
  form_sealed bytea,
  form_sha256 text check (form_sha256 ~ '^[0-9a-f]{64}$'),
  appearance_sealed bytea not null,
  appearance_sha256 text not null check (appearance_sha256 ~ '^[0-9a-f]{64}$'),
  copy uuid references filing.draft on delete set null,
  copied_at timestamptz,
  voided_at timestamptz,
  voided_why text check (voided_why in ('taken-back', 'changes-asked', 'declined', 'ended')),
  unique (preparation, ordinal),
  check ((form_sealed is null) = (form_sha256 is null)),
  check ((voided_at is null) = (voided_why is null))
);
comment on table preparation.package is
  'Purpose: what a representative signed and laid before their client: the signed text of the form with the hashes of its evidence, that of the '
  'notice of appearance, and whether it still stands. Nothing but that is changed afterwards. Kept: as the preparation. '
  'Closing and legal hold: as the preparation. Personal data: all answers, sealed for the representative.';
create unique index package_stands on preparation.package (preparation) where voided_at is null;

-- A signature of the representative or of the client, or the client's refusal of one of the two documents.
create table preparation.answer (
  id uuid primary key,
  package uuid not null references preparation.package on delete cascade,
  of text not null check (of in ('form', 'appearance')),
  side text not null check (side in ('representative', 'client')),
  account uuid not null references accounts.account,
  at timestamptz not null,
  accepted boolean not null,
  reason_sealed bytea,
  document_sha256 text not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
  name_sealed bytea,
  language text check (length(language) between 2 and 35),
  statement text check (length(statement) between 1 and 10000),
  record_language text,
  record_statement text,
  record_binds text,
  session uuid,
  factor text check (length(factor) between 1 and 40),
  proved_at timestamptz,
  unique (package, of, side),
  check (num_nonnulls(name_sealed, language, statement, session, factor, proved_at) = case when accepted then 6 else 0 end),
  check (num_nonnulls(record_language, record_statement, record_binds) in (0, 3)),
  check (accepted or side = 'client'),
  check (accepted = (reason_sealed is null)),
  check (proved_at <= at)
);
comment on table preparation.answer is
  'Purpose: who signed which document of a package, over which hash, on what proof and in which words; or that the client declined it and why. '
  'Rows are only ever added. Kept: as the package. Closing and legal hold: kept. '
  'Personal data: the name typed, or the reason, sealed for the account that gave it.';

do $$
declare its text;
begin
  foreach its in array array['preparation', 'passcode', 'package', 'answer'] loop
    execute format('alter table preparation.%I enable row level security', its);
    execute format('alter table preparation.%I force row level security', its);
    execute format('create policy owner_all on preparation.%I to portolan_owner using (true) with check (true)', its);
    execute format('create policy worker_all on preparation.%I to portolan_worker using (true) with check (true)', its);
    execute format('grant select, insert, update, delete on preparation.%I to portolan_worker', its);
    execute format('grant select on preparation.%I to portolan_portal', its);
  end loop;
end $$;

-- A representative has what they prepare; a client what they took up, from then on and until it ends.
create policy representative_own on preparation.preparation to portolan_portal
  using (representative = any (platform.actor_accounts())) with check (representative = any (platform.actor_accounts()));
create policy client_own on preparation.preparation for select to portolan_portal using (client_account = any (platform.actor_accounts()));
grant insert (id, representative, client, start_key, form, draft, appearance, "case", begun_at) on preparation.preparation to portolan_portal;
grant update (ended_at, ended_from) on preparation.preparation to portolan_portal;
create policy client_ends on preparation.preparation for update to portolan_portal
  using (client_account = any (platform.actor_accounts())) with check (client_account = any (platform.actor_accounts()) and ended_from = 'client');

create policy representative_own on preparation.passcode to portolan_portal
  using (exists (select from preparation.preparation its where its.id = passcode.preparation and its.representative = any (platform.actor_accounts())))
  with check (exists (select from preparation.preparation its where its.id = passcode.preparation and its.representative = any (platform.actor_accounts())));
grant insert on preparation.passcode to portolan_portal;
grant update (ended_at, ended_as) on preparation.passcode to portolan_portal;

create policy either_side on preparation.package for select to portolan_portal
  using (exists (select from preparation.preparation its where its.id = package.preparation));
create policy representative_lays on preparation.package for insert to portolan_portal
  with check (exists (select from preparation.preparation its where its.id = package.preparation and its.representative = any (platform.actor_accounts())));
create policy either_side_voids on preparation.package for update to portolan_portal
  using (exists (select from preparation.preparation its where its.id = package.preparation))
  with check (exists (select from preparation.preparation its where its.id = package.preparation) and voided_at is not null);
grant insert on preparation.package to portolan_portal;
grant update (voided_at, voided_why) on preparation.package to portolan_portal;

create policy either_side on preparation.answer for select to portolan_portal using (exists (select from preparation.package its where its.id = answer.package));
create policy own_gives on preparation.answer for insert to portolan_portal
  with check (account = any (platform.actor_accounts()) and exists (
    select from preparation.package its join preparation.preparation whose on whose.id = its.preparation
    where its.id = answer.package and its.voided_at is null and whose.ended_at is null
      and answer.account = case answer.side when 'representative' then whose.representative else whose.client_account end));
grant insert on preparation.answer to portolan_portal;
