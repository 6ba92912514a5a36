-- A representative keeps their clients: how they are called and reached, and notes that nobody else reads.

create table representation.client (
  id uuid primary key,
  representative uuid not null references accounts.account,
  kind text not null check (kind in ('person', 'company')),
  names_sealed bytea not null,
  contact_sealed bytea not null,
  account uuid references accounts.account,
  came_by text not null check (came_by in ('added', 'case')),
  place double precision not null,
  added_at timestamptz not null,
  archived_at timestamptz,
  unique (id, representative)
);
comment on table representation.client is
  'Purpose: whom a representative acts for: names, ways to be reached, and the account of the client where there is one. Kept: as the '
  'account of the representative. Closing: deleted. Legal hold: kept. Personal data: names and ways to be reached, sealed for the representative.';
comment on column representation.client.account is 'The client''s own account, by the client''s own act; null: none yet. Never set by the representative.';
comment on column representation.client.came_by is 'added: by the representative; case: by itself, with a case that they are on.';
comment on column representation.client.place is 'Where the client stands among those of the representative in the order of their names, which the database does not know.';
create unique index client_account on representation.client (representative, account) where account is not null;
create index client_place on representation.client (representative, place, id);
create index client_of_account on representation.client (account) where account is not null;

create table representation.client_note (
  id uuid primary key,
  client uuid not null,
  representative uuid not null references accounts.account,
  sealed bytea not null,
  at timestamptz not null,
  changed_at timestamptz,
  removed_at timestamptz,
  foreign key (client, representative) references representation.client (id, representative) on delete cascade
);
comment on table representation.client_note is
  'Purpose: what a representative notes of a client for themselves alone. Kept: as the account of the representative; one that was removed 30 days. '
  'Closing: deleted. Legal hold: kept. Personal data: the text, sealed for the representative.';
create index client_note_of on representation.client_note (client, at desc);
create index client_note_representative on representation.client_note (representative);
create index client_note_removed on representation.client_note (removed_at) where removed_at is not null;

do $$
declare its text;
begin
  foreach its in array array['client', 'client_note'] loop
    execute format('alter table representation.%I enable row level security', its);
    execute format('alter table representation.%I force row level security', its);
    execute format('create policy owner_all on representation.%I to portolan_owner using (true) with check (true)', its);
    execute format('create policy worker_all on representation.%I to portolan_worker using (true) with check (true)', its);
    execute format('create policy own on representation.%I to portolan_portal
      using (representative = any (platform.actor_accounts())) with check (representative = any (platform.actor_accounts()))', its);
    execute format('grant select on representation.%I to portolan_portal, portolan_worker', its);
    execute format('grant insert, delete on representation.%I to portolan_worker', its);
  end loop;
end $$;

-- Whose account a client is, no representative says: the client does, by what they accept.
grant insert (id, representative, kind, names_sealed, contact_sealed, came_by, place, added_at) on representation.client to portolan_portal;
grant update (kind, names_sealed, contact_sealed, place, archived_at) on representation.client to portolan_portal;
grant update (place, archived_at) on representation.client to portolan_worker;
grant insert, update on representation.client_note to portolan_portal;

create function representation.link_client(client uuid, account uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  its representation.client;
  other uuid;
begin
  select * into its from representation.client where client.id = link_client.client for update;
  if its.id is null or its.representative = link_client.account then return false; end if;
  if its.account is not null then return its.account = link_client.account; end if;
  select client.id into other from representation.client
    where client.representative = its.representative and client.account = link_client.account and client.came_by = 'case' for update;
  if other is not null then
    -- The same person came by a case of theirs first: one client is left, with the notes on both.
    update representation.client_note set client = its.id where client_note.client = other;
    begin
      delete from representation.client where client.id = other;
    exception when foreign_key_violation then
      update representation.client set account = null, archived_at = coalesce(archived_at, link_client.at) where client.id = other;
    end;
  end if;
  update representation.client set account = link_client.account where client.id = its.id;
  return true;
exception when unique_violation then
  return false;
end
$$;
comment on function representation.link_client(uuid, uuid, timestamptz) is
  'Says that a client of a representative is this account, once: for what the client themself accepted. The worker and functions of the database call it, the portal does not. '
  'False: the client is another account, or the account another client of theirs.';
revoke all on function representation.link_client(uuid, uuid, timestamptz) from public;
grant execute on function representation.link_client(uuid, uuid, timestamptz) to portolan_worker;
