-- What a representative certified stays readable in the words that they read, whatever the words are later; and a practice is one
-- person's, under whichever of their accounts it was stated.

create table representation.certification (
  id uuid primary key,
  account uuid not null references accounts.account,
  at timestamptz not null,
  kind text not null check (kind in ('attorney', 'accredited')),
  version text not null check (length(version) between 1 and 40),
  language text not null check (length(language) between 2 and 20),
  sealed bytea not null
);
comment on table representation.certification is
  'Purpose: each certification of a representative under penalty of perjury: when, as which kind, which version in which language, and, sealed '
  'together, the words as they were shown and the name that was typed. Kept: as the account; none is changed. Closing: deleted. '
  'Legal hold: kept. Personal data: the name, sealed for the person.';
create index certification_of on representation.certification (account, at desc);
alter table representation.certification enable row level security;
alter table representation.certification force row level security;
create policy owner_all on representation.certification to portolan_owner using (true) with check (true);
create policy worker_all on representation.certification to portolan_worker using (true) with check (true);
create policy own_reads on representation.certification for select to portolan_portal using (account = any (platform.actor_accounts()));
create policy own_certifies on representation.certification for insert to portolan_portal with check (account = any (platform.actor_accounts()));
create policy office_reads on representation.certification for select to portolan_office using (platform.actor_staff() is not null and exists (
  select from accounts.account its where its.id = certification.account and (its.protected_at is null or (select officer.sees_protected()))));
grant select, insert on representation.certification to portolan_portal;
grant select on representation.certification to portolan_office;
grant select, delete on representation.certification to portolan_worker;

alter policy own on representation.practice using (account = any (platform.actor_accounts())) with check (account = any (platform.actor_accounts()));
alter policy own on representation.licence using (account = any (platform.actor_accounts())) with check (account = any (platform.actor_accounts()));

create or replace function representation.practice_shown(account uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'account', practice.account, 'kind', practice.kind, 'organization', encode(practice.organization_sealed, 'base64'),
    'certifiedKind', practice.certified_kind, 'certifiedVersion', practice.certified_version,
    'name', encode(practice.certified_name_sealed, 'base64'),
    'licences', coalesce((
      select jsonb_agg(jsonb_build_object('authority', its.authority, 'state', its.state, 'checkedAt', its.checked_at, 'expiresOn', its.expires_on)
        order by its.authority, its.stated_at)
      from representation.licence its
      where its.account = any (accounts.of_person(practice_shown.account)) and its.kind = practice.kind and its.removed_at is null), '[]'::jsonb))
  from representation.practice where practice.account = any (accounts.of_person(practice_shown.account))
  order by practice.changed_at desc limit 1
$$;
