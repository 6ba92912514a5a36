-- Messages about a case: what its people write to the agency, what the agency answers, and who has read how far.

create schema correspondence;
grant usage on schema correspondence to portolan_portal, portolan_office, portolan_worker;

create table correspondence.thread (
  id uuid primary key,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  topic text not null check (length(topic) between 1 and 60),
  opened_at timestamptz not null,
  opened_by text not null check (opened_by in ('person', 'representative', 'agency')),
  messages integer not null check (messages between 1 and 1000),
  last_at timestamptz not null,
  state text not null check (state in ('waits', 'answered', 'closed')),
  waits_since timestamptz,
  check ((state = 'waits') = (waits_since is not null))
);
comment on table correspondence.thread is
  'Purpose: a conversation with the agency about one case under one topic: when it began, how many messages it has, and since '
  'when it waits for the agency. Kept: as the case. Closing and legal hold: kept. Personal data: the relation.';
create index thread_of_case on correspondence.thread ("case", last_at desc, id);
create index thread_waits on correspondence.thread (waits_since, id) where state = 'waits';

create table correspondence.message (
  id uuid primary key,
  thread uuid not null references correspondence.thread (id),
  ordinal integer not null check (ordinal > 0),
  side text not null check (side in ('person', 'representative', 'agency')),
  account uuid,
  staff uuid,
  at timestamptz not null,
  sealed bytea not null,
  unique (thread, ordinal),
  check ((side = 'agency') = (staff is not null)),
  check ((side = 'agency') = (account is null))
);
comment on table correspondence.message is
  'Purpose: what one side of a conversation wrote, and when. Nothing of it is changed afterwards. Kept: as the case. Closing '
  'and legal hold: kept. Personal data: all of sealed, sealed for the case; which account wrote it.';

create table correspondence.reading (
  thread uuid not null references correspondence.thread (id),
  up_to integer not null check (up_to > 0),
  side text not null check (side in ('person', 'representative', 'agency')),
  account uuid,
  staff uuid,
  at timestamptz not null,
  check ((side = 'agency') = (staff is not null)),
  check ((side = 'agency') = (account is null))
);
comment on table correspondence.reading is
  'Purpose: up to which message of a conversation somebody had read, when: each side sees that the other has read. Kept: as the '
  'case. Closing and legal hold: kept. Personal data: the relation.';
create unique index reading_once on correspondence.reading (thread, (coalesce(account, staff)), up_to);

-- Whoever is on the case now, and nobody who was: a representation that ends takes the conversation with it at once.
create function correspondence.is_party(case_id uuid, side text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases.party
    where party."case" = is_party.case_id and party.until_at is null and party.account = any (platform.actor_accounts())
      and (is_party.side is null or (party.role = 'representative') = (is_party.side = 'representative')))
$$;
comment on function correspondence.is_party(uuid, text) is
  'Whether the person who acts is on the case now; where a side is named, on that side of it.';
revoke all on function correspondence.is_party(uuid, text) from public;
grant execute on function correspondence.is_party(uuid, text) to portolan_portal;

do $$
declare its text;
begin
  foreach its in array array['thread', 'message', 'reading'] loop
    execute format('alter table correspondence.%I enable row level security', its);
    execute format('alter table correspondence.%I force row level security', its);
    execute format('create policy owner_all on correspondence.%I to portolan_owner using (true) with check (true)', its);
    execute format('create policy worker_reads on correspondence.%I for select to portolan_worker using (true)', its);
    execute format('grant select on correspondence.%I to portolan_worker', its);
    execute format('grant select, insert on correspondence.%I to portolan_office', its);
    execute format('grant insert on correspondence.%I to portolan_portal', its);
  end loop;
end $$;
grant update (messages, last_at, state, waits_since) on correspondence.thread to portolan_office, portolan_portal;
grant select on correspondence.thread to portolan_portal;
-- Who of the agency wrote or read is not told.
grant select (id, thread, ordinal, side, account, at, sealed) on correspondence.message to portolan_portal;
grant select (thread, up_to, side, account, at) on correspondence.reading to portolan_portal;

-- Of a protected case the office has no more here than of the case itself: to who may not see it, it is absent.
create policy office_all on correspondence.thread to portolan_office using (platform.actor_staff() is not null and exists (
  select from cases."case" its where its.id = thread."case"));
create policy office_all on correspondence.message to portolan_office using (exists (
  select from correspondence.thread where thread.id = message.thread));
create policy office_all on correspondence.reading to portolan_office using (exists (
  select from correspondence.thread where thread.id = reading.thread));

create policy own on correspondence.thread for select to portolan_portal using (correspondence.is_party("case", null));
create policy own_begins on correspondence.thread for insert to portolan_portal
  with check (opened_by <> 'agency' and state = 'waits' and correspondence.is_party("case", opened_by));
create policy own_goes_on on correspondence.thread for update to portolan_portal
  using (correspondence.is_party("case", null)) with check (state = 'waits');
create policy own on correspondence.message for select to portolan_portal
  using (exists (select from correspondence.thread where thread.id = message.thread));
create policy own_writes on correspondence.message for insert to portolan_portal
  with check (account = any (platform.actor_accounts()) and exists (
    select from correspondence.thread where thread.id = message.thread and correspondence.is_party(thread."case", message.side)));
create policy own on correspondence.reading for select to portolan_portal
  using (exists (select from correspondence.thread where thread.id = reading.thread));
create policy own_reads on correspondence.reading for insert to portolan_portal
  with check (account = any (platform.actor_accounts()) and exists (
    select from correspondence.thread where thread.id = reading.thread and correspondence.is_party(thread."case", reading.side)));
