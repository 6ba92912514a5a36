-- Many accounts that are opened by one telephone may be one person's who holds other people's accounts: the office looks.

create table officer.shared_contact (
  id uuid primary key,
  mark text not null unique check (length(mark) between 40 and 100),
  people integer not null check (people > 1),
  since_at timestamptz not null,
  found_at timestamptz not null,
  seen_by uuid,
  seen_at timestamptz,
  seen_people integer,
  why_sealed bytea,
  check ((seen_at is null) = (seen_by is null) and (seen_at is null) = (seen_people is null) and (seen_at is null) = (why_sealed is null))
);
comment on table officer.shared_contact is
  'Purpose: that one telephone opens the accounts of many people who have no case together: how many, since when, and what a supervisor '
  'found of it; the telephone by its keyed hash, and nobody''s account. Kept: two years. Closing and legal hold: kept. Personal data: none '
  'that leads to a person without the accounts; why it was dismissed, sealed.';
create index shared_contact_open on officer.shared_contact (found_at, id) where seen_at is null;
create index shared_contact_found on officer.shared_contact (found_at);
alter table officer.shared_contact enable row level security;
alter table officer.shared_contact force row level security;
create policy owner_all on officer.shared_contact to portolan_owner using (true) with check (true);
create policy worker_all on officer.shared_contact to portolan_worker using (true) with check (true);
create policy office_reads on officer.shared_contact for select to portolan_office using (platform.actor_staff() is not null);
create policy office_sees on officer.shared_contact for update to portolan_office using (platform.actor_staff() is not null) with check (seen_by = platform.actor_staff());
grant select, insert, update, delete on officer.shared_contact to portolan_worker;
grant select, update (seen_by, seen_at, seen_people, why_sealed) on officer.shared_contact to portolan_office;

create index contact_point_phone on accounts.contact_point (address_hash) where kind = 'phone' and purpose = 'codes' and proven_at is not null and removed_at is null;

-- Who is protected is counted nowhere: neither the office nor who shares their telephone learns that they have an account.
create function accounts.phones_that_open() returns table (mark text, account uuid, since_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select point.address_hash, point.account, point.proven_at
  from accounts.contact_point point join accounts.account its on its.id = point.account
  where point.kind = 'phone' and point.purpose = 'codes' and point.proven_at is not null and point.removed_at is null
    and its.closed_at is null and its.retired_at is null and its.protected_at is null
$$;
comment on function accounts.phones_that_open() is 'By which telephone, as its keyed hash, an account is opened since when. For functions of the database only.';
revoke all on function accounts.phones_that_open() from public;

create function officer.find_shared_contacts(people_least integer) returns table (mark text, people integer, since_at timestamptz)
language sql stable security definer set search_path = '' as $$
  with opens as (select * from accounts.phones_that_open()),
  many as (select opens.mark from opens group by opens.mark having count(*) >= find_shared_contacts.people_least),
  -- Whoever has a case together counts as one: a family, an employer and who works there.
  together as (
    select opens.mark, opens.since_at, coalesce((
      select min(theirs.account::text) from opens theirs
      join cases.party b on b.account = theirs.account and b.role <> 'representative'
      join cases.party a on a."case" = b."case" and a.account = opens.account and a.role <> 'representative'
      where theirs.mark = opens.mark), opens.account::text) as unit
    from opens join many on many.mark = opens.mark)
  select together.mark, count(distinct together.unit)::int, min(together.since_at)
  from together group by together.mark having count(distinct together.unit) >= find_shared_contacts.people_least
  order by 2 desc limit 200
$$;
comment on function officer.find_shared_contacts(integer) is 'Telephones, by their keyed hash, that open the accounts of at least so many people who have no case together.';
revoke all on function officer.find_shared_contacts(integer) from public;
grant execute on function officer.find_shared_contacts(integer) to portolan_worker;

create function officer.accounts_sharing(mark text) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select case when platform.actor_staff() is null then '{}'::uuid[] else array(
    select opens.account from accounts.phones_that_open() opens where opens.mark = accounts_sharing.mark order by opens.since_at limit 50) end
$$;
comment on function officer.accounts_sharing(text) is 'Whose accounts a telephone opens, for a supervisor; each is opened with a reason only.';
revoke all on function officer.accounts_sharing(text) from public;
grant execute on function officer.accounts_sharing(text) to portolan_office;

create function accounts.others_on_own_phone() returns integer
language sql stable security definer set search_path = '' as $$
  select count(distinct opens.account)::int from accounts.phones_that_open() opens
  where not (opens.account = any (platform.actor_accounts())) and opens.mark in (
    select own.address_hash from accounts.contact_point own
    where own.account = any (platform.actor_accounts()) and own.kind = 'phone' and own.purpose = 'codes' and own.proven_at is not null and own.removed_at is null)
$$;
comment on function accounts.others_on_own_phone() is 'How many other accounts the telephone of who acts opens: a number, and nobody''s name.';
revoke all on function accounts.others_on_own_phone() from public;
grant execute on function accounts.others_on_own_phone() to portolan_portal;
