-- Officers see who interpreted and who prepared what was filed, and that the same name stands under the filings of many.

alter table filing.helper_signature add column name_mark text check (length(name_mark) between 40 and 100);
comment on column filing.helper_signature.name_mark is 'Keyed hash of the name typed, by which the same name is counted; null: signed before it was kept.';
create index helper_signature_name on filing.helper_signature (name_mark) where name_mark is not null;

create function filing.helpers_of_case(case_id uuid)
returns table (id uuid, account uuid, capacity text, name_sealed bytea, signed_at timestamptz, others integer)
language sql stable security definer rows 2 set search_path = '' as $$
  select helper.id, helper.account, helper.capacity, helper.name_sealed, helper.signed_at,
    (select count(distinct other.account)::int from filing.helper_signature other
      where other.name_mark = helper.name_mark and other.capacity = helper.capacity and other.account <> helper.account)
  from filing.submission its
  join filing.signature signed on signed.id = its.signature
  join filing.helper_signature helper on helper.draft = its.draft and helper.document_sha256 = signed.document_sha256
  where its."case" = helpers_of_case.case_id and platform.actor_staff() is not null
    and exists (select from cases."case" c where c.id = its."case" and (not c.protected or officer.sees_protected()))
  order by helper.signed_at, helper.id
$$;
comment on function filing.helpers_of_case(uuid) is
  'Who signed what was filed as its interpreter or preparer, and under the filings of how many other people the same name stands; for the office.';
revoke all on function filing.helpers_of_case(uuid) from public;
grant execute on function filing.helpers_of_case(uuid) to portolan_office;
