-- The agency's side of a form that came on paper: what stood on it, the notice that lets its person claim the case, the
-- letters to print, and what an import of many of them refused or was not sure of.

create table cases.paper_filing (
  "case" uuid primary key references cases."case" (id),
  sealed bytea not null,
  date_of_birth_hash text not null check (length(date_of_birth_hash) between 40 and 100),
  consular boolean not null default false,
  fee_cents integer check (fee_cents >= 0),
  taken_at timestamptz not null
);
comment on table cases.paper_filing is
  'Purpose: what a form on paper says of its person (names, date of birth, numbers, addresses, representative), as it was '
  'taken in, and the date of birth by its keyed hash, for whoever claims the case. Kept: as the case. Closing and legal hold: '
  'kept. Personal data: all of sealed, sealed for the case.';

create table cases.access_notice (
  id uuid primary key,
  "case" uuid not null references cases."case" (id),
  addressee text not null check (addressee in ('applicant', 'representative')),
  account uuid,
  code_hash text check (length(code_hash) between 40 and 100),
  cause text not null check (cause in ('intake', 'portal', 'office')),
  issued_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > issued_at),
  reminded_at timestamptz,
  ended_at timestamptz,
  ended_as text check (ended_as in ('used', 'replaced', 'withdrawn', 'expired')),
  used_by uuid,
  check ((ended_at is null) = (ended_as is null)),
  check ((used_by is not null) = (ended_as is not distinct from 'used'))
);
comment on table cases.access_notice is
  'Purpose: one Account Access Notice: for which case, to its applicant or their representative, for which account, and the '
  'Online Access Code on it by its keyed hash (null: the receipt number has none); one stands at a time for each addressee. '
  'Kept: as the case. Closing and legal hold: kept. Personal data: the relation.';
create unique index access_notice_stands on cases.access_notice ("case", addressee) where ended_at is null;
create index access_notice_due on cases.access_notice (expires_at) where ended_at is null and code_hash is not null;

create table cases.print_batch (
  id uuid primary key,
  ordinal bigint not null generated always as identity,
  made_at timestamptz not null,
  letters integer not null check (letters > 0),
  pages integer not null check (pages > 0),
  storage_key text not null unique check (length(storage_key) between 20 and 64),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  fetched_at timestamptz,
  counted integer check (counted >= 0),
  confirmed_at timestamptz,
  confirmed_by uuid,
  check ((confirmed_at is null) = (confirmed_by is null))
);
comment on table cases.print_batch is
  'Purpose: a bundle of letters for the mail house: how many, where its sealed file lies, who fetched and confirmed it and how '
  'many letters were counted in print. Kept: two years; its file goes when it is confirmed. Closing and legal hold: kept. '
  'Personal data: the file, sealed.';

create table cases.letter (
  id uuid primary key,
  "case" uuid not null references cases."case" (id),
  notice uuid references cases.access_notice (id),
  kind text not null check (length(kind) between 1 and 60),
  sealed bytea,
  written_at timestamptz not null,
  batch uuid references cases.print_batch (id),
  printed_at timestamptz,
  withdrawn_at timestamptz,
  check (sealed is not null or printed_at is not null or withdrawn_at is not null)
);
comment on table cases.letter is
  'Purpose: a letter on paper about a case, from when it is written until it is printed and counted; what is printed in it, a '
  'code among it, is kept no longer than that. Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed, '
  'sealed for the case.';
create index letter_waits on cases.letter (written_at, id) where batch is null and withdrawn_at is null;
create index letter_of_case on cases.letter ("case", written_at);
create index letter_of_batch on cases.letter (batch) where batch is not null;

do $$
declare its text;
begin
  foreach its in array array['paper_filing', 'access_notice', 'print_batch', 'letter'] loop
    execute format('alter table cases.%I enable row level security', its);
    execute format('alter table cases.%I force row level security', its);
    execute format('create policy owner_all on cases.%I to portolan_owner using (true) with check (true)', its);
    execute format('create policy worker_all on cases.%I to portolan_worker using (true) with check (true)', its);
    execute format('create policy office_all on cases.%I to portolan_office using (platform.actor_staff() is not null) with check (platform.actor_staff() is not null)', its);
    execute format('grant select, insert, update on cases.%I to portolan_worker, portolan_office', its);
  end loop;
end $$;

-- Claiming goes through the gate: it looks at a case that is not yet the person's own.
create policy gate_all on cases.access_notice to portolan_gate using (not officer.from_office()) with check (not officer.from_office());
create policy gate_reads on cases.paper_filing for select to portolan_gate using (not officer.from_office());
create policy gate_all on cases.letter to portolan_gate using (not officer.from_office()) with check (not officer.from_office());
create policy gate_reads on cases."case" for select to portolan_gate using (not officer.from_office());
create policy gate_reads on cases.party for select to portolan_gate using (not officer.from_office());
create policy gate_joins on cases.party for insert to portolan_gate with check (not officer.from_office() and account = platform.actor_account());
grant usage on schema cases to portolan_gate;
grant select, insert, update on cases.access_notice to portolan_gate;
grant select on cases.paper_filing, cases."case", cases.party to portolan_gate;
grant insert on cases.party to portolan_gate;
grant select, insert, update on cases.letter to portolan_gate;

-- Who looks up a person's cases or what follows from a claim reads their own notices.
create policy own on cases.access_notice for select to portolan_portal using (account = any (platform.actor_accounts()) or used_by = any (platform.actor_accounts()));
grant select (id, "case", addressee, account, cause, issued_at, expires_at, ended_at, ended_as, used_by) on cases.access_notice to portolan_portal;

-- Many cases at once are opened by statements over many rows, in the name of staff or of a job.
create policy office_opens on cases."case" for insert to portolan_office with check (platform.actor_staff() is not null and channel = 'paper');
create policy office_joins on cases.party for insert to portolan_office with check (platform.actor_staff() is not null);
create policy office_ends on cases.party for update to portolan_office using (platform.actor_staff() is not null) with check (platform.actor_staff() is not null);
grant insert on cases."case", cases.party to portolan_office, portolan_worker;
grant update (until_at) on cases.party to portolan_office;

create function audit.record_each(at timestamptz, operation text, actor_kind text, actor_id text, entries json, request_id text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  acting text := platform.actor_kind();
  acting_id text := coalesce(platform.actor_account()::text, platform.actor_staff()::text);
begin
  if record_each.actor_kind is distinct from acting
    or acting not in ('staff', 'system')
    or (acting = 'staff' and record_each.actor_id is distinct from acting_id)
    or (acting = 'staff' and not pg_has_role(session_user, 'portolan_office', 'member')) then
    raise exception 'an entry in the record names the one who acts' using errcode = 'insufficient_privilege';
  end if;
  with made as (
    insert into audit.entry (at, operation, actor_kind, actor_id, subject, account, outcome, detail, request_id)
    select record_each.at, record_each.operation, record_each.actor_kind, record_each.actor_id, each.subject, each.account,
      'done', each.detail, record_each.request_id
    from json_to_recordset(record_each.entries) as each (subject text, account uuid, detail jsonb)
    returning ordinal, id, entry.at
  )
  insert into audit.unsealed (ordinal, entry_id, entry_at) select made.ordinal, made.id, made.at from made;
end
$$;
comment on function audit.record_each(timestamptz, text, text, text, json, text) is
  'Adds an entry for each of many things that one act of staff or a job did, and queues them for sealing.';
revoke all on function audit.record_each(timestamptz, text, text, text, json, text) from public;
grant execute on function audit.record_each(timestamptz, text, text, text, json, text) to portolan_office, portolan_worker;

create table profile.likeness (
  account uuid not null,
  kind text not null check (kind in ('name-and-birth', 'name-birth-and-address', 'a-number-and-birth')),
  value_hash text not null check (length(value_hash) between 40 and 100),
  noted_at timestamptz not null,
  primary key (account, kind)
);
comment on table profile.likeness is
  'Purpose: by what the agency knows that a form on paper is of a person who has an account already: names with date of birth, '
  'those with the address, A-Number with date of birth, each by one keyed hash. Kept: as the account. Closing: deleted. Legal '
  'hold: kept. Personal data: none readable.';
alter table profile.likeness enable row level security;
alter table profile.likeness force row level security;
create index likeness_value on profile.likeness (value_hash);
create policy owner_all on profile.likeness to portolan_owner using (true) with check (true);
create policy worker_all on profile.likeness to portolan_worker using (true) with check (true);
create policy office_all on profile.likeness to portolan_office using (platform.actor_staff() is not null) with check (platform.actor_staff() is not null);
create policy own on profile.likeness to portolan_portal using (account = platform.actor_account()) with check (account = platform.actor_account());
grant select, insert, update, delete on profile.likeness to portolan_worker;
grant select, insert, update on profile.likeness to portolan_office;
grant select, insert, update, delete on profile.likeness to portolan_portal;

create table officer.intake (
  id uuid primary key,
  ordinal bigint not null generated always as identity,
  source text not null check (source in ('command', 'office-file', 'office-form')),
  file_sealed bytea,
  storage_key text unique check (length(storage_key) between 20 and 64),
  begun_at timestamptz not null,
  begun_by text not null check (length(begun_by) between 1 and 100),
  lines integer not null default 0 check (lines >= 0),
  taken integer not null default 0 check (taken >= 0),
  uncertain integer not null default 0 check (uncertain >= 0),
  known integer not null default 0 check (known >= 0),
  refused integer not null default 0 check (refused >= 0),
  touched_at timestamptz not null,
  ended_at timestamptz,
  file_fault text check (length(file_fault) between 1 and 100)
);
comment on table officer.intake is
  'Purpose: one file of paper filings that was taken in, or one form entered by hand: how far it is, and what came of its lines. '
  'Kept: two years; its file 30 days. Closing and legal hold: kept. Personal data: the file''s name and bytes, sealed.';

create table officer.intake_row (
  row_hash text primary key check (length(row_hash) between 40 and 100),
  "case" uuid not null,
  intake uuid not null references officer.intake (id),
  line integer not null check (line > 0)
);
comment on table officer.intake_row is
  'Purpose: that a filing was taken in, by the keyed hash of everything its row says, so that the same row again changes '
  'nothing. Kept: as the case. Closing and legal hold: kept. Personal data: none readable.';
create index intake_row_of on officer.intake_row (intake, line);

create table officer.intake_refusal (
  intake uuid not null references officer.intake (id),
  line integer not null check (line > 0),
  faults jsonb not null,
  sealed bytea not null,
  primary key (intake, line)
);
comment on table officer.intake_refusal is
  'Purpose: a row that was not taken, why, and its own text, for the file that is corrected and brought again. Kept: 30 days. '
  'Closing: deleted with it. Legal hold: no longer. Personal data: the text, sealed for the intake.';

create table officer.possible_duplicate (
  "case" uuid primary key,
  accounts uuid[] not null,
  reasons text[] not null check (cardinality(reasons) > 0),
  noted_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  account uuid,
  check ((decided_at is null) = (decided_by is null))
);
comment on table officer.possible_duplicate is
  'Purpose: a case from paper that may be of a person who has an account already: which accounts, why, and whose an officer found '
  'it to be. Until then it has no account and no notice. Kept: as the case. Closing and legal hold: kept. Personal data: the '
  'relation.';
create index possible_duplicate_waits on officer.possible_duplicate (noted_at) where decided_at is null;

do $$
declare its text;
begin
  foreach its in array array['intake', 'intake_row', 'intake_refusal', 'possible_duplicate'] loop
    execute format('alter table officer.%I enable row level security', its);
    execute format('alter table officer.%I force row level security', its);
    execute format('create policy owner_all on officer.%I to portolan_owner using (true) with check (true)', its);
    execute format('create policy worker_all on officer.%I to portolan_worker using (true) with check (true)', its);
    execute format('create policy office_all on officer.%I to portolan_office using (platform.actor_staff() is not null) with check (platform.actor_staff() is not null)', its);
    execute format('grant select, insert, update on officer.%I to portolan_worker, portolan_office', its);
  end loop;
end $$;
grant delete on officer.intake_refusal to portolan_worker;
grant usage on schema officer to portolan_worker;
