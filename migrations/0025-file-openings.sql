-- Who opened the files of a person's cases, told to that person: office, role, reason and when, never who.

-- The office in which a file was opened: shown to the people of the case, so it is kept as it was then.
alter table officer.file_opening add column office text check (length(office) between 1 and 60);

create schema officer_public;
comment on schema officer_public is
  'What the people of a case may see of the office''s work: functions only, since the portal never reaches the office''s tables.';
grant usage on schema officer_public to portolan_portal;

-- Only the cases of who asks, and no column that leads to a staff member.
create function officer_public.openings_of_own_cases(most int, skip int)
returns table (receipt_number text, office text, role text, reason text, at timestamptz, total int)
  language sql stable security definer set search_path = '' rows 20
as $$
  select c.receipt_number, coalesce(o.office, c.office), o.role, o.reason, o.at, count(*) over ()::int
  from officer.file_opening o join cases."case" c on c.id = o."case"
  where exists (
    select from cases.party p
    where p."case" = c.id and p.account = any (platform.actor_accounts()) and p.until_at is null
  )
  order by o.at desc, o.id
  limit least(openings_of_own_cases.most, 100) offset greatest(openings_of_own_cases.skip, 0)
$$;
comment on function officer_public.openings_of_own_cases is
  'Who opened the files of the actor''s own cases: office, role, reason and when, never who; the newest first.';
grant execute on function officer_public.openings_of_own_cases to portolan_portal;
