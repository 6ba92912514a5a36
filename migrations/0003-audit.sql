-- The record: append-only entries, and the chain that a job draws through them after they are committed.

create schema audit;
comment on schema audit is 'Who did what, when; nothing in it is ever changed.';
grant usage on schema audit to portolan_portal, portolan_office, portolan_worker, portolan_gate;

create table audit.entry (
  id uuid not null default gen_random_uuid(),
  at timestamptz not null,
  ordinal bigint generated always as identity,
  operation text not null check (length(operation) between 1 and 100),
  actor_kind text not null check (actor_kind in ('visitor', 'account', 'staff', 'system')),
  actor_id text check (length(actor_id) <= 100),
  subject text check (length(subject) <= 200),
  account uuid,
  outcome text not null check (outcome in ('done', 'refused')),
  refusal text check (length(refusal) <= 100),
  detail jsonb,
  request_id text check (length(request_id) <= 100),
  primary key (at, id)
) partition by range (at);
comment on table audit.entry is
  'Purpose: the record of every change and every refusal. Kept: for ever, by month. '
  'Personal data: none; ids and codes only.';
create index entry_account on audit.entry (account, at desc) where account is not null;
create index entry_subject on audit.entry (subject, at desc) where subject is not null;
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy owner_all on audit.entry to portolan_owner using (true) with check (true);
create policy own_entries on audit.entry for select to portolan_portal using (account = platform.actor_account());
create policy office_reads on audit.entry for select to portolan_office using (platform.actor_staff() is not null);
create policy worker_reads on audit.entry for select to portolan_worker using (true);
grant select on audit.entry to portolan_portal, portolan_office, portolan_worker;

-- A month has its own partition; what falls outside the years made ahead lands in the default one.
create table audit.entry_other partition of audit.entry default;
comment on table audit.entry_other is 'Purpose: entries of months without a partition of their own. Kept: as audit.entry.';
do $$
declare
  month date := date '2026-01-01';
begin
  while month < date '2029-01-01' loop
    execute format(
      'create table audit.%I partition of audit.entry for values from (%L) to (%L)',
      'entry_' || to_char(month, 'YYYY_MM'), month, (month + interval '1 month')::date
    );
    month := (month + interval '1 month')::date;
  end loop;
end
$$;
do $$
declare
  part regclass;
begin
  for part in select inhrelid::regclass from pg_inherits where inhparent = 'audit.entry'::regclass loop
    execute format('alter table %s enable row level security', part);
    execute format('alter table %s force row level security', part);
    execute format('create policy owner_all on %s to portolan_owner using (true) with check (true)', part);
  end loop;
end
$$;

create table audit.unsealed (
  ordinal bigint primary key,
  entry_id uuid not null,
  entry_at timestamptz not null
);
comment on table audit.unsealed is
  'Purpose: entries that the chain has not reached yet. Kept: until sealed, about a second. Personal data: none.';
alter table audit.unsealed enable row level security;
alter table audit.unsealed force row level security;
create policy owner_all on audit.unsealed to portolan_owner using (true) with check (true);
create policy worker_all on audit.unsealed to portolan_worker using (true) with check (true);
grant select, delete on audit.unsealed to portolan_worker;

create table audit.link (
  position bigint primary key check (position > 0),
  entry_id uuid not null unique,
  entry_at timestamptz not null,
  hash bytea not null check (length(hash) = 32)
);
comment on table audit.link is
  'Purpose: the chain: each entry''s hash over its content and the link before it (SHA-256). Kept: for ever. '
  'Personal data: none.';
alter table audit.link enable row level security;
alter table audit.link force row level security;
create policy owner_all on audit.link to portolan_owner using (true) with check (true);
create policy worker_reads on audit.link for select to portolan_worker using (true);
create policy worker_appends on audit.link for insert to portolan_worker with check (true);
create policy office_reads on audit.link for select to portolan_office using (platform.actor_staff() is not null);
grant select, insert on audit.link to portolan_worker;
grant select on audit.link to portolan_office;

create table audit.signed_head (
  position bigint primary key,
  hash bytea not null check (length(hash) = 32),
  signed_at timestamptz not null,
  signature text not null check (length(signature) <= 300)
);
comment on table audit.signed_head is
  'Purpose: the chain''s head at a moment, signed with Ed25519, also shipped outside the database. Kept: for ever. '
  'Personal data: none.';
alter table audit.signed_head enable row level security;
alter table audit.signed_head force row level security;
create policy owner_all on audit.signed_head to portolan_owner using (true) with check (true);
create policy worker_reads on audit.signed_head for select to portolan_worker using (true);
create policy worker_appends on audit.signed_head for insert to portolan_worker with check (true);
grant select, insert on audit.signed_head to portolan_worker;

-- The only way in. No role of the application can insert, change or delete an entry by itself.
create function audit.record(
  at timestamptz, operation text, actor_kind text, actor_id text, subject text, account uuid,
  outcome text, refusal text, detail jsonb, request_id text
) returns void
  language sql volatile security definer set search_path = ''
as $$
  with made as (
    insert into audit.entry (at, operation, actor_kind, actor_id, subject, account, outcome, refusal, detail, request_id)
    values (record.at, record.operation, record.actor_kind, record.actor_id, record.subject, record.account,
            record.outcome, record.refusal, record.detail, record.request_id)
    returning ordinal, id, entry.at
  )
  insert into audit.unsealed (ordinal, entry_id, entry_at) select ordinal, id, at from made
$$;
comment on function audit.record is 'Adds one entry to the record and queues it for sealing, in the caller''s transaction.';
grant execute on function audit.record to portolan_portal, portolan_office, portolan_worker, portolan_gate;
