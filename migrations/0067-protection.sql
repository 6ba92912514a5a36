-- Who marked a person or a case as protected (8 U.S.C. 1367) and who lifted it; which mailbox and phone others may read; and
-- who in the office may see any of it.

alter table officer.staff add column cleared_at timestamptz;
comment on column officer.staff.cleared_at is 'Since when this person may see who is protected, beside what their role may.';
grant select (cleared_at) on officer.staff to portolan_office;

create function officer.sees_protected() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from officer.staff its
    where its.id = platform.actor_staff() and its.ended_at is null and (its.role = 'supervisor' or its.cleared_at is not null))
$$;
comment on function officer.sees_protected() is 'Whether the staff who acts may know who is protected.';
revoke all on function officer.sees_protected() from public;
grant execute on function officer.sees_protected() to portolan_office;

create function officer.reaches_protected() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from officer.staff its
    where its.id = platform.actor_staff() and its.ended_at is null and (its.role in ('supervisor', 'intake') or its.cleared_at is not null))
$$;
comment on function officer.reaches_protected() is
  'Whether the staff who acts comes to a protected case at all: who may know of it, and intake, who holds the paper with its number and is told no more.';
revoke all on function officer.reaches_protected() from public;
grant execute on function officer.reaches_protected() to portolan_office;

drop function officer.visit_session(text[], timestamptz);
create function officer.visit_session(secret_hashes text[], at timestamptz)
returns table (
  session uuid, staff uuid, role text, stage text, idle_ends_at timestamptz, ends_at timestamptz, email_sealed bytea,
  name_sealed bytea, cleared boolean
)
language sql volatile security definer set search_path = '' as $$
  with found as (
    select s.id, s.staff, s.stage, s.ends_at, s.last_seen_at, m.role, m.email_sealed, m.name_sealed, m.cleared_at
    from officer.staff_session s join officer.staff m on m.id = s.staff
    where s.secret_hash = any (visit_session.secret_hashes) and s.audience = 'office'
      and s.ended_at is null and m.ended_at is null
      and visit_session.at < s.ends_at and visit_session.at < s.last_seen_at + interval '15 minutes'
  ), seen as (
    update officer.staff_session s set last_seen_at = visit_session.at
    from found
    where s.id = found.id and s.last_seen_at <= visit_session.at - interval '30 seconds'
    returning s.last_seen_at
  )
  select found.id, found.staff, found.role, found.stage,
    least(coalesce((select seen.last_seen_at from seen), found.last_seen_at) + interval '15 minutes', found.ends_at),
    found.ends_at, found.email_sealed, found.name_sealed, found.cleared_at is not null
  from found
$$;
comment on function officer.visit_session(text[], timestamptz) is
  'Reads the office session behind a cookie and notes, at most every 30 seconds, that it was seen. No row: nobody.';
revoke all on function officer.visit_session(text[], timestamptz) from public;
grant execute on function officer.visit_session(text[], timestamptz) to portolan_office;

-- To who may not see it, a protected case is as absent in the office as it is outside.
alter policy office_reads on cases."case" using (
  platform.actor_staff() is not null and (not protected or (select officer.reaches_protected())));
alter policy office_reads on profile.address using (
  platform.actor_staff() is not null and (use <> 'safe' or (select officer.sees_protected())));
create policy office_keeps_safe on profile.address for insert to portolan_office with check (use = 'safe' and officer.sees_protected());
create policy office_changes_safe on profile.address for update to portolan_office
  using (use = 'safe' and officer.sees_protected()) with check (use = 'safe' and officer.sees_protected());
grant insert, update on profile.address to portolan_office;

create function cases.taken_receipts(receipts text[]) returns setof text
language sql stable security definer rows 100 set search_path = '' as $$
  select its.receipt_number from cases."case" its where its.receipt_number = any (taken_receipts.receipts)
$$;
comment on function cases.taken_receipts(text[]) is 'Which of these numbers have a case, protected or not: nothing more is told of it.';
revoke all on function cases.taken_receipts(text[]) from public;
grant execute on function cases.taken_receipts(text[]) to portolan_office, portolan_worker;

create table accounts.protection (
  id uuid primary key,
  account uuid not null references accounts.account (id),
  set_by_kind text not null check (set_by_kind in ('person', 'staff')),
  set_by uuid not null,
  set_at timestamptz not null,
  reason_sealed bytea,
  lift_asked_at timestamptz,
  lift_due_at timestamptz check (lift_due_at > lift_asked_at),
  lifted_at timestamptz,
  lifted_as text check (lifted_as in ('person', 'two-people')),
  check ((lift_asked_at is null) = (lift_due_at is null)),
  check ((lifted_at is null) = (lifted_as is null))
);
comment on table accounts.protection is
  'Purpose: that a person is protected (8 U.S.C. 1367, or says so): who set it, when and why, and when it was lifted and how. '
  'Kept: as the account. Closing and legal hold: kept. Personal data: the relation; the reason, sealed for the person.';
create unique index protection_stands on accounts.protection (account, set_by_kind) where lifted_at is null;
create index protection_due on accounts.protection (lift_due_at) where lifted_at is null and lift_due_at is not null;

create table accounts.safe_contact (
  account uuid primary key references accounts.account (id),
  mailbox_unsafe boolean not null default false,
  phone_unsafe boolean not null default false,
  changed_at timestamptz not null
);
comment on table accounts.safe_contact is
  'Purpose: whether others may read a person''s mailbox or look at their phone: then no news goes there. Kept: until it is '
  'changed. Closing: deleted. Legal hold: kept. Personal data: all of it.';

create table cases.protection (
  id uuid primary key,
  "case" uuid not null references cases."case" (id),
  set_by uuid,
  set_at timestamptz not null,
  reason_sealed bytea,
  lifted_at timestamptz
);
comment on table cases.protection is
  'Purpose: that a case is protected by itself, whoever is on it: who set it, when and why; null: it was opened so. Kept: as the '
  'case. Closing and legal hold: kept. Personal data: the reason, sealed for the case.';
create unique index protection_stands on cases.protection ("case") where lifted_at is null;

create table officer.protection_lift (
  id uuid primary key,
  account uuid,
  "case" uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  reason_sealed bytea not null,
  decided_by uuid,
  decided_at timestamptz,
  agreed boolean,
  check ((account is null) <> ("case" is null)),
  check (decided_by <> asked_by),
  check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (agreed is null))
);
comment on table officer.protection_lift is
  'Purpose: that staff asked to lift the protection of a person or a case, why, and which other one agreed or did not. Kept: as the '
  'account or case. Closing and legal hold: kept. Personal data: the relation; the reason, sealed for the person or case.';
create unique index protection_lift_of_account on officer.protection_lift (account) where decided_at is null;
create unique index protection_lift_of_case on officer.protection_lift ("case") where decided_at is null;

do $$
declare its text;
begin
  foreach its in array array['accounts.protection', 'accounts.safe_contact', 'cases.protection', 'officer.protection_lift'] loop
    execute format('alter table %s enable row level security', its);
    execute format('alter table %s force row level security', its);
    execute format('create policy owner_all on %s to portolan_owner using (true) with check (true)', its);
    execute format('create policy office_reads on %s for select to portolan_office using ((select officer.sees_protected()))', its);
    execute format('grant select on %s to portolan_office', its);
  end loop;
end $$;
create policy own on accounts.protection for select to portolan_portal using (account = any (platform.actor_accounts()));
grant select (account, set_by_kind, set_at, lift_asked_at, lift_due_at, lifted_at) on accounts.protection to portolan_portal;
create policy own on accounts.safe_contact to portolan_portal using (account = platform.actor_account()) with check (account = platform.actor_account());
grant select, insert, update on accounts.safe_contact to portolan_portal;
create policy worker_all on accounts.safe_contact to portolan_worker using (true) with check (true);
grant select, delete on accounts.safe_contact to portolan_worker;
create policy worker_reads on accounts.protection for select to portolan_worker using (true);
grant select on accounts.protection to portolan_worker;
create policy office_adds on officer.protection_lift for insert to portolan_office
  with check (officer.sees_protected() and asked_by = platform.actor_staff() and decided_at is null);
create policy office_decides on officer.protection_lift for update to portolan_office
  using (officer.sees_protected() and decided_at is null) with check (officer.sees_protected() and decided_by = platform.actor_staff());
grant insert on officer.protection_lift to portolan_office;
grant update (decided_by, decided_at, agreed) on officer.protection_lift to portolan_office;

create function accounts.of_person(account uuid) returns uuid[]
language sql stable security definer set search_path = '' as $$
  with kept as (
    select coalesce((select f.kept from accounts.forwarding f where f.retired = of_person.account), of_person.account) as id)
  select array(select kept.id from kept union all select f.retired from accounts.forwarding f, kept where f.kept = kept.id)
$$;
comment on function accounts.of_person(uuid) is
  'The account that stands, and those that were merged into it. For functions of the database only.';
revoke all on function accounts.of_person(uuid) from public;

create function accounts.protect(id uuid, account uuid, at timestamptz, reason bytea) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  person uuid[] := accounts.of_person(protect.account);
  staff uuid := platform.actor_staff();
begin
  if staff is null and (protect.account = platform.actor_account()) is not true or staff is not null and not officer.from_office() then
    raise exception 'a person protects themselves, or staff does' using errcode = 'insufficient_privilege';
  end if;
  perform from accounts.account its where its.id = person[1] for no key update;
  insert into accounts.protection (id, account, set_by_kind, set_by, set_at, reason_sealed)
    values (protect.id, person[1], case when staff is null then 'person' else 'staff' end, coalesce(staff, protect.account), protect.at, protect.reason)
    on conflict (account, set_by_kind) where lifted_at is null do nothing;
  if not found then
    return false;
  end if;
  update accounts.account its set protected_at = protect.at where its.id = person[1] and its.protected_at is null;
  return true;
end
$$;
comment on function accounts.protect(uuid, uuid, timestamptz, bytea) is
  'Marks the person of an account as protected, and all their cases with them, in the name of who acts. False: that stands already.';
revoke all on function accounts.protect(uuid, uuid, timestamptz, bytea) from public;
grant execute on function accounts.protect(uuid, uuid, timestamptz, bytea) to portolan_portal, portolan_office;

create function accounts.ask_unprotect(account uuid, at timestamptz, due timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  if (ask_unprotect.account = platform.actor_account()) is not true then
    raise exception 'a person asks for themselves' using errcode = 'insufficient_privilege';
  end if;
  update accounts.protection its set lift_asked_at = ask_unprotect.at, lift_due_at = ask_unprotect.due
    where its.account = any (accounts.of_person(ask_unprotect.account)) and its.set_by_kind = 'person'
      and its.lifted_at is null and its.lift_asked_at is null;
  return found;
end
$$;
comment on function accounts.ask_unprotect(uuid, timestamptz, timestamptz) is
  'The person who acts asks that what they set themselves ends on that day. False: there is nothing of theirs, or it was asked.';
create function accounts.keep_protected(account uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  if (keep_protected.account = platform.actor_account()) is not true then
    raise exception 'a person keeps for themselves' using errcode = 'insufficient_privilege';
  end if;
  update accounts.protection its set lift_asked_at = null, lift_due_at = null
    where its.account = any (accounts.of_person(keep_protected.account)) and its.lifted_at is null and its.lift_asked_at is not null;
  return found;
end
$$;
comment on function accounts.keep_protected(uuid) is 'The person who acts takes back that they asked it to end.';
revoke all on function accounts.ask_unprotect(uuid, timestamptz, timestamptz), accounts.keep_protected(uuid) from public;
grant execute on function accounts.ask_unprotect(uuid, timestamptz, timestamptz), accounts.keep_protected(uuid) to portolan_portal;

create function accounts.unmark(person uuid[]) returns void
language sql security definer set search_path = '' as $$
  update accounts.account its set protected_at = null
  where its.id = any (unmark.person) and its.protected_at is not null
    and not exists (select from accounts.protection open where open.account = any (unmark.person) and open.lifted_at is null)
$$;
comment on function accounts.unmark(uuid[]) is
  'A person of whom no mark stands any more is not protected any more. For functions of the database only.';
revoke all on function accounts.unmark(uuid[]) from public;

create function accounts.lift_due(at timestamptz) returns uuid
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  due accounts.protection;
begin
  select its.* into due from accounts.protection its
    where its.lifted_at is null and its.set_by_kind = 'person' and its.lift_due_at <= lift_due.at
    order by its.lift_due_at limit 1 for update skip locked;
  if due.id is null then
    return null;
  end if;
  update accounts.protection its set lifted_at = lift_due.at, lifted_as = 'person' where its.id = due.id;
  perform accounts.unmark(accounts.of_person(due.account));
  return due.account;
end
$$;
comment on function accounts.lift_due(timestamptz) is 'Ends one mark that its person set and asked to end, once its days are over. Whose it was; null: none is due.';
revoke all on function accounts.lift_due(timestamptz) from public;
grant execute on function accounts.lift_due(timestamptz) to portolan_worker;

create function cases.unguard(ids uuid[]) returns void
language sql security definer set search_path = '' as $$
  with freed as (
    update cases."case" its set protected = false
    where its.id = any (unguard.ids) and its.protected
      and not exists (select from cases.protection open where open."case" = its.id and open.lifted_at is null)
      and cardinality(cases.people_protected(array(
        select party.account from cases.party where party."case" = its.id and party.until_at is null and party.role <> 'representative'))) = 0
    returning its.id)
  update cases.letter set apart_at = null, apart_as = null
  from freed
  where letter."case" = freed.id and letter.apart_as = 'protected' and letter.printed_at is null and letter.withdrawn_at is null
$$;
comment on function cases.unguard(uuid[]) is
  'Of these cases those are not protected any more that no mark of their own or of a person on them holds; their letters go on. For '
  'functions of the database only.';
revoke all on function cases.unguard(uuid[]) from public;

create function accounts.guard_unmarked() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from accounts.protection open where open.account = any (accounts.of_person(new.id)) and open.lifted_at is null) then
    raise exception 'a mark stands' using errcode = 'insufficient_privilege';
  end if;
  perform cases.unguard(array(
    select distinct party."case" from cases.party where party.account = any (accounts.of_person(new.id)) and party.role <> 'representative'));
  return null;
end
$$;
comment on function accounts.guard_unmarked() is 'Nobody is unprotected while a mark stands, whatever statement says so; then their cases follow.';
revoke all on function accounts.guard_unmarked() from public;
create trigger guard_unmarked after update of protected_at on accounts.account
  for each row when (old.protected_at is not null and new.protected_at is null) execute function accounts.guard_unmarked();

create function cases.note_opened_so() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into cases.protection (id, "case", set_at) values (gen_random_uuid(), new.id, new.opened_at);
  return null;
end
$$;
comment on function cases.note_opened_so() is 'A case that is opened as protected is so by itself, whoever joins or leaves it.';
revoke all on function cases.note_opened_so() from public;
create trigger note_opened_so after insert on cases."case" for each row when (new.protected) execute function cases.note_opened_so();

-- Those that were protected before there was a mark keep it as their own, where no person on them has one.
insert into cases.protection (id, "case", set_at)
  select gen_random_uuid(), its.id, its.opened_at from cases."case" its
  where its.protected and cardinality(cases.people_protected(array(
    select party.account from cases.party where party."case" = its.id and party.until_at is null and party.role <> 'representative'))) = 0;

create function cases.protect(id uuid, case_id uuid, at timestamptz, reason bytea) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  if platform.actor_staff() is null or not officer.from_office() then
    raise exception 'staff protects a case' using errcode = 'insufficient_privilege';
  end if;
  insert into cases.protection (id, "case", set_by, set_at, reason_sealed)
    values (protect.id, protect.case_id, platform.actor_staff(), protect.at, protect.reason)
    on conflict ("case") where lifted_at is null do nothing;
  if not found then
    return false;
  end if;
  perform cases.guard(array[protect.case_id], protect.at);
  return true;
end
$$;
comment on function cases.protect(uuid, uuid, timestamptz, bytea) is
  'Marks a case as protected by itself, in the name of the staff who acts. False: that stands already.';
revoke all on function cases.protect(uuid, uuid, timestamptz, bytea) from public;
grant execute on function cases.protect(uuid, uuid, timestamptz, bytea) to portolan_office;

create function officer.lift_agreed(lift uuid, at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  its officer.protection_lift;
begin
  select l.* into its from officer.protection_lift l
    where l.id = lift_agreed.lift and l.agreed and l.decided_at = lift_agreed.at and l.decided_by = platform.actor_staff();
  if its.id is null then
    raise exception 'two people lift a mark' using errcode = 'insufficient_privilege';
  end if;
  if its.account is not null then
    update accounts.protection p set lifted_at = lift_agreed.at, lifted_as = 'two-people'
      where p.account = any (accounts.of_person(its.account)) and p.lifted_at is null;
    perform accounts.unmark(accounts.of_person(its.account));
  else
    update cases.protection p set lifted_at = lift_agreed.at where p."case" = its."case" and p.lifted_at is null;
    perform cases.unguard(array[its."case"]);
  end if;
end
$$;
comment on function officer.lift_agreed(uuid, timestamptz) is
  'Lifts what one member of staff asked to lift and another, who acts, has agreed to in this transaction.';
revoke all on function officer.lift_agreed(uuid, timestamptz) from public;
grant execute on function officer.lift_agreed(uuid, timestamptz) to portolan_office;

-- Who is on a case with a protected person does not learn it from the case: the portal reads no mark of a case but through this.
create function cases.guarded_for_own(ids uuid[]) returns setof uuid
language sql stable security definer rows 5 set search_path = '' as $$
  select its.id from cases."case" its
  where its.id = any (guarded_for_own.ids) and its.protected
    and exists (select from cases.party where party."case" = its.id and party.until_at is null and party.role <> 'representative'
      and party.account = any (platform.actor_accounts()))
    and (cardinality(cases.people_protected(platform.actor_accounts())) > 0
      or exists (select from cases.protection open where open."case" = its.id and open.lifted_at is null)
      or cardinality(cases.people_protected(array(
        select party.account from cases.party where party."case" = its.id and party.until_at is null and party.role <> 'representative'))) = 0)
$$;
comment on function cases.guarded_for_own(uuid[]) is
  'Which of these cases are protected because of the person who acts, or by themselves; of another person on them nothing is told.';
revoke all on function cases.guarded_for_own(uuid[]) from public;
grant execute on function cases.guarded_for_own(uuid[]) to portolan_portal;
alter policy own_changes on cases.address_change
  with check (account = any (platform.actor_accounts()) and exists (
    select from cases.party
    where party."case" = address_change."case" and party.account = address_change.account
      and party.until_at is null and party.role <> 'representative'
  ) and not exists (select from cases.guarded_for_own(array[address_change."case"])));
alter policy own_whereabouts on cases.document using (
  kind not in ('scanned-address', 'scanned-returned-mail') or exists (
    select from cases.party
    where party."case" = document."case" and party.account = any (platform.actor_accounts()) and party.until_at is null
      and party.role <> 'representative') and not exists (select from cases.guarded_for_own(array[document."case"])));
alter policy own_ends on cases.mail_hold using (addressee = 'applicant' and exists (
    select from cases.party
    where party."case" = mail_hold."case" and party.account = any (platform.actor_accounts()) and party.until_at is null
      and party.role <> 'representative')
  and not exists (select from cases.guarded_for_own(array[mail_hold."case"])));
revoke select on cases."case" from portolan_portal;
grant select (id, receipt_number, form, channel, status, status_on, status_since, received_on, office, opened_at, touched_at) on cases."case" to portolan_portal;

-- An account that is claimed or merged carries the mark of its person along.
create or replace function accounts.guard_forwarded() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update accounts.account its set protected_at = one.since
  from (select min(each.protected_at) as since from accounts.account each where each.id = any (accounts.of_person(new.kept))) one
  where its.id = new.kept and its.protected_at is null and one.since is not null;
  if cardinality(cases.people_protected(array[new.kept])) > 0 then
    perform cases.guard_people(array[new.kept], new.forwarded_at);
  end if;
  return null;
end
$$;
