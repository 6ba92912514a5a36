-- Whoever is on a case no longer comes to nothing of it: not to what they gathered or sent there themselves, nor as its follower.

create function evidence.is_left(draft uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from evidence.tray where tray.id = is_left.draft)
    and cardinality(platform.actor_accounts()) > 0
    and not (select cases.is_on(tray."case") from evidence.tray where tray.id = is_left.draft)
$$;
comment on function evidence.is_left(uuid) is 'Whether it gathers files for a case that the person who acts is on no longer. Of a draft of a form: never.';
revoke all on function evidence.is_left(uuid) from public;
grant execute on function evidence.is_left(uuid) to portolan_portal;

alter policy own_reads on evidence.tray using (account = any (platform.actor_accounts()) and cases.is_on("case"));
create policy not_left on evidence.file as restrictive to portolan_portal using (not evidence.is_left(draft)) with check (not evidence.is_left(draft));

create function cases.end_following() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from cases.follower where follower."case" = new."case" and follower.account = any (accounts.of_person(new.account));
  return null;
end
$$;
comment on function cases.end_following() is 'Who represents somebody no longer does not go on to follow their case; they may begin to, as anybody may.';
revoke all on function cases.end_following() from public;
create trigger end_following after update of until_at on cases.party
  for each row when (new.role = 'representative' and old.until_at is null and new.until_at is not null) execute function cases.end_following();
