-- A request to support that names an account shows the desk that account: its person sees these looks too, among those
-- at their cases: role, reason and when, never who.

drop function officer_public.openings_of_own_cases(int, int);

-- Only the cases and the account of who asks, and no column that leads to a staff member.
create function officer_public.openings_of_own_file(most int, skip int)
returns table (kind text, named text, office text, role text, reason text, at timestamptz, total int)
  language sql stable security definer set search_path = '' rows 20
as $$
  select found.kind, found.named, found.office, found.role, found.reason, found.at, count(*) over ()::int
  from (
    select 'case' as kind, c.receipt_number as named, coalesce(o.office, c.office) as office, o.role, o.reason, o.at, o.id
    from officer.file_opening o join cases."case" c on c.id = o."case"
    where exists (
      select from cases.party p
      where p."case" = c.id and p.account = any (platform.actor_accounts()) and p.until_at is null
    )
    union all
    select 'support', r.tracking_number, null, s.role, s.reason, s.at, s.id
    from accounts.support_step s join accounts.support_request r on r.id = s.request
    where s.kind = 'opened' and r.account = any (platform.actor_accounts())
  ) found
  order by found.at desc, found.id
  limit least(openings_of_own_file.most, 100) offset greatest(openings_of_own_file.skip, 0)
$$;
comment on function officer_public.openings_of_own_file is
  'Who opened the files of the actor''s own cases, and requests to support that name their account: office, role, reason '
  'and when, never who; the newest first.';
grant execute on function officer_public.openings_of_own_file to portolan_portal;
create index support_request_of_account on accounts.support_request (account) where account is not null;
