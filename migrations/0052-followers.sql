-- Accounts that follow a case by its receipt number alone: they see what anyone sees, and its owner can stop them.

create table cases.follower (
  account uuid not null,
  "case" uuid not null references cases."case" (id),
  since_at timestamptz not null,
  primary key (account, "case")
);
comment on table cases.follower is
  'Purpose: which account follows which case by its receipt number, since when; it sees the public page and nothing more. '
  'Kept: until either side ends it. Closing: deleted. Legal hold: no longer. Personal data: the relation.';
create index follower_of_case on cases.follower ("case");

create table cases.follow_stop (
  "case" uuid primary key references cases."case" (id),
  account uuid not null,
  stopped_at timestamptz not null
);
comment on table cases.follow_stop is
  'Purpose: that the owner of a case wants nobody to follow it. Kept: as the case. Closing and legal hold: kept. Personal data: '
  'the relation.';

alter table cases.follower enable row level security;
alter table cases.follower force row level security;
alter table cases.follow_stop enable row level security;
alter table cases.follow_stop force row level security;
create policy owner_all on cases.follower to portolan_owner using (true) with check (true);
create policy owner_all on cases.follow_stop to portolan_owner using (true) with check (true);
create policy worker_all on cases.follower to portolan_worker using (true) with check (true);
create policy worker_all on cases.follow_stop to portolan_worker using (true) with check (true);
create policy own on cases.follower to portolan_portal using (account = any (platform.actor_accounts())) with check (account = any (platform.actor_accounts()));
grant select, delete on cases.follower to portolan_worker;
grant select on cases.follow_stop to portolan_worker;
grant select, delete on cases.follower to portolan_portal;

create function cases.follow(receipt text, account uuid, at timestamptz)
returns boolean language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  found_id uuid;
begin
  if (follow.account = any (platform.actor_accounts())) is not true then
    raise exception 'an account follows for itself' using errcode = 'insufficient_privilege';
  end if;
  select its.id into found_id from cases."case" its
  where its.receipt_number = follow.receipt and not its.protected
    and not exists (select from cases.follow_stop stop where stop."case" = its.id);
  if found_id is null then
    return false;
  end if;
  insert into cases.follower (account, "case", since_at) values (follow.account, found_id, follow.at)
    on conflict (account, "case") do nothing;
  return true;
end
$$;
comment on function cases.follow(text, uuid, timestamptz) is
  'Follows a case by its receipt number. False alike for a case that is unknown, protected, or whose owner wants no followers.';
revoke all on function cases.follow(text, uuid, timestamptz) from public;
grant execute on function cases.follow(text, uuid, timestamptz) to portolan_portal;

create function cases.followed(accounts uuid[])
returns table (receipt_number text, form text, status text, status_on date, received_on date)
language sql stable security definer rows 20 set search_path = '' as $$
  select its.receipt_number, its.form, its.status, its.status_on, its.received_on
  from cases.follower join cases."case" its on its.id = follower."case" and not its.protected
  where follower.account = any (followed.accounts) and followed.accounts <@ platform.actor_accounts()
  order by follower.since_at desc
  limit 100
$$;
comment on function cases.followed(uuid[]) is 'What anyone sees of the cases that the person who acts follows; one that became protected is left out.';
revoke all on function cases.followed(uuid[]) from public;
grant execute on function cases.followed(uuid[]) to portolan_portal;

create function cases.unfollow(receipt text, accounts uuid[])
returns void language sql security definer set search_path = '' as $$
  delete from cases.follower using cases."case" its
  where its.id = follower."case" and its.receipt_number = unfollow.receipt
    and follower.account = any (unfollow.accounts) and unfollow.accounts <@ platform.actor_accounts()
$$;
revoke all on function cases.unfollow(text, uuid[]) from public;
grant execute on function cases.unfollow(text, uuid[]) to portolan_portal;
comment on function cases.unfollow(text, uuid[]) is 'Ends that the person who acts follows a case.';

create function cases.is_own(case_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases.party where party."case" = is_own.case_id and party.until_at is null
    and party.role <> 'representative' and party.account = any (platform.actor_accounts()))
$$;
comment on function cases.is_own(uuid) is 'Whether the person who acts is on the case for themselves.';
revoke all on function cases.is_own(uuid) from public;

create function cases.count_followers(case_id uuid) returns integer
language sql stable security definer set search_path = '' as $$
  select case when cases.is_own(count_followers.case_id) then
    (select count(*)::int from cases.follower where follower."case" = count_followers.case_id)
  else 0 end
$$;
comment on function cases.count_followers(uuid) is 'How many follow a case of the person who acts: a number, and nobody''s name.';
revoke all on function cases.count_followers(uuid) from public;
grant execute on function cases.count_followers(uuid) to portolan_portal;

create function cases.stop_followers(case_id uuid, account uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  if not cases.is_own(stop_followers.case_id) or (stop_followers.account = any (platform.actor_accounts())) is not true then
    return false;
  end if;
  insert into cases.follow_stop ("case", account, stopped_at) values (stop_followers.case_id, stop_followers.account, stop_followers.at)
    on conflict ("case") do nothing;
  delete from cases.follower where follower."case" = stop_followers.case_id;
  return true;
end
$$;
comment on function cases.stop_followers(uuid, uuid, timestamptz) is
  'Ends everybody''s following of a case of the person who acts, and lets nobody begin again. False: it is not theirs.';
revoke all on function cases.stop_followers(uuid, uuid, timestamptz) from public;
grant execute on function cases.stop_followers(uuid, uuid, timestamptz) to portolan_portal;
