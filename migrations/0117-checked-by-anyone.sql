-- Anyone checks a representative whose family name they know, with the number of a licence or the Online Account Number beside it.

alter table representation.licence add column number_hash text check (length(number_hash) between 40 and 100);
alter table representation.practice add column family_hash text check (length(family_hash) between 40 and 100);
comment on column representation.licence.number_hash is 'Keyed hash of the authority and the number, by which somebody who has both is answered; null: it has no number.';
comment on column representation.practice.family_hash is 'Keyed hash of the family name that was certified; null: nothing is certified.';
create index licence_number on representation.licence (number_hash) where removed_at is null and number_hash is not null;
create index practice_family on representation.practice (family_hash) where family_hash is not null;
grant insert (number_hash), update (number_hash) on representation.licence to portolan_portal;

create function representation.checked_by_anyone(families text[], numbers text[], account_number text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_agg(representation.practice_shown(found.account) || jsonb_build_object('certifiedAt', found.certified_at))
  from (
    select practice.account, practice.certified_at from representation.practice
    where practice.family_hash = any (checked_by_anyone.families)
      and (exists (select from representation.licence its
          where its.account = any (accounts.of_person(practice.account)) and its.kind = practice.kind and its.removed_at is null
            and its.number_hash = any (checked_by_anyone.numbers))
        or exists (select from accounts.account its
          where its.id = any (accounts.of_person(practice.account)) and its.online_account_number = checked_by_anyone.account_number))
      and not exists (select from accounts.account its
        where its.id = any (accounts.of_person(practice.account)) and (its.protected_at is not null or its.closed_at is not null))
    order by practice.changed_at desc limit 3) found
$$;
comment on function representation.checked_by_anyone(text[], text[], text) is
  'What anyone is told of a representative of whom they know two things: what a client is told. Of a protected person and of a closed account nothing, as of nobody.';
revoke all on function representation.checked_by_anyone(text[], text[], text) from public;
grant execute on function representation.checked_by_anyone(text[], text[], text) to portolan_portal;

-- Whoever deceives people is reported as a request to support, of a kind of its own.
alter table accounts.support_request drop constraint support_request_topic_check;
alter table accounts.support_request add constraint support_request_topic_check
  check (topic in ('cannot-sign-in', 'no-code', 'lost-phone', 'wrong-data', 'something-else', 'report'));
create index support_report_open on accounts.support_request (sent_at, id) where closed_at is null and topic = 'report';
