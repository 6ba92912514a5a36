-- A representative keeps their practice: who they are as a representative, the licences it rests on, and what the office found of each.

create schema representation;
comment on schema representation is 'Who represents people here: their practice, their licences, and what the agency found of them.';
grant usage on schema representation to portolan_portal, portolan_office, portolan_worker;

create table representation.practice (
  account uuid primary key references accounts.account,
  kind text not null check (kind in ('attorney', 'accredited')),
  organization_sealed bytea not null,
  contact_sealed bytea not null,
  changed_at timestamptz not null,
  certified_at timestamptz,
  certified_kind text check (certified_kind in ('attorney', 'accredited')),
  certified_version text check (length(certified_version) between 1 and 40),
  certified_language text check (length(certified_language) between 2 and 20),
  certified_name_sealed bytea,
  check ((certified_at is null) = (certified_kind is null) and (certified_at is null) = (certified_version is null)),
  check ((certified_at is null) = (certified_language is null) and (certified_at is null) = (certified_name_sealed is null))
);
comment on table representation.practice is
  'Purpose: what a representative states of their work: the kind, the firm or recognized organization, how to reach them there; '
  'and when they certified it under penalty of perjury, in which words and with which name. Kept: as the account, each part until '
  'it is replaced. Closing: deleted. Legal hold: kept. Personal data: all of it, sealed for the person.';

create table representation.licence (
  id uuid primary key,
  account uuid not null references accounts.account,
  kind text not null check (kind in ('attorney', 'accredited')),
  authority text not null check (authority ~ '^[A-Za-z][A-Za-z0-9-]{1,39}$'),
  number_sealed bytea,
  admitted_on date not null,
  expires_on date check (expires_on >= admitted_on),
  stated_at timestamptz not null,
  state text not null default 'claimed' check (state in ('claimed', 'verified', 'refused')),
  checked_by uuid,
  checked_at timestamptz,
  reason_sealed bytea,
  removed_at timestamptz,
  reminded_days integer check (reminded_days >= 0),
  check ((state = 'claimed') = (checked_at is null) and (checked_at is null) = (checked_by is null)),
  check ((state = 'refused') = (reason_sealed is not null))
);
comment on table representation.licence is
  'Purpose: what allows a representative to act: a bar they are admitted to or their accreditation, as they state it, and whether '
  'the office found it so. Kept: as the account; one that was removed 30 days. Closing: deleted. Legal hold: kept. Personal data: '
  'the number and why it was not accepted, sealed for the person; which staff member looked at it.';
comment on column representation.licence.reminded_days is 'How many days before its end its representative was last told; null: not yet.';
create unique index licence_standing on representation.licence (account, authority) where removed_at is null;
create index licence_to_check on representation.licence (stated_at, id) where state = 'claimed' and removed_at is null;
create index licence_ends on representation.licence (expires_on) where expires_on is not null and removed_at is null;
create index licence_removed on representation.licence (removed_at) where removed_at is not null;

-- Whoever states a licence anew states it unchecked, whatever was found of it before.
create function representation.state_anew() returns trigger
language plpgsql set search_path = '' as $$
begin
  if row (new.kind, new.authority, new.number_sealed, new.admitted_on, new.expires_on, new.stated_at)
    is distinct from row (old.kind, old.authority, old.number_sealed, old.admitted_on, old.expires_on, old.stated_at) then
    new.state := 'claimed';
    new.checked_by := null;
    new.checked_at := null;
    new.reason_sealed := null;
    new.reminded_days := null;
  end if;
  return new;
end
$$;
comment on function representation.state_anew() is 'A licence that is stated anew is a claim again, and its reminders begin anew.';
create trigger state_anew before update on representation.licence for each row execute function representation.state_anew();

do $$
declare its text;
begin
  foreach its in array array['practice', 'licence'] loop
    execute format('alter table representation.%I enable row level security', its);
    execute format('alter table representation.%I force row level security', its);
    execute format('create policy owner_all on representation.%I to portolan_owner using (true) with check (true)', its);
    execute format('create policy worker_all on representation.%I to portolan_worker using (true) with check (true)', its);
    -- Of a protected person there is nothing here to who may not see that they are one.
    execute format('create policy office_reads on representation.%I for select to portolan_office using (platform.actor_staff() is not null and exists (
      select from accounts.account its where its.id = %I.account and (its.protected_at is null or (select officer.sees_protected()))))', its, its);
    execute format('create policy own on representation.%I to portolan_portal
      using (account = platform.actor_account()) with check (account = platform.actor_account())', its);
    execute format('grant select on representation.%I to portolan_portal, portolan_office, portolan_worker', its);
    execute format('grant delete on representation.%I to portolan_worker', its);
  end loop;
end $$;
grant insert, update on representation.practice to portolan_portal;
grant delete on representation.licence to portolan_portal;

-- A representative states licences, and nobody but the office says that one was found to be so.
grant insert (id, account, kind, authority, number_sealed, admitted_on, expires_on, stated_at) on representation.licence to portolan_portal;
grant update (kind, authority, number_sealed, admitted_on, expires_on, stated_at, removed_at) on representation.licence to portolan_portal;
create policy office_checks on representation.licence for update to portolan_office
  using (platform.actor_staff() is not null) with check (checked_by = platform.actor_staff());
grant update (state, checked_by, checked_at, reason_sealed) on representation.licence to portolan_office;
grant update (reminded_days) on representation.licence to portolan_worker;

create function representation.practice_shown(account uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'account', practice.account, 'kind', practice.kind, 'organization', encode(practice.organization_sealed, 'base64'),
    'certifiedKind', practice.certified_kind, 'certifiedVersion', practice.certified_version,
    'name', encode(practice.certified_name_sealed, 'base64'),
    'licences', coalesce((
      select jsonb_agg(jsonb_build_object('authority', its.authority, 'state', its.state, 'checkedAt', its.checked_at, 'expiresOn', its.expires_on)
        order by its.authority)
      from representation.licence its
      where its.account = practice.account and its.kind = practice.kind and its.removed_at is null), '[]'::jsonb))
  from representation.practice where practice.account = practice_shown.account
$$;
comment on function representation.practice_shown(uuid) is
  'What a client is told of who represents them, for a function that knows who is asked for: no number of a licence, and no address.';
revoke all on function representation.practice_shown(uuid) from public;

-- Whoever is represented sees by whom: what the form on paper says, and what the representative states and the office found.
drop function cases.representatives_of_own(uuid);
create function cases.representatives_of_own(case_id uuid)
returns table (id uuid, since_at timestamptz, joins_until timestamptz, sealed bytea, practice jsonb)
language sql stable security definer rows 2 set search_path = '' as $$
  select party.id, party.from_at, null::timestamptz, paper.sealed, representation.practice_shown(party.account)
  from cases.party left join cases.paper_filing paper on paper."case" = party."case"
  where party."case" = representatives_of_own.case_id and party.role = 'representative' and party.until_at is null
    and cases.is_own(representatives_of_own.case_id)
  union all
  select notice.id, notice.issued_at, notice.expires_at, paper.sealed, null::jsonb
  from cases.access_notice notice join cases.paper_filing paper on paper."case" = notice."case"
  where notice."case" = representatives_of_own.case_id and notice.addressee = 'representative' and notice.ended_at is null
    and notice.code_hash is not null and cases.is_own(representatives_of_own.case_id)
$$;
comment on function cases.representatives_of_own(uuid) is
  'Who represents the person who acts on a case of theirs, and who may join it with a code that stands; with the sealed form, which names '
  'them, and what they state of their practice.';
revoke all on function cases.representatives_of_own(uuid) from public;
grant execute on function cases.representatives_of_own(uuid) to portolan_portal;
