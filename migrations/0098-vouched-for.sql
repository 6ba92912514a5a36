-- A person who is asked who they are may prove it at a provider that vouches for them.

alter table correspondence.identity_check
  add column provider text check (length(provider) between 1 and 60),
  add column level text check (length(level) between 1 and 100),
  add constraint identity_check_by_provider check ((provider is null) = (level is null) and (provider is null or outcome = 'confirmed'));
comment on column correspondence.identity_check.provider is 'Who vouched for the person, and how sure they were (level); null: an officer compared, or nobody yet.';
grant select (provider, level) on correspondence.identity_check to portolan_portal;

create table correspondence.identity_attempt (
  id uuid primary key,
  "check" uuid not null references correspondence.identity_check,
  "case" uuid not null references cases."case",
  account uuid not null references accounts.account,
  session uuid not null,
  state_hash text not null unique,
  provider text not null check (length(provider) between 1 and 60),
  begun_at timestamptz not null,
  back_at timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('matched', 'not-matched', 'cancelled', 'not-enough', 'failed', 'away', 'left')),
  level text check (length(level) between 1 and 100),
  check ((ended_at is null) = (ended_how is null)),
  check ((level is null) or ended_how in ('matched', 'not-matched')),
  check (ended_how is distinct from 'matched' or (level is not null and back_at is not null))
);
comment on table correspondence.identity_attempt is
  'Purpose: that the person of a case went to a provider to prove who they are, and how that ended; what the provider said of them is compared '
  'and not kept. Kept: as the case. Closing and legal hold: kept. Personal data: which account and session.';
create unique index identity_attempt_open on correspondence.identity_attempt ("check", account) where ended_at is null;
create index identity_attempt_of_case on correspondence.identity_attempt ("case", begun_at);

alter table correspondence.identity_attempt enable row level security;
alter table correspondence.identity_attempt force row level security;
create policy owner_all on correspondence.identity_attempt to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.identity_attempt for select to portolan_worker using (true);
-- Of a protected case the office has no more here than of the case itself.
create policy office_reads on correspondence.identity_attempt for select to portolan_office using (platform.actor_staff() is not null
  and exists (select from cases."case" its where its.id = identity_attempt."case"));
create policy own on correspondence.identity_attempt to portolan_portal
  using (account = any (platform.actor_accounts()) and correspondence.is_party("case", null))
  with check (account = any (platform.actor_accounts()) and correspondence.is_party("case", 'person'));
grant select on correspondence.identity_attempt to portolan_worker, portolan_office;
grant insert, select on correspondence.identity_attempt to portolan_portal;
grant update (back_at, ended_at, ended_how, level) on correspondence.identity_attempt to portolan_portal;

-- What a provider said fits the person of the case: that settles what was asked. The portal can settle it by nothing else.
create function correspondence.settle_by_provider(attempt uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  its correspondence.identity_attempt;
begin
  select * into its from correspondence.identity_attempt made
    where made.id = settle_by_provider.attempt and made.account = any (platform.actor_accounts()) and made.ended_how = 'matched';
  if not found or not correspondence.is_party(its."case", 'person') then
    raise exception 'nothing is settled by an attempt that did not match' using errcode = 'insufficient_privilege';
  end if;
  update correspondence.identity_check asked
    set decided_at = its.ended_at, decided_by = its.account, outcome = 'confirmed', provider = its.provider, level = its.level
    where asked.id = its."check" and asked."case" = its."case" and asked.decided_at is null;
  return found;
end $$;
comment on function correspondence.settle_by_provider(uuid) is
  'Settles what is asked by an attempt of who acts that matched the person of the case. False: it was decided before.';
revoke all on function correspondence.settle_by_provider(uuid) from public;
grant execute on function correspondence.settle_by_provider(uuid) to portolan_portal;

-- Who is the applicant of a case that came on paper may be compared with what the form says of them.
create policy own_reads on cases.paper_filing for select to portolan_portal using (exists (
  select from cases.party its where its."case" = paper_filing."case" and its.account = any (platform.actor_accounts())
    and its.role = 'applicant' and its.until_at is null));
grant select ("case", sealed) on cases.paper_filing to portolan_portal;
