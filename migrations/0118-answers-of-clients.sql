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

-- The preparation before its code, everywhere: of two accounts that come at once one gets it. A used code waits to be shown no more.
create or replace function preparation.take_up(hashes bytea[], at timestamptz) returns text
language plpgsql security definer set search_path = '' as $$
declare
  code preparation.passcode;
  its preparation.preparation;
begin
  if platform.actor_account() is null then return 'not-matched'; end if;
  select preparation.* into its from preparation.preparation where preparation.id =
    (select passcode.preparation from preparation.passcode where passcode.code_hash = any (take_up.hashes)) for update;
  select * into code from preparation.passcode where passcode.code_hash = any (take_up.hashes) and passcode.preparation = its.id for update;
  if code.id is null then return 'not-matched'; end if;
  if its.ended_at is not null or its.representative = any (platform.actor_accounts()) then return 'not-matched'; end if;
  if its.client_account = any (platform.actor_accounts()) then return 'taken-up'; end if;
  if its.client_account is not null or code.ended_at is not null or code.expires_at <= take_up.at then return 'not-matched'; end if;
  if not exists (select from preparation.package where package.preparation = its.id and package.voided_at is null) then return 'not-matched'; end if;
  -- The client of whoever has another account already is somebody else. The account of another client of theirs stays that one's.
  if not representation.link_client(its.client, platform.actor_account(), take_up.at)
    and exists (select from representation.client known where known.id = its.client and known.account <> all (platform.actor_accounts())) then
    return 'not-matched';
  end if;
  update preparation.passcode set ended_at = take_up.at, ended_as = 'used', shown_sealed = null where passcode.id = code.id;
  update preparation.preparation set client_account = platform.actor_account(), linked_at = take_up.at where preparation.id = its.id;
  return 'taken-up';
end $$;

create or replace function preparation.turn_down(hashes bytea[], answer uuid, reason_sealed bytea, at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  its preparation.preparation;
  code preparation.passcode;
  stands preparation.package;
begin
  if platform.actor_account() is null then return false; end if;
  select whose.* into its from preparation.preparation whose where whose.id =
    (select known.preparation from preparation.passcode known where known.code_hash = any (turn_down.hashes))
    and whose.client_account is null and whose.ended_at is null and whose.representative <> all (platform.actor_accounts()) for update;
  select known.* into code from preparation.passcode known
    where known.code_hash = any (turn_down.hashes) and known.preparation = its.id and known.ended_at is null and known.expires_at > turn_down.at for update;
  if code.id is null then return false; end if;
  select * into stands from preparation.package where package.preparation = its.id and voided_at is null for update;
  if stands.id is null then return false; end if;
  insert into preparation.answer (id, package, of, side, account, at, accepted, reason_sealed, document_sha256)
    values (turn_down.answer, stands.id, 'appearance', 'client', platform.actor_account(), turn_down.at, false, turn_down.reason_sealed, stands.appearance_sha256);
  update preparation.passcode set ended_at = turn_down.at, ended_as = 'used', shown_sealed = null where passcode.id = code.id;
  update preparation.package set voided_at = turn_down.at, voided_why = 'declined' where package.id = stands.id;
  return true;
end $$;
