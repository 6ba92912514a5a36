-- Whoever is on a case sees who else is on it: in what role and since when, and nothing else of them.

create function cases.people_of_own(case_id uuid) returns table (role text, since_at timestamptz, themselves boolean)
language sql stable security definer rows 3 set search_path = '' as $$
  select party.role, party.from_at, party.account = any (platform.actor_accounts())
  from cases.party
  where party."case" = people_of_own.case_id and party.until_at is null and exists (
    select from cases.party own
    where own."case" = people_of_own.case_id and own.until_at is null and own.account = any (platform.actor_accounts()))
$$;
comment on function cases.people_of_own(uuid) is
  'Everybody who is on a case now, for whoever is on it too: their role, since when, and whether it is the one who asks.';
revoke all on function cases.people_of_own(uuid) from public;
grant execute on function cases.people_of_own(uuid) to portolan_portal;
