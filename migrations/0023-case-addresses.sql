-- Where mail about a case goes: what its people say, in one step for all their pending cases, with its history.

create table cases.address_press (
  id uuid primary key,
  account uuid not null,
  at timestamptz not null
);
comment on table cases.address_press is
  'Purpose: one press of a person that changed their address on all their pending cases at once. Kept: as its cases. '
  'Closing an account and legal hold: kept. Personal data: the relation.';
create index address_press_of_account on cases.address_press (account, at);

create table cases.address_change (
  id uuid primary key,
  ordinal bigint generated always as identity,
  press uuid not null references cases.address_press,
  "case" uuid not null references cases."case",
  account uuid not null,
  sealed bytea not null,
  at timestamptz not null,
  unique (press, "case")
);
comment on table cases.address_change is
  'Purpose: the home and mailing address a person of a case has, from when on; the newest counts, rows are only added. '
  'Kept: as the case. Closing an account and legal hold: kept. Personal data: the addresses, sealed for the case.';
create index address_change_of_case on cases.address_change ("case", ordinal);

do $$
declare
  name text;
begin
  foreach name in array array['address_press', 'address_change'] loop
    execute format('alter table cases.%I enable row level security', name);
    execute format('alter table cases.%I force row level security', name);
    execute format('create policy owner_all on cases.%I to portolan_owner using (true) with check (true)', name);
    execute format('create policy worker_all on cases.%I to portolan_worker using (true) with check (true)', name);
    execute format(
      'create policy office_reads on cases.%I for select to portolan_office using (platform.actor_staff() is not null)',
      name
    );
    execute format(
      'create policy own_reads on cases.%I for select to portolan_portal using (account = any (platform.actor_accounts()))',
      name
    );
    execute format('grant select on cases.%I to portolan_portal, portolan_office, portolan_worker', name);
    execute format('grant insert on cases.%I to portolan_portal', name);
  end loop;
end
$$;
create policy own_presses on cases.address_press for insert to portolan_portal
  with check (account = platform.actor_account());
-- A representative's own address is nobody's on the case; a protected case is changed another way (8 U.S.C. 1367).
create policy own_changes on cases.address_change for insert to portolan_portal
  with check (account = any (platform.actor_accounts()) and exists (
    select from cases.party join cases."case" its on its.id = party."case"
    where party."case" = address_change."case" and party.account = address_change.account
      and party.until_at is null and party.role <> 'representative' and not its.protected
  ));

-- A person who changes an address touches the case, and locks it for that moment against a decision.
create policy own_touches on cases."case" for update to portolan_portal
  using (exists (
    select from cases.party
    where party."case" = "case".id and party.account = any (platform.actor_accounts()) and party.until_at is null
  ))
  with check (true);
grant update (touched_at) on cases."case" to portolan_portal;

-- What a case proved of a person holds for the account that theirs was merged into.
alter policy own on profile.known using (account = any (platform.actor_accounts()))
  with check (account = any (platform.actor_accounts()));
