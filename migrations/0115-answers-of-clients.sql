-- A client may sign a document and decline it later: both stay, as rows. And what has ended is void, whoever ended it.

alter table preparation.answer drop constraint answer_package_of_side_key;
create unique index answer_accepted on preparation.answer (package, of, side) where accepted;
create unique index answer_declined on preparation.answer (package, of, side) where not accepted;

create function preparation.void_at_end() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update preparation.package set voided_at = new.ended_at, voided_why = 'ended'
    where package.preparation = new.id and package.voided_at is null and new.filed_at is null;
  return null;
end $$;
comment on function preparation.void_at_end() is 'What was prepared and not filed is void once either side or the office has ended it.';
revoke all on function preparation.void_at_end() from public;
create trigger void_at_end after update of ended_at on preparation.preparation for each row
  when (old.ended_at is null and new.ended_at is not null) execute function preparation.void_at_end();

-- Who takes back or ends locks the copy first, as whoever submits does; after it come passcode, preparation and package.
create function preparation.hold_copy(preparation uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from filing.draft copy
    join preparation.package stands on stands.copy = copy.id and stands.voided_at is null
    join preparation.preparation its on its.id = stands.preparation
    where its.id = hold_copy.preparation
      and (its.representative = any (platform.actor_accounts()) or its.client_account = any (platform.actor_accounts()) or platform.actor_kind() in ('system', 'staff'))
    for update of copy;
end $$;
comment on function preparation.hold_copy(uuid) is 'Locks the copy of the package that stands, for whoever goes on to lock its preparation; nothing for anybody else.';
revoke all on function preparation.hold_copy(uuid) from public;
grant execute on function preparation.hold_copy(uuid) to portolan_portal, portolan_office, portolan_worker;
