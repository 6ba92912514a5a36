-- What somebody writes about one thing that a request asks is kept while they write it, apart from the answer: it becomes the answer
-- when they save it, and nobody else ever reads it.

create table correspondence.request_typed (
  ask uuid not null references correspondence.request_ask (id),
  account uuid not null,
  kept_at timestamptz not null,
  sealed bytea not null check (octet_length(sealed) <= 262144),
  primary key (ask, account)
);
comment on table correspondence.request_typed is
  'Purpose: what somebody writes about one thing that a request asks and has not saved. Kept: until they save it, else as the case. '
  'Closing: deleted. Legal hold: kept. Personal data: all of sealed, sealed for the account that wrote it.';
create index request_typed_account on correspondence.request_typed (account);

alter table correspondence.request_typed enable row level security;
alter table correspondence.request_typed force row level security;
grant select, insert, update, delete on correspondence.request_typed to portolan_portal;
grant select, delete on correspondence.request_typed to portolan_worker;
create policy owner_all on correspondence.request_typed to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.request_typed to portolan_worker using (true) with check (true);

-- Only who wrote it, while they are on the case; written only while the request is open.
create policy own on correspondence.request_typed for select to portolan_portal
  using (account = any (platform.actor_accounts()) and exists (select from correspondence.request_ask its where its.id = request_typed.ask));
create policy own_begins on correspondence.request_typed for insert to portolan_portal
  with check (correspondence.answers_open(ask, account, null));
create policy own_goes_on on correspondence.request_typed for update to portolan_portal
  using (account = any (platform.actor_accounts())) with check (correspondence.answers_open(ask, account, null));
create policy own_saved on correspondence.request_typed for delete to portolan_portal
  using (account = any (platform.actor_accounts()));
