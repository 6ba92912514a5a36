-- Written by src/platform/db/write-schema.ts from a freshly migrated database. Not applied: migrations are.

create schema accounts;
comment on schema accounts is 'Accounts, their secrets and their sessions.';
grant usage on schema accounts to portolan_gate, portolan_office, portolan_portal, portolan_worker;

create sequence accounts.contact_change_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

create sequence accounts.online_account_sequence as bigint start 10000000000 increment 1 minvalue 10000000000 maxvalue 99999999999;
grant usage on sequence accounts.online_account_sequence to portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION accounts.ask_unprotect(account uuid, at timestamp with time zone, due timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function accounts.ask_unprotect(uuid,timestamp with time zone,timestamp with time zone) is 'The person who acts asks that what they set themselves ends on that day. False: there is nothing of theirs, or it was asked.';
grant execute on function accounts.ask_unprotect(uuid,timestamp with time zone,timestamp with time zone) to portolan_portal;

CREATE OR REPLACE FUNCTION accounts.close_account(closing uuid, account uuid, key_id text, undo_hash text, at timestamp with time zone, undo_until timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if close_account.account is distinct from platform.actor_account() then
    raise exception 'only its own person closes an account' using errcode = 'insufficient_privilege';
  end if;
  update accounts.account a set closed_at = close_account.at
    where a.id = close_account.account and a.closed_at is null and a.retired_at is null and a.completed_at is not null;
  if not found then
    raise exception 'this account cannot be closed' using errcode = 'check_violation';
  end if;
  insert into accounts.closing (id, account, key_id, undo_hash, closed_at, undo_until)
    values (close_account.closing, close_account.account, close_account.key_id, close_account.undo_hash, close_account.at,
      close_account.undo_until);
  update accounts.session s set ended_at = close_account.at, ended_by = 'closed'
    where s.account = close_account.account and s.ended_at is null;
  update accounts.sign_up_link l set killed_at = close_account.at
    where l.account = close_account.account and l.spent_at is null and l.killed_at is null;
  update accounts.password_reset r set killed_at = close_account.at
    where r.account = close_account.account and r.killed_at is null and r.done_at is null;
end
$function$;
comment on function accounts.close_account(uuid,uuid,text,text,timestamp with time zone,timestamp with time zone) is 'Closes the account of the one who acts: ends its sessions, kills its links, and keeps by what it is undone.';
grant execute on function accounts.close_account(uuid,uuid,text,text,timestamp with time zone,timestamp with time zone) to portolan_portal;

CREATE OR REPLACE FUNCTION accounts.count_password_try(subject text, network text, at timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  mine accounts.password_try;
  all_wrong int;
begin
  perform pg_advisory_xact_lock(hashtextextended(count_password_try.subject, 4));
  insert into accounts.password_try as t (subject, network, burst, burst_began_at, wrong, late, last_at)
  values (count_password_try.subject, count_password_try.network, 0, at, 0, 0, at)
  on conflict on constraint password_try_pkey do update
    set wrong = case when t.last_at < at - interval '24 hours' then 0 else t.wrong end,
        late = case when t.last_at < at - interval '24 hours' then 0 else t.late end
  returning t.* into mine;
  if mine.wait_until > at then
    return mine.wait_until;
  end if;
  select sum(t.wrong) into all_wrong from accounts.password_try t
  where t.subject = count_password_try.subject and t.last_at >= at - interval '24 hours';
  mine.wait_until := null;
  if mine.burst_began_at <= at - interval '60 seconds' then
    mine.burst := 0;
    mine.burst_began_at := at;
  end if;
  mine.burst := mine.burst + 1;
  mine.wrong := mine.wrong + 1;
  if mine.burst >= 5 then
    mine.wait_until := at + interval '60 seconds';
    mine.burst := 0;
    mine.burst_began_at := mine.wait_until;
  end if;
  if all_wrong + 1 >= 10 then
    mine.late := mine.late + 1;
    mine.wait_until := greatest(
      mine.wait_until, at + least(interval '30 seconds' * power(2, least(mine.late, 10) - 1), interval '20 minutes')
    );
  end if;
  update accounts.password_try t
  set burst = mine.burst, burst_began_at = mine.burst_began_at, wrong = mine.wrong, late = mine.late,
      wait_until = mine.wait_until, last_at = at
  where t.subject = mine.subject and t.network = mine.network;
  return null;
end
$function$;
comment on function accounts.count_password_try(text,text,timestamp with time zone) is 'Counts one password try of a subject from a network. Null: it may be looked at; else until when this network waits.';
grant execute on function accounts.count_password_try(text,text,timestamp with time zone) to portolan_gate;

CREATE OR REPLACE FUNCTION accounts.count_sign_up_step(step text, day date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into accounts.sign_up_step_count as counted (day, step, done)
  values (count_sign_up_step.day, count_sign_up_step.step, 1)
  on conflict (day, step) do update set done = counted.done + 1
$function$;
comment on function accounts.count_sign_up_step(text,date) is 'Adds one to the sign-ups that got past a step on a day.';
grant execute on function accounts.count_sign_up_step(text,date) to portolan_portal;

CREATE OR REPLACE FUNCTION accounts.give_way(email_hashes text[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from accounts.account a
  where a.email_hash = any (give_way.email_hashes) and a.completed_at is null and a.online_account_number is null;
  return found;
end
$function$;
comment on function accounts.give_way(text[]) is 'Deletes the unfinished sign-up of an address, so that an account may be named by it. False: there was none.';
grant execute on function accounts.give_way(text[]) to portolan_gate;

CREATE OR REPLACE FUNCTION accounts.guard_forwarded()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update accounts.account its set protected_at = one.since
  from (select min(each.protected_at) as since from accounts.account each where each.id = any (accounts.of_person(new.kept))) one
  where its.id = new.kept and its.protected_at is null and one.since is not null;
  if cardinality(cases.people_protected(array[new.kept])) > 0 then
    perform cases.guard_people(array[new.kept], new.forwarded_at);
  end if;
  return null;
end
$function$;
comment on function accounts.guard_forwarded() is 'What is merged into the account of a protected person is protected.';

CREATE OR REPLACE FUNCTION accounts.guard_marked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform cases.guard_people(array[new.id], new.protected_at);
  return null;
end
$function$;
comment on function accounts.guard_marked() is 'Who is marked as protected is so in all their cases.';

CREATE OR REPLACE FUNCTION accounts.guard_unmarked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (select from accounts.protection open where open.account = any (accounts.of_person(new.id)) and open.lifted_at is null) then
    raise exception 'a mark stands' using errcode = 'insufficient_privilege';
  end if;
  perform cases.unguard(array(
    select distinct party."case" from cases.party where party.account = any (accounts.of_person(new.id)) and party.role <> 'representative'));
  return null;
end
$function$;
comment on function accounts.guard_unmarked() is 'Nobody is unprotected while a mark stands, whatever statement says so; then their cases follow.';

CREATE OR REPLACE FUNCTION accounts.hold_standing(account uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  held uuid := hold_standing.account;
  leads uuid;
begin
  loop
    perform from accounts.account its where its.id = held for share;
    select f.kept into leads from accounts.forwarding f where f.retired = held;
    exit when leads is null;
    held := leads;
  end loop;
  return (select its.id from accounts.account its where its.id = held and its.closed_at is null);
end
$function$;
comment on function accounts.hold_standing(uuid) is 'The account that this one leads to now, locked so that it is neither closed, merged nor claimed before the transaction ends. Null: it is closed.';
grant execute on function accounts.hold_standing(uuid) to portolan_office;

CREATE OR REPLACE FUNCTION accounts.keep_protected(account uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  if (keep_protected.account = platform.actor_account()) is not true then
    raise exception 'a person keeps for themselves' using errcode = 'insufficient_privilege';
  end if;
  update accounts.protection its set lift_asked_at = null, lift_due_at = null
    where its.account = any (accounts.of_person(keep_protected.account)) and its.lifted_at is null and its.lift_asked_at is not null;
  return found;
end
$function$;
comment on function accounts.keep_protected(uuid) is 'The person who acts takes back that they asked it to end.';
grant execute on function accounts.keep_protected(uuid) to portolan_portal;

CREATE OR REPLACE FUNCTION accounts.lift_due(at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function accounts.lift_due(timestamp with time zone) is 'Ends one mark that its person set and asked to end, once its days are over. Whose it was; null: none is due.';
grant execute on function accounts.lift_due(timestamp with time zone) to portolan_worker;

CREATE OR REPLACE FUNCTION accounts.merged_into(account uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN ARRAY(SELECT f.retired FROM accounts.forwarding f WHERE (f.kept = merged_into.account) ORDER BY f.forwarded_at);
comment on function accounts.merged_into(uuid) is 'The accounts that were merged into this one; none for nearly everybody.';
grant execute on function accounts.merged_into(uuid) to portolan_portal;

CREATE OR REPLACE FUNCTION accounts.of_person(account uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with kept as (
    select coalesce((select f.kept from accounts.forwarding f where f.retired = of_person.account), of_person.account) as id)
  select array(select kept.id from kept union all select f.retired from accounts.forwarding f, kept where f.kept = kept.id)
$function$;
comment on function accounts.of_person(uuid) is 'The account that stands, and those that were merged into it. For functions of the database only.';

CREATE OR REPLACE FUNCTION accounts.others_on_own_phone()
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select count(distinct opens.account)::int from accounts.phones_that_open() opens
  where not (opens.account = any (platform.actor_accounts())) and opens.mark in (
    select own.address_hash from accounts.contact_point own
    where own.account = any (platform.actor_accounts()) and own.kind = 'phone' and own.purpose = 'codes' and own.proven_at is not null and own.removed_at is null)
$function$;
comment on function accounts.others_on_own_phone() is 'How many other accounts the telephone of who acts opens: a number, and nobody''s name.';
grant execute on function accounts.others_on_own_phone() to portolan_portal;

CREATE OR REPLACE FUNCTION accounts.phones_that_open()
 RETURNS TABLE(mark text, account uuid, since_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select point.address_hash, point.account, point.proven_at
  from accounts.contact_point point join accounts.account its on its.id = point.account
  where point.kind = 'phone' and point.purpose = 'codes' and point.proven_at is not null and point.removed_at is null
    and its.closed_at is null and its.retired_at is null and its.protected_at is null
$function$;
comment on function accounts.phones_that_open() is 'By which telephone, as its keyed hash, an account is opened since when. For functions of the database only.';

CREATE OR REPLACE FUNCTION accounts.protect(id uuid, account uuid, at timestamp with time zone, reason bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function accounts.protect(uuid,uuid,timestamp with time zone,bytea) is 'Marks the person of an account as protected, and all their cases with them, in the name of who acts. False: that stands already.';
grant execute on function accounts.protect(uuid,uuid,timestamp with time zone,bytea) to portolan_office, portolan_portal;

CREATE OR REPLACE FUNCTION accounts.refuse_session()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform from accounts.account a where a.id = new.account and a.closed_at is null for share;
  if not found then
    raise exception 'no session is opened for a closed account' using errcode = 'check_violation';
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION accounts.retire_account(retired uuid, kept uuid, cause text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not (case retire_account.cause
    when 'merged' then exists (
      select from accounts.merge_attempt m
      where m.kept = retire_account.kept and m.other = retire_account.retired
        and m.proven_at is not null and m.done_at = retire_account.at)
    when 'claimed' then exists (
      select from accounts.account a
      where a.id = retire_account.retired and a.opened_by_agency_at is not null and a.email_hash is null)
    else false
  end) then
    raise exception 'nobody has proven that these accounts are one person''s' using errcode = 'insufficient_privilege';
  end if;
  insert into accounts.forwarding values (retire_account.retired, retire_account.kept, retire_account.cause, retire_account.at);
  update accounts.forwarding f set kept = retire_account.kept where f.kept = retire_account.retired;
  update accounts.account a set retired_at = retire_account.at where a.id = retire_account.retired;
  delete from accounts.password p where p.account = retire_account.retired;
  delete from accounts.reset_answer r where r.account = retire_account.retired;
  delete from accounts.backup_code b where b.account = retire_account.retired;
  delete from accounts.parked_form f where f.account = retire_account.retired;
  update accounts.passkey k set removed_at = retire_account.at
    where k.account = retire_account.retired and k.removed_at is null;
  update accounts.authenticator_app k set removed_at = retire_account.at
    where k.account = retire_account.retired and k.removed_at is null;
  update accounts.contact_point c set removed_at = retire_account.at
    where c.account = retire_account.retired and c.removed_at is null;
  update accounts.sign_up_link l set killed_at = retire_account.at
    where l.account = retire_account.retired and l.spent_at is null and l.killed_at is null;
  update accounts.session s set ended_at = retire_account.at, ended_by = 'merged'
    where s.account = retire_account.retired and s.ended_at is null;
end
$function$;
comment on function accounts.retire_account(uuid,uuid,text,timestamp with time zone) is 'Writes the forwarding of a retired account and takes away everything that signed it in.';
grant execute on function accounts.retire_account(uuid,uuid,text,timestamp with time zone) to portolan_gate, portolan_office, portolan_worker;

CREATE OR REPLACE FUNCTION accounts.unmark(person uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update accounts.account its set protected_at = null
  where its.id = any (unmark.person) and its.protected_at is not null
    and not exists (select from accounts.protection open where open.account = any (unmark.person) and open.lifted_at is null)
$function$;
comment on function accounts.unmark(uuid[]) is 'A person of whom no mark stands any more is not protected any more. For functions of the database only.';

CREATE OR REPLACE FUNCTION accounts.visit_session(secret_hashes text[], at timestamp with time zone)
 RETURNS TABLE(session uuid, account uuid, stage text, live boolean, idle_ends_at timestamp with time zone, ends_at timestamp with time zone, proved_at timestamp with time zone, email_confirmed_at timestamp with time zone, terms_version text, password_set_at timestamp with time zone, code_channel text, channel_proven_at timestamp with time zone, backup_code_kept_at timestamp with time zone, reset_questions_set_at timestamp with time zone, service text, account_type text, representative_kind text, completed_at timestamp with time zone, has_parked boolean)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with found as (
    select s.id, s.account, s.stage, s.ends_at, s.proved_at, s.last_seen_at,
      make_interval(mins => s.idle_minutes) as idle,
      visit_session.at < s.ends_at and visit_session.at < s.last_seen_at + make_interval(mins => s.idle_minutes) as live
    from accounts.session s
    where s.secret_hash = any (visit_session.secret_hashes) and s.ended_at is null and s.audience = 'portal'
  ), seen as (
    update accounts.session s set last_seen_at = visit_session.at
    from found
    where s.id = found.id and found.live and s.last_seen_at <= visit_session.at - interval '30 seconds'
    returning s.last_seen_at
  )
  select found.id, found.account, found.stage, found.live,
    least(coalesce((select seen.last_seen_at from seen), found.last_seen_at) + found.idle, found.ends_at),
    found.ends_at, found.proved_at, a.email_confirmed_at, a.terms_version, a.password_set_at, a.code_channel,
    a.channel_proven_at, a.backup_code_kept_at, a.reset_questions_set_at, a.service, a.account_type,
    a.representative_kind, a.completed_at,
    exists (select from accounts.parked_form parked where parked.account = found.account)
  from found join accounts.account a on a.id = found.account
$function$;
comment on function accounts.visit_session(text[],timestamp with time zone) is 'Reads the portal session behind a cookie and notes, at most every 30 seconds, that it was seen. No row: no such session.';
grant execute on function accounts.visit_session(text[],timestamp with time zone) to portolan_portal;

create table accounts.account (
  id uuid not null,
  email_hash text,
  email_sealed bytea,
  language text not null,
  begun_at timestamp with time zone not null,
  asked_at timestamp with time zone not null,
  email_confirmed_at timestamp with time zone,
  terms_version text,
  password_set_at timestamp with time zone,
  code_channel text,
  channel_proven_at timestamp with time zone,
  backup_code_kept_at timestamp with time zone,
  reset_questions_set_at timestamp with time zone,
  service text,
  account_type text,
  representative_kind text,
  online_account_number text,
  completed_at timestamp with time zone,
  wrong_codes integer not null default 0,
  wrong_codes_since timestamp with time zone,
  codes_wait_until timestamp with time zone,
  protected_at timestamp with time zone,
  date_of_birth_hash text,
  password_must_change_at timestamp with time zone,
  opened_by_agency_at timestamp with time zone,
  retired_at timestamp with time zone,
  closed_at timestamp with time zone,
  legal_hold_at timestamp with time zone,
  emptied_at timestamp with time zone,
  constraint account_account_type_check CHECK ((account_type = ANY (ARRAY['applicant'::text, 'representative'::text]))),
  constraint account_check CHECK (((completed_at IS NULL) OR ((online_account_number IS NOT NULL) AND (account_type IS NOT NULL)))),
  constraint account_check1 CHECK (((representative_kind IS NULL) OR (account_type = 'representative'::text))),
  constraint account_check2 CHECK (((emptied_at IS NULL) OR (closed_at IS NOT NULL))),
  constraint account_code_channel_check CHECK ((code_channel = ANY (ARRAY['email'::text, 'sms'::text, 'email-and-sms'::text, 'app'::text]))),
  constraint account_date_of_birth_hash_check CHECK (((length(date_of_birth_hash) >= 40) AND (length(date_of_birth_hash) <= 100))),
  constraint account_email_hash_check CHECK (((length(email_hash) >= 40) AND (length(email_hash) <= 100))),
  constraint account_email_hash_key UNIQUE (email_hash),
  constraint account_has_user_name CHECK ((((email_hash IS NULL) OR (email_sealed IS NOT NULL)) AND ((email_hash IS NOT NULL) OR (opened_by_agency_at IS NOT NULL) OR (closed_at IS NOT NULL)))),
  constraint account_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  constraint account_online_account_number_check CHECK ((online_account_number ~ '^[1-9][0-9]{11}$'::text)),
  constraint account_online_account_number_key UNIQUE (online_account_number),
  constraint account_opened_has_number CHECK (((opened_by_agency_at IS NULL) OR (retired_at IS NOT NULL) OR (online_account_number IS NOT NULL))),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_representative_kind_check CHECK ((representative_kind = ANY (ARRAY['attorney'::text, 'accredited'::text]))),
  constraint account_service_check CHECK (((length(service) >= 1) AND (length(service) <= 60))),
  constraint account_terms_version_check CHECK (((length(terms_version) >= 1) AND (length(terms_version) <= 40))),
  constraint account_wrong_codes_check CHECK ((wrong_codes >= 0))
);
comment on table accounts.account is 'Purpose: one person''s account, its user name (the email address), the steps done, its Online Account Number; since when the person is protected by law; the date of birth by its keyed hash. Kept: for ever once it has a number (never reused); 90 days after the last sign of life before that. Closing: sealed columns are emptied, the number stays. Legal hold: nothing is emptied but the hash of the address, so that the person can sign up anew. Personal data: the email address, sealed for the person.';
alter table accounts.account enable row level security;
alter table accounts.account force row level security;
grant delete, insert, select on table accounts.account to portolan_worker;
grant insert, select on table accounts.account to portolan_office;
grant insert, select, update on table accounts.account to portolan_gate;
grant select, update on table accounts.account to portolan_portal;
grant update (closed_at, date_of_birth_hash, email_hash, email_sealed, emptied_at, legal_hold_at) on table accounts.account to portolan_worker;
comment on column accounts.account.legal_hold_at is 'Since when the law forbids that anything of this account goes: a closed one is not emptied while it stands.';
comment on column accounts.account.emptied_at is 'When a closed account was emptied: nothing is left to undo.';
CREATE INDEX account_unfinished ON accounts.account USING btree (asked_at) WHERE (completed_at IS NULL);
create policy gate_all on accounts.account to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy office_opens on accounts.account for insert to portolan_office with check (((platform.actor_staff() IS NOT NULL) AND (opened_by_agency_at IS NOT NULL) AND (email_hash IS NULL) AND (completed_at IS NULL)));
create policy office_reads on accounts.account for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own on accounts.account to portolan_portal using ((id = platform.actor_account())) with check ((id = platform.actor_account()));
create policy owner_all on accounts.account to portolan_owner using (true) with check (true);
create policy worker_all on accounts.account to portolan_worker using (true) with check (true);
CREATE TRIGGER guard_found AFTER UPDATE OF protected_at ON accounts.account FOR EACH ROW WHEN ((old.protected_at IS DISTINCT FROM new.protected_at)) EXECUTE FUNCTION officer.guard_found();
CREATE TRIGGER guard_marked AFTER UPDATE OF protected_at ON accounts.account FOR EACH ROW WHEN (((old.protected_at IS NULL) AND (new.protected_at IS NOT NULL))) EXECUTE FUNCTION accounts.guard_marked();
CREATE TRIGGER guard_unmarked AFTER UPDATE OF protected_at ON accounts.account FOR EACH ROW WHEN (((old.protected_at IS NOT NULL) AND (new.protected_at IS NULL))) EXECUTE FUNCTION accounts.guard_unmarked();

create table accounts.authenticator_app (
  id uuid not null,
  account uuid not null,
  name text not null,
  secret_sealed bytea not null,
  added_at timestamp with time zone not null,
  proven_at timestamp with time zone,
  last_step bigint,
  last_used_at timestamp with time zone,
  removed_at timestamp with time zone,
  constraint authenticator_app_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint authenticator_app_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint authenticator_app_pkey PRIMARY KEY (id)
);
comment on table accounts.authenticator_app is 'Purpose: an app that makes one-time passwords (RFC 6238), by its sealed key; the last 30-second step it was used in, so that no code works twice. An unproven one signs nobody in. Kept: 30 days after it was removed. Closing: deleted. Personal data: the name the person gave it.';
alter table accounts.authenticator_app enable row level security;
alter table accounts.authenticator_app force row level security;
grant delete, select on table accounts.authenticator_app to portolan_worker;
grant insert, select, update on table accounts.authenticator_app to portolan_gate, portolan_portal;
CREATE INDEX authenticator_app_of_account ON accounts.authenticator_app USING btree (account) WHERE (removed_at IS NULL);
CREATE INDEX authenticator_app_removed_at ON accounts.authenticator_app USING btree (removed_at) WHERE (removed_at IS NOT NULL);
create policy gate_all on accounts.authenticator_app to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy own on accounts.authenticator_app to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on accounts.authenticator_app to portolan_owner using (true) with check (true);
create policy worker_all on accounts.authenticator_app to portolan_worker using (true) with check (true);

create table accounts.backup_code (
  id uuid not null,
  account uuid not null,
  hash text not null,
  sealed bytea,
  issued_at timestamp with time zone not null,
  kept_at timestamp with time zone,
  used_at timestamp with time zone,
  constraint backup_code_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint backup_code_check CHECK (((sealed IS NULL) OR (kept_at IS NULL))),
  constraint backup_code_hash_check CHECK (((length(hash) >= 40) AND (length(hash) <= 300))),
  constraint backup_code_pkey PRIMARY KEY (id)
);
comment on table accounts.backup_code is 'Purpose: the code that signs in once in place of a one-time password. Sealed only until the person has kept it, then nothing but its hash is left. Kept: a used one 90 days. Closing: deleted. Personal data: none.';
alter table accounts.backup_code enable row level security;
alter table accounts.backup_code force row level security;
grant delete, select on table accounts.backup_code to portolan_worker;
grant insert, select, update on table accounts.backup_code to portolan_gate;
grant select (account, id, issued_at, kept_at, sealed, used_at) on table accounts.backup_code to portolan_portal;
grant update (kept_at, sealed) on table accounts.backup_code to portolan_portal;
CREATE UNIQUE INDEX backup_code_unused ON accounts.backup_code USING btree (account) WHERE (used_at IS NULL);
create policy gate_all on accounts.backup_code to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy own on accounts.backup_code to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on accounts.backup_code to portolan_owner using (true) with check (true);
create policy worker_all on accounts.backup_code to portolan_worker using (true) with check (true);

create table accounts.closing (
  id uuid not null,
  account uuid not null,
  key_id text not null,
  undo_hash text,
  closed_at timestamp with time zone not null,
  undo_until timestamp with time zone not null,
  undone_at timestamp with time zone,
  carried_out_at timestamp with time zone,
  constraint closing_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint closing_check CHECK ((undo_until > closed_at)),
  constraint closing_check1 CHECK (((undone_at IS NULL) OR (carried_out_at IS NULL))),
  constraint closing_check2 CHECK (((carried_out_at IS NULL) OR (undo_hash IS NULL))),
  constraint closing_key_id_check CHECK (((length(key_id) >= 1) AND (length(key_id) <= 16))),
  constraint closing_pkey PRIMARY KEY (id),
  constraint closing_undo_hash_check CHECK (((length(undo_hash) >= 40) AND (length(undo_hash) <= 100))),
  constraint closing_undo_hash_key UNIQUE (undo_hash)
);
comment on table accounts.closing is 'Purpose: the closing of an account: until when the mailed link takes it back, by the hash of its token, and what came of it. Kept: an undone one 30 days, one that was carried out for ever. Closing: kept, without the hash. Legal hold: kept. Personal data: none beside the account.';
alter table accounts.closing enable row level security;
alter table accounts.closing force row level security;
grant delete, select, update on table accounts.closing to portolan_worker;
grant select, update on table accounts.closing to portolan_gate;
grant select (account, carried_out_at, closed_at, id, undo_until, undone_at) on table accounts.closing to portolan_portal;
CREATE INDEX closing_due ON accounts.closing USING btree (undo_until) WHERE ((undone_at IS NULL) AND (carried_out_at IS NULL));
CREATE UNIQUE INDEX closing_stands ON accounts.closing USING btree (account) WHERE (undone_at IS NULL);
create policy gate_all on accounts.closing to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy own_reads on accounts.closing for select to portolan_portal using ((account = platform.actor_account()));
create policy owner_all on accounts.closing to portolan_owner using (true) with check (true);
create policy worker_all on accounts.closing to portolan_worker using (true) with check (true);

create table accounts.code_challenge (
  id uuid not null,
  account uuid not null,
  session uuid not null,
  channel text not null,
  key_id text not null,
  sends integer not null default 0,
  sent_at timestamp with time zone,
  tries integer not null default 0,
  answered_at timestamp with time zone,
  purpose text not null default 'session'::text,
  phone uuid,
  text_message uuid,
  sent_to text[] not null default '{}'::text[],
  constraint code_challenge_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint code_challenge_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'email-and-sms'::text, 'app'::text]))),
  constraint code_challenge_key_id_check CHECK (((length(key_id) >= 1) AND (length(key_id) <= 16))),
  constraint code_challenge_phone_fkey FOREIGN KEY (phone) REFERENCES accounts.contact_point(id) ON DELETE SET NULL,
  constraint code_challenge_pkey PRIMARY KEY (id),
  constraint code_challenge_purpose_check CHECK ((purpose = ANY (ARRAY['session'::text, 'phone'::text]))),
  constraint code_challenge_sends_check CHECK ((sends >= 0)),
  constraint code_challenge_sent_check CHECK (((sent_at IS NULL) OR (sends > 0))),
  constraint code_challenge_session_fkey FOREIGN KEY (session) REFERENCES accounts.session(id) ON DELETE CASCADE,
  constraint code_challenge_session_key UNIQUE (session, purpose),
  constraint code_challenge_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
);
comment on table accounts.code_challenge is 'Purpose: the one-time password asked of one session: by which way, which send counts, how many wrong tries were made. A sent code is derived when its message is rendered and stored nowhere. Kept: as its session. Closing: deleted. Personal data: none; where a code went is a keyed hash.';
alter table accounts.code_challenge enable row level security;
alter table accounts.code_challenge force row level security;
grant delete, select on table accounts.code_challenge to portolan_worker;
grant insert, select, update on table accounts.code_challenge to portolan_gate, portolan_portal;
comment on column accounts.code_challenge.purpose is 'session: what the session itself asks for. phone: the proof that a new phone belongs to its account.';
comment on column accounts.code_challenge.text_message is 'The text message that carried the newest code: how it stands is asked by this id.';
comment on column accounts.code_challenge.sent_to is 'Keyed hashes of where the newest code went: a code used rightly gives its send back to each of them.';
CREATE INDEX code_challenge_account ON accounts.code_challenge USING btree (account);
CREATE INDEX code_challenge_phone ON accounts.code_challenge USING btree (phone) WHERE (phone IS NOT NULL);
create policy gate_all on accounts.code_challenge to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy own on accounts.code_challenge to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on accounts.code_challenge to portolan_owner using (true) with check (true);
create policy worker_all on accounts.code_challenge to portolan_worker using (true) with check (true);

create table accounts.contact_change (
  id uuid not null,
  ordinal bigint not null generated always as identity,
  account uuid not null,
  what text not null,
  old_hash text,
  old_sealed bytea,
  new_sealed bytea,
  key_id text not null,
  proof_hash text,
  asked_at timestamp with time zone not null,
  dropped_at timestamp with time zone,
  made_at timestamp with time zone,
  undo_hash text,
  undo_until timestamp with time zone,
  undone_at timestamp with time zone,
  constraint contact_change_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint contact_change_check CHECK (((old_hash IS NULL) = (old_sealed IS NULL))),
  constraint contact_change_check1 CHECK (((old_sealed IS NOT NULL) OR (new_sealed IS NOT NULL))),
  constraint contact_change_check2 CHECK (((made_at IS NULL) OR (dropped_at IS NULL))),
  constraint contact_change_check3 CHECK (((undo_hash IS NULL) = (undo_until IS NULL))),
  constraint contact_change_check4 CHECK (((undo_hash IS NULL) OR (made_at IS NOT NULL))),
  constraint contact_change_check5 CHECK (((undone_at IS NULL) OR (made_at IS NOT NULL))),
  constraint contact_change_key_id_check CHECK (((length(key_id) >= 1) AND (length(key_id) <= 16))),
  constraint contact_change_old_hash_check CHECK (((length(old_hash) >= 40) AND (length(old_hash) <= 100))),
  constraint contact_change_pkey PRIMARY KEY (id),
  constraint contact_change_proof_hash_check CHECK (((length(proof_hash) >= 40) AND (length(proof_hash) <= 100))),
  constraint contact_change_proof_hash_key UNIQUE (proof_hash),
  constraint contact_change_undo_hash_check CHECK (((length(undo_hash) >= 40) AND (length(undo_hash) <= 100))),
  constraint contact_change_undo_hash_key UNIQUE (undo_hash),
  constraint contact_change_what_check CHECK ((what = ANY (ARRAY['user-name'::text, 'recovery-email'::text, 'phone'::text])))
);
comment on table accounts.contact_change is 'Purpose: a change of where mail and codes of an account go: what was asked for, by the hash of the mailed link that proves the new address; and what it replaced, by the hash of the link that undoes it within 72 hours. Kept: 30 days after it was asked for. Closing: deleted. Personal data: the old and the new address, sealed for the person; the old one as a keyed hash, so that nobody else takes it while the change can be undone.';
alter table accounts.contact_change enable row level security;
alter table accounts.contact_change force row level security;
grant delete, select on table accounts.contact_change to portolan_worker;
grant insert, select, update on table accounts.contact_change to portolan_gate;
grant select (account, asked_at, dropped_at, id, made_at, new_sealed, old_sealed, ordinal, undo_until, undone_at, what) on table accounts.contact_change to portolan_portal;
CREATE INDEX contact_change_asked_at ON accounts.contact_change USING btree (asked_at);
CREATE INDEX contact_change_held ON accounts.contact_change USING btree (old_hash) WHERE ((made_at IS NOT NULL) AND (undone_at IS NULL));
CREATE INDEX contact_change_of_account ON accounts.contact_change USING btree (account, ordinal);
create policy gate_all on accounts.contact_change to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy own on accounts.contact_change for select to portolan_portal using ((account = platform.actor_account()));
create policy owner_all on accounts.contact_change to portolan_owner using (true) with check (true);
create policy worker_all on accounts.contact_change to portolan_worker using (true) with check (true);

create table accounts.contact_point (
  id uuid not null,
  account uuid not null,
  kind text not null,
  purpose text not null,
  address_hash text not null,
  address_sealed bytea not null,
  added_at timestamp with time zone not null,
  proven_at timestamp with time zone,
  removed_at timestamp with time zone,
  tell_until timestamp with time zone,
  constraint contact_point_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint contact_point_address_hash_check CHECK (((length(address_hash) >= 40) AND (length(address_hash) <= 100))),
  constraint contact_point_check CHECK (((kind = 'phone'::text) OR (purpose <> 'codes'::text))),
  constraint contact_point_check1 CHECK (((purpose = 'former'::text) = (tell_until IS NOT NULL))),
  constraint contact_point_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text]))),
  constraint contact_point_pkey PRIMARY KEY (id),
  constraint contact_point_purpose_check CHECK ((purpose = ANY (ARRAY['codes'::text, 'recovery'::text, 'former'::text])))
);
comment on table accounts.contact_point is 'Purpose: a phone that gets codes, a second email address for recovery, and, for as long as a change can be undone, the address or phone it replaced, which is still told. An unproven one is used for nothing but its proof. Kept: 30 days after it was removed or stopped being told. Closing: deleted. Personal data: the address or number, sealed for the person.';
alter table accounts.contact_point enable row level security;
alter table accounts.contact_point force row level security;
grant delete, select on table accounts.contact_point to portolan_worker;
grant insert, select, update on table accounts.contact_point to portolan_gate, portolan_portal;
grant select on table accounts.contact_point to portolan_office;
CREATE INDEX contact_point_of_account ON accounts.contact_point USING btree (account) WHERE (removed_at IS NULL);
CREATE INDEX contact_point_phone ON accounts.contact_point USING btree (address_hash) WHERE ((kind = 'phone'::text) AND (purpose = 'codes'::text) AND (proven_at IS NOT NULL) AND (removed_at IS NULL));
CREATE INDEX contact_point_removed_at ON accounts.contact_point USING btree (removed_at) WHERE (removed_at IS NOT NULL);
CREATE UNIQUE INDEX contact_point_proven ON accounts.contact_point USING btree (account, kind, purpose) WHERE ((proven_at IS NOT NULL) AND (removed_at IS NULL) AND (purpose <> 'former'::text));
create policy gate_all on accounts.contact_point to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy office_reads on accounts.contact_point for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own on accounts.contact_point to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on accounts.contact_point to portolan_owner using (true) with check (true);
create policy worker_all on accounts.contact_point to portolan_worker using (true) with check (true);

create table accounts.forwarding (
  retired uuid not null,
  kept uuid not null,
  cause text not null,
  forwarded_at timestamp with time zone not null,
  constraint forwarding_cause_check CHECK ((cause = ANY (ARRAY['merged'::text, 'claimed'::text]))),
  constraint forwarding_check CHECK ((retired <> kept)),
  constraint forwarding_kept_fkey FOREIGN KEY (kept) REFERENCES accounts.account(id),
  constraint forwarding_pkey PRIMARY KEY (retired),
  constraint forwarding_retired_fkey FOREIGN KEY (retired) REFERENCES accounts.account(id)
);
comment on table accounts.forwarding is 'Purpose: two accounts of one person are one: the retired account, with its number, leads to the kept one. Kept: for ever. Closing and legal hold: kept. Personal data: none beside the accounts.';
alter table accounts.forwarding enable row level security;
alter table accounts.forwarding force row level security;
grant select on table accounts.forwarding to portolan_gate, portolan_office, portolan_portal, portolan_worker;
CREATE INDEX forwarding_kept ON accounts.forwarding USING btree (kept);
create policy gate_reads on accounts.forwarding for select to portolan_gate using (true);
create policy office_reads on accounts.forwarding for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own_reads on accounts.forwarding for select to portolan_portal using ((kept = platform.actor_account()));
create policy owner_all on accounts.forwarding to portolan_owner using (true) with check (true);
create policy worker_reads on accounts.forwarding for select to portolan_worker using (true);
CREATE TRIGGER follow_account AFTER INSERT ON accounts.forwarding FOR EACH ROW EXECUTE FUNCTION representation.follow_account();
CREATE TRIGGER guard_forwarded AFTER INSERT OR UPDATE ON accounts.forwarding FOR EACH ROW EXECUTE FUNCTION accounts.guard_forwarded();
CREATE TRIGGER guard_found_merged AFTER INSERT ON accounts.forwarding FOR EACH ROW EXECUTE FUNCTION officer.guard_found();

create table accounts.identity_check (
  id uuid not null,
  recovery uuid not null,
  documents text[] not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  constraint identity_check_check CHECK ((confirmed_by <> recorded_by)),
  constraint identity_check_check1 CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL))),
  constraint identity_check_documents_check CHECK (((cardinality(documents) >= 1) AND (documents <@ ARRAY['passport'::text, 'national-id'::text, 'residence-card'::text, 'driving-licence'::text, 'birth-certificate'::text]))),
  constraint identity_check_pkey PRIMARY KEY (id),
  constraint identity_check_recovery_fkey FOREIGN KEY (recovery) REFERENCES accounts.recovery_request(id) ON DELETE CASCADE,
  constraint identity_check_recovery_key UNIQUE (recovery)
);
comment on table accounts.identity_check is 'Purpose: that somebody who kept no way back in came in person, with which kinds of papers, who saw them and which second person confirmed it. Kept: as the recovery request. Personal data: the kinds of papers, never their content.';
alter table accounts.identity_check enable row level security;
alter table accounts.identity_check force row level security;
grant insert, select on table accounts.identity_check to portolan_office;
grant select on table accounts.identity_check to portolan_worker;
grant update (confirmed_at, confirmed_by) on table accounts.identity_check to portolan_office;
create policy office_reads on accounts.identity_check for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own_records on accounts.identity_check for insert to portolan_office with check (((recorded_by = platform.actor_staff()) AND (confirmed_by IS NULL)));
create policy owner_all on accounts.identity_check to portolan_owner using (true) with check (true);
create policy second_confirms on accounts.identity_check for update to portolan_office using (((confirmed_by IS NULL) AND (recorded_by <> platform.actor_staff()))) with check ((confirmed_by = platform.actor_staff()));
create policy worker_all on accounts.identity_check to portolan_worker using (true) with check (true);

create table accounts.known_browser (
  account uuid not null,
  secret_hash text not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  constraint known_browser_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint known_browser_check CHECK ((last_seen_at >= first_seen_at)),
  constraint known_browser_pkey PRIMARY KEY (account, secret_hash),
  constraint known_browser_secret_hash_check CHECK (((length(secret_hash) >= 40) AND (length(secret_hash) <= 100)))
);
comment on table accounts.known_browser is 'Purpose: browsers that were signed in to an account before, so that only a new one is told of; it opens nothing. The hash is of cookie and account together, so that two accounts of one browser cannot be matched here. Kept: 400 days after it was last seen. Closing: deleted. Personal data: none beside the account.';
alter table accounts.known_browser enable row level security;
alter table accounts.known_browser force row level security;
grant delete, insert, select, update on table accounts.known_browser to portolan_gate;
grant delete, select on table accounts.known_browser to portolan_worker;
grant insert, select, update on table accounts.known_browser to portolan_portal;
CREATE INDEX known_browser_last_seen_at ON accounts.known_browser USING btree (last_seen_at);
create policy gate_all on accounts.known_browser to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy own on accounts.known_browser to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on accounts.known_browser to portolan_owner using (true) with check (true);
create policy worker_all on accounts.known_browser to portolan_worker using (true) with check (true);

create table accounts.merge_attempt (
  id uuid not null,
  kept uuid not null,
  other uuid not null,
  other_session uuid not null,
  begun_at timestamp with time zone not null,
  proven_at timestamp with time zone,
  done_at timestamp with time zone,
  constraint merge_attempt_check CHECK ((kept <> other)),
  constraint merge_attempt_kept_fkey FOREIGN KEY (kept) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint merge_attempt_kept_key UNIQUE (kept),
  constraint merge_attempt_other_fkey FOREIGN KEY (other) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint merge_attempt_other_session_fkey FOREIGN KEY (other_session) REFERENCES accounts.session(id) ON DELETE CASCADE,
  constraint merge_attempt_pkey PRIMARY KEY (id)
);
comment on table accounts.merge_attempt is 'Purpose: a signed-in person proves that another account is theirs too: its password, then its second factor; the newest attempt of each account. Kept: as the session in which the other account was asked. Closing: deleted. Personal data: none beside the accounts.';
alter table accounts.merge_attempt enable row level security;
alter table accounts.merge_attempt force row level security;
grant delete, select on table accounts.merge_attempt to portolan_worker;
grant insert, select, update on table accounts.merge_attempt to portolan_gate;
grant select on table accounts.merge_attempt to portolan_portal;
CREATE INDEX merge_attempt_other ON accounts.merge_attempt USING btree (other);
CREATE INDEX merge_attempt_other_session ON accounts.merge_attempt USING btree (other_session);
create policy gate_all on accounts.merge_attempt to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy own_reads on accounts.merge_attempt for select to portolan_portal using ((kept = platform.actor_account()));
create policy owner_all on accounts.merge_attempt to portolan_owner using (true) with check (true);
create policy worker_all on accounts.merge_attempt to portolan_worker using (true) with check (true);

create table accounts.not_me_link (
  id uuid not null,
  account uuid not null,
  visit uuid not null,
  token_hash text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  spent_at timestamp with time zone,
  constraint not_me_link_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint not_me_link_check CHECK ((expires_at > made_at)),
  constraint not_me_link_pkey PRIMARY KEY (id),
  constraint not_me_link_token_hash_check CHECK (((length(token_hash) >= 40) AND (length(token_hash) <= 100))),
  constraint not_me_link_token_hash_key UNIQUE (token_hash)
);
comment on table accounts.not_me_link is 'Purpose: a mailed link by which the owner says that a sign-in was not theirs, by the hash of its token. Kept: 30 days after it was made. Closing: deleted. Personal data: none beside the account.';
alter table accounts.not_me_link enable row level security;
alter table accounts.not_me_link force row level security;
grant delete, select on table accounts.not_me_link to portolan_worker;
grant insert, select, update on table accounts.not_me_link to portolan_gate;
CREATE INDEX not_me_link_made_at ON accounts.not_me_link USING btree (made_at);
CREATE INDEX not_me_link_open ON accounts.not_me_link USING btree (account) WHERE (spent_at IS NULL);
create policy gate_all on accounts.not_me_link to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy owner_all on accounts.not_me_link to portolan_owner using (true) with check (true);
create policy worker_all on accounts.not_me_link to portolan_worker using (true) with check (true);

create table accounts.parked_form (
  account uuid not null,
  path text not null,
  sealed bytea not null,
  parked_at timestamp with time zone not null,
  constraint parked_form_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint parked_form_path_check CHECK (((length(path) >= 1) AND (length(path) <= 500))),
  constraint parked_form_pkey PRIMARY KEY (account, path)
);
comment on table accounts.parked_form is 'Purpose: what was posted in a session that had ended, so that nothing typed is lost. Kept: 30 minutes. Closing: deleted. Personal data: whatever was typed, sealed for the person.';
alter table accounts.parked_form enable row level security;
alter table accounts.parked_form force row level security;
grant delete, select on table accounts.parked_form to portolan_portal, portolan_worker;
grant insert, select, update on table accounts.parked_form to portolan_gate;
CREATE INDEX parked_form_parked_at ON accounts.parked_form USING btree (parked_at);
create policy gate_all on accounts.parked_form to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy own on accounts.parked_form to portolan_portal using ((account = platform.actor_account()));
create policy owner_all on accounts.parked_form to portolan_owner using (true) with check (true);
create policy worker_all on accounts.parked_form to portolan_worker using (true) with check (true);

create table accounts.passkey (
  id uuid not null,
  account uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}'::text[],
  is_backed_up boolean not null,
  name text not null,
  added_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  removed_at timestamp with time zone,
  user_handle text not null,
  is_backup_eligible boolean not null,
  constraint passkey_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint passkey_counter_check CHECK ((counter >= 0)),
  constraint passkey_credential_id_check CHECK (((length(credential_id) >= 16) AND (length(credential_id) <= 1400))),
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_public_key_check CHECK ((length(public_key) <= 2000)),
  constraint passkey_user_handle_check CHECK (((length(user_handle) >= 20) AND (length(user_handle) <= 90)))
);
comment on table accounts.passkey is 'Purpose: a passkey (WebAuthn credential) of a person by its public key; signs in by itself because it is two factors in one. Kept: 30 days after it was removed. Closing: deleted. Personal data: the name the person gave it.';
alter table accounts.passkey enable row level security;
alter table accounts.passkey force row level security;
grant delete, select on table accounts.passkey to portolan_worker;
grant insert, select, update on table accounts.passkey to portolan_gate, portolan_portal;
comment on column accounts.passkey.user_handle is 'The random name under which the authenticator keeps the account: no account id and no address (WebAuthn 14.6.1).';
CREATE INDEX passkey_of_account ON accounts.passkey USING btree (account) WHERE (removed_at IS NULL);
CREATE INDEX passkey_removed_at ON accounts.passkey USING btree (removed_at) WHERE (removed_at IS NOT NULL);
create policy gate_all on accounts.passkey to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy own on accounts.passkey to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on accounts.passkey to portolan_owner using (true) with check (true);
create policy worker_all on accounts.passkey to portolan_worker using (true) with check (true);

create table accounts.passkey_challenge (
  id uuid not null,
  purpose text not null,
  account uuid,
  session uuid,
  challenge text not null,
  made_at timestamp with time zone not null,
  taken_at timestamp with time zone,
  constraint passkey_challenge_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint passkey_challenge_challenge_check CHECK (((length(challenge) >= 20) AND (length(challenge) <= 200))),
  constraint passkey_challenge_pkey PRIMARY KEY (id),
  constraint passkey_challenge_purpose_check CHECK ((purpose = ANY (ARRAY['register'::text, 'sign-in'::text, 'prove-again'::text]))),
  constraint passkey_challenge_session_fkey FOREIGN KEY (session) REFERENCES accounts.session(id) ON DELETE CASCADE
);
comment on table accounts.passkey_challenge is 'Purpose: a challenge that a passkey has answered, so that no answer counts twice; until then it is kept nowhere. Kept: one day; a challenge lives five minutes. Closing: deleted. Personal data: none beside the account.';
alter table accounts.passkey_challenge enable row level security;
alter table accounts.passkey_challenge force row level security;
grant delete, select on table accounts.passkey_challenge to portolan_worker;
grant insert, select, update on table accounts.passkey_challenge to portolan_gate, portolan_portal;
CREATE INDEX passkey_challenge_made_at ON accounts.passkey_challenge USING btree (made_at);
create policy gate_all on accounts.passkey_challenge to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy own on accounts.passkey_challenge to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on accounts.passkey_challenge to portolan_owner using (true) with check (true);
create policy worker_all on accounts.passkey_challenge to portolan_worker using (true) with check (true);

create table accounts.password (
  account uuid not null,
  hash text not null,
  set_at timestamp with time zone not null,
  constraint password_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint password_hash_check CHECK (((length(hash) >= 40) AND (length(hash) <= 300))),
  constraint password_pkey PRIMARY KEY (account)
);
comment on table accounts.password is 'Purpose: the hash a typed password is compared with (argon2id over a keyed hash). Kept: until it is replaced. Closing: deleted. Personal data: none readable.';
alter table accounts.password enable row level security;
alter table accounts.password force row level security;
grant delete on table accounts.password to portolan_worker;
grant insert on table accounts.password to portolan_portal;
grant select, update on table accounts.password to portolan_gate;
grant select (account, set_at) on table accounts.password to portolan_worker;
create policy gate_all on accounts.password to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy own_insert on accounts.password for insert to portolan_portal with check ((account = platform.actor_account()));
create policy owner_all on accounts.password to portolan_owner using (true) with check (true);
create policy worker_empties on accounts.password for delete to portolan_worker using (true);
create policy worker_finds on accounts.password for select to portolan_worker using (true);

create table accounts.password_reset (
  id uuid not null,
  account uuid,
  key_id text not null,
  token_hash text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  killed_at timestamp with time zone,
  spent_at timestamp with time zone,
  session uuid,
  questions text[] not null default '{}'::text[],
  factor text,
  backup_code uuid,
  backup_tries integer not null default 0,
  answer_tries integer not null default 0,
  answered_at timestamp with time zone,
  done_at timestamp with time zone,
  recovery uuid,
  opened_by text not null default 'link'::text,
  constraint password_reset_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint password_reset_answer_tries_check CHECK (((answer_tries >= 0) AND (answer_tries <= 5))),
  constraint password_reset_backup_code_fkey FOREIGN KEY (backup_code) REFERENCES accounts.backup_code(id) ON DELETE SET NULL,
  constraint password_reset_backup_tries_check CHECK (((backup_tries >= 0) AND (backup_tries <= 5))),
  constraint password_reset_check CHECK ((expires_at > made_at)),
  constraint password_reset_check1 CHECK (((account IS NOT NULL) OR (killed_at IS NOT NULL))),
  constraint password_reset_check2 CHECK (((spent_at IS NOT NULL) OR ((factor IS NULL) AND (backup_code IS NULL) AND (answered_at IS NULL) AND (done_at IS NULL)))),
  constraint password_reset_factor_check CHECK ((factor = ANY (ARRAY['sms'::text, 'app'::text, 'passkey'::text]))),
  constraint password_reset_key_id_check CHECK (((length(key_id) >= 1) AND (length(key_id) <= 16))),
  constraint password_reset_opened_by_check CHECK ((opened_by = ANY (ARRAY['link'::text, 'backup-code'::text, 'recovery-address'::text, 'reproofing'::text]))),
  constraint password_reset_pkey PRIMARY KEY (id),
  constraint password_reset_questions_check CHECK ((cardinality(questions) = ANY (ARRAY[0, 2]))),
  constraint password_reset_recovery_fkey FOREIGN KEY (recovery) REFERENCES accounts.recovery_request(id) ON DELETE CASCADE,
  constraint password_reset_session_fkey FOREIGN KEY (session) REFERENCES accounts.session(id) ON DELETE SET NULL,
  constraint password_reset_session_key UNIQUE (session),
  constraint password_reset_token_hash_check CHECK (((length(token_hash) >= 40) AND (length(token_hash) <= 100))),
  constraint password_reset_token_hash_key UNIQUE (token_hash),
  constraint password_reset_way CHECK (((opened_by = 'link'::text) = (recovery IS NULL)))
);
comment on table accounts.password_reset is 'Purpose: one reset of a password: the mailed link by the hash of its token, what was shown since it was opened, the two questions it asks, how often each was tried. For an address nobody has a row that was dead when it was made, so that the work is the same. Kept: 30 days after it was made. Closing: deleted. Personal data: none beside the account.';
alter table accounts.password_reset enable row level security;
alter table accounts.password_reset force row level security;
grant delete, insert, select on table accounts.password_reset to portolan_worker;
grant insert, select, update on table accounts.password_reset to portolan_gate;
CREATE INDEX password_reset_made_at ON accounts.password_reset USING btree (made_at);
CREATE INDEX password_reset_of_account ON accounts.password_reset USING btree (account) WHERE ((killed_at IS NULL) AND (done_at IS NULL));
CREATE INDEX password_reset_recovery ON accounts.password_reset USING btree (recovery) WHERE (recovery IS NOT NULL);
create policy gate_all on accounts.password_reset to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy owner_all on accounts.password_reset to portolan_owner using (true) with check (true);
create policy worker_mails on accounts.password_reset for insert to portolan_worker with check ((recovery IS NOT NULL));
create policy worker_sweeps on accounts.password_reset to portolan_worker using (true);

create table accounts.password_try (
  subject text not null,
  network text not null,
  burst integer not null,
  burst_began_at timestamp with time zone not null,
  wrong integer not null,
  late integer not null,
  wait_until timestamp with time zone,
  last_at timestamp with time zone not null,
  constraint password_try_burst_check CHECK ((burst >= 0)),
  constraint password_try_late_check CHECK ((late >= 0)),
  constraint password_try_network_check CHECK ((length(network) <= 100)),
  constraint password_try_pkey PRIMARY KEY (subject, network),
  constraint password_try_subject_check CHECK (((length(subject) >= 40) AND (length(subject) <= 100))),
  constraint password_try_wrong_check CHECK ((wrong >= 0))
);
comment on table accounts.password_try is 'Purpose: wrong passwords for one address from one network, and until when that network waits. Kept: two days after the last one. Personal data: none; both are keyed hashes, of addresses nobody has here too.';
alter table accounts.password_try enable row level security;
alter table accounts.password_try force row level security;
grant delete, select on table accounts.password_try to portolan_worker;
grant insert, select, update on table accounts.password_try to portolan_gate;
CREATE INDEX password_try_last_at ON accounts.password_try USING btree (last_at);
create policy gate_all on accounts.password_try to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy owner_all on accounts.password_try to portolan_owner using (true) with check (true);
create policy worker_all on accounts.password_try to portolan_worker using (true) with check (true);

create table accounts.protection (
  id uuid not null,
  account uuid not null,
  set_by_kind text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  reason_sealed bytea,
  lift_asked_at timestamp with time zone,
  lift_due_at timestamp with time zone,
  lifted_at timestamp with time zone,
  lifted_as text,
  constraint protection_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint protection_check CHECK ((lift_due_at > lift_asked_at)),
  constraint protection_check1 CHECK (((lift_asked_at IS NULL) = (lift_due_at IS NULL))),
  constraint protection_check2 CHECK (((lifted_at IS NULL) = (lifted_as IS NULL))),
  constraint protection_lifted_as_check CHECK ((lifted_as = ANY (ARRAY['person'::text, 'two-people'::text]))),
  constraint protection_pkey PRIMARY KEY (id),
  constraint protection_set_by_kind_check CHECK ((set_by_kind = ANY (ARRAY['person'::text, 'staff'::text])))
);
comment on table accounts.protection is 'Purpose: that a person is protected (8 U.S.C. 1367, or says so): who set it, when and why, and when it was lifted and how. Kept: as the account. Closing and legal hold: kept. Personal data: the relation; the reason, sealed for the person.';
alter table accounts.protection enable row level security;
alter table accounts.protection force row level security;
grant select on table accounts.protection to portolan_office, portolan_worker;
grant select (account, lift_asked_at, lift_due_at, lifted_at, set_at, set_by_kind) on table accounts.protection to portolan_portal;
CREATE INDEX protection_due ON accounts.protection USING btree (lift_due_at) WHERE ((lifted_at IS NULL) AND (lift_due_at IS NOT NULL));
CREATE UNIQUE INDEX protection_stands ON accounts.protection USING btree (account, set_by_kind) WHERE (lifted_at IS NULL);
create policy office_reads on accounts.protection for select to portolan_office using (( SELECT officer.sees_protected() AS sees_protected));
create policy own on accounts.protection for select to portolan_portal using ((account = ANY (platform.actor_accounts())));
create policy owner_all on accounts.protection to portolan_owner using (true) with check (true);
create policy worker_reads on accounts.protection for select to portolan_worker using (true);

create table accounts.recovery_request (
  id uuid not null,
  account uuid,
  key_id text not null,
  cancel_hash text not null,
  lost text[] not null,
  begun_at timestamp with time zone not null,
  opens_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  told_at timestamp with time zone,
  opened_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by text,
  constraint recovery_request_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint recovery_request_cancel_hash_check CHECK (((length(cancel_hash) >= 40) AND (length(cancel_hash) <= 100))),
  constraint recovery_request_cancel_hash_key UNIQUE (cancel_hash),
  constraint recovery_request_check CHECK ((opens_at > begun_at)),
  constraint recovery_request_check1 CHECK ((expires_at > opens_at)),
  constraint recovery_request_check2 CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint recovery_request_check3 CHECK (((account IS NOT NULL) OR (ended_at IS NOT NULL))),
  constraint recovery_request_ended_by_check CHECK ((ended_by = ANY (ARRAY['nobody'::text, 'expired'::text, 'cancel-link'::text, 'signed-in'::text, 'sign-in'::text, 'office'::text, 'reset'::text, 'done'::text]))),
  constraint recovery_request_key_id_check CHECK (((length(key_id) >= 1) AND (length(key_id) <= 16))),
  constraint recovery_request_lost_check CHECK ((lost <@ ARRAY['phone'::text, 'app'::text, 'passkey'::text, 'mailbox'::text])),
  constraint recovery_request_pkey PRIMARY KEY (id)
);
comment on table accounts.recovery_request is 'Purpose: one request of somebody who says that they lost every factor: from when on a saved way back in is open, what they say is lost, how it ended. For an address nobody has a row that had ended when it was made, so that the work is the same. Kept: 90 days after it was begun. Closing: deleted. Personal data: none beside the account.';
alter table accounts.recovery_request enable row level security;
alter table accounts.recovery_request force row level security;
grant delete, select on table accounts.recovery_request to portolan_worker;
grant insert, select, update on table accounts.recovery_request to portolan_gate;
grant select (account, begun_at, ended_at, ended_by, expires_at, id, lost, opened_at, opens_at) on table accounts.recovery_request to portolan_office;
grant select (account, begun_at, ended_at, expires_at, id, opens_at) on table accounts.recovery_request to portolan_portal;
grant update (ended_at, ended_by) on table accounts.recovery_request to portolan_office;
grant update (opened_at, told_at) on table accounts.recovery_request to portolan_worker;
CREATE INDEX recovery_request_begun_at ON accounts.recovery_request USING btree (begun_at);
CREATE UNIQUE INDEX recovery_request_open ON accounts.recovery_request USING btree (account) WHERE (ended_at IS NULL);
create policy gate_all on accounts.recovery_request to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy office_reads on accounts.recovery_request for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy office_stops on accounts.recovery_request for update to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (ended_at IS NULL))) with check ((ended_by = 'office'::text));
create policy own on accounts.recovery_request for select to portolan_portal using ((account = platform.actor_account()));
create policy owner_all on accounts.recovery_request to portolan_owner using (true) with check (true);
create policy worker_all on accounts.recovery_request to portolan_worker using (true) with check (true);

create table accounts.reset_answer (
  account uuid not null,
  "position" integer not null,
  question text not null,
  answer_hash text not null,
  set_at timestamp with time zone not null,
  constraint reset_answer_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint reset_answer_account_question_key UNIQUE (account, question),
  constraint reset_answer_answer_hash_check CHECK (((length(answer_hash) >= 40) AND (length(answer_hash) <= 300))),
  constraint reset_answer_pkey PRIMARY KEY (account, "position"),
  constraint reset_answer_position_check CHECK ((("position" >= 1) AND ("position" <= 5))),
  constraint reset_answer_question_check CHECK (((length(question) >= 1) AND (length(question) <= 60)))
);
comment on table accounts.reset_answer is 'Purpose: five questions with the hashes of their normalised answers; friction for a reset, never enough alone. Kept: until they are replaced. Closing: deleted. Personal data: none readable.';
alter table accounts.reset_answer enable row level security;
alter table accounts.reset_answer force row level security;
grant delete on table accounts.reset_answer to portolan_worker;
grant delete, insert, select on table accounts.reset_answer to portolan_gate;
grant insert on table accounts.reset_answer to portolan_portal;
grant select (account, "position", question, set_at) on table accounts.reset_answer to portolan_worker;
create policy gate_all on accounts.reset_answer to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy own_insert on accounts.reset_answer for insert to portolan_portal with check ((account = platform.actor_account()));
create policy owner_all on accounts.reset_answer to portolan_owner using (true) with check (true);
create policy worker_empties on accounts.reset_answer for delete to portolan_worker using (true);
create policy worker_finds on accounts.reset_answer for select to portolan_worker using (true);

create table accounts.safe_contact (
  account uuid not null,
  mailbox_unsafe boolean not null default false,
  phone_unsafe boolean not null default false,
  changed_at timestamp with time zone not null,
  constraint safe_contact_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint safe_contact_pkey PRIMARY KEY (account)
);
comment on table accounts.safe_contact is 'Purpose: whether others may read a person''s mailbox or look at their phone: then no news goes there. Kept: until it is changed. Closing: deleted. Legal hold: kept. Personal data: all of it.';
alter table accounts.safe_contact enable row level security;
alter table accounts.safe_contact force row level security;
grant delete, select on table accounts.safe_contact to portolan_worker;
grant insert, select, update on table accounts.safe_contact to portolan_portal;
grant select on table accounts.safe_contact to portolan_office;
create policy office_reads on accounts.safe_contact for select to portolan_office using (( SELECT officer.sees_protected() AS sees_protected));
create policy own on accounts.safe_contact to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on accounts.safe_contact to portolan_owner using (true) with check (true);
create policy worker_all on accounts.safe_contact to portolan_worker using (true) with check (true);

create table accounts.session (
  id uuid not null,
  audience text not null default 'portal'::text,
  secret_hash text not null,
  account uuid not null,
  stage text not null,
  begun_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  idle_minutes integer not null default 15,
  ends_at timestamp with time zone not null,
  proved_at timestamp with time zone,
  network text,
  ended_at timestamp with time zone,
  ended_by text,
  proved_by text,
  device text,
  country text,
  visit uuid not null default gen_random_uuid(),
  constraint session_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint session_audience_check CHECK ((audience = 'portal'::text)),
  constraint session_check CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint session_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint session_device_check CHECK (((length(device) >= 1) AND (length(device) <= 200))),
  constraint session_ended_by_check CHECK ((ended_by = ANY (ARRAY['sign-out'::text, 'replaced'::text, 'signed-out-elsewhere'::text, 'password-reset'::text, 'not-me'::text, 'merged'::text, 'closed'::text, 'operator'::text]))),
  constraint session_idle_minutes_check CHECK ((idle_minutes = ANY (ARRAY[15, 30, 60]))),
  constraint session_network_check CHECK ((length(network) <= 100)),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_proved_by_check CHECK ((proved_by = ANY (ARRAY['email'::text, 'sms'::text, 'email-and-sms'::text, 'app'::text, 'passkey'::text, 'backup-code'::text]))),
  constraint session_secret_hash_check CHECK (((length(secret_hash) >= 40) AND (length(secret_hash) <= 100))),
  constraint session_secret_hash_key UNIQUE (secret_hash),
  constraint session_stage_check CHECK ((stage = ANY (ARRAY['sign-up'::text, 'password-given'::text, 'resetting'::text, 'full'::text])))
);
comment on table accounts.session is 'Purpose: one visit of one browser: what it may do, when it was last seen, when it ends, how it was proven; the sign-in history. Kept: 90 days after it began. Closing: deleted. Personal data: the kind of device and the country its network lies in; the network is a keyed hash.';
alter table accounts.session enable row level security;
alter table accounts.session force row level security;
grant delete, select on table accounts.session to portolan_worker;
grant insert, select, update on table accounts.session to portolan_gate, portolan_portal;
CREATE INDEX session_begun_at ON accounts.session USING btree (begun_at);
CREATE INDEX session_of_account ON accounts.session USING btree (account, begun_at DESC);
CREATE INDEX session_visit ON accounts.session USING btree (account, visit);
create policy gate_all on accounts.session to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy own on accounts.session to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on accounts.session to portolan_owner using (true) with check (true);
create policy worker_all on accounts.session to portolan_worker using (true) with check (true);
CREATE TRIGGER no_session_when_closed BEFORE INSERT ON accounts.session FOR EACH ROW EXECUTE FUNCTION accounts.refuse_session();

create table accounts.sign_up_link (
  id uuid not null,
  account uuid not null,
  key_id text not null,
  token_hash text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  spent_at timestamp with time zone,
  killed_at timestamp with time zone,
  constraint sign_up_link_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint sign_up_link_key_id_check CHECK (((length(key_id) >= 1) AND (length(key_id) <= 16))),
  constraint sign_up_link_pkey PRIMARY KEY (id),
  constraint sign_up_link_token_hash_check CHECK (((length(token_hash) >= 40) AND (length(token_hash) <= 100))),
  constraint sign_up_link_token_hash_key UNIQUE (token_hash)
);
comment on table accounts.sign_up_link is 'Purpose: a mailed link that confirms an address, by the hash of its token. Kept: 30 days after it was made. Closing: deleted. Personal data: none beside the account.';
alter table accounts.sign_up_link enable row level security;
alter table accounts.sign_up_link force row level security;
grant delete, insert, select, update on table accounts.sign_up_link to portolan_worker;
grant insert, select, update on table accounts.sign_up_link to portolan_gate;
grant select, update on table accounts.sign_up_link to portolan_portal;
CREATE INDEX sign_up_link_made_at ON accounts.sign_up_link USING btree (made_at);
CREATE INDEX sign_up_link_open ON accounts.sign_up_link USING btree (account) WHERE ((spent_at IS NULL) AND (killed_at IS NULL));
create policy gate_all on accounts.sign_up_link to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy own_kill on accounts.sign_up_link to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on accounts.sign_up_link to portolan_owner using (true) with check (true);
create policy worker_all on accounts.sign_up_link to portolan_worker using (true) with check (true);

create table accounts.sign_up_step_count (
  day date not null,
  step text not null,
  done integer not null,
  constraint sign_up_step_count_done_check CHECK ((done > 0)),
  constraint sign_up_step_count_pkey PRIMARY KEY (day, step),
  constraint sign_up_step_count_step_check CHECK (((length(step) >= 1) AND (length(step) <= 40)))
);
comment on table accounts.sign_up_step_count is 'Purpose: how many sign-ups got past each step on a day, to see where people stop; counted only for devices whose storage preferences allow analytics. Kept: 400 days. Closing and legal hold: nothing of anyone is in it. Personal data: none: no account, no device, no time of day.';
alter table accounts.sign_up_step_count enable row level security;
alter table accounts.sign_up_step_count force row level security;
grant delete, select on table accounts.sign_up_step_count to portolan_worker;
grant select on table accounts.sign_up_step_count to portolan_office;
create policy office_reads on accounts.sign_up_step_count for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy owner_all on accounts.sign_up_step_count to portolan_owner using (true) with check (true);
create policy worker_all on accounts.sign_up_step_count to portolan_worker using (true) with check (true);

create table accounts.support_request (
  id uuid not null,
  tracking_number text not null,
  key_id text not null,
  token_hash text not null,
  topic text not null,
  account uuid,
  address_sealed bytea,
  message_sealed bytea not null,
  language text not null,
  sent_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint support_request_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE SET NULL,
  constraint support_request_key_id_check CHECK (((length(key_id) >= 1) AND (length(key_id) <= 16))),
  constraint support_request_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  constraint support_request_pkey PRIMARY KEY (id),
  constraint support_request_token_hash_check CHECK (((length(token_hash) >= 40) AND (length(token_hash) <= 100))),
  constraint support_request_token_hash_key UNIQUE (token_hash),
  constraint support_request_topic_check CHECK ((topic = ANY (ARRAY['cannot-sign-in'::text, 'no-code'::text, 'lost-phone'::text, 'wrong-data'::text, 'something-else'::text, 'report'::text]))),
  constraint support_request_tracking_number_check CHECK ((tracking_number ~ '^[0-9A-HJKMNP-TV-Z]{9}$'::text)),
  constraint support_request_tracking_number_key UNIQUE (tracking_number)
);
comment on table accounts.support_request is 'Purpose: what somebody asked of support: topic, words, the address they typed, and the account they named, of which nobody who asks learns whether it exists. Kept: 180 days after it was closed, 400 days after it was sent. Closing: the account is taken off it. Personal data: address and words, sealed for the request.';
alter table accounts.support_request enable row level security;
alter table accounts.support_request force row level security;
grant delete, select on table accounts.support_request to portolan_worker;
grant insert, select on table accounts.support_request to portolan_gate;
grant select on table accounts.support_request to portolan_office;
grant select (account, closed_at, id, sent_at, topic) on table accounts.support_request to portolan_portal;
grant update (account) on table accounts.support_request to portolan_worker;
grant update (answered_at, closed_at) on table accounts.support_request to portolan_office;
CREATE INDEX support_report_open ON accounts.support_request USING btree (sent_at, id) WHERE ((closed_at IS NULL) AND (topic = 'report'::text));
CREATE INDEX support_request_of_account ON accounts.support_request USING btree (account) WHERE (account IS NOT NULL);
CREATE INDEX support_request_open ON accounts.support_request USING btree (sent_at, id) WHERE (closed_at IS NULL);
CREATE INDEX support_request_sent_at ON accounts.support_request USING btree (sent_at);
create policy gate_asks on accounts.support_request to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy office_marks on accounts.support_request for update to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy office_reads on accounts.support_request for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own_reads on accounts.support_request for select to portolan_portal using ((account = platform.actor_account()));
create policy owner_all on accounts.support_request to portolan_owner using (true) with check (true);
create policy worker_all on accounts.support_request to portolan_worker using (true) with check (true);

create table accounts.support_step (
  id uuid not null,
  request uuid not null,
  staff uuid not null,
  session uuid not null,
  role text not null,
  kind text not null,
  reason text,
  answer text,
  recovery uuid,
  at timestamp with time zone not null,
  done_at timestamp with time zone,
  constraint support_step_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 40))),
  constraint support_step_check CHECK (((kind = 'opened'::text) = (reason IS NOT NULL))),
  constraint support_step_check1 CHECK (((kind = 'answered'::text) = (answer IS NOT NULL))),
  constraint support_step_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'answered'::text, 'sent-again'::text, 'recovery-cancelled'::text, 'identity-recorded'::text, 'identity-confirmed'::text, 'closed'::text]))),
  constraint support_step_pkey PRIMARY KEY (id),
  constraint support_step_reason_check CHECK ((reason = ANY (ARRAY['answer-request'::text, 'second-look'::text, 'complaint'::text]))),
  constraint support_step_recovery_fkey FOREIGN KEY (recovery) REFERENCES accounts.recovery_request(id) ON DELETE SET NULL,
  constraint support_step_request_fkey FOREIGN KEY (request) REFERENCES accounts.support_request(id) ON DELETE CASCADE,
  constraint support_step_role_check CHECK (((length(role) >= 1) AND (length(role) <= 40)))
);
comment on table accounts.support_step is 'Purpose: each look at a request and each thing done about it: who, in which role, why; and whether the job that follows has run. Kept: as the request. Personal data: none; the person sees what was done, never by whom.';
alter table accounts.support_step enable row level security;
alter table accounts.support_step force row level security;
grant insert, select on table accounts.support_step to portolan_office;
grant select on table accounts.support_step to portolan_worker;
grant select (answer, at, kind, request) on table accounts.support_step to portolan_gate;
grant update (done_at) on table accounts.support_step to portolan_worker;
CREATE INDEX support_step_of_request ON accounts.support_step USING btree (request, at);
create policy gate_reads on accounts.support_step for select to portolan_gate using ((NOT officer.from_office()));
create policy office_reads on accounts.support_step for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own_steps on accounts.support_step for insert to portolan_office with check ((staff = platform.actor_staff()));
create policy owner_all on accounts.support_step to portolan_owner using (true) with check (true);
create policy worker_all on accounts.support_step to portolan_worker using (true) with check (true);

create table accounts.terms_agreement (
  account uuid not null,
  version text not null,
  language text not null,
  agreed_at timestamp with time zone not null,
  text_sha256 text,
  constraint terms_agreement_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint terms_agreement_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  constraint terms_agreement_pkey PRIMARY KEY (account, version),
  constraint terms_agreement_text_sha256_check CHECK ((text_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint terms_agreement_version_check CHECK (((length(version) >= 1) AND (length(version) <= 40)))
);
comment on table accounts.terms_agreement is 'Purpose: which text of the terms a person agreed to, in which language, when. Kept: as the account. Closing and legal hold: kept. Personal data: none beside the account.';
alter table accounts.terms_agreement enable row level security;
alter table accounts.terms_agreement force row level security;
grant insert, select on table accounts.terms_agreement to portolan_portal;
grant select on table accounts.terms_agreement to portolan_worker;
comment on column accounts.terms_agreement.text_sha256 is 'SHA-256 of the text that was shown, all its words by key; null before texts were hashed.';
create policy own on accounts.terms_agreement to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on accounts.terms_agreement to portolan_owner using (true) with check (true);
create policy worker_all on accounts.terms_agreement to portolan_worker using (true) with check (true);

create schema audit;
comment on schema audit is 'Who did what, when; nothing in it is ever changed.';
grant usage on schema audit to portolan_gate, portolan_office, portolan_portal, portolan_worker;

create sequence audit.entry_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

CREATE OR REPLACE FUNCTION audit.record(at timestamp with time zone, operation text, actor_kind text, actor_id text, subject text, account uuid, outcome text, refusal text, detail jsonb, request_id text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  acting text := platform.actor_kind();
  acting_id text := coalesce(platform.actor_account()::text, platform.actor_staff()::text);
begin
  if record.actor_kind is distinct from acting
    or (acting in ('account', 'staff') and record.actor_id is distinct from acting_id)
    or (acting = 'visitor' and record.actor_id is not null)
    or (acting = 'staff' and not pg_has_role(session_user, 'portolan_office', 'member')) then
    raise exception 'an entry in the record names the one who acts' using errcode = 'insufficient_privilege';
  end if;
  with made as (
    insert into audit.entry (at, operation, actor_kind, actor_id, subject, account, outcome, refusal, detail, request_id)
    values (record.at, record.operation, record.actor_kind, record.actor_id, record.subject, record.account,
            record.outcome, record.refusal, record.detail, record.request_id)
    returning ordinal, id, entry.at
  )
  insert into audit.unsealed (ordinal, entry_id, entry_at) select made.ordinal, made.id, made.at from made;
end
$function$;
comment on function audit.record(timestamp with time zone,text,text,text,text,uuid,text,text,jsonb,text) is 'Adds one entry to the record and queues it for sealing, in the caller''s transaction and in the name of its actor.';
grant execute on function audit.record(timestamp with time zone,text,text,text,text,uuid,text,text,jsonb,text) to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION audit.record_each(at timestamp with time zone, operation text, actor_kind text, actor_id text, entries json, request_id text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  acting text := platform.actor_kind();
  acting_id text := coalesce(platform.actor_account()::text, platform.actor_staff()::text);
begin
  if record_each.actor_kind is distinct from acting
    or acting not in ('staff', 'system')
    or (acting = 'staff' and record_each.actor_id is distinct from acting_id)
    or (acting = 'staff' and not pg_has_role(session_user, 'portolan_office', 'member')) then
    raise exception 'an entry in the record names the one who acts' using errcode = 'insufficient_privilege';
  end if;
  with made as (
    insert into audit.entry (at, operation, actor_kind, actor_id, subject, account, outcome, detail, request_id)
    select record_each.at, record_each.operation, record_each.actor_kind, record_each.actor_id, each.subject, each.account,
      'done', each.detail, record_each.request_id
    from json_to_recordset(record_each.entries) as each (subject text, account uuid, detail jsonb)
    returning ordinal, id, entry.at
  )
  insert into audit.unsealed (ordinal, entry_id, entry_at) select made.ordinal, made.id, made.at from made;
end
$function$;
comment on function audit.record_each(timestamp with time zone,text,text,text,json,text) is 'Adds an entry for each of many things that one act of staff or a job did, and queues them for sealing.';
grant execute on function audit.record_each(timestamp with time zone,text,text,text,json,text) to portolan_office, portolan_worker;

create table audit.entry (
  id uuid not null default gen_random_uuid(),
  at timestamp with time zone not null,
  ordinal bigint not null generated always as identity,
  operation text not null,
  actor_kind text not null,
  actor_id text,
  subject text,
  account uuid,
  outcome text not null,
  refusal text,
  detail jsonb,
  request_id text,
  constraint entry_actor_id_check CHECK ((length(actor_id) <= 100)),
  constraint entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['visitor'::text, 'account'::text, 'staff'::text, 'system'::text]))),
  constraint entry_operation_check CHECK (((length(operation) >= 1) AND (length(operation) <= 100))),
  constraint entry_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text]))),
  constraint entry_pkey PRIMARY KEY (at, id),
  constraint entry_refusal_check CHECK ((length(refusal) <= 100)),
  constraint entry_request_id_check CHECK ((length(request_id) <= 100)),
  constraint entry_subject_check CHECK ((length(subject) <= 200))
) partition by RANGE (at);
comment on table audit.entry is 'Purpose: the record of every change and every refusal. Kept: for ever, by month. Closing and legal hold: kept. Personal data: none; ids and codes only.';
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
grant select on table audit.entry to portolan_office, portolan_portal, portolan_worker;
CREATE INDEX entry_account ON ONLY audit.entry USING btree (account, at DESC) WHERE (account IS NOT NULL);
CREATE INDEX entry_actor ON ONLY audit.entry USING btree (actor_id, at DESC) WHERE ((actor_kind = 'account'::text) AND (account IS NULL));
CREATE INDEX entry_newest ON ONLY audit.entry USING btree (at DESC, ordinal DESC);
CREATE INDEX entry_operation ON ONLY audit.entry USING btree (operation, at DESC, ordinal DESC);
CREATE INDEX entry_staff ON ONLY audit.entry USING btree (actor_id, at DESC, ordinal DESC) WHERE (actor_kind = 'staff'::text);
CREATE INDEX entry_subject ON ONLY audit.entry USING btree (subject, at DESC) WHERE (subject IS NOT NULL);
create policy office_reads on audit.entry for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own_entries on audit.entry for select to portolan_portal using ((account = ANY (platform.actor_accounts())));
create policy owner_all on audit.entry to portolan_owner using (true) with check (true);
create policy worker_reads on audit.entry for select to portolan_worker using (true);

create table audit.link (
  "position" bigint not null,
  entry_id uuid not null,
  entry_at timestamp with time zone not null,
  hash bytea not null,
  constraint link_entry_id_key UNIQUE (entry_id),
  constraint link_hash_check CHECK ((length(hash) = 32)),
  constraint link_pkey PRIMARY KEY ("position"),
  constraint link_position_check CHECK (("position" > 0))
);
comment on table audit.link is 'Purpose: the chain: each entry''s hash over its content and the link before it (SHA-256). Kept: for ever. Personal data: none.';
alter table audit.link enable row level security;
alter table audit.link force row level security;
grant insert, select on table audit.link to portolan_worker;
grant select on table audit.link to portolan_office;
create policy office_reads on audit.link for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy owner_all on audit.link to portolan_owner using (true) with check (true);
create policy worker_appends on audit.link for insert to portolan_worker with check (true);
create policy worker_reads on audit.link for select to portolan_worker using (true);

create table audit.signed_head (
  "position" bigint not null,
  hash bytea not null,
  signed_at timestamp with time zone not null,
  signature text not null,
  constraint signed_head_hash_check CHECK ((length(hash) = 32)),
  constraint signed_head_pkey PRIMARY KEY ("position"),
  constraint signed_head_signature_check CHECK ((length(signature) <= 300))
);
comment on table audit.signed_head is 'Purpose: the chain''s head at a moment, signed with Ed25519, also shipped outside the database. Kept: for ever. Personal data: none.';
alter table audit.signed_head enable row level security;
alter table audit.signed_head force row level security;
grant insert, select on table audit.signed_head to portolan_worker;
grant select on table audit.signed_head to portolan_office;
create policy office_reads on audit.signed_head for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy owner_all on audit.signed_head to portolan_owner using (true) with check (true);
create policy worker_appends on audit.signed_head for insert to portolan_worker with check (true);
create policy worker_reads on audit.signed_head for select to portolan_worker using (true);

create table audit.unsealed (
  ordinal bigint not null,
  entry_id uuid not null,
  entry_at timestamp with time zone not null,
  constraint unsealed_pkey PRIMARY KEY (ordinal)
);
comment on table audit.unsealed is 'Purpose: entries that the chain has not reached yet. Kept: until sealed, about a second. Personal data: none.';
alter table audit.unsealed enable row level security;
alter table audit.unsealed force row level security;
grant delete, select on table audit.unsealed to portolan_worker;
create policy owner_all on audit.unsealed to portolan_owner using (true) with check (true);
create policy worker_all on audit.unsealed to portolan_worker using (true) with check (true);

create table audit.verification (
  at timestamp with time zone not null,
  sealed bigint not null,
  unsealed bigint not null,
  faults integer not null,
  constraint verification_faults_check CHECK ((faults >= 0)),
  constraint verification_pkey PRIMARY KEY (at),
  constraint verification_sealed_check CHECK ((sealed >= 0)),
  constraint verification_unsealed_check CHECK ((unsealed >= 0))
);
comment on table audit.verification is 'Purpose: that the record was verified, when, how much of it was sealed and how many faults were found. Kept: for ever. Closing and legal hold: nothing of anyone is in it. Personal data: none.';
alter table audit.verification enable row level security;
alter table audit.verification force row level security;
grant insert, select on table audit.verification to portolan_worker;
grant select on table audit.verification to portolan_office;
create policy office_reads on audit.verification for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy owner_all on audit.verification to portolan_owner using (true) with check (true);
create policy worker_all on audit.verification to portolan_worker using (true) with check (true);

create schema cases;
comment on schema cases is 'Cases, their parties, their course and their documents.';
grant usage on schema cases to portolan_gate, portolan_office, portolan_portal, portolan_worker;

create sequence cases.address_change_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

create sequence cases.later_paper_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

create sequence cases.print_batch_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

create sequence cases.receipt_sequence as bigint start 100000000 increment 1 minvalue 100000000 maxvalue 999999999;
grant usage on sequence cases.receipt_sequence to portolan_office, portolan_portal, portolan_worker;

create sequence cases.status_change_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

create sequence cases.task_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

CREATE OR REPLACE FUNCTION cases.asked_of_clients(what text, after_at timestamp with time zone, after_id uuid, most integer)
 RETURNS TABLE(id uuid, client uuid, receipt_number text, form text, kind text, subject uuid, opened_at timestamp with time zone, due_at timestamp with time zone, starts_at timestamp with time zone, changes integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO ''
AS $function$
  with nearest as (
    select task.*, coalesce(task.due_at, task.starts_at, 'infinity') as moment
    from cases.party mine join cases.task on task."case" = mine."case" and task.ended_at is null
    where mine.account = any (platform.actor_accounts()) and mine.role = 'representative' and mine.until_at is null
      and (asked_of_clients.what = 'all' or asked_of_clients.what = 'deadlines' and task.due_at is not null
        or asked_of_clients.what = 'appointments' and task.due_at is null and task.starts_at is not null
        or asked_of_clients.what = 'dated' and coalesce(task.due_at, task.starts_at) is not null)
      and (asked_of_clients.after_at is null or (coalesce(task.due_at, task.starts_at, 'infinity'), task.id) > (asked_of_clients.after_at, asked_of_clients.after_id))
    order by moment, task.id
    limit asked_of_clients.most
  )
  select nearest.id, person.id, its.receipt_number, its.form, nearest.kind, nearest.subject, nearest.opened_at, nearest.due_at, nearest.starts_at, nearest.changes
  from nearest
  join cases."case" its on its.id = nearest."case"
  left join lateral (
    select coalesce(forwarded.kept, party.account) as id
    from cases.party left join accounts.forwarding forwarded on forwarded.retired = party.account
    where party."case" = nearest."case" and party.role <> 'representative' and party.until_at is null
    order by party.from_at, party.account
    limit 1
  ) person on true
  order by nearest.moment, nearest.id
$function$;
comment on function cases.asked_of_clients(text,timestamp with time zone,uuid,integer) is 'What is asked on the cases on which the representative who acts represents somebody now, the nearest first, with whose it is; after a place in that order.';
grant execute on function cases.asked_of_clients(text,timestamp with time zone,uuid,integer) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.cases_of_client(client uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 4
 SET search_path TO ''
AS $function$
  select distinct party."case"
  from cases.party
  where party.account = any (accounts.of_person(cases_of_client.client)) and party.role <> 'representative' and party.until_at is null
    and exists (select from cases.party mine where mine."case" = party."case" and mine.account = any (platform.actor_accounts())
      and mine.role = 'representative' and mine.until_at is null)
$function$;
comment on function cases.cases_of_client(uuid) is 'The cases of this account on which the representative who acts represents it now.';
grant execute on function cases.cases_of_client(uuid) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.clients_asked()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO ''
AS $function$
  select distinct coalesce(forwarded.kept, party.account)
  from cases.party mine
  join cases.party on party."case" = mine."case" and party.role <> 'representative' and party.until_at is null
  left join accounts.forwarding forwarded on forwarded.retired = party.account
  where mine.account = any (platform.actor_accounts()) and mine.role = 'representative' and mine.until_at is null
    and exists (select from cases.task where task."case" = mine."case" and task.ended_at is null)
$function$;
comment on function cases.clients_asked() is 'Whose cases something is asked on, of those on which the representative who acts represents somebody now.';
grant execute on function cases.clients_asked() to portolan_portal;

CREATE OR REPLACE FUNCTION cases.count_followers(case_id uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select case when cases.is_own(count_followers.case_id) then
    (select count(*)::int from cases.follower where follower."case" = count_followers.case_id)
  else 0 end
$function$;
comment on function cases.count_followers(uuid) is 'How many follow a case of the person who acts: a number, and nobody''s name.';
grant execute on function cases.count_followers(uuid) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.count_task_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  new.changes := old.changes + 1;
  return new;
end
$function$;
comment on function cases.count_task_change() is 'Counts a change of what is asked on a case, for calendars.';

CREATE OR REPLACE FUNCTION cases.end_following()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from cases.follower where follower."case" = new."case" and follower.account = any (accounts.of_person(new.account));
  return null;
end
$function$;
comment on function cases.end_following() is 'Who represents somebody no longer does not go on to follow their case; they may begin to, as anybody may.';

CREATE OR REPLACE FUNCTION cases.enter_answer(request uuid, change uuid, status text, effective_on date, at timestamp with time zone, reason_sealed bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  answered correspondence.evidence_request;
begin
  select * into answered from correspondence.evidence_request its
    where its.id = enter_answer.request and its.state = 'answered' and its.ended_at = enter_answer.at
      and its.answered_by = any (platform.actor_accounts());
  if not found or not correspondence.is_party(answered."case", null) then
    return false;
  end if;
  insert into cases.status_change (id, "case", status, effective_on, at, by_kind, by_id, reason_sealed)
    values (enter_answer.change, answered."case", enter_answer.status, enter_answer.effective_on, enter_answer.at, 'account',
      answered.answered_by::text, enter_answer.reason_sealed);
  update cases."case" its set status = enter_answer.status, status_on = enter_answer.effective_on, status_since = enter_answer.at,
    touched_at = enter_answer.at where its.id = answered."case";
  return true;
end
$function$;
comment on function cases.enter_answer(uuid,uuid,text,date,timestamp with time zone,bytea) is 'Enters that a request was answered, in the transaction in which the person who acts answered it. False: they did not.';
grant execute on function cases.enter_answer(uuid,uuid,text,date,timestamp with time zone,bytea) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.enter_by_person(ground uuid, change uuid, status text, effective_on date, at timestamp with time zone, reason_sealed bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  of_case uuid;
begin
  select its."case" into of_case from (
    select "case", id, account, withdrawal.at from correspondence.withdrawal
    union all select "case", id, account, additional_evidence.at from correspondence.additional_evidence
  ) its where its.id = enter_by_person.ground and its.at = enter_by_person.at and its.account = any (platform.actor_accounts());
  if of_case is null or not cases.is_on(of_case) then
    return false;
  end if;
  insert into cases.status_change (id, "case", status, effective_on, at, by_kind, by_id, reason_sealed)
    values (enter_by_person.change, of_case, enter_by_person.status, enter_by_person.effective_on, enter_by_person.at, 'account',
      platform.actor_account()::text, enter_by_person.reason_sealed);
  update cases."case" its set status = enter_by_person.status, status_on = enter_by_person.effective_on, status_since = enter_by_person.at,
    touched_at = enter_by_person.at where its.id = of_case;
  return true;
end
$function$;
comment on function cases.enter_by_person(uuid,uuid,text,date,timestamp with time zone,bytea) is 'Enters the status that follows from a withdrawal or evidence that the person who acts sent in this transaction. False: they did not.';
grant execute on function cases.enter_by_person(uuid,uuid,text,date,timestamp with time zone,bytea) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.follow(receipt text, account uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function cases.follow(text,uuid,timestamp with time zone) is 'Follows a case by its receipt number. False alike for a case that is unknown, protected, or whose owner wants no followers.';
grant execute on function cases.follow(text,uuid,timestamp with time zone) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.followed(accounts uuid[])
 RETURNS TABLE(receipt_number text, form text, status text, status_on date, received_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO ''
AS $function$
  select its.receipt_number, its.form, its.status, its.status_on, its.received_on
  from cases.follower join cases."case" its on its.id = follower."case" and not its.protected
  where follower.account = any (followed.accounts) and followed.accounts <@ platform.actor_accounts()
  order by follower.since_at desc
  limit 100
$function$;
comment on function cases.followed(uuid[]) is 'What anyone sees of the cases that the person who acts follows; one that became protected is left out.';
grant execute on function cases.followed(uuid[]) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.guard(ids uuid[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  pulled uuid[];
begin
  update cases."case" its set protected = true where its.id = any (guard.ids) and not its.protected;
  delete from cases.follower where follower."case" = any (guard.ids);
  update cases.access_notice notice set ended_at = guard.at, ended_as = 'withdrawn'
    where notice."case" = any (guard.ids) and notice.ended_at is null;
  perform from cases.print_batch batch
    where batch.confirmed_at is null and batch.withdrawn_at is null
      and batch.id in (select letter.batch from cases.letter where letter."case" = any (guard.ids) and letter.printed_at is null)
    order by batch.id for update;
  perform from cases.letter letter
    where letter."case" = any (guard.ids) and letter.printed_at is null and letter.withdrawn_at is null
    order by letter.id for update;
  -- Seen anew: who made a batch meanwhile has committed by now.
  with gone as (
    update cases.print_batch batch set withdrawn_at = guard.at
    where batch.confirmed_at is null and batch.withdrawn_at is null
      and batch.id in (select letter.batch from cases.letter where letter."case" = any (guard.ids) and letter.printed_at is null)
    returning batch.id)
  select coalesce(array_agg(gone.id), '{}') into pulled from gone;
  update cases.letter set batch = null where letter.batch = any (pulled);
  update cases.letter set withdrawn_at = guard.at, sealed = null
    where letter."case" = any (guard.ids) and letter.notice is not null
      and letter.batch is null and letter.printed_at is null and letter.withdrawn_at is null;
  update cases.letter set apart_at = guard.at, apart_as = 'protected', safe_at = null
    where letter."case" = any (guard.ids) and letter.notice is null
      and letter.batch is null and letter.printed_at is null and letter.withdrawn_at is null;
end
$function$;
comment on function cases.guard(uuid[],timestamp with time zone) is 'Makes cases protected: their followers are gone, their codes are dead, their letters go in no batch, and one that holds them is none any more. For functions of the database only.';

CREATE OR REPLACE FUNCTION cases.guard_joined()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  guarded uuid[];
begin
  -- Who is being marked at this moment is waited for.
  perform from accounts.account its where its.id in (select joined.account from joined) order by its.id for share;
  guarded := cases.people_protected(array(select distinct joined.account from joined where joined.role <> 'representative'));
  if cardinality(guarded) > 0 then
    perform cases.guard(array(
      select distinct joined."case" from joined where joined.role <> 'representative' and joined.account = any (guarded)),
      (select max(joined.from_at) from joined));
  end if;
  return null;
end
$function$;
comment on function cases.guard_joined() is 'A case that a protected person joins is protected from that moment.';

CREATE OR REPLACE FUNCTION cases.guard_people(accounts uuid[], at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select cases.guard(array(
    select distinct party."case" from cases.party join cases."case" its on its.id = party."case" and not its.protected
    where party.until_at is null and party.role <> 'representative'
      and (party.account = any (guard_people.accounts)
        or party.account in (select forwarding.retired from accounts.forwarding where forwarding.kept = any (guard_people.accounts)))
    order by party."case"), guard_people.at)
$function$;
comment on function cases.guard_people(uuid[],timestamp with time zone) is 'Makes all cases of these people protected, those of accounts that were merged into theirs among them. For functions of the database only.';

CREATE OR REPLACE FUNCTION cases.guarded_for_own(ids uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 5
 SET search_path TO ''
AS $function$
  select its.id from cases."case" its
  where its.id = any (guarded_for_own.ids) and its.protected
    and exists (select from cases.party where party."case" = its.id and party.until_at is null and party.role <> 'representative'
      and party.account = any (platform.actor_accounts()))
    and (cardinality(cases.people_protected(platform.actor_accounts())) > 0
      or exists (select from cases.protection open where open."case" = its.id and open.lifted_at is null)
      or cardinality(cases.people_protected(array(
        select party.account from cases.party where party."case" = its.id and party.until_at is null and party.role <> 'representative'))) = 0)
$function$;
comment on function cases.guarded_for_own(uuid[]) is 'Which of these cases are protected because of the person who acts, or by themselves; of another person on them nothing is told.';
grant execute on function cases.guarded_for_own(uuid[]) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.is_on(case_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from cases.party
    where party."case" = is_on.case_id and party.until_at is null and party.account = any (platform.actor_accounts()))
$function$;
comment on function cases.is_on(uuid) is 'Whether the person who acts is on the case now, for themselves or for another.';
grant execute on function cases.is_on(uuid) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.is_on_with(case_id uuid, other uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select cases.is_on(is_on_with.case_id) and exists (select from cases.party
    where party."case" = is_on_with.case_id and party.until_at is null and party.account = is_on_with.other)
$function$;
comment on function cases.is_on_with(uuid,uuid) is 'Whether the person who acts and this account are both on the case now.';
grant execute on function cases.is_on_with(uuid,uuid) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.is_own(case_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from cases.party where party."case" = is_own.case_id and party.until_at is null
    and party.role <> 'representative' and party.account = any (platform.actor_accounts()))
$function$;
comment on function cases.is_own(uuid) is 'Whether the person who acts is on the case for themselves.';

CREATE OR REPLACE FUNCTION cases.note_opened_so()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into cases.protection (id, "case", set_at) values (gen_random_uuid(), new.id, new.opened_at);
  return null;
end
$function$;
comment on function cases.note_opened_so() is 'A case that is opened as protected is so by itself, whoever joins or leaves it.';

CREATE OR REPLACE FUNCTION cases.note_request_waits()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update cases."case" its set answer_waits = now_so.answered, lapse_waits = now_so.lapsed
    from (select
        exists (select from correspondence.evidence_request unread
          where unread."case" = new."case" and unread.state = 'answered' and unread.seen_at is null) as answered,
        exists (select from correspondence.evidence_request unread
          where unread."case" = new."case" and unread.state = 'lapsed' and unread.seen_at is null) as lapsed) now_so
    where its.id = new."case" and (its.answer_waits, its.lapse_waits) is distinct from (now_so.answered, now_so.lapsed);
  return null;
end
$function$;
comment on function cases.note_request_waits() is 'Writes on a case whether a request about it has an answer that waits to be read, or lapsed unseen.';

CREATE OR REPLACE FUNCTION cases.open_case(id uuid, receipt_number text, form text, channel text, status text, received_on date, office text, protected boolean, account uuid, role text, at timestamp with time zone, by_id text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  kind text := platform.actor_kind();
begin
  if kind is null or kind = 'visitor'
    or (kind = 'account' and (open_case.account = any (platform.actor_accounts())) is not true) then
    raise exception 'this actor cannot open a case' using errcode = 'insufficient_privilege';
  end if;
  insert into cases."case"
    values (open_case.id, open_case.receipt_number, open_case.form, open_case.channel, open_case.status,
      open_case.received_on, open_case.at, open_case.received_on, open_case.office, open_case.protected,
      open_case.at, open_case.at)
    on conflict on constraint case_receipt_number_key do nothing;
  if not found then
    return false;
  end if;
  insert into cases.status_change (id, "case", status, effective_on, at, by_kind, by_id)
    values (gen_random_uuid(), open_case.id, open_case.status, open_case.received_on, open_case.at, kind,
      open_case.by_id);
  if open_case.account is not null then
    insert into cases.party ("case", account, role, from_at)
      values (open_case.id, open_case.account, open_case.role, open_case.at);
  end if;
  return true;
end
$function$;
comment on function cases.open_case(uuid,text,text,text,text,date,text,boolean,uuid,text,timestamp with time zone,text) is 'Opens a case with its first status and party. False, and nothing written: the receipt number exists.';
grant execute on function cases.open_case(uuid,text,text,text,text,date,text,boolean,uuid,text,timestamp with time zone,text) to portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION cases.people_of_own(case_id uuid)
 RETURNS TABLE(role text, since_at timestamp with time zone, themselves boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 3
 SET search_path TO ''
AS $function$
  select party.role, party.from_at, party.account = any (platform.actor_accounts())
  from cases.party
  where party."case" = people_of_own.case_id and party.until_at is null and exists (
    select from cases.party own
    where own."case" = people_of_own.case_id and own.until_at is null and own.account = any (platform.actor_accounts()))
$function$;
comment on function cases.people_of_own(uuid) is 'Everybody who is on a case now, for whoever is on it too: their role, since when, and whether it is the one who asks.';
grant execute on function cases.people_of_own(uuid) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.people_protected(accounts uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array_agg(asked.account), '{}')
  from unnest(people_protected.accounts) as asked(account)
  where exists (
    select from accounts.account its
    where its.protected_at is not null
      and (its.id = asked.account
        or its.id = (select forwarding.kept from accounts.forwarding where forwarding.retired = asked.account))
  )
$function$;
comment on function cases.people_protected(uuid[]) is 'Which of these accounts are of people who are protected, under this account or the one it was merged into. For functions of the database only.';

CREATE OR REPLACE FUNCTION cases.protect(id uuid, case_id uuid, at timestamp with time zone, reason bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function cases.protect(uuid,uuid,timestamp with time zone,bytea) is 'Marks a case as protected by itself, in the name of the staff who acts. False: that stands already.';
grant execute on function cases.protect(uuid,uuid,timestamp with time zone,bytea) to portolan_office;

CREATE OR REPLACE FUNCTION cases.public_status(receipt text)
 RETURNS TABLE(form text, status text, status_on date, received_on date, history json)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO ''
AS $function$
begin
  return query
    select found.form, found.status, found.status_on, found.received_on, (
      select json_agg(json_build_object('status', past.status, 'on', past.effective_on) order by past.ordinal desc)
      from cases.status_change past
      where past."case" = found.id and past.public
    )
    from cases."case" found
    where found.receipt_number = public_status.receipt and not found.protected;
end
$function$;
comment on function cases.public_status(text) is 'What anyone may know of a case by its receipt number: status, days and the public course. No row: unknown or protected.';
grant execute on function cases.public_status(text) to portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION cases.representatives_of_own(case_id uuid)
 RETURNS TABLE(id uuid, since_at timestamp with time zone, joins_until timestamp with time zone, sealed bytea, practice jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 2
 SET search_path TO ''
AS $function$
  select party.id, party.from_at, null::timestamptz, paper.sealed, representation.practice_shown(party.account)
  from cases.party left join cases.paper_filing paper on paper."case" = party."case"
  where party."case" = representatives_of_own.case_id and party.role = 'representative' and party.until_at is null
    and cases.is_own(representatives_of_own.case_id)
  union all
  select notice.id, notice.issued_at, notice.expires_at, paper.sealed, null::jsonb
  from cases.access_notice notice join cases.paper_filing paper on paper."case" = notice."case"
  where notice."case" = representatives_of_own.case_id and notice.addressee = 'representative' and notice.ended_at is null
    and notice.code_hash is not null and cases.is_own(representatives_of_own.case_id)
$function$;
comment on function cases.representatives_of_own(uuid) is 'Who represents the person who acts on a case of theirs, and who may join it with a code that stands; with the sealed form, which names them, and what they state of their practice.';
grant execute on function cases.representatives_of_own(uuid) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.standing_of_clients(clients uuid[])
 RETURNS TABLE(client uuid, cases integer, asked integer, next_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO ''
AS $function$
  select named.id, count(distinct party."case")::int, count(task.id)::int, min(coalesce(task.due_at, task.starts_at))
  from unnest(standing_of_clients.clients) named (id)
  join cases.party on party.account = any (accounts.of_person(named.id)) and party.role <> 'representative' and party.until_at is null
    and exists (select from cases.party mine where mine."case" = party."case" and mine.account = any (platform.actor_accounts())
      and mine.role = 'representative' and mine.until_at is null)
  left join cases.task on task."case" = party."case" and task.ended_at is null
  group by named.id
$function$;
comment on function cases.standing_of_clients(uuid[]) is 'Of these accounts, as clients of the representative who acts: on how many cases they represent them now, how much is asked on these, and when the first of it is due.';
grant execute on function cases.standing_of_clients(uuid[]) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.stop_followers(case_id uuid, account uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function cases.stop_followers(uuid,uuid,timestamp with time zone) is 'Ends everybody''s following of a case of the person who acts, and lets nobody begin again. False: it is not theirs.';
grant execute on function cases.stop_followers(uuid,uuid,timestamp with time zone) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.taken_receipts(receipts text[])
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO ''
AS $function$
  select its.receipt_number from cases."case" its where its.receipt_number = any (taken_receipts.receipts)
$function$;
comment on function cases.taken_receipts(text[]) is 'Which of these numbers have a case, protected or not: nothing more is told of it.';
grant execute on function cases.taken_receipts(text[]) to portolan_office, portolan_worker;

CREATE OR REPLACE FUNCTION cases.unfollow(receipt text, accounts uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from cases.follower using cases."case" its
  where its.id = follower."case" and its.receipt_number = unfollow.receipt
    and follower.account = any (unfollow.accounts) and unfollow.accounts <@ platform.actor_accounts()
$function$;
comment on function cases.unfollow(text,uuid[]) is 'Ends that the person who acts follows a case.';
grant execute on function cases.unfollow(text,uuid[]) to portolan_portal;

CREATE OR REPLACE FUNCTION cases.unguard(ids uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function cases.unguard(uuid[]) is 'Of these cases those are not protected any more that no mark of their own or of a person on them holds; their letters go on. For functions of the database only.';

create table cases.access_notice (
  id uuid not null,
  "case" uuid not null,
  addressee text not null,
  account uuid,
  code_hash text,
  cause text not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_as text,
  used_by uuid,
  asked_by uuid,
  asked_why_sealed bytea,
  ended_by uuid,
  ended_why_sealed bytea,
  constraint access_notice_addressee_check CHECK ((addressee = ANY (ARRAY['applicant'::text, 'representative'::text]))),
  constraint access_notice_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint access_notice_cause_check CHECK ((cause = ANY (ARRAY['intake'::text, 'portal'::text, 'office'::text]))),
  constraint access_notice_check CHECK ((expires_at > issued_at)),
  constraint access_notice_check1 CHECK (((ended_at IS NULL) = (ended_as IS NULL))),
  constraint access_notice_check2 CHECK (((used_by IS NOT NULL) = (NOT (ended_as IS DISTINCT FROM 'used'::text)))),
  constraint access_notice_check3 CHECK (((asked_by IS NULL) = (asked_why_sealed IS NULL))),
  constraint access_notice_check4 CHECK (((ended_by IS NULL) = (ended_why_sealed IS NULL))),
  constraint access_notice_check5 CHECK (((ended_by IS NULL) OR (ended_at IS NOT NULL))),
  constraint access_notice_code_hash_check CHECK (((length(code_hash) >= 40) AND (length(code_hash) <= 100))),
  constraint access_notice_ended_as_check CHECK ((ended_as = ANY (ARRAY['used'::text, 'replaced'::text, 'withdrawn'::text, 'expired'::text]))),
  constraint access_notice_pkey PRIMARY KEY (id)
);
comment on table cases.access_notice is 'Purpose: one Account Access Notice: for which case, to its applicant or their representative, for which account, and the Online Access Code on it by its keyed hash (null: the receipt number has none); one stands at a time for each addressee. Kept: as the case. Closing and legal hold: kept. Personal data: the relation.';
alter table cases.access_notice enable row level security;
alter table cases.access_notice force row level security;
grant insert, select, update on table cases.access_notice to portolan_gate, portolan_office, portolan_worker;
grant select (account, addressee, "case", cause, ended_as, ended_at, expires_at, id, issued_at, used_by) on table cases.access_notice to portolan_portal;
comment on column cases.access_notice.asked_why_sealed is 'Why an officer had it mailed, in their own words, sealed for the case.';
comment on column cases.access_notice.ended_why_sealed is 'Why an officer ended it, in their own words, sealed for the case.';
CREATE INDEX access_notice_due ON cases.access_notice USING btree (expires_at) WHERE ((ended_at IS NULL) AND (code_hash IS NOT NULL));
CREATE INDEX access_notice_ended ON cases.access_notice USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX access_notice_of_case ON cases.access_notice USING btree ("case");
CREATE INDEX access_notice_to_remind ON cases.access_notice USING btree (expires_at) WHERE ((ended_at IS NULL) AND (code_hash IS NOT NULL) AND (reminded_at IS NULL));
CREATE UNIQUE INDEX access_notice_stands ON cases.access_notice USING btree ("case", addressee) WHERE (ended_at IS NULL);
create policy gate_all on cases.access_notice to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy office_all on cases.access_notice to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy own on cases.access_notice for select to portolan_portal using (((account = ANY (platform.actor_accounts())) OR (used_by = ANY (platform.actor_accounts()))));
create policy owner_all on cases.access_notice to portolan_owner using (true) with check (true);
create policy worker_all on cases.access_notice to portolan_worker using (true) with check (true);

create table cases.address_change (
  id uuid not null,
  ordinal bigint not null generated always as identity,
  press uuid,
  "case" uuid not null,
  account uuid,
  sealed bytea not null,
  at timestamp with time zone not null,
  paper uuid,
  constraint address_change_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint address_change_check CHECK (((press IS NULL) <> (paper IS NULL))),
  constraint address_change_check1 CHECK (((press IS NULL) OR (account IS NOT NULL))),
  constraint address_change_paper_fkey FOREIGN KEY (paper) REFERENCES cases.later_paper(id),
  constraint address_change_pkey PRIMARY KEY (id),
  constraint address_change_press_case_key UNIQUE (press, "case"),
  constraint address_change_press_fkey FOREIGN KEY (press) REFERENCES cases.address_press(id)
);
comment on table cases.address_change is 'Purpose: the home and mailing address a person of a case has, from when on; the newest counts, rows are only added. Kept: as the case. Closing an account and legal hold: kept. Personal data: the addresses, sealed for the case.';
alter table cases.address_change enable row level security;
alter table cases.address_change force row level security;
grant insert, select on table cases.address_change to portolan_office, portolan_portal, portolan_worker;
CREATE INDEX address_change_of_case ON cases.address_change USING btree ("case", ordinal);
CREATE UNIQUE INDEX address_change_of_paper ON cases.address_change USING btree (paper, "case") WHERE (paper IS NOT NULL);
create policy office_adds on cases.address_change for insert to portolan_office with check (((platform.actor_staff() IS NOT NULL) AND (paper IS NOT NULL)));
create policy office_reads on cases.address_change for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own_changes on cases.address_change for insert to portolan_portal with check (((account = ANY (platform.actor_accounts())) AND (EXISTS ( SELECT
   FROM cases.party
  WHERE ((party."case" = address_change."case") AND (party.account = address_change.account) AND (party.until_at IS NULL) AND (party.role <> 'representative'::text)))) AND (NOT (EXISTS ( SELECT
   FROM cases.guarded_for_own(ARRAY[address_change."case"]) guarded_for_own(guarded_for_own))))));
create policy own_reads on cases.address_change for select to portolan_portal using ((account = ANY (platform.actor_accounts())));
create policy owner_all on cases.address_change to portolan_owner using (true) with check (true);
create policy worker_all on cases.address_change to portolan_worker using (true) with check (true);

create table cases.address_press (
  id uuid not null,
  account uuid not null,
  at timestamp with time zone not null,
  constraint address_press_pkey PRIMARY KEY (id)
);
comment on table cases.address_press is 'Purpose: one press of a person that changed their address on all their pending cases at once. Kept: as its cases. Closing an account and legal hold: kept. Personal data: the relation.';
alter table cases.address_press enable row level security;
alter table cases.address_press force row level security;
grant insert, select on table cases.address_press to portolan_portal;
grant select on table cases.address_press to portolan_office, portolan_worker;
CREATE INDEX address_press_of_account ON cases.address_press USING btree (account, at);
create policy office_reads on cases.address_press for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own_presses on cases.address_press for insert to portolan_portal with check ((account = platform.actor_account()));
create policy own_reads on cases.address_press for select to portolan_portal using ((account = ANY (platform.actor_accounts())));
create policy owner_all on cases.address_press to portolan_owner using (true) with check (true);
create policy worker_all on cases.address_press to portolan_worker using (true) with check (true);

create table cases."case" (
  id uuid not null,
  receipt_number text not null,
  form text not null,
  channel text not null,
  status text not null,
  status_on date not null,
  status_since timestamp with time zone not null,
  received_on date not null,
  office text,
  protected boolean not null default false,
  opened_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  answer_waits boolean not null default false,
  lapse_waits boolean not null default false,
  constraint case_channel_check CHECK ((channel = ANY (ARRAY['online'::text, 'paper'::text]))),
  constraint case_form_check CHECK (((length(form) >= 1) AND (length(form) <= 40))),
  constraint case_office_check CHECK (((length(office) >= 1) AND (length(office) <= 60))),
  constraint case_pkey PRIMARY KEY (id),
  constraint case_receipt_number_check CHECK ((receipt_number ~ '^[A-Z]{3}[0-9]{10}$'::text)),
  constraint case_receipt_number_key UNIQUE (receipt_number),
  constraint case_status_check CHECK (((length(status) >= 1) AND (length(status) <= 60)))
);
comment on table cases."case" is 'Purpose: one filing before the agency: its number, its status and since when, the office that holds it; protected: nobody outside learns that it exists (8 U.S.C. 1367). Kept: as long as the agency''s schedule for the form says. Closing an account: kept. Legal hold: kept. Personal data: none by itself; its parties lead to people.';
alter table cases."case" enable row level security;
alter table cases."case" force row level security;
grant insert, select on table cases."case" to portolan_office, portolan_worker;
grant select on table cases."case" to portolan_gate;
grant select (channel, form, id, office, opened_at, receipt_number, received_on, status, status_on, status_since, touched_at) on table cases."case" to portolan_portal;
grant update (office, status, status_on, status_since, touched_at) on table cases."case" to portolan_office;
grant update (status, status_on, status_since, touched_at) on table cases."case" to portolan_worker;
grant update (touched_at) on table cases."case" to portolan_portal;
comment on column cases."case".answer_waits is 'A request about it was answered, and no officer has read the answer.';
comment on column cases."case".lapse_waits is 'Nobody answered a request about it in time, and no officer has taken note of that.';
CREATE INDEX case_guarded ON cases."case" USING btree (id) WHERE protected;
CREATE INDEX case_waiting ON cases."case" USING btree (status, status_since, id);
CREATE INDEX case_waiting_answer ON cases."case" USING btree (status, status_since, id) WHERE answer_waits;
CREATE INDEX case_waiting_form ON cases."case" USING btree (form, status, status_since, id);
CREATE INDEX case_waiting_lapse ON cases."case" USING btree (status, status_since, id) WHERE lapse_waits;
CREATE UNIQUE INDEX case_public ON cases."case" USING btree (receipt_number) WHERE (NOT protected);
create policy gate_reads on cases."case" for select to portolan_gate using ((NOT officer.from_office()));
create policy office_changes on cases."case" for update to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy office_not_conflicted on cases."case" as restrictive to portolan_office using ((id <> ALL (( SELECT officer.own_conflicts() AS own_conflicts)::uuid[]))) with check ((id <> ALL (( SELECT officer.own_conflicts() AS own_conflicts)::uuid[])));
create policy office_opens on cases."case" for insert to portolan_office with check (((platform.actor_staff() IS NOT NULL) AND (channel = 'paper'::text)));
create policy office_reads on cases."case" for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND ((NOT protected) OR ( SELECT officer.reaches_protected() AS reaches_protected))));
create policy own on cases."case" for select to portolan_portal using ((EXISTS ( SELECT
   FROM cases.party
  WHERE ((party."case" = "case".id) AND (party.account = ANY (platform.actor_accounts())) AND (party.until_at IS NULL)))));
create policy own_touches on cases."case" for update to portolan_portal using ((EXISTS ( SELECT
   FROM cases.party
  WHERE ((party."case" = "case".id) AND (party.account = ANY (platform.actor_accounts())) AND (party.until_at IS NULL))))) with check (true);
create policy owner_all on cases."case" to portolan_owner using (true) with check (true);
create policy worker_all on cases."case" to portolan_worker using (true) with check (true);
CREATE TRIGGER guard_found AFTER UPDATE OF protected ON cases."case" FOR EACH ROW WHEN ((old.protected IS DISTINCT FROM new.protected)) EXECUTE FUNCTION officer.guard_found();
CREATE TRIGGER note_opened_so AFTER INSERT ON cases."case" FOR EACH ROW WHEN (new.protected) EXECUTE FUNCTION cases.note_opened_so();

create table cases.document (
  id uuid not null,
  "case" uuid not null,
  kind text not null,
  source text not null,
  title_key text not null,
  storage_key text not null,
  content_type text not null,
  sha256 text not null,
  size_bytes bigint not null,
  pages integer,
  made_at timestamp with time zone not null,
  received_on date,
  constraint document_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint document_case_kind_source_key UNIQUE ("case", kind, source),
  constraint document_content_type_check CHECK (((length(content_type) >= 3) AND (length(content_type) <= 100))),
  constraint document_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
  constraint document_pages_check CHECK ((pages > 0)),
  constraint document_pkey PRIMARY KEY (id),
  constraint document_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint document_size_bytes_check CHECK ((size_bytes >= 0)),
  constraint document_source_check CHECK (((length(source) >= 1) AND (length(source) <= 100))),
  constraint document_storage_key_check CHECK (((length(storage_key) >= 20) AND (length(storage_key) <= 64))),
  constraint document_storage_key_key UNIQUE (storage_key),
  constraint document_title_key_check CHECK (((length(title_key) >= 1) AND (length(title_key) <= 100)))
);
comment on table cases.document is 'Purpose: the papers of a case and where their sealed files lie; kind and source name one paper, so that the job that makes it may run twice. Kept: as the case. Closing an account and legal hold: kept. Personal data: none here; the files hold it, sealed for the case.';
alter table cases.document enable row level security;
alter table cases.document force row level security;
grant insert, select on table cases.document to portolan_office, portolan_worker;
grant select on table cases.document to portolan_portal;
comment on column cases.document.received_on is 'The day the agency received it on paper; null: it was made here.';
create policy office_reads on cases.document for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy office_sends on cases.document for insert to portolan_office with check (((platform.actor_staff() IS NOT NULL) AND (kind = 'sent-with-message'::text) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = document."case")))));
create policy own on cases.document for select to portolan_portal using ((EXISTS ( SELECT
   FROM cases.party
  WHERE ((party."case" = document."case") AND (party.account = ANY (platform.actor_accounts())) AND (party.until_at IS NULL)))));
create policy own_whereabouts on cases.document as restrictive for select to portolan_portal using (((kind <> ALL (ARRAY['scanned-address'::text, 'scanned-returned-mail'::text])) OR ((EXISTS ( SELECT
   FROM cases.party
  WHERE ((party."case" = document."case") AND (party.account = ANY (platform.actor_accounts())) AND (party.until_at IS NULL) AND (party.role <> 'representative'::text)))) AND (NOT (EXISTS ( SELECT
   FROM cases.guarded_for_own(ARRAY[document."case"]) guarded_for_own(guarded_for_own)))))));
create policy owner_all on cases.document to portolan_owner using (true) with check (true);
create policy worker_all on cases.document to portolan_worker using (true) with check (true);

create table cases.follow_stop (
  "case" uuid not null,
  account uuid not null,
  stopped_at timestamp with time zone not null,
  constraint follow_stop_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint follow_stop_pkey PRIMARY KEY ("case")
);
comment on table cases.follow_stop is 'Purpose: that the owner of a case wants nobody to follow it. Kept: as the case. Closing and legal hold: kept. Personal data: the relation.';
alter table cases.follow_stop enable row level security;
alter table cases.follow_stop force row level security;
grant select on table cases.follow_stop to portolan_worker;
create policy owner_all on cases.follow_stop to portolan_owner using (true) with check (true);
create policy worker_all on cases.follow_stop to portolan_worker using (true) with check (true);

create table cases.follower (
  account uuid not null,
  "case" uuid not null,
  since_at timestamp with time zone not null,
  constraint follower_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint follower_pkey PRIMARY KEY (account, "case")
);
comment on table cases.follower is 'Purpose: which account follows which case by its receipt number, since when; it sees the public page and nothing more. Kept: until either side ends it. Closing: deleted. Legal hold: no longer. Personal data: the relation.';
alter table cases.follower enable row level security;
alter table cases.follower force row level security;
grant delete, select on table cases.follower to portolan_portal, portolan_worker;
CREATE INDEX follower_of_case ON cases.follower USING btree ("case");
create policy own on cases.follower to portolan_portal using ((account = ANY (platform.actor_accounts()))) with check ((account = ANY (platform.actor_accounts())));
create policy owner_all on cases.follower to portolan_owner using (true) with check (true);
create policy worker_all on cases.follower to portolan_worker using (true) with check (true);

create table cases.later_paper (
  id uuid not null,
  ordinal bigint not null generated always as identity,
  "case" uuid not null,
  kind text not null,
  received_on date not null,
  taken_at timestamp with time zone not null,
  taken_by text not null,
  outcome text not null,
  sealed bytea,
  letter uuid,
  reason text,
  settled_at timestamp with time zone,
  settled_by uuid,
  constraint later_paper_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint later_paper_check CHECK (((kind = 'returned-mail'::text) = (reason IS NOT NULL))),
  constraint later_paper_check1 CHECK (((kind <> 'address'::text) OR (sealed IS NOT NULL))),
  constraint later_paper_check2 CHECK (((letter IS NULL) OR (kind = 'returned-mail'::text))),
  constraint later_paper_check3 CHECK (((settled_at IS NULL) = (settled_by IS NULL))),
  constraint later_paper_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'address'::text, 'returned-mail'::text, 'other'::text]))),
  constraint later_paper_letter_fkey FOREIGN KEY (letter) REFERENCES cases.letter(id),
  constraint later_paper_outcome_check CHECK ((outcome = ANY (ARRAY['kept'::text, 'answered'::text, 'after-decision'::text, 'applied'::text, 'waits'::text, 'declined'::text, 'overtaken'::text, 'held'::text]))),
  constraint later_paper_pkey PRIMARY KEY (id),
  constraint later_paper_reason_check CHECK ((reason = ANY (ARRAY['moved'::text, 'unknown'::text, 'refused'::text, 'insufficient-address'::text, 'other'::text]))),
  constraint later_paper_taken_by_check CHECK (((length(taken_by) >= 1) AND (length(taken_by) <= 100)))
);
comment on table cases.later_paper is 'Purpose: a paper that came by mail for a known case: what it is, the day it was received, who took it in and what came of it; the address that stands on it, sealed. Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed, sealed for the case.';
alter table cases.later_paper enable row level security;
alter table cases.later_paper force row level security;
grant insert, select, update on table cases.later_paper to portolan_office, portolan_worker;
grant select ("case", id, kind, ordinal, outcome, received_on, taken_at) on table cases.later_paper to portolan_portal;
CREATE INDEX later_paper_of_case ON cases.later_paper USING btree ("case", ordinal);
CREATE INDEX later_paper_to_settle ON cases.later_paper USING btree (taken_at) WHERE ((outcome = ANY (ARRAY['waits'::text, 'after-decision'::text])) AND (settled_at IS NULL));
CREATE UNIQUE INDEX later_paper_letter ON cases.later_paper USING btree (letter) WHERE (letter IS NOT NULL);
create policy office_all on cases.later_paper to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy own on cases.later_paper for select to portolan_portal using ((EXISTS ( SELECT
   FROM cases.party
  WHERE ((party."case" = later_paper."case") AND (party.account = ANY (platform.actor_accounts())) AND (party.until_at IS NULL)))));
create policy owner_all on cases.later_paper to portolan_owner using (true) with check (true);
create policy worker_all on cases.later_paper to portolan_worker using (true) with check (true);

create table cases.letter (
  id uuid not null,
  "case" uuid,
  notice uuid,
  kind text not null,
  sealed bytea,
  written_at timestamp with time zone not null,
  batch uuid,
  printed_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  apart_at timestamp with time zone,
  apart_as text,
  safe_at timestamp with time zone,
  rejection uuid,
  constraint letter_apart_as_check CHECK ((apart_as = ANY (ARRAY['characters'::text, 'address'::text, 'fault'::text, 'protected'::text]))),
  constraint letter_batch_fkey FOREIGN KEY (batch) REFERENCES cases.print_batch(id),
  constraint letter_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint letter_check CHECK (((sealed IS NOT NULL) OR (printed_at IS NOT NULL) OR (withdrawn_at IS NOT NULL))),
  constraint letter_check1 CHECK (((apart_at IS NULL) = (apart_as IS NULL))),
  constraint letter_check2 CHECK (((apart_at IS NULL) OR (batch IS NULL))),
  constraint letter_check3 CHECK ((("case" IS NULL) <> (rejection IS NULL))),
  constraint letter_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
  constraint letter_notice_fkey FOREIGN KEY (notice) REFERENCES cases.access_notice(id),
  constraint letter_pkey PRIMARY KEY (id),
  constraint letter_rejection_fkey FOREIGN KEY (rejection) REFERENCES cases.paper_rejection(id)
);
comment on table cases.letter is 'Purpose: a letter on paper about a case or a rejected filing, from when it is written until it is printed and counted; what is printed in it, a code among it, is kept no longer than that. Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed, sealed for the case or the rejected filing.';
alter table cases.letter enable row level security;
alter table cases.letter force row level security;
grant insert, select, update on table cases.letter to portolan_gate, portolan_office, portolan_worker;
comment on column cases.letter.apart_as is 'Why it goes in no batch and waits for a person: no font has its characters, its address has more lines than an envelope, it could not be set, or its case is protected and nobody said where post is safe. Null: it goes in a batch.';
comment on column cases.letter.safe_at is 'Since when it is known to go where post is safe, of a case that is protected. Null there: it is not printed.';
comment on column cases.letter.rejection is 'The rejected filing that it is about; a letter is about a case or about one of these.';
CREATE INDEX letter_apart ON cases.letter USING btree (apart_at, id) WHERE ((apart_at IS NOT NULL) AND (withdrawn_at IS NULL) AND (printed_at IS NULL));
CREATE INDEX letter_of_batch ON cases.letter USING btree (batch) WHERE (batch IS NOT NULL);
CREATE INDEX letter_of_case ON cases.letter USING btree ("case", written_at);
CREATE INDEX letter_of_notice ON cases.letter USING btree (notice) WHERE ((batch IS NULL) AND (withdrawn_at IS NULL) AND (printed_at IS NULL));
CREATE INDEX letter_waits ON cases.letter USING btree (written_at, id) WHERE ((batch IS NULL) AND (withdrawn_at IS NULL) AND (printed_at IS NULL) AND (apart_at IS NULL));
CREATE UNIQUE INDEX letter_of_rejection ON cases.letter USING btree (rejection) WHERE (rejection IS NOT NULL);
create policy gate_all on cases.letter to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy office_all on cases.letter to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy owner_all on cases.letter to portolan_owner using (true) with check (true);
create policy worker_all on cases.letter to portolan_worker using (true) with check (true);

create table cases.mail_hold (
  id uuid not null,
  "case" uuid not null,
  addressee text not null,
  paper uuid not null,
  since_at timestamp with time zone not null,
  since_on date not null,
  ended_at timestamp with time zone,
  ended_as text,
  constraint mail_hold_addressee_check CHECK ((addressee = ANY (ARRAY['applicant'::text, 'representative'::text]))),
  constraint mail_hold_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint mail_hold_check CHECK (((ended_at IS NULL) = (ended_as IS NULL))),
  constraint mail_hold_ended_as_check CHECK ((ended_as = ANY (ARRAY['changed'::text, 'confirmed'::text]))),
  constraint mail_hold_paper_fkey FOREIGN KEY (paper) REFERENCES cases.later_paper(id),
  constraint mail_hold_pkey PRIMARY KEY (id)
);
comment on table cases.mail_hold is 'Purpose: that mail to somebody of a case comes back, from when until an address is confirmed or changed: their letters wait meanwhile. Kept: as the case. Closing and legal hold: kept. Personal data: the relation.';
alter table cases.mail_hold enable row level security;
alter table cases.mail_hold force row level security;
grant insert, select, update on table cases.mail_hold to portolan_office, portolan_worker;
grant select on table cases.mail_hold to portolan_portal;
grant update (ended_as, ended_at) on table cases.mail_hold to portolan_portal;
CREATE UNIQUE INDEX mail_hold_stands ON cases.mail_hold USING btree ("case", addressee) WHERE (ended_at IS NULL);
create policy office_all on cases.mail_hold to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy own on cases.mail_hold for select to portolan_portal using ((EXISTS ( SELECT
   FROM cases.party
  WHERE ((party."case" = mail_hold."case") AND (party.account = ANY (platform.actor_accounts())) AND (party.until_at IS NULL)))));
create policy own_ends on cases.mail_hold for update to portolan_portal using (((addressee = 'applicant'::text) AND (EXISTS ( SELECT
   FROM cases.party
  WHERE ((party."case" = mail_hold."case") AND (party.account = ANY (platform.actor_accounts())) AND (party.until_at IS NULL) AND (party.role <> 'representative'::text)))) AND (NOT (EXISTS ( SELECT
   FROM cases.guarded_for_own(ARRAY[mail_hold."case"]) guarded_for_own(guarded_for_own)))))) with check (true);
create policy owner_all on cases.mail_hold to portolan_owner using (true) with check (true);
create policy worker_all on cases.mail_hold to portolan_worker using (true) with check (true);

create table cases.paper_filing (
  "case" uuid not null,
  sealed bytea not null,
  date_of_birth_hash text not null,
  consular boolean not null default false,
  fee_cents integer,
  taken_at timestamp with time zone not null,
  constraint paper_filing_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint paper_filing_date_of_birth_hash_check CHECK (((length(date_of_birth_hash) >= 40) AND (length(date_of_birth_hash) <= 100))),
  constraint paper_filing_fee_cents_check CHECK ((fee_cents >= 0)),
  constraint paper_filing_pkey PRIMARY KEY ("case")
);
comment on table cases.paper_filing is 'Purpose: what a form on paper says of its person (names, date of birth, numbers, addresses, representative), as it was taken in, and the date of birth by its keyed hash, for whoever claims the case. Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed, sealed for the case.';
alter table cases.paper_filing enable row level security;
alter table cases.paper_filing force row level security;
grant insert, select, update on table cases.paper_filing to portolan_office, portolan_worker;
grant select on table cases.paper_filing to portolan_gate;
grant select ("case", sealed) on table cases.paper_filing to portolan_portal;
create policy gate_reads on cases.paper_filing for select to portolan_gate using ((NOT officer.from_office()));
create policy office_all on cases.paper_filing to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy own_reads on cases.paper_filing for select to portolan_portal using ((EXISTS ( SELECT
   FROM cases.party its
  WHERE ((its."case" = paper_filing."case") AND (its.account = ANY (platform.actor_accounts())) AND (its.role = 'applicant'::text) AND (its.until_at IS NULL)))));
create policy owner_all on cases.paper_filing to portolan_owner using (true) with check (true);
create policy worker_all on cases.paper_filing to portolan_worker using (true) with check (true);
CREATE TRIGGER note_stale AFTER INSERT ON cases.paper_filing REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION officer.note_stale();

create table cases.paper_rejection (
  id uuid not null,
  form text not null,
  received_on date not null,
  reasons text[] not null,
  fee_cents integer,
  fee_returned boolean,
  sealed bytea,
  typed_by uuid not null,
  typed_at timestamp with time zone not null,
  rejected_at timestamp with time zone,
  emptied_at timestamp with time zone,
  constraint paper_rejection_check CHECK (((fee_cents IS NULL) = (fee_returned IS NULL))),
  constraint paper_rejection_check1 CHECK (((sealed IS NULL) = (emptied_at IS NOT NULL))),
  constraint paper_rejection_check2 CHECK (((emptied_at IS NULL) OR (rejected_at IS NOT NULL))),
  constraint paper_rejection_fee_cents_check CHECK ((fee_cents > 0)),
  constraint paper_rejection_form_check CHECK (((length(form) >= 1) AND (length(form) <= 40))),
  constraint paper_rejection_pkey PRIMARY KEY (id),
  constraint paper_rejection_reasons_check CHECK (((cardinality(reasons) >= 1) AND (cardinality(reasons) <= 20)))
);
comment on table cases.paper_rejection is 'Purpose: a form on paper that was not accepted: whose it was and where its letter goes, which form, why, and what becomes of the fee; until it is confirmed, what somebody of the office typed. Kept: what was typed, seven days; a rejection two years, then who it was is emptied and the rest kept to be counted. Closing: nothing leads from an account to it. Legal hold: no longer. Personal data: all of sealed, sealed for the rejection.';
alter table cases.paper_rejection enable row level security;
alter table cases.paper_rejection force row level security;
grant delete, insert, select, update on table cases.paper_rejection to portolan_office;
grant delete, select, update on table cases.paper_rejection to portolan_worker;
CREATE INDEX paper_rejection_newest ON cases.paper_rejection USING btree (rejected_at DESC) WHERE (rejected_at IS NOT NULL);
CREATE INDEX paper_rejection_typed ON cases.paper_rejection USING btree (typed_at) WHERE (rejected_at IS NULL);
create policy office_all on cases.paper_rejection to portolan_office using (((platform.actor_staff() IS NOT NULL) AND ((rejected_at IS NOT NULL) OR (typed_by = platform.actor_staff())))) with check (((platform.actor_staff() IS NOT NULL) AND ((rejected_at IS NOT NULL) OR (typed_by = platform.actor_staff()))));
create policy owner_all on cases.paper_rejection to portolan_owner using (true) with check (true);
create policy worker_all on cases.paper_rejection to portolan_worker using (true) with check (true);

create table cases.party (
  "case" uuid not null,
  account uuid not null,
  role text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  id uuid not null default gen_random_uuid(),
  ended_by uuid,
  ended_why_sealed bytea,
  constraint party_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint party_check CHECK ((until_at >= from_at)),
  constraint party_check1 CHECK (((ended_by IS NULL) = (ended_why_sealed IS NULL))),
  constraint party_check2 CHECK (((ended_by IS NULL) OR (until_at IS NOT NULL))),
  constraint party_id UNIQUE (id),
  constraint party_pkey PRIMARY KEY ("case", account, role, from_at),
  constraint party_role_check CHECK ((role = ANY (ARRAY['applicant'::text, 'petitioner'::text, 'requestor'::text, 'representative'::text])))
);
comment on table cases.party is 'Purpose: which account is related to which case, how, from when and until when; nothing else says so. Kept: as the case. Closing an account: the row ends. Legal hold: kept. Personal data: the relation.';
alter table cases.party enable row level security;
alter table cases.party force row level security;
grant insert, select on table cases.party to portolan_gate, portolan_office, portolan_worker;
grant select on table cases.party to portolan_portal;
grant update (ended_by, ended_why_sealed, until_at) on table cases.party to portolan_office;
grant update (until_at) on table cases.party to portolan_gate;
grant update (until_at) on table cases.party to portolan_worker;
comment on column cases.party.ended_why_sealed is 'Why an officer ended it for the person, in their own words, sealed for the case.';
CREATE INDEX party_current ON cases.party USING btree (account, "case") WHERE (until_at IS NULL);
CREATE INDEX party_represents ON cases.party USING btree (account, "case") WHERE ((role = 'representative'::text) AND (until_at IS NULL));
create policy gate_ends on cases.party for update to portolan_gate using ((NOT officer.from_office())) with check ((NOT officer.from_office()));
create policy gate_joins on cases.party for insert to portolan_gate with check (((NOT officer.from_office()) AND (account = platform.actor_account())));
create policy gate_reads on cases.party for select to portolan_gate using ((NOT officer.from_office()));
create policy office_ends on cases.party for update to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy office_joins on cases.party for insert to portolan_office with check ((platform.actor_staff() IS NOT NULL));
create policy office_reads on cases.party for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own on cases.party for select to portolan_portal using ((account = ANY (platform.actor_accounts())));
create policy owner_all on cases.party to portolan_owner using (true) with check (true);
create policy worker_all on cases.party to portolan_worker using (true) with check (true);
CREATE TRIGGER end_following AFTER UPDATE OF until_at ON cases.party FOR EACH ROW WHEN (((new.role = 'representative'::text) AND (old.until_at IS NULL) AND (new.until_at IS NOT NULL))) EXECUTE FUNCTION cases.end_following();
CREATE TRIGGER guard_found AFTER INSERT OR UPDATE OF until_at ON cases.party FOR EACH ROW EXECUTE FUNCTION officer.guard_found();
CREATE TRIGGER guard_joined AFTER INSERT ON cases.party REFERENCING NEW TABLE AS joined FOR EACH STATEMENT EXECUTE FUNCTION cases.guard_joined();
CREATE TRIGGER keep_withdrawn AFTER UPDATE OF until_at ON cases.party FOR EACH ROW WHEN (((new.role = 'representative'::text) AND (old.until_at IS NULL) AND (new.until_at IS NOT NULL))) EXECUTE FUNCTION representation.keep_withdrawn();
CREATE TRIGGER note_client AFTER INSERT ON cases.party FOR EACH ROW WHEN (((new.role = 'representative'::text) AND (new.until_at IS NULL))) EXECUTE FUNCTION representation.note_client();

create table cases.print_batch (
  id uuid not null,
  ordinal bigint not null generated always as identity,
  made_at timestamp with time zone not null,
  letters integer not null,
  pages integer not null,
  storage_key text not null,
  sha256 text not null,
  size_bytes bigint not null,
  fetched_at timestamp with time zone,
  counted integer,
  confirmed_at timestamp with time zone,
  confirmed_by uuid,
  withdrawn_at timestamp with time zone,
  constraint print_batch_check CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL))),
  constraint print_batch_check1 CHECK (((withdrawn_at IS NULL) OR (confirmed_at IS NULL))),
  constraint print_batch_counted_check CHECK ((counted >= 0)),
  constraint print_batch_letters_check CHECK ((letters > 0)),
  constraint print_batch_pages_check CHECK ((pages > 0)),
  constraint print_batch_pkey PRIMARY KEY (id),
  constraint print_batch_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint print_batch_size_bytes_check CHECK ((size_bytes > 0)),
  constraint print_batch_storage_key_check CHECK (((length(storage_key) >= 20) AND (length(storage_key) <= 64))),
  constraint print_batch_storage_key_key UNIQUE (storage_key)
);
comment on table cases.print_batch is 'Purpose: a bundle of letters for the mail house: how many, where its sealed file lies, who fetched and confirmed it and how many letters were counted in print. Kept: two years; its file goes when it is confirmed. Closing and legal hold: kept. Personal data: the file, sealed.';
alter table cases.print_batch enable row level security;
alter table cases.print_batch force row level security;
grant insert, select, update on table cases.print_batch to portolan_office, portolan_worker;
comment on column cases.print_batch.withdrawn_at is 'Since when nobody may print it, because a letter in it must not go out; the others wait again. Its file goes.';
CREATE INDEX print_batch_newest ON cases.print_batch USING btree (ordinal DESC);
CREATE INDEX print_batch_open ON cases.print_batch USING btree (id) WHERE ((confirmed_at IS NULL) AND (withdrawn_at IS NULL));
create policy office_all on cases.print_batch to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy owner_all on cases.print_batch to portolan_owner using (true) with check (true);
create policy worker_all on cases.print_batch to portolan_worker using (true) with check (true);

create table cases.protection (
  id uuid not null,
  "case" uuid not null,
  set_by uuid,
  set_at timestamp with time zone not null,
  reason_sealed bytea,
  lifted_at timestamp with time zone,
  constraint protection_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint protection_pkey PRIMARY KEY (id)
);
comment on table cases.protection is 'Purpose: that a case is protected by itself, whoever is on it: who set it, when and why; null: it was opened so. Kept: as the case. Closing and legal hold: kept. Personal data: the reason, sealed for the case.';
alter table cases.protection enable row level security;
alter table cases.protection force row level security;
grant select on table cases.protection to portolan_office;
CREATE UNIQUE INDEX protection_stands ON cases.protection USING btree ("case") WHERE (lifted_at IS NULL);
create policy office_reads on cases.protection for select to portolan_office using (( SELECT officer.sees_protected() AS sees_protected));
create policy owner_all on cases.protection to portolan_owner using (true) with check (true);

create table cases.status_change (
  id uuid not null,
  ordinal bigint not null generated always as identity,
  "case" uuid not null,
  status text not null,
  effective_on date not null,
  at timestamp with time zone not null,
  by_kind text not null,
  by_id text not null,
  reason_sealed bytea,
  public boolean not null default true,
  constraint status_change_by_id_check CHECK (((length(by_id) >= 1) AND (length(by_id) <= 100))),
  constraint status_change_by_kind_check CHECK ((by_kind = ANY (ARRAY['account'::text, 'staff'::text, 'system'::text]))),
  constraint status_change_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint status_change_pkey PRIMARY KEY (id),
  constraint status_change_status_check CHECK (((length(status) >= 1) AND (length(status) <= 60)))
);
comment on table cases.status_change is 'Purpose: the course of a case, a row for every status it ever had; rows are only ever added. Kept: as the case. Closing an account and legal hold: kept. Personal data: the officer''s reason, sealed for the case.';
alter table cases.status_change enable row level security;
alter table cases.status_change force row level security;
grant insert, select on table cases.status_change to portolan_office, portolan_worker;
grant select (at, "case", effective_on, id, ordinal, public, status) on table cases.status_change to portolan_portal;
CREATE INDEX status_change_of_case ON cases.status_change USING btree ("case", ordinal);
create policy office_appends on cases.status_change for insert to portolan_office with check (((by_kind = 'staff'::text) AND (by_id = (platform.actor_staff())::text)));
create policy office_reads on cases.status_change for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own on cases.status_change for select to portolan_portal using ((EXISTS ( SELECT
   FROM cases.party
  WHERE ((party."case" = status_change."case") AND (party.account = ANY (platform.actor_accounts())) AND (party.until_at IS NULL)))));
create policy owner_all on cases.status_change to portolan_owner using (true) with check (true);
create policy worker_all on cases.status_change to portolan_worker using (true) with check (true);

create table cases.task (
  id uuid not null,
  "case" uuid not null,
  kind text not null,
  subject uuid not null,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone,
  starts_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_how text,
  reminded_days smallint,
  changes integer not null default 0,
  ordinal bigint not null generated always as identity,
  constraint task_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint task_changes_check CHECK ((changes >= 0)),
  constraint task_check CHECK (((ended_at IS NULL) = (ended_how IS NULL))),
  constraint task_ended_how_check CHECK ((ended_how = ANY (ARRAY['done'::text, 'lapsed'::text, 'withdrawn'::text]))),
  constraint task_kind_check CHECK ((kind = ANY (ARRAY['answer-request'::text, 'answer-intent'::text, 'appointment'::text, 'prove-identity'::text, 'sign'::text, 'read-notice'::text, 'confirm-address'::text]))),
  constraint task_pkey PRIMARY KEY (id),
  constraint task_reminded_days_check CHECK ((reminded_days = ANY (ARRAY[1, 7, 14]))),
  constraint task_subject_key UNIQUE (subject)
);
comment on table cases.task is 'Purpose: what is asked of the people of a case: by when, or when it begins, and how it ended; subject names what of the case asks it. Kept: as the case. Closing and legal hold: kept. Personal data: the relation.';
alter table cases.task enable row level security;
alter table cases.task force row level security;
grant insert, select on table cases.task to portolan_office, portolan_portal, portolan_worker;
grant update (due_at, ended_at, ended_how, opened_at, reminded_days, starts_at) on table cases.task to portolan_office;
grant update (due_at, ended_at, ended_how, opened_at, reminded_days, starts_at) on table cases.task to portolan_portal;
grant update (due_at, ended_at, ended_how, opened_at, reminded_days, starts_at) on table cases.task to portolan_worker;
comment on column cases.task.reminded_days is 'How many days before its deadline its people were last reminded of it; null: not yet, or not since the deadline was moved.';
comment on column cases.task.changes is 'How often its times were moved, it ended or was asked again, for calendars (RFC 5545 section 3.8.7.4).';
comment on column cases.task.ordinal is 'In which order they were asked for, also where the instant is one.';
CREATE INDEX task_due ON cases.task USING btree (due_at, id) WHERE ((ended_at IS NULL) AND (due_at IS NOT NULL));
CREATE INDEX task_of_case ON cases.task USING btree ("case", due_at);
CREATE INDEX task_open ON cases.task USING btree ("case", due_at, starts_at, id) WHERE (ended_at IS NULL);
create policy office_all on cases.task to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = task."case"))))) with check (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = task."case")))));
create policy own on cases.task to portolan_portal using (cases.is_on("case")) with check (cases.is_on("case"));
create policy owner_all on cases.task to portolan_owner using (true) with check (true);
create policy worker_all on cases.task to portolan_worker using (true) with check (true);
CREATE TRIGGER count_task_change BEFORE UPDATE OF opened_at, due_at, starts_at, ended_at ON cases.task FOR EACH ROW WHEN (((((old.opened_at IS DISTINCT FROM new.opened_at) OR (old.due_at IS DISTINCT FROM new.due_at)) OR (old.starts_at IS DISTINCT FROM new.starts_at)) OR (old.ended_at IS DISTINCT FROM new.ended_at))) EXECUTE FUNCTION cases.count_task_change();

create table cases.usual_time (
  form text not null,
  decided integer not null,
  lower_days integer not null,
  upper_days integer not null,
  from_on date not null,
  until_on date not null,
  counted_at timestamp with time zone not null,
  constraint usual_time_check CHECK ((upper_days >= lower_days)),
  constraint usual_time_check1 CHECK ((until_on >= from_on)),
  constraint usual_time_decided_check CHECK ((decided >= 30)),
  constraint usual_time_form_check CHECK (((length(form) >= 1) AND (length(form) <= 40))),
  constraint usual_time_lower_days_check CHECK ((lower_days >= 0)),
  constraint usual_time_pkey PRIMARY KEY (form)
);
comment on table cases.usual_time is 'Purpose: how many days half of the cases of a form took from receipt to decision, of those decided in a year; counted anew each day, protected cases left out. Kept: until the next count. Closing an account: nothing. Legal hold: nothing. Personal data: none.';
alter table cases.usual_time enable row level security;
alter table cases.usual_time force row level security;
grant delete, insert, select on table cases.usual_time to portolan_worker;
grant select on table cases.usual_time to portolan_portal;
create policy everybody_reads on cases.usual_time for select to portolan_portal using (true);
create policy owner_all on cases.usual_time to portolan_owner using (true) with check (true);
create policy worker_all on cases.usual_time to portolan_worker using (true) with check (true);

create schema correspondence;
grant usage on schema correspondence to portolan_office, portolan_portal, portolan_worker;

create sequence correspondence.card_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

create sequence correspondence.card_step_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

CREATE OR REPLACE FUNCTION correspondence.answers_open(ask uuid, account uuid, side text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select answers_open.account = any (platform.actor_accounts()) and exists (
    select from correspondence.request_ask its join correspondence.evidence_request request on request.id = its.request
    where its.id = answers_open.ask and request.state = 'open' and correspondence.is_party(request."case", answers_open.side))
$function$;
comment on function correspondence.answers_open(uuid,uuid,text) is 'Whether the person who acts is on the case on that side, and the request that asks this is still open.';
grant execute on function correspondence.answers_open(uuid,uuid,text) to portolan_portal;

CREATE OR REPLACE FUNCTION correspondence.count_places()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  held uuid;
  holds uuid := case when new.state in ('booked', 'attended', 'missed') then new.slot end;
begin
  if tg_op = 'UPDATE' and old.state in ('booked', 'attended', 'missed') then
    held := old.slot;
  end if;
  if held is not distinct from holds then
    return null;
  end if;
  if held is not null then
    update correspondence.slot its set taken = its.taken - 1 where its.id = held;
  end if;
  if holds is not null then
    update correspondence.slot its set taken = its.taken + 1
    where its.id = holds and its.closed_at is null
      and its.office = new.office and its.kind = new.kind and its.starts_at = new.starts_at and its.minutes = new.minutes;
    if not found then
      raise exception 'an appointment stands in a time that is closed or is not its own';
    end if;
  end if;
  return null;
end $function$;
comment on function correspondence.count_places() is 'Counts the places of a time with the appointments in it.';

CREATE OR REPLACE FUNCTION correspondence.end_with_withdrawal(withdrawal uuid, why text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  ended correspondence.withdrawal;
begin
  select * into ended from correspondence.withdrawal its
    where its.id = end_with_withdrawal.withdrawal and its.account = any (platform.actor_accounts());
  if not found or not cases.is_on(ended."case") or not exists (
    select from cases."case" its where its.id = ended."case" and its.status_since = ended.at
  ) then
    raise exception 'nothing ends with a withdrawal that was not made' using errcode = 'insufficient_privilege';
  end if;
  with closed as (
    update correspondence.evidence_request its
      set state = 'withdrawn', ended_at = ended.at, ended_by = ended.account, ended_with = 'withdrawal'
      where its."case" = ended."case" and its.state = 'open' returning its.id
  )
  insert into correspondence.request_event (id, request, what, at)
    select gen_random_uuid(), closed.id, 'withdrawn', ended.at from closed;
  -- Nobody has to look at an answer that never came, and no outage opens the request again.
  update correspondence.evidence_request its set seen_at = ended.at, seen_by = ended.account
    where its."case" = ended."case" and its.state = 'lapsed' and its.seen_at is null;
  update correspondence.identity_check its set decided_at = ended.at, decided_by = ended.account, outcome = 'withdrawn'
    where its."case" = ended."case" and its.decided_at is null;
  update cases.task its set ended_at = ended.at, ended_how = 'withdrawn'
    where its."case" = ended."case" and its.ended_at is null;
  return query
    with cancelled as (
      update correspondence.appointment its
        set state = 'cancelled', why = end_with_withdrawal.why, changed_at = ended.at, sequence = its.sequence + 1
        where its."case" = ended."case" and its.state in ('booked', 'to-rebook') returning its.id, its.starts_at
    )
    insert into correspondence.appointment_step (id, appointment, at, what, side, account, from_at, why)
      select gen_random_uuid(), cancelled.id, ended.at, 'cancelled', 'person', ended.account, cancelled.starts_at, end_with_withdrawal.why
      from cancelled returning appointment_step.id;
end $function$;
comment on function correspondence.end_with_withdrawal(uuid,text) is 'Ends what is still open on a case that the person who acts has just withdrawn; the steps of the appointments that were cancelled, of which nobody was told yet.';
grant execute on function correspondence.end_with_withdrawal(uuid,text) to portolan_portal;

CREATE OR REPLACE FUNCTION correspondence.is_party(case_id uuid, side text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from cases.party
    where party."case" = is_party.case_id and party.until_at is null and party.account = any (platform.actor_accounts())
      and (is_party.side is null or (party.role = 'representative') = (is_party.side = 'representative')))
$function$;
comment on function correspondence.is_party(uuid,text) is 'Whether the person who acts is on the case now; where a side is named, on that side of it.';
grant execute on function correspondence.is_party(uuid,text) to portolan_portal;

CREATE OR REPLACE FUNCTION correspondence.notice_behind(code text)
 RETURNS TABLE(kind text, receipt_number text, issued_on date, text_sha256 text, signature text, ended_as text, is_brief boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO ''
AS $function$
  select its.kind, its.receipt_number, its.issued_on, its.text_sha256, its.signature, its.ended_as, about.protected
  from correspondence.notice its join cases."case" about on about.id = its."case"
  where its.code = notice_behind.code
$function$;
comment on function correspondence.notice_behind(text) is 'The notice that has this document code, for who checks it: what was signed, and whether it still counts. `is_brief`: no more is told of it.';
grant execute on function correspondence.notice_behind(text) to portolan_portal;

CREATE OR REPLACE FUNCTION correspondence.send_gathered(request uuid, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  answered correspondence.evidence_request;
  its evidence.tray;
  sent int := 0;
begin
  select * into answered from correspondence.evidence_request r
    where r.id = send_gathered.request and r.state = 'answered' and r.ended_at = send_gathered.at
      and r.answered_by = any (platform.actor_accounts());
  if not found or not cases.is_on(answered."case") then
    return 0;
  end if;
  for its in
    select tray.* from evidence.tray
    where tray."case" = answered."case" and tray.purpose = 'request' and tray.submitted_at is null
      and tray.subject in (select ask.id from correspondence.request_ask ask where ask.request = answered.id)
      and tray.account <> all (platform.actor_accounts()) and cases.is_on_with(tray."case", tray.account)
      and exists (
        select from evidence.file where file.draft = tray.id and file.account = tray.account and file.removed_at is null and file.state = 'clean'
      )
    order by tray.id
  loop
    update evidence.resumable_upload set cancelled_at = send_gathered.at
      where draft = its.id and account = its.account and cancelled_at is null and outcome is null;
    insert into evidence.submitted_draft (draft, account, submission, submitted_at) values (its.id, its.account, its.id, send_gathered.at);
    update evidence.file set submission = its.id
      where draft = its.id and account = its.account and removed_at is null and state = 'clean';
    update evidence.tray set submitted_at = send_gathered.at where id = its.id;
    sent := sent + 1;
  end loop;
  return sent;
end
$function$;
comment on function correspondence.send_gathered(uuid,timestamp with time zone) is 'Sends what the others who are on the case now have gathered for a request, in the transaction in which the person who acts answered it: how many trays. What was refused stays behind.';
grant execute on function correspondence.send_gathered(uuid,timestamp with time zone) to portolan_portal;

CREATE OR REPLACE FUNCTION correspondence.settle_by_provider(attempt uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  its correspondence.identity_attempt;
begin
  select * into its from correspondence.identity_attempt made
    where made.id = settle_by_provider.attempt and made.account = any (platform.actor_accounts()) and made.ended_how = 'matched';
  if not found or not correspondence.is_party(its."case", 'person') then
    raise exception 'nothing is settled by an attempt that did not match' using errcode = 'insufficient_privilege';
  end if;
  update correspondence.identity_check asked
    set decided_at = its.ended_at, decided_by = its.account, outcome = 'confirmed', provider = its.provider, level = its.level
    where asked.id = its."check" and asked."case" = its."case" and asked.decided_at is null;
  return found;
end $function$;
comment on function correspondence.settle_by_provider(uuid) is 'Settles what is asked by an attempt of who acts that matched the person of the case. False: it was decided before.';
grant execute on function correspondence.settle_by_provider(uuid) to portolan_portal;

create table correspondence.additional_evidence (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  account uuid not null,
  side text not null,
  tray uuid not null,
  sealed bytea not null,
  at timestamp with time zone not null,
  seen_at timestamp with time zone,
  seen_by uuid,
  constraint additional_evidence_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint additional_evidence_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint additional_evidence_check CHECK (((seen_at IS NULL) = (seen_by IS NULL))),
  constraint additional_evidence_pkey PRIMARY KEY (id),
  constraint additional_evidence_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint additional_evidence_side_check CHECK ((side = ANY (ARRAY['person'::text, 'representative'::text]))),
  constraint additional_evidence_tray_fkey FOREIGN KEY (tray) REFERENCES evidence.tray(id),
  constraint additional_evidence_tray_key UNIQUE (tray)
);
comment on table correspondence.additional_evidence is 'Purpose: evidence that somebody sent about a pending case without being asked, what they say it is, and when an officer had looked at it. Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed, sealed for the case; which account sent it.';
alter table correspondence.additional_evidence enable row level security;
alter table correspondence.additional_evidence force row level security;
grant insert on table correspondence.additional_evidence to portolan_portal;
grant select on table correspondence.additional_evidence to portolan_office, portolan_worker;
grant select (account, at, "case", id, receipt_number, sealed, seen_at, side, tray) on table correspondence.additional_evidence to portolan_portal;
grant update (seen_at, seen_by) on table correspondence.additional_evidence to portolan_office;
CREATE INDEX additional_evidence_of_case ON correspondence.additional_evidence USING btree ("case", at DESC);
CREATE INDEX additional_evidence_unseen ON correspondence.additional_evidence USING btree (at, id) WHERE (seen_at IS NULL);
create policy office_all on correspondence.additional_evidence to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = additional_evidence."case")))));
create policy own on correspondence.additional_evidence for select to portolan_portal using (correspondence.is_party("case", NULL::text));
create policy own_sends on correspondence.additional_evidence for insert to portolan_portal with check (((account = ANY (platform.actor_accounts())) AND (seen_at IS NULL) AND correspondence.is_party("case", side)));
create policy owner_all on correspondence.additional_evidence to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.additional_evidence for select to portolan_worker using (true);

create table correspondence.appointment (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  kind text not null,
  office text not null,
  slot uuid not null,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  state text not null,
  changes integer not null default 0,
  sequence integer not null default 0,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  changed_at timestamp with time zone not null,
  why text,
  arrived_at timestamp with time zone,
  confirmed boolean,
  needs_sealed bytea,
  reminded_days integer,
  notice uuid,
  constraint appointment_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint appointment_changes_check CHECK (((changes >= 0) AND (changes <= 100))),
  constraint appointment_check CHECK (((confirmed IS NULL) OR (state = 'attended'::text))),
  constraint appointment_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  constraint appointment_minutes_check CHECK (((minutes >= 5) AND (minutes <= 480))),
  constraint appointment_needs_sealed_check CHECK ((octet_length(needs_sealed) <= 16384)),
  constraint appointment_notice_fkey FOREIGN KEY (notice) REFERENCES correspondence.notice(id),
  constraint appointment_office_check CHECK (((length(office) >= 1) AND (length(office) <= 60))),
  constraint appointment_pkey PRIMARY KEY (id),
  constraint appointment_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint appointment_reminded_days_check CHECK ((reminded_days >= 0)),
  constraint appointment_sequence_check CHECK ((sequence >= 0)),
  constraint appointment_slot_fkey FOREIGN KEY (slot) REFERENCES correspondence.slot(id),
  constraint appointment_state_check CHECK ((state = ANY (ARRAY['booked'::text, 'to-rebook'::text, 'attended'::text, 'missed'::text, 'cancelled'::text]))),
  constraint appointment_why_check CHECK (((length(why) >= 1) AND (length(why) <= 40)))
);
comment on table correspondence.appointment is 'Purpose: who of a case is expected when at which office, for what, and what became of it; sequence counts its changes for calendars. Kept: as the case. Closing and legal hold: kept. Personal data: the relation, and what somebody needs to be able to come, sealed for the case.';
alter table correspondence.appointment enable row level security;
alter table correspondence.appointment force row level security;
grant insert, select on table correspondence.appointment to portolan_office;
grant select on table correspondence.appointment to portolan_worker;
grant select (arrived_at, "case", changed_at, changes, confirmed, id, kind, made_at, minutes, needs_sealed, office, receipt_number, sequence, slot, starts_at, state, why) on table correspondence.appointment to portolan_portal;
grant update (arrived_at, changed_at, confirmed, minutes, notice, office, reminded_days, sequence, slot, starts_at, state, why) on table correspondence.appointment to portolan_office;
grant update (changed_at, changes, minutes, needs_sealed, reminded_days, sequence, slot, starts_at, state, why) on table correspondence.appointment to portolan_portal;
grant update (notice, reminded_days) on table correspondence.appointment to portolan_worker;
CREATE INDEX appointment_ahead ON correspondence.appointment USING btree (starts_at, id) WHERE (state = 'booked'::text);
CREATE INDEX appointment_of_case ON correspondence.appointment USING btree ("case", starts_at DESC, id);
CREATE INDEX appointment_of_office ON correspondence.appointment USING btree (office, starts_at, id);
CREATE INDEX appointment_of_slot ON correspondence.appointment USING btree (slot) WHERE (state = 'booked'::text);
CREATE INDEX appointment_to_rebook ON correspondence.appointment USING btree (office, starts_at, id) WHERE (state = 'to-rebook'::text);
CREATE UNIQUE INDEX appointment_open ON correspondence.appointment USING btree ("case", kind) WHERE (state = ANY (ARRAY['booked'::text, 'to-rebook'::text]));
create policy office_all on correspondence.appointment to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = appointment."case")))));
create policy own on correspondence.appointment for select to portolan_portal using (correspondence.is_party("case", NULL::text));
create policy own_moves on correspondence.appointment for update to portolan_portal using (((state = ANY (ARRAY['booked'::text, 'to-rebook'::text])) AND correspondence.is_party("case", NULL::text))) with check ((state = ANY (ARRAY['booked'::text, 'to-rebook'::text])));
create policy owner_all on correspondence.appointment to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.appointment to portolan_worker using (true) with check (true);
CREATE TRIGGER appointment_takes_place AFTER INSERT OR UPDATE OF state, slot, starts_at, minutes, office, kind ON correspondence.appointment FOR EACH ROW EXECUTE FUNCTION correspondence.count_places();

create table correspondence.appointment_step (
  id uuid not null,
  appointment uuid not null,
  at timestamp with time zone not null,
  what text not null,
  side text not null,
  account uuid,
  staff uuid,
  from_at timestamp with time zone,
  to_at timestamp with time zone,
  why text,
  words_sealed bytea,
  told_at timestamp with time zone,
  constraint appointment_step_appointment_fkey FOREIGN KEY (appointment) REFERENCES correspondence.appointment(id),
  constraint appointment_step_check CHECK (((side = 'agency'::text) = (staff IS NOT NULL))),
  constraint appointment_step_check1 CHECK (((side = 'agency'::text) = (account IS NULL))),
  constraint appointment_step_pkey PRIMARY KEY (id),
  constraint appointment_step_side_check CHECK ((side = ANY (ARRAY['person'::text, 'representative'::text, 'agency'::text]))),
  constraint appointment_step_what_check CHECK ((what = ANY (ARRAY['booked'::text, 'moved'::text, 'closed'::text, 'cancelled'::text, 'arrived'::text, 'attended'::text, 'missed'::text]))),
  constraint appointment_step_why_check CHECK (((length(why) >= 1) AND (length(why) <= 40))),
  constraint appointment_step_words_sealed_check CHECK ((octet_length(words_sealed) <= 16384))
);
comment on table correspondence.appointment_step is 'Purpose: what was done with an appointment, when and by which side: made, moved from when to when and why, closed by the office, cancelled, kept or missed; rows are only ever added. Kept: as the case. Closing and legal hold: kept. Personal data: the relation, and the own words of whoever moved it, sealed for the case.';
alter table correspondence.appointment_step enable row level security;
alter table correspondence.appointment_step force row level security;
grant insert on table correspondence.appointment_step to portolan_portal;
grant insert, select on table correspondence.appointment_step to portolan_office;
grant select on table correspondence.appointment_step to portolan_worker;
grant select (account, appointment, at, from_at, id, side, to_at, what, why) on table correspondence.appointment_step to portolan_portal;
grant update (told_at) on table correspondence.appointment_step to portolan_worker;
CREATE INDEX step_of_appointment ON correspondence.appointment_step USING btree (appointment, at, id);
create policy office_all on correspondence.appointment_step to portolan_office using ((EXISTS ( SELECT
   FROM correspondence.appointment its
  WHERE (its.id = appointment_step.appointment))));
create policy own on correspondence.appointment_step for select to portolan_portal using ((EXISTS ( SELECT
   FROM correspondence.appointment its
  WHERE (its.id = appointment_step.appointment))));
create policy own_adds on correspondence.appointment_step for insert to portolan_portal with check (((what = 'moved'::text) AND (account = ANY (platform.actor_accounts())) AND (EXISTS ( SELECT
   FROM correspondence.appointment its
  WHERE ((its.id = appointment_step.appointment) AND correspondence.is_party(its."case", appointment_step.side))))));
create policy owner_all on correspondence.appointment_step to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.appointment_step to portolan_worker using (true) with check (true);

create table correspondence.card (
  id uuid not null,
  ordinal bigint not null generated always as identity,
  "case" uuid not null,
  receipt_number text not null,
  kind text not null,
  replaces uuid,
  ordered_at timestamp with time zone not null,
  constraint card_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint card_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
  constraint card_pkey PRIMARY KEY (id),
  constraint card_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint card_replaces_fkey FOREIGN KEY (replaces) REFERENCES correspondence.card(id)
);
comment on table correspondence.card is 'Purpose: a card or document that is made after an approval, and which one it replaces. Kept: as the case. Closing and legal hold: kept. Personal data: none by itself.';
alter table correspondence.card enable row level security;
alter table correspondence.card force row level security;
grant insert, select on table correspondence.card to portolan_office;
grant select on table correspondence.card to portolan_portal, portolan_worker;
CREATE INDEX card_of_case ON correspondence.card USING btree ("case", ordinal DESC);
create policy office_adds on correspondence.card for insert to portolan_office with check (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = card."case")))));
create policy office_reads on correspondence.card for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = card."case")))));
create policy own on correspondence.card for select to portolan_portal using (correspondence.is_party("case", NULL::text));
create policy owner_all on correspondence.card to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.card for select to portolan_worker using (true);

create table correspondence.card_step (
  id uuid not null,
  ordinal bigint not null generated always as identity,
  card uuid not null,
  step text not null,
  done_on date not null,
  carrier text,
  tracking_sealed bytea,
  by uuid not null,
  at timestamp with time zone not null,
  constraint card_step_card_fkey FOREIGN KEY (card) REFERENCES correspondence.card(id),
  constraint card_step_carrier_check CHECK (((length(carrier) >= 1) AND (length(carrier) <= 60))),
  constraint card_step_check CHECK (((step = 'mailed'::text) OR ((carrier IS NULL) AND (tracking_sealed IS NULL)))),
  constraint card_step_pkey PRIMARY KEY (id),
  constraint card_step_step_check CHECK ((step = ANY (ARRAY['ordered'::text, 'produced'::text, 'mailed'::text, 'picked-up'::text, 'delivered'::text, 'returned'::text, 'destroyed'::text]))),
  constraint card_step_tracking_sealed_check CHECK ((octet_length(tracking_sealed) <= 4096))
);
comment on table correspondence.card_step is 'Purpose: how far a card is on its way, and by which number it is found there; rows are only ever added. Kept: as the case. Closing and legal hold: kept. Personal data: the tracking number, sealed for the case.';
alter table correspondence.card_step enable row level security;
alter table correspondence.card_step force row level security;
grant insert, select on table correspondence.card_step to portolan_office;
grant select on table correspondence.card_step to portolan_worker;
grant select (at, card, carrier, done_on, id, ordinal, step, tracking_sealed) on table correspondence.card_step to portolan_portal;
CREATE INDEX card_step_of_card ON correspondence.card_step USING btree (card, ordinal);
create policy office_adds on correspondence.card_step for insert to portolan_office with check (((by = platform.actor_staff()) AND (EXISTS ( SELECT
   FROM correspondence.card
  WHERE (card.id = card_step.card)))));
create policy office_reads on correspondence.card_step for select to portolan_office using ((EXISTS ( SELECT
   FROM correspondence.card
  WHERE (card.id = card_step.card))));
create policy own on correspondence.card_step for select to portolan_portal using ((EXISTS ( SELECT
   FROM correspondence.card
  WHERE (card.id = card_step.card))));
create policy owner_all on correspondence.card_step to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.card_step for select to portolan_worker using (true);

create table correspondence.decision (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  kind text not null,
  from_status text not null,
  grounds text[] not null,
  words_sealed bytea,
  note_sealed bytea not null,
  motion uuid,
  state text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  answer_sealed bytea,
  made_at timestamp with time zone,
  motion_due_at timestamp with time zone,
  constraint decision_answer_sealed_check CHECK ((octet_length(answer_sealed) <= 65536)),
  constraint decision_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint decision_check CHECK ((reviewed_by <> proposed_by)),
  constraint decision_check1 CHECK (((reviewed_by IS NULL) = (reviewed_at IS NULL))),
  constraint decision_check2 CHECK (((made_at IS NULL) = (state <> 'made'::text))),
  constraint decision_check3 CHECK (((reviewed_by IS NOT NULL) = ((state = 'returned'::text) OR ((state = 'made'::text) AND (kind <> 'approval'::text))))),
  constraint decision_check4 CHECK (((kind = 'approval'::text) OR (cardinality(grounds) > 0))),
  constraint decision_from_status_check CHECK (((length(from_status) >= 1) AND (length(from_status) <= 60))),
  constraint decision_grounds_check CHECK ((cardinality(grounds) <= 20)),
  constraint decision_kind_check CHECK ((kind = ANY (ARRAY['approval'::text, 'denial'::text, 'reopening'::text, 'motion-refusal'::text]))),
  constraint decision_note_sealed_check CHECK ((octet_length(note_sealed) <= 65536)),
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint decision_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'taken-back'::text, 'returned'::text, 'overtaken'::text, 'made'::text]))),
  constraint decision_words_sealed_check CHECK ((octet_length(words_sealed) <= 65536))
);
comment on table correspondence.decision is 'Purpose: a decision on a case: who proposed it, on which grounds and why, and which other person agreed or returned it. Kept: as the case. Closing and legal hold: kept. Personal data: the words to the person and the notes of the office, sealed for the case.';
alter table correspondence.decision enable row level security;
alter table correspondence.decision force row level security;
grant insert, select on table correspondence.decision to portolan_office;
grant select on table correspondence.decision to portolan_worker;
grant select ("case", grounds, id, kind, made_at, motion_due_at, receipt_number, state, words_sealed) on table correspondence.decision to portolan_portal;
grant update (answer_sealed, made_at, motion_due_at, reviewed_at, reviewed_by, state) on table correspondence.decision to portolan_office;
CREATE INDEX decision_of_case ON correspondence.decision USING btree ("case", proposed_at DESC, id);
CREATE INDEX decision_waits ON correspondence.decision USING btree (proposed_at, id) WHERE (state = 'proposed'::text);
CREATE UNIQUE INDEX decision_proposed ON correspondence.decision USING btree ("case") WHERE (state = 'proposed'::text);
create policy office_proposes on correspondence.decision for insert to portolan_office with check (((proposed_by = platform.actor_staff()) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = decision."case"))) AND ((state = 'proposed'::text) OR ((state = 'made'::text) AND (kind = 'approval'::text)))));
create policy office_reads on correspondence.decision for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = decision."case")))));
create policy office_reviews on correspondence.decision for update to portolan_office using (((state = 'proposed'::text) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = decision."case"))))) with check ((((state = ANY (ARRAY['made'::text, 'returned'::text])) AND (reviewed_by = platform.actor_staff()) AND officer.is_supervisor()) OR ((state = 'taken-back'::text) AND (proposed_by = platform.actor_staff())) OR (state = 'overtaken'::text)));
create policy own on correspondence.decision for select to portolan_portal using (((state = 'made'::text) AND correspondence.is_party("case", NULL::text)));
create policy owner_all on correspondence.decision to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.decision for select to portolan_worker using (true);

create table correspondence.evidence_request (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  form text not null,
  kind text not null,
  asks integer not null,
  sealed bytea not null,
  sent_at timestamp with time zone not null,
  sent_by uuid not null,
  days integer not null,
  mailed boolean not null,
  due_at timestamp with time zone not null,
  state text not null,
  ended_at timestamp with time zone,
  way text,
  answered_by uuid,
  answer_press uuid,
  answered_side text,
  partial boolean,
  late boolean,
  ended_by uuid,
  why_sealed bytea,
  seen_at timestamp with time zone,
  seen_by uuid,
  copy_key text not null,
  ended_with text,
  constraint evidence_request_answered_side_check CHECK ((answered_side = ANY (ARRAY['person'::text, 'representative'::text]))),
  constraint evidence_request_asks_check CHECK (((asks >= 1) AND (asks <= 50))),
  constraint evidence_request_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint evidence_request_check CHECK (((state = 'open'::text) = (ended_at IS NULL))),
  constraint evidence_request_check1 CHECK ((((state = 'answered'::text) = (way IS NOT NULL)) AND ((way IS NULL) = (late IS NULL)))),
  constraint evidence_request_check2 CHECK ((((NOT (way IS DISTINCT FROM 'online'::text)) = (answered_by IS NOT NULL)) AND ((answered_by IS NULL) = (answered_side IS NULL)))),
  constraint evidence_request_check3 CHECK ((((answered_by IS NULL) = (partial IS NULL)) AND ((answered_by IS NULL) = (answer_press IS NULL)))),
  constraint evidence_request_check4 CHECK ((((state = 'withdrawn'::text) = (ended_by IS NOT NULL)) AND (((ended_by IS NOT NULL) AND (ended_with IS DISTINCT FROM 'withdrawal'::text)) = (why_sealed IS NOT NULL)))),
  constraint evidence_request_copy_key_check CHECK (((length(copy_key) >= 20) AND (length(copy_key) <= 64))),
  constraint evidence_request_copy_key_key UNIQUE (copy_key),
  constraint evidence_request_days_check CHECK (((days >= 1) AND (days <= 400))),
  constraint evidence_request_ended_with_case CHECK (((ended_with IS NULL) OR (state = 'withdrawn'::text))),
  constraint evidence_request_ended_with_check CHECK ((ended_with = ANY (ARRAY['withdrawal'::text, 'decision'::text, 'closing'::text]))),
  constraint evidence_request_form_check CHECK (((length(form) >= 1) AND (length(form) <= 20))),
  constraint evidence_request_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  constraint evidence_request_pkey PRIMARY KEY (id),
  constraint evidence_request_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint evidence_request_seen_check CHECK ((((seen_at IS NULL) = (seen_by IS NULL)) AND ((seen_at IS NULL) OR (state = ANY (ARRAY['lapsed'::text, 'answered'::text]))))),
  constraint evidence_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'lapsed'::text, 'withdrawn'::text]))),
  constraint evidence_request_way_check CHECK ((way = ANY (ARRAY['online'::text, 'paper'::text])))
);
comment on table correspondence.evidence_request is 'Purpose: a request for evidence or an intent to deny: what it says, when it was sent, by when it is answered, and how it ended. Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed and why_sealed, sealed for the case; which account answered.';
alter table correspondence.evidence_request enable row level security;
alter table correspondence.evidence_request force row level security;
grant insert, select on table correspondence.evidence_request to portolan_office;
grant select on table correspondence.evidence_request to portolan_worker;
grant select (answer_press, answered_by, answered_side, asks, "case", copy_key, days, due_at, ended_at, ended_with, form, id, kind, late, mailed, partial, receipt_number, sealed, sent_at, state, way) on table correspondence.evidence_request to portolan_portal;
grant update (answer_press, answered_by, answered_side, ended_at, late, partial, state, way) on table correspondence.evidence_request to portolan_portal;
grant update (due_at, ended_at, late, seen_at, seen_by, state, way) on table correspondence.evidence_request to portolan_worker;
grant update (ended_at, ended_by, ended_with, late, seen_at, seen_by, state, way, why_sealed) on table correspondence.evidence_request to portolan_office;
comment on column correspondence.evidence_request.ended_with is 'It ended because the case did, and how; null: by itself.';
CREATE INDEX evidence_request_due ON correspondence.evidence_request USING btree (due_at, id) WHERE (state = ANY (ARRAY['open'::text, 'lapsed'::text]));
CREATE INDEX evidence_request_of_case ON correspondence.evidence_request USING btree ("case", sent_at DESC, id);
CREATE INDEX evidence_request_unanswered ON correspondence.evidence_request USING btree (ended_at, id) WHERE ((state = 'lapsed'::text) AND (seen_at IS NULL));
CREATE INDEX evidence_request_unread ON correspondence.evidence_request USING btree ("case", state) WHERE ((seen_at IS NULL) AND (state = ANY (ARRAY['lapsed'::text, 'answered'::text])));
CREATE UNIQUE INDEX evidence_request_open ON correspondence.evidence_request USING btree ("case") WHERE (state = 'open'::text);
create policy office_all on correspondence.evidence_request to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = evidence_request."case")))));
create policy own on correspondence.evidence_request for select to portolan_portal using (correspondence.is_party("case", NULL::text));
create policy own_answers on correspondence.evidence_request for update to portolan_portal using (((state = 'open'::text) AND correspondence.is_party("case", NULL::text))) with check (((state = 'answered'::text) AND (way = 'online'::text) AND (answered_by = ANY (platform.actor_accounts())) AND correspondence.is_party("case", answered_side)));
create policy owner_all on correspondence.evidence_request to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.evidence_request to portolan_worker using (true) with check (true);
CREATE TRIGGER note_request_waits AFTER INSERT OR UPDATE OF state, seen_at ON correspondence.evidence_request FOR EACH ROW EXECUTE FUNCTION cases.note_request_waits();

create table correspondence.hold (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  kind text not null,
  from_status text not null,
  status text not null,
  until_on date,
  note_sealed bytea not null,
  by uuid not null,
  at timestamp with time zone not null,
  released_by uuid,
  released_at timestamp with time zone,
  release_note_sealed bytea,
  constraint hold_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint hold_check CHECK (((released_by IS NULL) = (released_at IS NULL))),
  constraint hold_from_status_check CHECK (((length(from_status) >= 1) AND (length(from_status) <= 60))),
  constraint hold_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
  constraint hold_note_sealed_check CHECK ((octet_length(note_sealed) <= 65536)),
  constraint hold_pkey PRIMARY KEY (id),
  constraint hold_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint hold_release_note_sealed_check CHECK ((octet_length(release_note_sealed) <= 65536)),
  constraint hold_status_check CHECK (((length(status) >= 1) AND (length(status) <= 60)))
);
comment on table correspondence.hold is 'Purpose: that a case waits, why and until when, and who let it go on. Kept: as the case. Closing and legal hold: kept. Personal data: the notes of the office, sealed for the case.';
alter table correspondence.hold enable row level security;
alter table correspondence.hold force row level security;
grant insert, select on table correspondence.hold to portolan_office;
grant select on table correspondence.hold to portolan_worker;
grant select (at, "case", id, kind, receipt_number, released_at, until_on) on table correspondence.hold to portolan_portal;
grant update (release_note_sealed, released_at, released_by) on table correspondence.hold to portolan_office;
CREATE UNIQUE INDEX hold_stands ON correspondence.hold USING btree ("case") WHERE (released_at IS NULL);
create policy office_adds on correspondence.hold for insert to portolan_office with check (((by = platform.actor_staff()) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = hold."case")))));
create policy office_reads on correspondence.hold for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = hold."case")))));
create policy office_releases on correspondence.hold for update to portolan_office using (((released_at IS NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = hold."case"))))) with check ((released_by = platform.actor_staff()));
create policy own on correspondence.hold for select to portolan_portal using (correspondence.is_party("case", NULL::text));
create policy owner_all on correspondence.hold to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.hold for select to portolan_worker using (true);

create table correspondence.identity_attempt (
  id uuid not null,
  "check" uuid not null,
  "case" uuid not null,
  account uuid not null,
  session uuid not null,
  state_hash text not null,
  provider text not null,
  begun_at timestamp with time zone not null,
  back_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_how text,
  level text,
  constraint identity_attempt_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint identity_attempt_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint identity_attempt_check CHECK (((ended_at IS NULL) = (ended_how IS NULL))),
  constraint identity_attempt_check1 CHECK (((level IS NULL) OR (ended_how = ANY (ARRAY['matched'::text, 'not-matched'::text])))),
  constraint identity_attempt_check2 CHECK (((ended_how IS DISTINCT FROM 'matched'::text) OR ((level IS NOT NULL) AND (back_at IS NOT NULL)))),
  constraint identity_attempt_check_fkey FOREIGN KEY ("check") REFERENCES correspondence.identity_check(id),
  constraint identity_attempt_ended_how_check CHECK ((ended_how = ANY (ARRAY['matched'::text, 'not-matched'::text, 'cancelled'::text, 'not-enough'::text, 'failed'::text, 'away'::text, 'left'::text]))),
  constraint identity_attempt_level_check CHECK (((length(level) >= 1) AND (length(level) <= 100))),
  constraint identity_attempt_pkey PRIMARY KEY (id),
  constraint identity_attempt_provider_check CHECK (((length(provider) >= 1) AND (length(provider) <= 60))),
  constraint identity_attempt_state_hash_key UNIQUE (state_hash)
);
comment on table correspondence.identity_attempt is 'Purpose: that the person of a case went to a provider to prove who they are, and how that ended; what the provider said of them is compared and not kept. Kept: as the case. Closing and legal hold: kept. Personal data: which account and session.';
alter table correspondence.identity_attempt enable row level security;
alter table correspondence.identity_attempt force row level security;
grant insert, select on table correspondence.identity_attempt to portolan_portal;
grant select on table correspondence.identity_attempt to portolan_office, portolan_worker;
grant update (back_at, ended_at, ended_how, level) on table correspondence.identity_attempt to portolan_portal;
CREATE INDEX identity_attempt_of_case ON correspondence.identity_attempt USING btree ("case", begun_at);
CREATE UNIQUE INDEX identity_attempt_open ON correspondence.identity_attempt USING btree ("check", account) WHERE (ended_at IS NULL);
create policy office_reads on correspondence.identity_attempt for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = identity_attempt."case")))));
create policy own on correspondence.identity_attempt to portolan_portal using (((account = ANY (platform.actor_accounts())) AND correspondence.is_party("case", NULL::text))) with check (((account = ANY (platform.actor_accounts())) AND correspondence.is_party("case", 'person'::text)));
create policy owner_all on correspondence.identity_attempt to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.identity_attempt for select to portolan_worker using (true);

create table correspondence.identity_check (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  due_at timestamp with time zone not null,
  account uuid,
  tray uuid,
  sent_at timestamp with time zone,
  decided_at timestamp with time zone,
  decided_by uuid,
  outcome text,
  note_sealed bytea,
  provider text,
  level text,
  constraint identity_check_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint identity_check_by_provider CHECK ((((provider IS NULL) = (level IS NULL)) AND ((provider IS NULL) OR (outcome = 'confirmed'::text)))),
  constraint identity_check_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint identity_check_check CHECK (((sent_at IS NULL) = (tray IS NULL))),
  constraint identity_check_check1 CHECK (((sent_at IS NULL) = (account IS NULL))),
  constraint identity_check_check2 CHECK (((decided_at IS NULL) = (outcome IS NULL))),
  constraint identity_check_check3 CHECK (((decided_at IS NULL) = (decided_by IS NULL))),
  constraint identity_check_level_check CHECK (((length(level) >= 1) AND (length(level) <= 100))),
  constraint identity_check_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'not-confirmed'::text, 'withdrawn'::text]))),
  constraint identity_check_pkey PRIMARY KEY (id),
  constraint identity_check_provider_check CHECK (((length(provider) >= 1) AND (length(provider) <= 60))),
  constraint identity_check_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 60))),
  constraint identity_check_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint identity_check_tray_fkey FOREIGN KEY (tray) REFERENCES evidence.tray(id),
  constraint identity_check_tray_key UNIQUE (tray)
);
comment on table correspondence.identity_check is 'Purpose: that the office asked the person of a case to prove who they are, why and by when, what they sent, and what the officer found. Kept: as the case. Closing and legal hold: kept. Personal data: the documents, in their tray; the officer’s note, sealed for the case; which account.';
alter table correspondence.identity_check enable row level security;
alter table correspondence.identity_check force row level security;
grant insert, select on table correspondence.identity_check to portolan_office;
grant select on table correspondence.identity_check to portolan_worker;
grant select (account, asked_at, "case", decided_at, due_at, id, level, outcome, provider, reason, receipt_number, sent_at, tray) on table correspondence.identity_check to portolan_portal;
grant update (account, sent_at, tray) on table correspondence.identity_check to portolan_portal;
grant update (decided_at, decided_by, note_sealed, outcome) on table correspondence.identity_check to portolan_office;
comment on column correspondence.identity_check.provider is 'Who vouched for the person, and how sure they were (level); null: an officer compared, or nobody yet.';
CREATE INDEX identity_check_of_case ON correspondence.identity_check USING btree ("case", asked_at DESC);
CREATE INDEX identity_check_waits ON correspondence.identity_check USING btree (sent_at, id) WHERE ((sent_at IS NOT NULL) AND (decided_at IS NULL));
CREATE UNIQUE INDEX identity_check_open ON correspondence.identity_check USING btree ("case") WHERE (decided_at IS NULL);
create policy office_all on correspondence.identity_check to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = identity_check."case")))));
create policy own on correspondence.identity_check for select to portolan_portal using (correspondence.is_party("case", NULL::text));
create policy own_proves on correspondence.identity_check for update to portolan_portal using (((sent_at IS NULL) AND (decided_at IS NULL) AND correspondence.is_party("case", 'person'::text))) with check (((account = ANY (platform.actor_accounts())) AND (sent_at IS NOT NULL)));
create policy owner_all on correspondence.identity_check to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.identity_check for select to portolan_worker using (true);

create table correspondence.inquiry (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  account uuid not null,
  side text not null,
  reason text not null,
  sealed bytea not null,
  at timestamp with time zone not null,
  expected_on date not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  outcome text,
  answer_sealed bytea,
  constraint inquiry_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint inquiry_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint inquiry_check CHECK (((answered_at IS NULL) = (answered_by IS NULL))),
  constraint inquiry_check1 CHECK (((answered_at IS NULL) = (outcome IS NULL))),
  constraint inquiry_check2 CHECK (((answered_at IS NULL) = (answer_sealed IS NULL))),
  constraint inquiry_outcome_check CHECK (((length(outcome) >= 1) AND (length(outcome) <= 60))),
  constraint inquiry_pkey PRIMARY KEY (id),
  constraint inquiry_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 60))),
  constraint inquiry_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint inquiry_side_check CHECK ((side = ANY (ARRAY['person'::text, 'representative'::text])))
);
comment on table correspondence.inquiry is 'Purpose: a question about a case with one of the reasons the agency has an answer for: what was told, by when an answer is due, and the answer. Nothing of it is changed after it was answered. Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed and answer_sealed, sealed for the case; which account asked.';
alter table correspondence.inquiry enable row level security;
alter table correspondence.inquiry force row level security;
grant insert on table correspondence.inquiry to portolan_portal;
grant select on table correspondence.inquiry to portolan_office, portolan_worker;
grant select (account, answer_sealed, answered_at, at, "case", expected_on, id, outcome, reason, receipt_number, sealed, side) on table correspondence.inquiry to portolan_portal;
grant update (answer_sealed, answered_at, answered_by, outcome) on table correspondence.inquiry to portolan_office;
CREATE INDEX inquiry_of_case ON correspondence.inquiry USING btree ("case", at DESC);
CREATE INDEX inquiry_waits ON correspondence.inquiry USING btree (expected_on, id) WHERE (answered_at IS NULL);
CREATE UNIQUE INDEX inquiry_open_once ON correspondence.inquiry USING btree ("case", reason) WHERE (answered_at IS NULL);
create policy office_all on correspondence.inquiry to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = inquiry."case")))));
create policy own on correspondence.inquiry for select to portolan_portal using (correspondence.is_party("case", NULL::text));
create policy own_asks on correspondence.inquiry for insert to portolan_portal with check (((account = ANY (platform.actor_accounts())) AND (answered_at IS NULL) AND correspondence.is_party("case", side)));
create policy owner_all on correspondence.inquiry to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.inquiry for select to portolan_worker using (true);

create table correspondence.message (
  id uuid not null,
  thread uuid not null,
  ordinal integer not null,
  side text not null,
  account uuid,
  staff uuid,
  at timestamp with time zone not null,
  sealed bytea not null,
  tray uuid,
  constraint message_check CHECK (((side = 'agency'::text) = (staff IS NOT NULL))),
  constraint message_check1 CHECK (((side = 'agency'::text) = (account IS NULL))),
  constraint message_ordinal_check CHECK ((ordinal > 0)),
  constraint message_pkey PRIMARY KEY (id),
  constraint message_side_check CHECK ((side = ANY (ARRAY['person'::text, 'representative'::text, 'agency'::text]))),
  constraint message_thread_fkey FOREIGN KEY (thread) REFERENCES correspondence.thread(id),
  constraint message_thread_ordinal_key UNIQUE (thread, ordinal),
  constraint message_tray_fkey FOREIGN KEY (tray) REFERENCES evidence.tray(id),
  constraint message_tray_key UNIQUE (tray)
);
comment on table correspondence.message is 'Purpose: what one side of a conversation wrote, and when. Nothing of it is changed afterwards. Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed, sealed for the case; which account wrote it.';
alter table correspondence.message enable row level security;
alter table correspondence.message force row level security;
grant insert on table correspondence.message to portolan_portal;
grant insert, select on table correspondence.message to portolan_office;
grant select on table correspondence.message to portolan_worker;
grant select (account, at, id, ordinal, sealed, side, thread, tray) on table correspondence.message to portolan_portal;
comment on column correspondence.message.tray is 'The tray whose files were sent with it; null: none.';
create policy office_all on correspondence.message to portolan_office using ((EXISTS ( SELECT
   FROM correspondence.thread
  WHERE (thread.id = message.thread))));
create policy own on correspondence.message for select to portolan_portal using ((EXISTS ( SELECT
   FROM correspondence.thread
  WHERE (thread.id = message.thread))));
create policy own_writes on correspondence.message for insert to portolan_portal with check (((account = ANY (platform.actor_accounts())) AND (EXISTS ( SELECT
   FROM correspondence.thread
  WHERE ((thread.id = message.thread) AND correspondence.is_party(thread."case", message.side))))));
create policy owner_all on correspondence.message to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.message for select to portolan_worker using (true);

create table correspondence.message_file (
  id uuid not null,
  thread uuid not null,
  message uuid not null,
  ordinal integer not null,
  document uuid not null,
  type text not null,
  sha256 text not null,
  size_bytes integer not null,
  pages integer,
  name_sealed bytea not null,
  constraint message_file_document_fkey FOREIGN KEY (document) REFERENCES cases.document(id),
  constraint message_file_document_key UNIQUE (document),
  constraint message_file_message_fkey FOREIGN KEY (message) REFERENCES correspondence.message(id),
  constraint message_file_message_ordinal_key UNIQUE (message, ordinal),
  constraint message_file_ordinal_check CHECK ((ordinal > 0)),
  constraint message_file_pages_check CHECK ((pages > 0)),
  constraint message_file_pkey PRIMARY KEY (id),
  constraint message_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint message_file_size_bytes_check CHECK ((size_bytes > 0)),
  constraint message_file_thread_fkey FOREIGN KEY (thread) REFERENCES correspondence.thread(id),
  constraint message_file_type_check CHECK ((type = ANY (ARRAY['pdf'::text, 'jpeg'::text, 'png'::text, 'tiff'::text])))
);
comment on table correspondence.message_file is 'Purpose: which documents of a case the agency sent with a message, and what each file is called. Nothing of it is changed afterwards. Kept: as the case. Closing and legal hold: kept. Personal data: the name, sealed for the case.';
alter table correspondence.message_file enable row level security;
alter table correspondence.message_file force row level security;
grant insert, select on table correspondence.message_file to portolan_office;
grant select on table correspondence.message_file to portolan_portal, portolan_worker;
create policy office_all on correspondence.message_file to portolan_office using ((EXISTS ( SELECT
   FROM correspondence.thread
  WHERE (thread.id = message_file.thread))));
create policy own on correspondence.message_file for select to portolan_portal using ((EXISTS ( SELECT
   FROM correspondence.thread
  WHERE (thread.id = message_file.thread))));
create policy owner_all on correspondence.message_file to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.message_file for select to portolan_worker using (true);

create table correspondence.motion (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  kind text not null,
  way text not null,
  came_on date not null,
  due_at timestamp with time zone,
  in_time boolean,
  note_sealed bytea not null,
  by uuid not null,
  at timestamp with time zone not null,
  constraint motion_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint motion_check CHECK (((due_at IS NULL) = (in_time IS NULL))),
  constraint motion_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
  constraint motion_note_sealed_check CHECK ((octet_length(note_sealed) <= 65536)),
  constraint motion_pkey PRIMARY KEY (id),
  constraint motion_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint motion_way_check CHECK ((way = ANY (ARRAY['paper'::text, 'message'::text])))
);
comment on table correspondence.motion is 'Purpose: a motion against a decision, when it came and whether in time; what came of it is the decision that names it. Kept: as the case. Closing and legal hold: kept. Personal data: the note of the office, sealed for the case.';
alter table correspondence.motion enable row level security;
alter table correspondence.motion force row level security;
grant insert, select on table correspondence.motion to portolan_office;
grant select on table correspondence.motion to portolan_worker;
grant select (at, came_on, "case", due_at, id, in_time, kind, receipt_number) on table correspondence.motion to portolan_portal;
CREATE INDEX motion_of_case ON correspondence.motion USING btree ("case", at DESC);
create policy office_adds on correspondence.motion for insert to portolan_office with check (((by = platform.actor_staff()) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = motion."case")))));
create policy office_reads on correspondence.motion for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = motion."case")))));
create policy own on correspondence.motion for select to portolan_portal using (correspondence.is_party("case", NULL::text));
create policy owner_all on correspondence.motion to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.motion for select to portolan_worker using (true);

create table correspondence.notice (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  kind text not null,
  source text not null,
  issued_at timestamp with time zone not null,
  issued_on date not null,
  code text not null,
  text_sha256 text not null,
  signature text not null,
  sealed bytea not null,
  told_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_as text,
  constraint notice_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint notice_case_kind_source_key UNIQUE ("case", kind, source),
  constraint notice_check CHECK (((ended_at IS NULL) = (ended_as IS NULL))),
  constraint notice_code_check CHECK ((code ~ '^[0-9A-HJKMNP-TV-Z]{17}$'::text)),
  constraint notice_code_key UNIQUE (code),
  constraint notice_ended_as_check CHECK ((ended_as = ANY (ARRAY['replaced'::text, 'withdrawn'::text]))),
  constraint notice_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint notice_signature_check CHECK (((length(signature) >= 80) AND (length(signature) <= 120))),
  constraint notice_source_check CHECK (((length(source) >= 1) AND (length(source) <= 100))),
  constraint notice_text_sha256_check CHECK ((text_sha256 ~ '^[0-9a-f]{64}$'::text))
);
comment on table correspondence.notice is 'Purpose: a notice of the agency about one case, word for word as it was issued, and the signed code by which anyone can check that it is genuine. Nothing of its words is changed afterwards; it can be replaced by another one or withdrawn. Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed, sealed for the case.';
alter table correspondence.notice enable row level security;
alter table correspondence.notice force row level security;
grant insert, select on table correspondence.notice to portolan_office, portolan_portal, portolan_worker;
grant update (ended_as, ended_at) on table correspondence.notice to portolan_office;
grant update (ended_as, ended_at) on table correspondence.notice to portolan_portal;
grant update (ended_as, ended_at, told_at) on table correspondence.notice to portolan_worker;
CREATE INDEX notice_of_case ON correspondence.notice USING btree ("case", issued_at DESC, id);
create policy office_all on correspondence.notice to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = notice."case")))));
create policy own on correspondence.notice for select to portolan_portal using (correspondence.is_party("case", NULL::text));
create policy own_acts on correspondence.notice for insert to portolan_portal with check ((correspondence.is_party("case", NULL::text) AND (told_at IS NULL) AND (ended_at IS NULL)));
create policy own_ends on correspondence.notice for update to portolan_portal using (correspondence.is_party("case", NULL::text));
create policy owner_all on correspondence.notice to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.notice to portolan_worker using (true) with check (true);

create table correspondence.notice_key (
  key_id text not null,
  public_key text not null,
  published_at timestamp with time zone not null,
  constraint notice_key_key_id_check CHECK ((key_id ~ '^[a-z0-9][a-z0-9-]{0,15}$'::text)),
  constraint notice_key_pkey PRIMARY KEY (key_id, public_key),
  constraint notice_key_public_key_check CHECK ((public_key ~ '^-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=\n]+-----END PUBLIC KEY-----\n$'::text))
);
comment on table correspondence.notice_key is 'Purpose: every public key that notices were signed with, published for whoever checks one, also when its master key is gone. Kept: for ever. Closing and legal hold: nothing of anyone is in it. Personal data: none.';
alter table correspondence.notice_key enable row level security;
alter table correspondence.notice_key force row level security;
grant insert, select on table correspondence.notice_key to portolan_worker;
grant select on table correspondence.notice_key to portolan_portal;
create policy owner_all on correspondence.notice_key to portolan_owner using (true) with check (true);
create policy public_reads on correspondence.notice_key for select to portolan_portal using (true);
create policy worker_all on correspondence.notice_key to portolan_worker using (true) with check (true);

create table correspondence.notice_opening (
  notice uuid not null,
  account uuid not null,
  side text not null,
  at timestamp with time zone not null,
  constraint notice_opening_notice_fkey FOREIGN KEY (notice) REFERENCES correspondence.notice(id),
  constraint notice_opening_pkey PRIMARY KEY (notice, account),
  constraint notice_opening_side_check CHECK ((side = ANY (ARRAY['person'::text, 'representative'::text])))
);
comment on table correspondence.notice_opening is 'Purpose: who of a case opened a notice on its page, and when for the first time: the agency and the person see that it was read. Kept: as the case. Closing and legal hold: kept. Personal data: the relation.';
alter table correspondence.notice_opening enable row level security;
alter table correspondence.notice_opening force row level security;
grant insert, select on table correspondence.notice_opening to portolan_portal;
grant select on table correspondence.notice_opening to portolan_office, portolan_worker;
create policy office_reads on correspondence.notice_opening for select to portolan_office using ((EXISTS ( SELECT
   FROM correspondence.notice
  WHERE (notice.id = notice_opening.notice))));
create policy own on correspondence.notice_opening for select to portolan_portal using ((EXISTS ( SELECT
   FROM correspondence.notice
  WHERE (notice.id = notice_opening.notice))));
create policy own_opens on correspondence.notice_opening for insert to portolan_portal with check (((account = ANY (platform.actor_accounts())) AND (EXISTS ( SELECT
   FROM correspondence.notice
  WHERE ((notice.id = notice_opening.notice) AND correspondence.is_party(notice."case", notice_opening.side))))));
create policy owner_all on correspondence.notice_opening to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.notice_opening for select to portolan_worker using (true);

create table correspondence.notice_paper (
  id uuid not null,
  notice uuid not null,
  copy text not null,
  storage_key text not null,
  sha256 text not null,
  size_bytes bigint not null,
  pages integer not null,
  made_at timestamp with time zone not null,
  constraint notice_paper_copy_check CHECK ((copy = ANY (ARRAY['person'::text, 'representative'::text]))),
  constraint notice_paper_notice_copy_key UNIQUE (notice, copy),
  constraint notice_paper_notice_fkey FOREIGN KEY (notice) REFERENCES correspondence.notice(id),
  constraint notice_paper_pages_check CHECK ((pages > 0)),
  constraint notice_paper_pkey PRIMARY KEY (id),
  constraint notice_paper_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint notice_paper_size_bytes_check CHECK ((size_bytes > 0)),
  constraint notice_paper_storage_key_check CHECK (((length(storage_key) >= 20) AND (length(storage_key) <= 64))),
  constraint notice_paper_storage_key_key UNIQUE (storage_key)
);
comment on table correspondence.notice_paper is 'Purpose: where the sealed PDF of a notice lies: one for the person, and one for who represents them, without the number of the person''s account. Kept: as the case. Closing and legal hold: kept. Personal data: none here; the files hold it, sealed for the case.';
alter table correspondence.notice_paper enable row level security;
alter table correspondence.notice_paper force row level security;
grant insert, select on table correspondence.notice_paper to portolan_worker;
grant select on table correspondence.notice_paper to portolan_office, portolan_portal;
create policy office_reads on correspondence.notice_paper for select to portolan_office using ((EXISTS ( SELECT
   FROM correspondence.notice
  WHERE (notice.id = notice_paper.notice))));
create policy own on correspondence.notice_paper for select to portolan_portal using ((EXISTS ( SELECT
   FROM correspondence.notice
  WHERE ((notice.id = notice_paper.notice) AND correspondence.is_party(notice."case", notice_paper.copy)))));
create policy owner_all on correspondence.notice_paper to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.notice_paper to portolan_worker using (true) with check (true);

create table correspondence.notice_post (
  id uuid not null,
  notice uuid not null,
  copy text not null,
  cause text not null,
  asked_at timestamp with time zone not null,
  staff uuid,
  why_sealed bytea,
  letter uuid,
  no_address_at timestamp with time zone,
  constraint notice_post_cause_check CHECK ((cause = ANY (ARRAY['no-account'::text, 'asked-for-paper'::text, 'office'::text]))),
  constraint notice_post_check CHECK (((cause = 'office'::text) = (staff IS NOT NULL))),
  constraint notice_post_check1 CHECK (((cause = 'office'::text) = (why_sealed IS NOT NULL))),
  constraint notice_post_check2 CHECK (((letter IS NULL) OR (no_address_at IS NULL))),
  constraint notice_post_copy_check CHECK ((copy = ANY (ARRAY['person'::text, 'representative'::text]))),
  constraint notice_post_notice_fkey FOREIGN KEY (notice) REFERENCES correspondence.notice(id),
  constraint notice_post_pkey PRIMARY KEY (id)
);
comment on table correspondence.notice_post is 'Purpose: that a notice goes by mail, why, and which letter brings it; an officer''s reason to mail it again. Kept: as the case. Closing and legal hold: kept. Personal data: the reason, sealed for the case.';
alter table correspondence.notice_post enable row level security;
alter table correspondence.notice_post force row level security;
grant insert, select on table correspondence.notice_post to portolan_office, portolan_worker;
grant update (letter, no_address_at) on table correspondence.notice_post to portolan_worker;
CREATE INDEX notice_post_of_notice ON correspondence.notice_post USING btree (notice, asked_at);
CREATE UNIQUE INDEX notice_post_once ON correspondence.notice_post USING btree (notice, copy) WHERE (cause <> 'office'::text);
create policy office_all on correspondence.notice_post to portolan_office using ((EXISTS ( SELECT
   FROM correspondence.notice
  WHERE (notice.id = notice_post.notice))));
create policy owner_all on correspondence.notice_post to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.notice_post to portolan_worker using (true) with check (true);

create table correspondence.outage (
  id uuid not null,
  parts text[] not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  words jsonb not null,
  stops_clock boolean not null,
  declared_at timestamp with time zone not null,
  declared_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  applied_at timestamp with time zone,
  moved integer not null default 0,
  constraint outage_check CHECK ((ends_at > starts_at)),
  constraint outage_check1 CHECK ((((ends_at IS NULL) = (ended_at IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL)))),
  constraint outage_check2 CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint outage_check3 CHECK (((applied_at IS NULL) OR (ends_at IS NOT NULL))),
  constraint outage_moved_check CHECK ((moved >= 0)),
  constraint outage_parts_check CHECK (((cardinality(parts) >= 1) AND (cardinality(parts) <= 20))),
  constraint outage_pkey PRIMARY KEY (id),
  constraint outage_words_check CHECK ((jsonb_typeof(words) = 'object'::text))
);
comment on table correspondence.outage is 'Purpose: when people could not answer here, which the agency declared, and how many deadlines moved for it; anybody reads it. Kept: for good. Closing and legal hold: not concerned. Personal data: which staff member declared, ended or withdrew it.';
alter table correspondence.outage enable row level security;
alter table correspondence.outage force row level security;
grant insert, select on table correspondence.outage to portolan_office;
grant select on table correspondence.outage to portolan_worker;
grant select (applied_at, declared_at, ends_at, id, moved, parts, starts_at, stops_clock, withdrawn_at, words) on table correspondence.outage to portolan_portal;
grant update (applied_at, moved) on table correspondence.outage to portolan_worker;
grant update (ended_at, ended_by, ends_at, withdrawn_at, withdrawn_by) on table correspondence.outage to portolan_office;
CREATE INDEX outage_newest ON correspondence.outage USING btree (starts_at DESC, id);
CREATE INDEX outage_stops ON correspondence.outage USING btree (starts_at) WHERE (stops_clock AND (applied_at IS NULL));
create policy anybody_reads on correspondence.outage for select to portolan_portal using (true);
create policy office_all on correspondence.outage to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy owner_all on correspondence.outage to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.outage to portolan_worker using (true) with check (true);

create table correspondence.paper_withdrawal (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  received_on date not null,
  name_sealed bytea not null,
  why_sealed bytea,
  by uuid not null,
  at timestamp with time zone not null,
  constraint paper_withdrawal_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint paper_withdrawal_name_sealed_check CHECK ((octet_length(name_sealed) <= 4096)),
  constraint paper_withdrawal_pkey PRIMARY KEY (id),
  constraint paper_withdrawal_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint paper_withdrawal_why_sealed_check CHECK ((octet_length(why_sealed) <= 65536))
);
comment on table correspondence.paper_withdrawal is 'Purpose: that a case was withdrawn by a paper, the day it came, the name it is signed with, and why an officer took it though that is not the name we know; rows are only ever added. Kept: as the case. Closing and legal hold: kept. Personal data: the signed name and the words of the office, sealed for the case.';
alter table correspondence.paper_withdrawal enable row level security;
alter table correspondence.paper_withdrawal force row level security;
grant insert, select on table correspondence.paper_withdrawal to portolan_office;
grant select on table correspondence.paper_withdrawal to portolan_worker;
grant select (at, "case", id, name_sealed, receipt_number, received_on) on table correspondence.paper_withdrawal to portolan_portal;
CREATE INDEX paper_withdrawal_of_case ON correspondence.paper_withdrawal USING btree ("case", at DESC);
create policy office_adds on correspondence.paper_withdrawal for insert to portolan_office with check (((by = platform.actor_staff()) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = paper_withdrawal."case")))));
create policy office_reads on correspondence.paper_withdrawal for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = paper_withdrawal."case")))));
create policy own on correspondence.paper_withdrawal for select to portolan_portal using (correspondence.is_party("case", NULL::text));
create policy owner_all on correspondence.paper_withdrawal to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.paper_withdrawal for select to portolan_worker using (true);

create table correspondence.reading (
  thread uuid not null,
  up_to integer not null,
  side text not null,
  account uuid,
  staff uuid,
  at timestamp with time zone not null,
  constraint reading_check CHECK (((side = 'agency'::text) = (staff IS NOT NULL))),
  constraint reading_check1 CHECK (((side = 'agency'::text) = (account IS NULL))),
  constraint reading_side_check CHECK ((side = ANY (ARRAY['person'::text, 'representative'::text, 'agency'::text]))),
  constraint reading_thread_fkey FOREIGN KEY (thread) REFERENCES correspondence.thread(id),
  constraint reading_up_to_check CHECK ((up_to > 0))
);
comment on table correspondence.reading is 'Purpose: up to which message of a conversation somebody had read, when: each side sees that the other has read. Kept: as the case. Closing and legal hold: kept. Personal data: the relation.';
alter table correspondence.reading enable row level security;
alter table correspondence.reading force row level security;
grant insert on table correspondence.reading to portolan_portal;
grant insert, select on table correspondence.reading to portolan_office;
grant select on table correspondence.reading to portolan_worker;
grant select (account, at, side, thread, up_to) on table correspondence.reading to portolan_portal;
CREATE UNIQUE INDEX reading_once ON correspondence.reading USING btree (thread, COALESCE(account, staff), up_to);
create policy office_all on correspondence.reading to portolan_office using ((EXISTS ( SELECT
   FROM correspondence.thread
  WHERE (thread.id = reading.thread))));
create policy own on correspondence.reading for select to portolan_portal using ((EXISTS ( SELECT
   FROM correspondence.thread
  WHERE (thread.id = reading.thread))));
create policy own_reads on correspondence.reading for insert to portolan_portal with check (((account = ANY (platform.actor_accounts())) AND (EXISTS ( SELECT
   FROM correspondence.thread
  WHERE ((thread.id = reading.thread) AND correspondence.is_party(thread."case", reading.side))))));
create policy owner_all on correspondence.reading to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.reading for select to portolan_worker using (true);

create table correspondence.request_answer (
  ask uuid not null,
  version integer not null,
  lacks boolean not null,
  account uuid not null,
  side text not null,
  saved_at timestamp with time zone not null,
  sealed bytea,
  constraint request_answer_ask_fkey FOREIGN KEY (ask) REFERENCES correspondence.request_ask(id),
  constraint request_answer_pkey PRIMARY KEY (ask),
  constraint request_answer_side_check CHECK ((side = ANY (ARRAY['person'::text, 'representative'::text]))),
  constraint request_answer_version_check CHECK ((version > 0))
);
comment on table correspondence.request_answer is 'Purpose: what a person of the case answers to one ask, kept while they gather it and as it was sent. Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed, sealed for the case; which account wrote it.';
alter table correspondence.request_answer enable row level security;
alter table correspondence.request_answer force row level security;
grant insert, select, update on table correspondence.request_answer to portolan_portal;
grant select on table correspondence.request_answer to portolan_office, portolan_worker;
create policy office_reads on correspondence.request_answer for select to portolan_office using ((EXISTS ( SELECT
   FROM (correspondence.request_ask ask
     JOIN correspondence.evidence_request its ON ((its.id = ask.request)))
  WHERE ((ask.id = request_answer.ask) AND (its.state = 'answered'::text)))));
create policy own on correspondence.request_answer for select to portolan_portal using ((EXISTS ( SELECT
   FROM correspondence.request_ask ask
  WHERE (ask.id = request_answer.ask))));
create policy own_begins on correspondence.request_answer for insert to portolan_portal with check (correspondence.answers_open(ask, account, side));
create policy own_goes_on on correspondence.request_answer for update to portolan_portal using ((EXISTS ( SELECT
   FROM correspondence.request_ask its
  WHERE (its.id = request_answer.ask)))) with check (correspondence.answers_open(ask, account, side));
create policy owner_all on correspondence.request_answer to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.request_answer to portolan_worker using (true) with check (true);

create table correspondence.request_ask (
  id uuid not null,
  request uuid not null,
  ordinal integer not null,
  code text,
  files boolean not null,
  sealed bytea,
  constraint request_ask_check CHECK (((code IS NOT NULL) OR (sealed IS NOT NULL))),
  constraint request_ask_code_check CHECK (((length(code) >= 1) AND (length(code) <= 60))),
  constraint request_ask_ordinal_check CHECK (((ordinal >= 1) AND (ordinal <= 50))),
  constraint request_ask_pkey PRIMARY KEY (id),
  constraint request_ask_request_fkey FOREIGN KEY (request) REFERENCES correspondence.evidence_request(id),
  constraint request_ask_request_ordinal_key UNIQUE (request, ordinal)
);
comment on table correspondence.request_ask is 'Purpose: one thing that a request asks for, out of the agency''s list or in an officer''s words. Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed, sealed for the case.';
alter table correspondence.request_ask enable row level security;
alter table correspondence.request_ask force row level security;
grant insert, select on table correspondence.request_ask to portolan_office;
grant select on table correspondence.request_ask to portolan_portal, portolan_worker;
create policy office_all on correspondence.request_ask to portolan_office using ((EXISTS ( SELECT
   FROM correspondence.evidence_request its
  WHERE (its.id = request_ask.request))));
create policy own on correspondence.request_ask for select to portolan_portal using ((EXISTS ( SELECT
   FROM correspondence.evidence_request its
  WHERE (its.id = request_ask.request))));
create policy owner_all on correspondence.request_ask to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.request_ask to portolan_worker using (true) with check (true);

create table correspondence.request_draft (
  "case" uuid not null,
  version integer not null,
  saved_at timestamp with time zone not null,
  saved_by uuid not null,
  sealed bytea not null,
  constraint request_draft_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint request_draft_pkey PRIMARY KEY ("case"),
  constraint request_draft_version_check CHECK ((version > 0))
);
comment on table correspondence.request_draft is 'Purpose: a request that an officer composes and has not sent. Kept: until it is sent or dropped. Closing and legal hold: kept. Personal data: all of sealed, sealed for the case.';
alter table correspondence.request_draft enable row level security;
alter table correspondence.request_draft force row level security;
grant delete, insert, select, update on table correspondence.request_draft to portolan_office;
create policy office_all on correspondence.request_draft to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = request_draft."case")))));
create policy owner_all on correspondence.request_draft to portolan_owner using (true) with check (true);

create table correspondence.request_event (
  id uuid not null,
  request uuid not null,
  what text not null,
  at timestamp with time zone not null,
  due_from timestamp with time zone,
  due_to timestamp with time zone,
  outage uuid,
  constraint request_event_check CHECK (((what = 'deadline-moved'::text) = (outage IS NOT NULL))),
  constraint request_event_check1 CHECK (((outage IS NULL) = (due_from IS NULL))),
  constraint request_event_outage_fkey FOREIGN KEY (outage) REFERENCES correspondence.outage(id),
  constraint request_event_pkey PRIMARY KEY (id),
  constraint request_event_request_fkey FOREIGN KEY (request) REFERENCES correspondence.evidence_request(id),
  constraint request_event_what_check CHECK ((what = ANY (ARRAY['sent'::text, 'deadline-moved'::text, 'answered'::text, 'lapsed'::text, 'withdrawn'::text, 'open-again'::text])))
);
comment on table correspondence.request_event is 'Purpose: what happened to a request, when, and every move of its deadline; rows are only added. Kept: as the case. Closing and legal hold: kept. Personal data: the relation.';
alter table correspondence.request_event enable row level security;
alter table correspondence.request_event force row level security;
grant insert, select on table correspondence.request_event to portolan_office, portolan_portal, portolan_worker;
CREATE INDEX request_event_of ON correspondence.request_event USING btree (request, at, id);
CREATE UNIQUE INDEX request_event_moved_once ON correspondence.request_event USING btree (request, outage) WHERE (outage IS NOT NULL);
create policy office_all on correspondence.request_event to portolan_office using ((EXISTS ( SELECT
   FROM correspondence.evidence_request its
  WHERE (its.id = request_event.request))));
create policy own on correspondence.request_event for select to portolan_portal using ((EXISTS ( SELECT
   FROM correspondence.evidence_request its
  WHERE (its.id = request_event.request))));
create policy own_answered on correspondence.request_event for insert to portolan_portal with check (((what = 'answered'::text) AND (EXISTS ( SELECT
   FROM correspondence.evidence_request its
  WHERE (its.id = request_event.request)))));
create policy owner_all on correspondence.request_event to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.request_event to portolan_worker using (true) with check (true);

create table correspondence.request_typed (
  ask uuid not null,
  account uuid not null,
  kept_at timestamp with time zone not null,
  sealed bytea not null,
  constraint request_typed_ask_fkey FOREIGN KEY (ask) REFERENCES correspondence.request_ask(id),
  constraint request_typed_pkey PRIMARY KEY (ask, account),
  constraint request_typed_sealed_check CHECK ((octet_length(sealed) <= 262144))
);
comment on table correspondence.request_typed is 'Purpose: what somebody writes about one thing that a request asks and has not saved. Kept: until they save it, else as the case. Closing: deleted. Legal hold: kept. Personal data: all of sealed, sealed for the account that wrote it.';
alter table correspondence.request_typed enable row level security;
alter table correspondence.request_typed force row level security;
grant delete, insert, select, update on table correspondence.request_typed to portolan_portal;
grant delete, select on table correspondence.request_typed to portolan_worker;
CREATE INDEX request_typed_account ON correspondence.request_typed USING btree (account);
create policy own on correspondence.request_typed for select to portolan_portal using (((account = ANY (platform.actor_accounts())) AND (EXISTS ( SELECT
   FROM correspondence.request_ask its
  WHERE (its.id = request_typed.ask)))));
create policy own_begins on correspondence.request_typed for insert to portolan_portal with check (correspondence.answers_open(ask, account, NULL::text));
create policy own_goes_on on correspondence.request_typed for update to portolan_portal using ((account = ANY (platform.actor_accounts()))) with check (correspondence.answers_open(ask, account, NULL::text));
create policy own_saved on correspondence.request_typed for delete to portolan_portal using ((account = ANY (platform.actor_accounts())));
create policy owner_all on correspondence.request_typed to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.request_typed to portolan_worker using (true) with check (true);

create table correspondence.slot (
  id uuid not null,
  office text not null,
  kind text not null,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  capacity integer not null,
  taken integer not null default 0,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  closed_why text,
  constraint slot_capacity_check CHECK (((capacity >= 1) AND (capacity <= 500))),
  constraint slot_check CHECK (((taken >= 0) AND (taken <= capacity))),
  constraint slot_check1 CHECK (((closed_at IS NULL) = (closed_by IS NULL))),
  constraint slot_check2 CHECK (((closed_at IS NULL) = (closed_why IS NULL))),
  constraint slot_closed_why_check CHECK (((length(closed_why) >= 1) AND (length(closed_why) <= 40))),
  constraint slot_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  constraint slot_minutes_check CHECK (((minutes >= 5) AND (minutes <= 480))),
  constraint slot_office_check CHECK (((length(office) >= 1) AND (length(office) <= 60))),
  constraint slot_office_kind_starts_at_key UNIQUE (office, kind, starts_at),
  constraint slot_pkey PRIMARY KEY (id)
);
comment on table correspondence.slot is 'Purpose: a time at which an office sees people for one kind of appointment: how many it takes, how many are taken, and whether it was closed and why. Kept: with the appointments in it. Closing and legal hold: kept. Personal data: none of the person.';
alter table correspondence.slot enable row level security;
alter table correspondence.slot force row level security;
grant insert, select on table correspondence.slot to portolan_office;
grant select on table correspondence.slot to portolan_worker;
grant select (capacity, closed_at, id, kind, minutes, office, starts_at, taken) on table correspondence.slot to portolan_portal;
grant update (closed_at, closed_by, closed_why) on table correspondence.slot to portolan_office;
create policy everybody_reads on correspondence.slot for select to portolan_portal using (true);
create policy office_all on correspondence.slot to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy owner_all on correspondence.slot to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.slot to portolan_worker using (true) with check (true);

create table correspondence.thread (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  topic text not null,
  opened_at timestamp with time zone not null,
  opened_by text not null,
  messages integer not null,
  last_at timestamp with time zone not null,
  state text not null,
  waits_since timestamp with time zone,
  constraint thread_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint thread_check CHECK (((state = 'waits'::text) = (waits_since IS NOT NULL))),
  constraint thread_messages_check CHECK (((messages >= 1) AND (messages <= 1000))),
  constraint thread_opened_by_check CHECK ((opened_by = ANY (ARRAY['person'::text, 'representative'::text, 'agency'::text]))),
  constraint thread_pkey PRIMARY KEY (id),
  constraint thread_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint thread_state_check CHECK ((state = ANY (ARRAY['waits'::text, 'answered'::text, 'closed'::text]))),
  constraint thread_topic_check CHECK (((length(topic) >= 1) AND (length(topic) <= 60)))
);
comment on table correspondence.thread is 'Purpose: a conversation with the agency about one case under one topic: when it began, how many messages it has, and since when it waits for the agency. Kept: as the case. Closing and legal hold: kept. Personal data: the relation.';
alter table correspondence.thread enable row level security;
alter table correspondence.thread force row level security;
grant insert, select on table correspondence.thread to portolan_office, portolan_portal;
grant select on table correspondence.thread to portolan_worker;
grant update (last_at, messages, state, waits_since) on table correspondence.thread to portolan_office;
grant update (last_at, messages, state, waits_since) on table correspondence.thread to portolan_portal;
CREATE INDEX thread_about ON correspondence.thread USING btree (state, topic, last_at, id);
CREATE INDEX thread_in_state ON correspondence.thread USING btree (state, last_at, id);
CREATE INDEX thread_of_case ON correspondence.thread USING btree ("case", last_at DESC, id);
CREATE INDEX thread_waits ON correspondence.thread USING btree (waits_since, id) WHERE (state = 'waits'::text);
CREATE INDEX thread_waits_about ON correspondence.thread USING btree (topic, waits_since, id) WHERE (state = 'waits'::text);
create policy office_all on correspondence.thread to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = thread."case")))));
create policy own on correspondence.thread for select to portolan_portal using (correspondence.is_party("case", NULL::text));
create policy own_begins on correspondence.thread for insert to portolan_portal with check (((opened_by <> 'agency'::text) AND (state = 'waits'::text) AND correspondence.is_party("case", opened_by)));
create policy own_goes_on on correspondence.thread for update to portolan_portal using (correspondence.is_party("case", NULL::text)) with check ((state = 'waits'::text));
create policy owner_all on correspondence.thread to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.thread for select to portolan_worker using (true);

create table correspondence.told (
  id uuid not null,
  at timestamp with time zone not null,
  constraint told_pkey PRIMARY KEY (id)
);
comment on table correspondence.told is 'Purpose: of which message, evidence or question the others on its case were told, and who joined a case of the notices that waited there, so that they are told once. Kept: as the case. Closing and legal hold: kept. Personal data: none.';
alter table correspondence.told enable row level security;
alter table correspondence.told force row level security;
grant insert, select on table correspondence.told to portolan_worker;
create policy owner_all on correspondence.told to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.told to portolan_worker using (true) with check (true);

create table correspondence.transfer (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  from_office text,
  to_office text not null,
  reason text not null,
  note_sealed bytea not null,
  by uuid not null,
  at timestamp with time zone not null,
  constraint transfer_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint transfer_check CHECK ((from_office IS DISTINCT FROM to_office)),
  constraint transfer_from_office_check CHECK (((length(from_office) >= 1) AND (length(from_office) <= 60))),
  constraint transfer_note_sealed_check CHECK ((octet_length(note_sealed) <= 65536)),
  constraint transfer_pkey PRIMARY KEY (id),
  constraint transfer_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 60))),
  constraint transfer_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint transfer_to_office_check CHECK (((length(to_office) >= 1) AND (length(to_office) <= 60)))
);
comment on table correspondence.transfer is 'Purpose: which office gave a case to which, why and when; rows are only ever added. Kept: as the case. Closing and legal hold: kept. Personal data: the note of the office, sealed for the case.';
alter table correspondence.transfer enable row level security;
alter table correspondence.transfer force row level security;
grant insert, select on table correspondence.transfer to portolan_office;
grant select on table correspondence.transfer to portolan_worker;
grant select (at, "case", from_office, id, reason, receipt_number, to_office) on table correspondence.transfer to portolan_portal;
CREATE INDEX transfer_of_case ON correspondence.transfer USING btree ("case", at DESC);
create policy office_adds on correspondence.transfer for insert to portolan_office with check (((by = platform.actor_staff()) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = transfer."case")))));
create policy office_reads on correspondence.transfer for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = transfer."case")))));
create policy own on correspondence.transfer for select to portolan_portal using (correspondence.is_party("case", NULL::text));
create policy owner_all on correspondence.transfer to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.transfer for select to portolan_worker using (true);

create table correspondence.withdrawal (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  account uuid not null,
  sealed bytea not null,
  language text not null,
  at timestamp with time zone not null,
  constraint withdrawal_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint withdrawal_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint withdrawal_language_check CHECK (((length(language) >= 2) AND (length(language) <= 12))),
  constraint withdrawal_pkey PRIMARY KEY (id),
  constraint withdrawal_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20)))
);
comment on table correspondence.withdrawal is 'Purpose: that the person of a case withdrew it: the statement they agreed to, in its language, and the name they signed with. Kept: as the case. Closing and legal hold: kept. Personal data: the signed name in sealed, sealed for the case; which account.';
alter table correspondence.withdrawal enable row level security;
alter table correspondence.withdrawal force row level security;
grant insert, select on table correspondence.withdrawal to portolan_portal;
grant select on table correspondence.withdrawal to portolan_office, portolan_worker;
CREATE INDEX withdrawal_of_case ON correspondence.withdrawal USING btree ("case", at);
create policy office_all on correspondence.withdrawal to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = withdrawal."case")))));
create policy own on correspondence.withdrawal for select to portolan_portal using (correspondence.is_party("case", NULL::text));
create policy own_withdraws on correspondence.withdrawal for insert to portolan_portal with check (((account = ANY (platform.actor_accounts())) AND correspondence.is_party("case", 'person'::text)));
create policy owner_all on correspondence.withdrawal to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.withdrawal for select to portolan_worker using (true);

create schema evidence;
comment on schema evidence is 'Files that people add to their filings.';
grant usage on schema evidence to portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION evidence.is_left(draft uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from evidence.tray where tray.id = is_left.draft)
    and cardinality(platform.actor_accounts()) > 0
    and not (select cases.is_on(tray."case") from evidence.tray where tray.id = is_left.draft)
$function$;
comment on function evidence.is_left(uuid) is 'Whether it gathers files for a case that the person who acts is on no longer. Of a draft of a form: never.';
grant execute on function evidence.is_left(uuid) to portolan_portal, portolan_worker;

create table evidence.begun_upload (
  id uuid not null,
  account uuid not null,
  storage_key text not null,
  begun_at timestamp with time zone not null,
  constraint begun_upload_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint begun_upload_pkey PRIMARY KEY (id),
  constraint begun_upload_storage_key_check CHECK (((length(storage_key) >= 20) AND (length(storage_key) <= 64))),
  constraint begun_upload_storage_key_key UNIQUE (storage_key)
);
comment on table evidence.begun_upload is 'Purpose: an upload under way, so that what a killed one left in the storage is found. Kept: until the file is recorded, or an hour. Closing: swept. Personal data: none beside the account.';
alter table evidence.begun_upload enable row level security;
alter table evidence.begun_upload force row level security;
grant delete, insert, select on table evidence.begun_upload to portolan_portal, portolan_worker;
grant update (begun_at) on table evidence.begun_upload to portolan_worker;
CREATE INDEX begun_upload_begun_at ON evidence.begun_upload USING btree (begun_at);
create policy own on evidence.begun_upload to portolan_portal using ((account = ANY (platform.actor_accounts()))) with check ((account = ANY (platform.actor_accounts())));
create policy owner_all on evidence.begun_upload to portolan_owner using (true) with check (true);
create policy worker_all on evidence.begun_upload to portolan_worker using (true) with check (true);

create table evidence.file (
  id uuid not null,
  account uuid not null,
  draft uuid not null,
  document text not null,
  name_sealed bytea not null,
  type text not null,
  size_bytes integer not null,
  sha256 text not null,
  storage_key text not null,
  state text not null default 'received'::text,
  refusal text,
  pages integer,
  width integer,
  height integer,
  previews integer not null default 0,
  uploaded_at timestamp with time zone not null,
  checked_at timestamp with time zone,
  removed_at timestamp with time zone,
  submission uuid,
  bytes_gone_at timestamp with time zone,
  unscanned_since timestamp with time zone,
  scan_again_at timestamp with time zone,
  scan_failures integer not null default 0,
  parts integer[] not null default '{}'::integer[],
  parts_tried integer not null default 0,
  shown_copy_at timestamp with time zone,
  description_sealed bytea,
  place integer not null default 0,
  replaces uuid,
  restorable_until timestamp with time zone,
  translates uuid,
  constraint file_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint file_check CHECK (((state = 'received'::text) = (checked_at IS NULL))),
  constraint file_check1 CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
  constraint file_check2 CHECK (((state <> 'clean'::text) OR (pages IS NOT NULL))),
  constraint file_check3 CHECK (((removed_at IS NULL) OR (submission IS NULL))),
  constraint file_check4 CHECK (((unscanned_since IS NULL) = (scan_failures = 0))),
  constraint file_check5 CHECK ((replaces <> id)),
  constraint file_check6 CHECK (((restorable_until IS NULL) OR (removed_at IS NOT NULL))),
  constraint file_check7 CHECK ((translates <> id)),
  constraint file_description_sealed_check CHECK (((octet_length(description_sealed) >= 20) AND (octet_length(description_sealed) <= 12000))),
  constraint file_document_check CHECK ((document ~ '^[a-z0-9][a-z0-9-]{0,60}$'::text)),
  constraint file_height_check CHECK ((height >= 0)),
  constraint file_id_account_draft_key UNIQUE (id, account, draft),
  constraint file_pages_check CHECK ((pages > 0)),
  constraint file_parts_check CHECK ((cardinality(parts) <= 1000)),
  constraint file_parts_tried_check CHECK ((parts_tried >= 0)),
  constraint file_pkey PRIMARY KEY (id),
  constraint file_place_check CHECK ((place >= 0)),
  constraint file_previews_check CHECK ((previews >= 0)),
  constraint file_refusal_check CHECK (((length(refusal) >= 1) AND (length(refusal) <= 60))),
  constraint file_replaces_fkey FOREIGN KEY (replaces) REFERENCES evidence.file(id) ON DELETE SET NULL,
  constraint file_scan_failures_check CHECK ((scan_failures >= 0)),
  constraint file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint file_size_bytes_check CHECK ((size_bytes > 0)),
  constraint file_state_check CHECK ((state = ANY (ARRAY['received'::text, 'clean'::text, 'refused'::text]))),
  constraint file_storage_key_check CHECK (((length(storage_key) >= 20) AND (length(storage_key) <= 60))),
  constraint file_storage_key_key UNIQUE (storage_key),
  constraint file_translates_account_draft_fkey FOREIGN KEY (translates, account, draft) REFERENCES evidence.file(id, account, draft),
  constraint file_type_check CHECK ((type = ANY (ARRAY['pdf'::text, 'jpeg'::text, 'png'::text, 'tiff'::text]))),
  constraint file_width_check CHECK ((width >= 0))
);
comment on table evidence.file is 'Purpose: one file added to a draft for one document asked for, or as the translation of such a file, what the checks said of it, and the submission it went into. Its person finds it in their own library while it is kept, and can use it again: that makes a copy, a file of its own. The bytes lie sealed in the storage under storage_key, pictures of pages beside them. Kept: as its submission, a copy no shorter or longer for what it was made of; a removed or refused one 30 days after that, the bytes of a removed one a day, in which it can be put back, those of a refused one no longer than the job takes. A translation is removed with what it translates. Closing: removed unless submitted. Legal hold: kept. Personal data: the bytes, the name in name_sealed, and what is said of it in description_sealed (of a translation also the translator’s name), all sealed for the person.';
alter table evidence.file enable row level security;
alter table evidence.file force row level security;
grant delete, insert, select, update on table evidence.file to portolan_worker;
grant insert, select on table evidence.file to portolan_portal;
grant select on table evidence.file to portolan_office;
grant update (description_sealed, place, removed_at, restorable_until, submission, translates) on table evidence.file to portolan_portal;
comment on column evidence.file.unscanned_since is 'When the scanner first gave no verdict; null: it has not failed on this file.';
comment on column evidence.file.scan_again_at is 'Not before this the file is asked about again; null: its first job is queued.';
comment on column evidence.file.scan_failures is 'How often the scanner was there and gave no verdict, or was away when first asked.';
comment on column evidence.file.parts is 'The numbers of the parts its bytes lie in, in their order; empty: they lie in one piece.';
comment on column evidence.file.parts_tried is 'The highest number that a part of it may have in the storage.';
comment on column evidence.file.shown_copy_at is 'When the copy for other eyes was made of a picture: without where it was taken, when and with what. A PDF has none.';
comment on column evidence.file.description_sealed is 'What its person says of it: kind of document, days, who issued it, language, a note; of a translation who made it and what they certify; sealed for the person. Null: nothing.';
comment on column evidence.file.place is 'Its place among the files of its document; of two with one place the one that came in first stands first.';
comment on column evidence.file.replaces is 'The file whose place it took.';
comment on column evidence.file.restorable_until is 'Until when its person can put it back after removing it; its bytes stay until then. Null: not at all.';
comment on column evidence.file.translates is 'The file of the same draft that this one is the translation of; null: it is a document itself. No translation has one.';
CREATE INDEX file_of_account ON evidence.file USING btree (account) WHERE ((removed_at IS NULL) AND (submission IS NULL));
CREATE INDEX file_of_draft ON evidence.file USING btree (draft, uploaded_at) WHERE (removed_at IS NULL);
CREATE INDEX file_of_library ON evidence.file USING btree (account, uploaded_at DESC) WHERE ((removed_at IS NULL) AND (state <> 'refused'::text));
CREATE INDEX file_of_submission ON evidence.file USING btree (submission) WHERE (submission IS NOT NULL);
CREATE INDEX file_that_replaces ON evidence.file USING btree (replaces) WHERE (replaces IS NOT NULL);
CREATE INDEX file_that_translates ON evidence.file USING btree (translates) WHERE (translates IS NOT NULL);
CREATE INDEX file_to_forget ON evidence.file USING btree (COALESCE(removed_at, checked_at)) WHERE ((removed_at IS NOT NULL) OR (state = 'refused'::text));
CREATE INDEX file_to_scan ON evidence.file USING btree (COALESCE(scan_again_at, uploaded_at)) WHERE ((state = 'received'::text) AND (removed_at IS NULL));
CREATE UNIQUE INDEX file_once ON evidence.file USING btree (draft, document, sha256) WHERE ((removed_at IS NULL) AND (state <> 'refused'::text) AND (translates IS NULL));
CREATE UNIQUE INDEX translation_once ON evidence.file USING btree (translates, sha256) WHERE ((removed_at IS NULL) AND (state <> 'refused'::text) AND (translates IS NOT NULL));
create policy not_left on evidence.file as restrictive to portolan_portal using ((NOT evidence.is_left(draft))) with check ((NOT evidence.is_left(draft)));
create policy of_case_reads on evidence.file for select to portolan_portal using (((submission IS NOT NULL) AND (EXISTS ( SELECT
   FROM evidence.tray
  WHERE ((tray.id = file.submission) AND (tray.submitted_at IS NOT NULL) AND cases.is_on(tray."case"))))));
create policy office_reads on evidence.file for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (submission IS NOT NULL)));
create policy own_adds on evidence.file for insert to portolan_portal with check (((account = ANY (platform.actor_accounts())) AND (state = 'received'::text) AND (submission IS NULL) AND (removed_at IS NULL)));
create policy own_changes on evidence.file for update to portolan_portal using (((account = ANY (platform.actor_accounts())) AND (submission IS NULL))) with check ((account = ANY (platform.actor_accounts())));
create policy own_reads on evidence.file for select to portolan_portal using ((account = ANY (platform.actor_accounts())));
create policy owner_all on evidence.file to portolan_owner using (true) with check (true);
create policy together_reads on evidence.file for select to portolan_portal using (((submission IS NULL) AND (removed_at IS NULL) AND (EXISTS ( SELECT
   FROM evidence.tray
  WHERE ((tray.id = file.draft) AND (tray.account = file.account) AND (tray.purpose = 'request'::text) AND (tray.submitted_at IS NULL) AND cases.is_on_with(tray."case", tray.account))))));
create policy worker_all on evidence.file to portolan_worker using (true) with check (true);
CREATE TRIGGER guard_frozen BEFORE INSERT OR UPDATE ON evidence.file FOR EACH ROW EXECUTE FUNCTION filing.guard_frozen_evidence();

create table evidence.resumable_upload (
  id uuid not null,
  account uuid not null,
  draft uuid not null,
  document text not null,
  name_sealed bytea not null,
  same_file text,
  type text,
  size_bytes integer not null,
  storage_key text not null,
  offset_bytes integer not null default 0,
  parts integer[] not null default '{}'::integer[],
  parts_tried integer not null default 1,
  begun_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  outcome text,
  translates uuid,
  constraint resumable_upload_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint resumable_upload_check CHECK (((offset_bytes >= 0) AND (offset_bytes <= size_bytes))),
  constraint resumable_upload_check1 CHECK (((offset_bytes = 0) OR (type IS NOT NULL))),
  constraint resumable_upload_document_check CHECK ((document ~ '^[a-z0-9][a-z0-9-]{0,60}$'::text)),
  constraint resumable_upload_outcome_check CHECK ((outcome = ANY (ARRAY['received'::text, 'doubled'::text]))),
  constraint resumable_upload_parts_check CHECK ((cardinality(parts) <= 1000)),
  constraint resumable_upload_parts_tried_check CHECK (((parts_tried >= 1) AND (parts_tried <= 1001))),
  constraint resumable_upload_pkey PRIMARY KEY (id),
  constraint resumable_upload_same_file_check CHECK (((length(same_file) >= 20) AND (length(same_file) <= 64))),
  constraint resumable_upload_size_bytes_check CHECK ((size_bytes > 0)),
  constraint resumable_upload_storage_key_check CHECK (((length(storage_key) >= 20) AND (length(storage_key) <= 60))),
  constraint resumable_upload_storage_key_key UNIQUE (storage_key),
  constraint resumable_upload_type_check CHECK ((type = ANY (ARRAY['pdf'::text, 'jpeg'::text, 'png'::text, 'tiff'::text])))
);
comment on table evidence.resumable_upload is 'Purpose: an upload that may stop and go on: for which document, how much of it is stored, in which parts. parts: their numbers in the order of the bytes; parts_tried: the highest number ever given, so that every part that may lie in the storage is known; same_file: a keyed hash of what tells the same file again when it is chosen again; outcome: what became of it, for who did not hear the last answer. Kept: 24 hours from its last part. Closing: cancelled, then swept. Personal data: the bytes, and the name in name_sealed, both sealed for the person.';
alter table evidence.resumable_upload enable row level security;
alter table evidence.resumable_upload force row level security;
grant delete, select on table evidence.resumable_upload to portolan_worker;
grant insert, select on table evidence.resumable_upload to portolan_portal;
grant update (cancelled_at, expires_at) on table evidence.resumable_upload to portolan_worker;
grant update (cancelled_at, expires_at, offset_bytes, outcome, parts, parts_tried, type) on table evidence.resumable_upload to portolan_portal;
comment on column evidence.resumable_upload.translates is 'The file that it is the translation of; whether that still stands is asked when it is all here. Null: it is a document itself.';
CREATE INDEX resumable_upload_expires_at ON evidence.resumable_upload USING btree (expires_at);
CREATE INDEX resumable_upload_of_account ON evidence.resumable_upload USING btree (account);
CREATE INDEX resumable_upload_of_draft ON evidence.resumable_upload USING btree (draft);
create policy own on evidence.resumable_upload to portolan_portal using ((account = ANY (platform.actor_accounts()))) with check ((account = ANY (platform.actor_accounts())));
create policy owner_all on evidence.resumable_upload to portolan_owner using (true) with check (true);
create policy worker_all on evidence.resumable_upload to portolan_worker using (true) with check (true);

create table evidence.submitted_draft (
  draft uuid not null,
  account uuid not null,
  submission uuid not null,
  submitted_at timestamp with time zone not null,
  constraint submitted_draft_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint submitted_draft_pkey PRIMARY KEY (draft),
  constraint submitted_draft_submission_key UNIQUE (submission)
);
comment on table evidence.submitted_draft is 'Purpose: the drafts whose files are part of a submission, so that none is added or taken away afterwards. Kept: as the submission. Closing and legal hold: kept. Personal data: none beside the account.';
alter table evidence.submitted_draft enable row level security;
alter table evidence.submitted_draft force row level security;
grant insert, select on table evidence.submitted_draft to portolan_portal, portolan_worker;
create policy own on evidence.submitted_draft to portolan_portal using ((account = ANY (platform.actor_accounts()))) with check ((account = ANY (platform.actor_accounts())));
create policy owner_all on evidence.submitted_draft to portolan_owner using (true) with check (true);
create policy worker_all on evidence.submitted_draft to portolan_worker using (true) with check (true);

create table evidence.tray (
  id uuid not null,
  "case" uuid not null,
  account uuid not null,
  purpose text not null,
  subject uuid,
  documents text[] not null,
  files_most integer not null,
  page text not null,
  opened_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  side text,
  constraint tray_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint tray_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint tray_documents_check CHECK (((cardinality(documents) >= 1) AND (cardinality(documents) <= 60))),
  constraint tray_files_most_check CHECK (((files_most >= 1) AND (files_most <= 50))),
  constraint tray_page_check CHECK ((page ~ '^/cases/[A-Za-z0-9/-]{10,200}$'::text)),
  constraint tray_pkey PRIMARY KEY (id),
  constraint tray_purpose_check CHECK ((purpose = ANY (ARRAY['message'::text, 'additional'::text, 'request'::text, 'identity'::text]))),
  constraint tray_side_check CHECK ((side = ANY (ARRAY['person'::text, 'representative'::text])))
);
comment on table evidence.tray is 'Purpose: what gathers the files that one person sends about one case for one purpose: a message, additional evidence, the answer to a request, a proof of identity. Its id stands where the files name their draft and, once sent, their submission. Kept: as the case; one that was never sent 120 days, with its files. Closing: removed unless sent. Legal hold: kept. Personal data: the relation.';
alter table evidence.tray enable row level security;
alter table evidence.tray force row level security;
grant delete, select on table evidence.tray to portolan_worker;
grant insert, select on table evidence.tray to portolan_portal;
grant select on table evidence.tray to portolan_office;
grant update (submitted_at) on table evidence.tray to portolan_portal;
comment on column evidence.tray.subject is 'What it is about: the conversation, the request. Null: nothing yet.';
comment on column evidence.tray.page is 'Where its person adds to it and sends it.';
comment on column evidence.tray.side is 'Whether who gathers is the person of the case or represents them, as it stood when the tray was opened. Null: nobody else gathers with them.';
CREATE INDEX tray_forgotten ON evidence.tray USING btree (opened_at) WHERE (submitted_at IS NULL);
CREATE INDEX tray_of_case ON evidence.tray USING btree ("case", submitted_at) WHERE (submitted_at IS NOT NULL);
CREATE UNIQUE INDEX tray_open ON evidence.tray USING btree (account, "case", purpose, COALESCE(subject, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE (submitted_at IS NULL);
create policy of_case_reads on evidence.tray for select to portolan_portal using (((submitted_at IS NOT NULL) AND cases.is_on("case")));
create policy office_reads on evidence.tray for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (submitted_at IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = tray."case")))));
create policy own_opens on evidence.tray for insert to portolan_portal with check (((account = ANY (platform.actor_accounts())) AND (submitted_at IS NULL) AND cases.is_on("case")));
create policy own_reads on evidence.tray for select to portolan_portal using (((account = ANY (platform.actor_accounts())) AND cases.is_on("case")));
create policy own_sends on evidence.tray for update to portolan_portal using (((account = ANY (platform.actor_accounts())) AND (submitted_at IS NULL))) with check (cases.is_on("case"));
create policy owner_all on evidence.tray to portolan_owner using (true) with check (true);
create policy together_reads on evidence.tray for select to portolan_portal using (((purpose = 'request'::text) AND (submitted_at IS NULL) AND cases.is_on_with("case", account)));
create policy worker_all on evidence.tray to portolan_worker using (true) with check (true);

create schema filing;
comment on schema filing is 'Drafts of forms, signatures, payments and submissions.';
grant usage on schema filing to portolan_gate, portolan_office, portolan_portal, portolan_worker;

create sequence filing.money_movement_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

create sequence filing.signature_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

CREATE OR REPLACE FUNCTION filing.guard_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.prepared = 'copy' and new.prepared is null and new.prepared_by is null and new.frozen_at is null
    and new.account = old.account and current_user = 'portolan_owner' then
    return new;
  end if;
  if new.account is distinct from old.account or new.prepared is distinct from old.prepared then
    raise exception 'draft % stays whose and what it is', old.id;
  end if;
  if old.frozen_at is not null and row(new.answers_sealed, new.edition, new.form, new.offered_sealed, new.origins_sealed)
    is distinct from row(old.answers_sealed, old.edition, old.form, old.offered_sealed, old.origins_sealed)
    or old.frozen_at is not null and new.typed_sealed is not null and new.typed_sealed is distinct from old.typed_sealed then
    raise exception 'draft % is frozen', old.id;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION filing.guard_frozen_evidence()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if current_user = 'portolan_portal' and exists (select from filing.draft its where its.id = new.draft and its.frozen_at is not null)
    and (tg_op = 'INSERT' or (to_jsonb(new) - 'submission') is distinct from (to_jsonb(old) - 'submission')) then
    raise exception 'the evidence of draft % is frozen', new.draft;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION filing.helpers_of_case(case_id uuid)
 RETURNS TABLE(id uuid, account uuid, capacity text, name_sealed bytea, signed_at timestamp with time zone, others integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 2
 SET search_path TO ''
AS $function$
  select helper.id, helper.account, helper.capacity, helper.name_sealed, helper.signed_at,
    (select count(distinct other.account)::int from filing.helper_signature other
      where other.name_mark = helper.name_mark and other.capacity = helper.capacity and other.account <> helper.account)
  from filing.submission its
  join filing.signature signed on signed.id = its.signature
  join filing.helper_signature helper on helper.draft = its.draft and helper.document_sha256 = signed.document_sha256
  where its."case" = helpers_of_case.case_id and platform.actor_staff() is not null
    and exists (select from cases."case" c where c.id = its."case" and (not c.protected or officer.sees_protected()))
  order by helper.signed_at, helper.id
$function$;
comment on function filing.helpers_of_case(uuid) is 'Who signed what was filed as its interpreter or preparer, and under the filings of how many other people the same name stands; for the office.';
grant execute on function filing.helpers_of_case(uuid) to portolan_office;

CREATE OR REPLACE FUNCTION filing.keep_what_was_asked()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.asked_at is not null and (new.draft, new.request, new.codes, new.begun_at, new.asked_at, new."case", new.about_hash)
    is distinct from (old.draft, old.request, old.codes, old.begun_at, old.asked_at, old."case", old.about_hash) then
    raise exception 'A request that was received is not changed';
  end if;
  if old.filed_at is not null and new.filed_at is distinct from old.filed_at then
    raise exception 'A form is filed once';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION filing.note_money()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  taken int := new.captured_cents - old.captured_cents;
  given int := new.refunded_cents - old.refunded_cents;
  back int := new.taken_back_cents - old.taken_back_cents;
begin
  if taken = 0 and given = 0 and back = 0 then return null; end if;
  if new.moved_at is null then raise exception 'Money that moves says when'; end if;
  insert into filing.money_movement (payment, kind, amount_cents, moved_at)
    select new.id, moved.kind, abs(moved.cents), new.moved_at from (values
      ('captured', taken),
      (case when given > 0 then 'refunded' else 'refund-failed' end, given),
      (case when back < 0 then 'won-back' when new.dispute is null or (new.state = 'returned' and old.state <> 'returned') then 'returned' else 'disputed' end, back)
    ) as moved (kind, cents) where moved.cents <> 0;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION filing.payment_moves()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  -- The owner mends by hand, and keeps the constraints of the table.
  if current_user not in ('portolan_portal', 'portolan_worker') then return new; end if;
  if new.state <> old.state and not exists (
    select from (values
      ('preparing', 'open'), ('preparing', 'failed'), ('pending', 'open'), ('open', 'pending'),
      ('open', 'authorised'), ('pending', 'authorised'), ('open', 'processing'), ('pending', 'processing'),
      ('open', 'declined'), ('pending', 'declined'), ('open', 'cancelled'), ('pending', 'cancelled'),
      ('open', 'expired'), ('pending', 'expired'), ('open', 'releasing'), ('pending', 'releasing'),
      ('preparing', 'releasing'), ('authorised', 'captured'), ('authorised', 'not-captured'),
      ('processing', 'captured'), ('processing', 'returned'), ('captured', 'returned'),
      ('releasing', 'released')
    ) as way (was, becomes) where way.was = old.state and way.becomes = new.state
  ) then
    raise exception 'A payment cannot go from % to %', old.state, new.state;
  end if;
  if old.provider_id is not null and new.provider_id is distinct from old.provider_id then
    raise exception 'A payment stays at the page that was opened for it';
  end if;
  if new.captured_cents < old.captured_cents then raise exception 'What was taken stays written down'; end if;
  if (new.submission, new.account, new.attempt, new.amount_cents, new.currency, new.provider, new.lines, new.begun_at)
    is distinct from (old.submission, old.account, old.attempt, old.amount_cents, old.currency, old.provider, old.lines, old.begun_at) then
    raise exception 'What a payment is for does not change';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION filing.refund_fits()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'INSERT' then
    if not exists (
      select from filing.payment p join filing.submission s on s.id = p.submission
      where p.id = new.payment and p.account = new.account and s."case" = new."case"
    ) then
      raise exception 'A refund is of a payment of its own case';
    end if;
    if new.amount_cents > coalesce(filing.refundable_cents(new.payment), 0) then
      raise exception 'No more is given back than was taken';
    end if;
  else
    if (new.payment, new.account, new."case", new.amount_cents, new.reason, new.asked_by, new.asked_at, new.receipt_key)
      is distinct from (old.payment, old.account, old."case", old.amount_cents, old.reason, old.asked_by, old.asked_at, old.receipt_key) then
      raise exception 'What was asked for is not changed';
    end if;
    if old.state = 'asked' and new.state = 'agreed' and coalesce(filing.refundable_cents(new.payment), -1) < 0 then
      raise exception 'No more is given back than is still there';
    end if;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION filing.refundable_cents(of_payment uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform from filing.payment where id = of_payment for no key update;
  return (
    select p.captured_cents - p.refunded_cents - p.taken_back_cents
      - coalesce((select sum(r.amount_cents) from filing.refund r where r.payment = p.id and r.state in ('asked', 'agreed')), 0)
    from filing.payment p where p.id = of_payment and p.state = 'captured'
  );
end $function$;
grant execute on function filing.refundable_cents(uuid) to portolan_office;

create view filing.ledger with (security_invoker=true) as
 SELECT s.id AS submission,
    s.receipt_number,
    s.received_at,
    owed.fee_cents,
    paid.captured_cents,
    paid.refunded_cents,
    paid.under_way,
    (((paid.captured_cents - paid.refunded_cents) - paid.taken_back_cents) - (owed.fee_cents - owed.unpaid_cents)) AS balance_cents,
    paid.taken_back_cents,
    owed.unpaid_cents
   FROM (((filing.submission s
     CROSS JOIN LATERAL ( SELECT (COALESCE(sum(p.captured_cents), (0)::bigint))::integer AS captured_cents,
            (COALESCE(sum(p.refunded_cents), (0)::bigint))::integer AS refunded_cents,
            (count(p.id) FILTER (WHERE (p.state = ANY (ARRAY['authorised'::text, 'processing'::text, 'releasing'::text]))))::integer AS under_way,
            (COALESCE(sum(p.taken_back_cents), (0)::bigint))::integer AS taken_back_cents,
            (count(p.id) FILTER (WHERE (p.state = 'returned'::text)) > 0) AS is_returned,
            (COALESCE(sum(p.dispute_cents) FILTER (WHERE (p.dispute = ANY (ARRAY['open'::text, 'lost'::text]))), (0)::bigint))::integer AS disputed_cents
           FROM filing.payment p
          WHERE (p.submission = s.id)) paid)
     CROSS JOIN LATERAL ( SELECT (COALESCE(sum(r.amount_cents), (0)::bigint))::integer AS given_back_cents
           FROM (filing.refund r
             JOIN filing.payment p ON ((p.id = r.payment)))
          WHERE ((p.submission = s.id) AND (r.state = ANY (ARRAY['on-its-way'::text, 'done'::text])))) back)
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (s.received_at IS NULL) THEN 0
                    ELSE s.fee_cents
                END AS fee_cents,
                CASE
                    WHEN (s.received_at IS NULL) THEN 0
                    WHEN paid.is_returned THEN s.fee_cents
                    ELSE (paid.disputed_cents + back.given_back_cents)
                END AS unpaid_cents) owed);
grant select on table filing.ledger to portolan_office, portolan_worker;

create table filing.draft (
  id uuid not null,
  account uuid not null,
  start_key text not null,
  form text not null,
  edition date not null,
  language text not null,
  answers_sealed bytea not null,
  typed_sealed bytea,
  version integer not null default 1,
  started_at timestamp with time zone not null,
  worked_on_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  submission uuid,
  submitted_at timestamp with time zone,
  warned_days integer,
  warned_after timestamp with time zone,
  offered_sealed bytea,
  origins_sealed bytea,
  prepared text,
  prepared_by uuid,
  prepared_for_sealed bytea,
  frozen_at timestamp with time zone,
  constraint draft_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id) ON DELETE CASCADE,
  constraint draft_account_start_key_key UNIQUE (account, start_key),
  constraint draft_answers_sealed_check CHECK ((octet_length(answers_sealed) <= 1048576)),
  constraint draft_check CHECK ((expires_at > worked_on_at)),
  constraint draft_check1 CHECK (((submission IS NULL) = (submitted_at IS NULL))),
  constraint draft_check2 CHECK (((submission IS NULL) OR (deleted_at IS NULL))),
  constraint draft_check3 CHECK (((NOT (prepared IS DISTINCT FROM 'copy'::text)) OR (prepared_by IS NULL))),
  constraint draft_check4 CHECK (((prepared IS DISTINCT FROM 'copy'::text) OR (frozen_at IS NOT NULL))),
  constraint draft_check5 CHECK (((prepared IS DISTINCT FROM 'working'::text) OR (submission IS NULL))),
  constraint draft_check6 CHECK (((NOT (prepared IS DISTINCT FROM 'working'::text)) = (prepared_for_sealed IS NOT NULL))),
  constraint draft_form_check CHECK ((form ~ '^[a-z0-9][a-z0-9-]{0,30}$'::text)),
  constraint draft_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  constraint draft_offered_sealed_check CHECK ((octet_length(offered_sealed) <= 262144)),
  constraint draft_origins_sealed_check CHECK ((octet_length(origins_sealed) <= 1048576)),
  constraint draft_pkey PRIMARY KEY (id),
  constraint draft_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES accounts.account(id),
  constraint draft_prepared_check CHECK ((prepared = ANY (ARRAY['working'::text, 'copy'::text]))),
  constraint draft_prepared_for_sealed_check CHECK ((octet_length(prepared_for_sealed) <= 4096)),
  constraint draft_start_key_check CHECK (((length(start_key) >= 16) AND (length(start_key) <= 100))),
  constraint draft_submission_key UNIQUE (submission),
  constraint draft_typed_sealed_check CHECK ((octet_length(typed_sealed) <= 1048576)),
  constraint draft_version_check CHECK ((version > 0)),
  constraint draft_warned_check CHECK (((warned_days IS NULL) = (warned_after IS NULL))),
  constraint draft_warned_days_check CHECK ((warned_days > 0))
);
comment on table filing.draft is 'Purpose: a form being filled in: the answers so far, and what was typed and not accepted yet. Kept: until 30 days (of the agency pack) after the last work on it, a deleted one 7 days, a submitted one as its submission. Closing: deleted unless submitted. Legal hold: kept. Personal data: all answers, sealed for the person in answers_sealed and typed_sealed.';
alter table filing.draft enable row level security;
alter table filing.draft force row level security;
grant delete, insert, select, update on table filing.draft to portolan_worker;
grant insert, select, update on table filing.draft to portolan_portal;
comment on column filing.draft.warned_days is 'The days without work that the last warning told of. It counts while warned_after is worked_on_at: work begins anew.';
comment on column filing.draft.offered_sealed is 'Answers known from the profile or an earlier form, which the person asked to be shown; they count once they save them.';
comment on column filing.draft.origins_sealed is 'For each question: which account saved its answer, when, and whether it was offered.';
comment on column filing.draft.prepared is 'working: a representative fills it in for a client; copy: what the client reads and signs; null: a person''s own.';
comment on column filing.draft.prepared_by is 'Of a copy: the representative who is on the case it becomes; null once they represent the client no more.';
comment on column filing.draft.prepared_for_sealed is 'Of a working draft: the name of the client, sealed for the representative.';
comment on column filing.draft.frozen_at is 'Since when nothing in it changes: a copy always, a working draft while its package is with the client.';
CREATE INDEX draft_deleted_at ON filing.draft USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX draft_expires_at ON filing.draft USING btree (expires_at) WHERE (submission IS NULL);
CREATE INDEX draft_open ON filing.draft USING btree (account, worked_on_at DESC) WHERE ((deleted_at IS NULL) AND (submission IS NULL));
CREATE INDEX draft_worked_on_at ON filing.draft USING btree (worked_on_at) WHERE ((submission IS NULL) AND (deleted_at IS NULL));
create policy own on filing.draft to portolan_portal using ((account = ANY (platform.actor_accounts()))) with check ((account = ANY (platform.actor_accounts())));
create policy owner_all on filing.draft to portolan_owner using (true) with check (true);
create policy worker_all on filing.draft to portolan_worker using (true) with check (true);
CREATE TRIGGER guard_frozen BEFORE UPDATE ON filing.draft FOR EACH ROW EXECUTE FUNCTION filing.guard_frozen();

create table filing.fee_waiver (
  id uuid not null,
  account uuid not null,
  draft uuid not null,
  request uuid not null,
  codes text[] not null,
  begun_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  "case" uuid,
  filed_at timestamp with time zone,
  about_hash text,
  constraint fee_waiver_about_hash_check CHECK (((length(about_hash) >= 10) AND (length(about_hash) <= 120))),
  constraint fee_waiver_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint fee_waiver_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint fee_waiver_case_key UNIQUE ("case"),
  constraint fee_waiver_check CHECK ((draft <> request)),
  constraint fee_waiver_check1 CHECK (((asked_at IS NULL) = ("case" IS NULL))),
  constraint fee_waiver_codes_check CHECK (((cardinality(codes) >= 1) AND (cardinality(codes) <= 20))),
  constraint fee_waiver_draft_fkey FOREIGN KEY (draft) REFERENCES filing.draft(id) ON DELETE CASCADE,
  constraint fee_waiver_pkey PRIMARY KEY (id),
  constraint fee_waiver_request_fkey FOREIGN KEY (request) REFERENCES filing.draft(id) ON DELETE CASCADE,
  constraint fee_waiver_request_key UNIQUE (request)
);
comment on table filing.fee_waiver is 'Purpose: which request for a fee waiver is about which draft, and the fees it asks about; asked_at and case: once the request was received; filed_at: once the form of the draft was, from when on there is nothing to decide. Kept: as both drafts. Closing an account: deleted with its draft. Legal hold: kept. Personal data: none beside the account.';
alter table filing.fee_waiver enable row level security;
alter table filing.fee_waiver force row level security;
grant insert, select on table filing.fee_waiver to portolan_portal;
grant select on table filing.fee_waiver to portolan_office;
grant select, update on table filing.fee_waiver to portolan_worker;
grant update (about_hash, asked_at, begun_at, "case", codes, filed_at, request) on table filing.fee_waiver to portolan_portal;
comment on column filing.fee_waiver.about_hash is 'Keyed hash, taken when the request was received: whose form it is and what its fee hangs on. A grant counts while it fits.';
CREATE INDEX fee_waiver_of_draft ON filing.fee_waiver USING btree (draft, begun_at DESC);
CREATE UNIQUE INDEX fee_waiver_begun ON filing.fee_waiver USING btree (draft) WHERE (asked_at IS NULL);
create policy office_reads on filing.fee_waiver for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (asked_at IS NOT NULL)));
create policy own on filing.fee_waiver to portolan_portal using ((account = ANY (platform.actor_accounts()))) with check ((account = ANY (platform.actor_accounts())));
create policy owner_all on filing.fee_waiver to portolan_owner using (true) with check (true);
create policy worker_all on filing.fee_waiver to portolan_worker using (true) with check (true);
CREATE TRIGGER what_was_asked_stays BEFORE UPDATE ON filing.fee_waiver FOR EACH ROW EXECUTE FUNCTION filing.keep_what_was_asked();

create table filing.fee_waiver_decision (
  waiver uuid not null,
  granted boolean not null,
  codes text[] not null,
  reason text,
  decided_at timestamp with time zone not null,
  staff uuid not null,
  constraint fee_waiver_decision_check CHECK ((granted = (reason IS NULL))),
  constraint fee_waiver_decision_codes_check CHECK (((cardinality(codes) >= 1) AND (cardinality(codes) <= 20))),
  constraint fee_waiver_decision_pkey PRIMARY KEY (waiver),
  constraint fee_waiver_decision_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 60))),
  constraint fee_waiver_decision_waiver_fkey FOREIGN KEY (waiver) REFERENCES filing.fee_waiver(id) ON DELETE CASCADE
);
comment on table filing.fee_waiver_decision is 'Purpose: what the office decided of a request, for which fees, by whom and when; only the office adds one, once. Kept: as the request. Closing an account: as the request. Legal hold: kept. Personal data: none.';
alter table filing.fee_waiver_decision enable row level security;
alter table filing.fee_waiver_decision force row level security;
grant insert, select on table filing.fee_waiver_decision to portolan_office;
grant select on table filing.fee_waiver_decision to portolan_portal, portolan_worker;
create policy office_decides on filing.fee_waiver_decision for insert to portolan_office with check (((staff = platform.actor_staff()) AND (EXISTS ( SELECT
   FROM filing.fee_waiver w
  WHERE ((w.id = fee_waiver_decision.waiver) AND (w.asked_at IS NOT NULL) AND (w.filed_at IS NULL) AND (fee_waiver_decision.codes <@ w.codes))))));
create policy office_reads on filing.fee_waiver_decision for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own_reads on filing.fee_waiver_decision for select to portolan_portal using ((EXISTS ( SELECT
   FROM filing.fee_waiver w
  WHERE ((w.id = fee_waiver_decision.waiver) AND (w.account = ANY (platform.actor_accounts()))))));
create policy owner_all on filing.fee_waiver_decision to portolan_owner using (true) with check (true);
create policy worker_reads on filing.fee_waiver_decision for select to portolan_worker using (true);

create table filing.helper_signature (
  id uuid not null,
  draft uuid not null,
  account uuid not null,
  helper text not null,
  capacity text not null,
  language text not null,
  statement text not null,
  name_sealed bytea not null,
  document_sha256 text not null,
  session uuid not null,
  signed_at timestamp with time zone not null,
  record_language text,
  record_statement text,
  record_binds text,
  name_mark text,
  constraint helper_signature_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint helper_signature_capacity_check CHECK ((capacity = ANY (ARRAY['interpreter'::text, 'preparer'::text]))),
  constraint helper_signature_check CHECK ((num_nonnulls(record_language, record_statement, record_binds) = ANY (ARRAY[0, 3]))),
  constraint helper_signature_check1 CHECK ((record_language <> language)),
  constraint helper_signature_document_sha256_check CHECK ((document_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint helper_signature_draft_fkey FOREIGN KEY (draft) REFERENCES filing.draft(id) ON DELETE CASCADE,
  constraint helper_signature_draft_helper_document_sha256_key UNIQUE (draft, helper, document_sha256),
  constraint helper_signature_helper_check CHECK ((helper ~ '^[a-z][a-z0-9-]{0,39}$'::text)),
  constraint helper_signature_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  constraint helper_signature_name_mark_check CHECK (((length(name_mark) >= 40) AND (length(name_mark) <= 100))),
  constraint helper_signature_pkey PRIMARY KEY (id),
  constraint helper_signature_record_binds_check CHECK (((length(record_binds) >= 1) AND (length(record_binds) <= 1000))),
  constraint helper_signature_record_language_check CHECK (((length(record_language) >= 2) AND (length(record_language) <= 35))),
  constraint helper_signature_record_statement_check CHECK (((length(record_statement) >= 1) AND (length(record_statement) <= 10000))),
  constraint helper_signature_statement_check CHECK (((length(statement) >= 1) AND (length(statement) <= 10000)))
);
comment on table filing.helper_signature is 'Purpose: the signature of an interpreter or a preparer over the document that the filer signs, given in the filer''s own session: the exact statement and its language, the hash of the document, the name typed. Rows are only ever added. Kept: as the signature of the filer. Closing an account: kept. Legal hold: kept. Personal data: name, sealed for the person who files.';
alter table filing.helper_signature enable row level security;
alter table filing.helper_signature force row level security;
grant insert, select on table filing.helper_signature to portolan_portal, portolan_worker;
comment on column filing.helper_signature.record_statement is 'As in filing.signature.';
comment on column filing.helper_signature.record_binds is 'As in filing.signature.';
comment on column filing.helper_signature.name_mark is 'Keyed hash of the name typed, by which the same name is counted; null: signed before it was kept.';
CREATE INDEX helper_signature_name ON filing.helper_signature USING btree (name_mark) WHERE (name_mark IS NOT NULL);
create policy own on filing.helper_signature to portolan_portal using ((account = ANY (platform.actor_accounts()))) with check ((account = ANY (platform.actor_accounts())));
create policy owner_all on filing.helper_signature to portolan_owner using (true) with check (true);
create policy worker_all on filing.helper_signature to portolan_worker using (true) with check (true);

create table filing.money_movement (
  ordinal bigint not null generated always as identity,
  payment uuid not null,
  kind text not null,
  amount_cents integer not null,
  moved_at timestamp with time zone not null,
  constraint money_movement_amount_cents_check CHECK ((amount_cents > 0)),
  constraint money_movement_kind_check CHECK ((kind = ANY (ARRAY['captured'::text, 'refunded'::text, 'refund-failed'::text, 'returned'::text, 'disputed'::text, 'won-back'::text]))),
  constraint money_movement_payment_fkey FOREIGN KEY (payment) REFERENCES filing.payment(id),
  constraint money_movement_pkey PRIMARY KEY (ordinal)
);
comment on table filing.money_movement is 'Purpose: each time that money of a payment moved, in the transaction that wrote it down; the sums of a payment are the sums of its rows. Rows are only ever added, by the trigger payment_money_moved. Kept: as its payment. Closing an account and legal hold: kept. Personal data: none.';
alter table filing.money_movement enable row level security;
alter table filing.money_movement force row level security;
grant insert, select on table filing.money_movement to portolan_worker;
CREATE INDEX money_movement_at ON filing.money_movement USING btree (moved_at);
CREATE INDEX money_movement_of_payment ON filing.money_movement USING btree (payment);
create policy owner_all on filing.money_movement to portolan_owner using (true) with check (true);
create policy worker_all on filing.money_movement to portolan_worker using (true) with check (true);

create table filing.money_report (
  day date not null,
  provider text not null,
  made_at timestamp with time zone not null,
  balances boolean not null,
  report jsonb not null,
  constraint money_report_pkey PRIMARY KEY (day, provider),
  constraint money_report_provider_check CHECK ((provider ~ '^[a-z][a-z0-9-]{0,29}$'::text))
);
comment on table filing.money_report is 'Purpose: what moved on a day of the agency at one provider, by our books and by the provider''s, and every difference. Made anew while it does not balance. Kept: 10 years, as the payments. Closing an account: nothing; legal hold: kept. Personal data: none; payments are named by their id.';
alter table filing.money_report enable row level security;
alter table filing.money_report force row level security;
grant insert, select, update on table filing.money_report to portolan_worker;
grant select on table filing.money_report to portolan_office;
CREATE INDEX money_report_open ON filing.money_report USING btree (day DESC) WHERE (NOT balances);
create policy office_reads on filing.money_report for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy owner_all on filing.money_report to portolan_owner using (true) with check (true);
create policy worker_all on filing.money_report to portolan_worker using (true) with check (true);

create table filing.payment (
  id uuid not null,
  submission uuid not null,
  account uuid not null,
  attempt integer not null,
  signature uuid,
  amount_cents integer not null,
  currency text not null,
  lines jsonb not null,
  state text not null,
  reason text,
  provider_id text,
  provider_url text,
  begun_at timestamp with time zone not null,
  next_check_at timestamp with time zone not null,
  authorised_at timestamp with time zone,
  closed_at timestamp with time zone,
  captured_cents integer not null default 0,
  refunded_cents integer not null default 0,
  provider text not null,
  method text,
  taken_back_cents integer not null default 0,
  returned_at timestamp with time zone,
  dispute text,
  dispute_cents integer not null default 0,
  disputed_at timestamp with time zone,
  card_last4 text,
  moved_at timestamp with time zone,
  constraint payment_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint payment_amount_cents_check CHECK ((amount_cents > 0)),
  constraint payment_attempt_check CHECK ((attempt > 0)),
  constraint payment_card CHECK (((card_last4 IS NULL) OR (method = 'card'::text))),
  constraint payment_card_last4_check CHECK ((card_last4 ~ '^[0-9]{4}$'::text)),
  constraint payment_check CHECK (((captured_cents >= 0) AND (captured_cents <= amount_cents))),
  constraint payment_check1 CHECK (((refunded_cents >= 0) AND (refunded_cents <= captured_cents))),
  constraint payment_check2 CHECK (((taken_back_cents >= 0) AND (taken_back_cents <= captured_cents))),
  constraint payment_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint payment_dispute_cents_check CHECK ((dispute_cents >= 0)),
  constraint payment_dispute_check CHECK ((dispute = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text]))),
  constraint payment_dispute_since CHECK (((dispute IS NULL) = (disputed_at IS NULL))),
  constraint payment_method_check CHECK ((method = ANY (ARRAY['card'::text, 'bank-debit'::text]))),
  constraint payment_pkey PRIMARY KEY (id),
  constraint payment_provider_check CHECK ((provider ~ '^[a-z][a-z0-9-]{0,29}$'::text)),
  constraint payment_provider_id_check CHECK (((length(provider_id) >= 1) AND (length(provider_id) <= 200))),
  constraint payment_provider_id_key UNIQUE (provider_id),
  constraint payment_provider_url_check CHECK ((length(provider_url) <= 2000)),
  constraint payment_reason_check CHECK ((length(reason) <= 60)),
  constraint payment_returned_since CHECK (((state = 'returned'::text) = (returned_at IS NOT NULL))),
  constraint payment_signature_fkey FOREIGN KEY (signature) REFERENCES filing.signature(id) ON DELETE SET NULL,
  constraint payment_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'open'::text, 'pending'::text, 'authorised'::text, 'processing'::text, 'captured'::text, 'returned'::text, 'releasing'::text, 'released'::text, 'declined'::text, 'cancelled'::text, 'expired'::text, 'failed'::text, 'not-captured'::text]))),
  constraint payment_submission_attempt_key UNIQUE (submission, attempt),
  constraint payment_submission_fkey FOREIGN KEY (submission) REFERENCES filing.submission(id)
);
comment on table filing.payment is 'Purpose: one attempt to pay for a submission, and how it stands at the provider; its id is the reference there. Kept: 10 years, as money that moved is; closing an account and legal hold: kept. Personal data: none beside the account but the last four digits of a card; its number never comes here.';
alter table filing.payment enable row level security;
alter table filing.payment force row level security;
grant insert, select on table filing.payment to portolan_portal;
grant insert, select, update on table filing.payment to portolan_worker;
grant select on table filing.payment to portolan_office;
grant update (next_check_at, reason, state) on table filing.payment to portolan_portal;
comment on column filing.payment.provider is 'Where it was opened: who is asked about it, whoever takes new payments.';
comment on column filing.payment.taken_back_cents is 'Of the captured: what a bank took back, by a debit returned late or a dispute that is open or lost.';
comment on column filing.payment.card_last4 is 'As receipts show a card; the whole number never comes here.';
comment on column filing.payment.moved_at is 'When its money last moved, as we heard of it; set with every sum that changes.';
CREATE INDEX payment_authorised_at ON filing.payment USING btree (authorised_at) WHERE (authorised_at IS NOT NULL);
CREATE INDEX payment_begun_at ON filing.payment USING btree (begun_at);
CREATE INDEX payment_closed_at ON filing.payment USING btree (closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX payment_taken_back ON filing.payment USING btree (COALESCE(disputed_at, returned_at) DESC, id) WHERE ((dispute IS NOT NULL) OR ((state = 'returned'::text) AND (captured_cents > 0)));
CREATE INDEX payment_to_check ON filing.payment USING btree (next_check_at) WHERE ((state = ANY (ARRAY['preparing'::text, 'open'::text, 'pending'::text, 'authorised'::text, 'processing'::text, 'releasing'::text])) OR (dispute = 'open'::text));
CREATE UNIQUE INDEX payment_live ON filing.payment USING btree (submission) WHERE (state = ANY (ARRAY['preparing'::text, 'open'::text, 'pending'::text, 'authorised'::text, 'processing'::text, 'captured'::text]));
create policy office_reads on filing.payment for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own_begins on filing.payment for insert to portolan_portal with check (((account = ANY (platform.actor_accounts())) AND (state = 'preparing'::text) AND (provider_id IS NULL) AND (captured_cents = 0) AND (refunded_cents = 0) AND (taken_back_cents = 0) AND (dispute IS NULL) AND (method IS NULL) AND (card_last4 IS NULL)));
create policy own_lets_go on filing.payment for update to portolan_portal using ((account = ANY (platform.actor_accounts()))) with check (((account = ANY (platform.actor_accounts())) AND (state = 'releasing'::text)));
create policy own_reads on filing.payment for select to portolan_portal using ((account = ANY (platform.actor_accounts())));
create policy owner_all on filing.payment to portolan_owner using (true) with check (true);
create policy worker_all on filing.payment to portolan_worker using (true) with check (true);
CREATE TRIGGER payment_money_moved AFTER UPDATE ON filing.payment FOR EACH ROW EXECUTE FUNCTION filing.note_money();
CREATE TRIGGER payment_moves BEFORE UPDATE ON filing.payment FOR EACH ROW EXECUTE FUNCTION filing.payment_moves();

create table filing.payment_event (
  event text not null,
  provider_id text not null,
  kind text not null,
  came_at timestamp with time zone not null,
  constraint payment_event_event_check CHECK (((length(event) >= 1) AND (length(event) <= 200))),
  constraint payment_event_kind_check CHECK ((kind = ANY (ARRAY['authorised'::text, 'processing'::text, 'declined'::text, 'cancelled'::text, 'captured'::text, 'returned'::text, 'expired'::text, 'refunded'::text, 'disputed'::text]))),
  constraint payment_event_pkey PRIMARY KEY (event),
  constraint payment_event_provider_id_check CHECK (((length(provider_id) >= 1) AND (length(provider_id) <= 200)))
);
comment on table filing.payment_event is 'Purpose: news of the provider, each once; what it says is never believed, only the reason to ask. Kept: 90 days. Personal data: none.';
alter table filing.payment_event enable row level security;
alter table filing.payment_event force row level security;
grant delete, select on table filing.payment_event to portolan_worker;
grant insert on table filing.payment_event to portolan_gate;
CREATE INDEX payment_event_came_at ON filing.payment_event USING btree (came_at);
create policy gate_notes on filing.payment_event for insert to portolan_gate with check (true);
create policy owner_all on filing.payment_event to portolan_owner using (true) with check (true);
create policy worker_all on filing.payment_event to portolan_worker using (true) with check (true);

create table filing.refund (
  id uuid not null,
  payment uuid not null,
  account uuid not null,
  "case" uuid not null,
  amount_cents integer not null,
  reason text not null,
  note_sealed bytea not null,
  state text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  answer_sealed bytea,
  failure text,
  next_check_at timestamp with time zone,
  closed_at timestamp with time zone,
  receipt_key uuid not null,
  constraint refund_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint refund_amount_cents_check CHECK ((amount_cents > 0)),
  constraint refund_answer_sealed_check CHECK ((octet_length(answer_sealed) <= 16384)),
  constraint refund_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint refund_check CHECK ((decided_by <> asked_by)),
  constraint refund_check1 CHECK (((decided_by IS NULL) = (decided_at IS NULL))),
  constraint refund_check2 CHECK (((decided_by IS NULL) = (state = ANY (ARRAY['asked'::text, 'taken-back'::text])))),
  constraint refund_check3 CHECK (((next_check_at IS NULL) = (state <> ALL (ARRAY['agreed'::text, 'on-its-way'::text])))),
  constraint refund_check4 CHECK (((closed_at IS NULL) = (state = ANY (ARRAY['asked'::text, 'agreed'::text, 'on-its-way'::text])))),
  constraint refund_check5 CHECK (((failure IS NULL) = (state <> 'failed'::text))),
  constraint refund_failure_check CHECK (((length(failure) >= 1) AND (length(failure) <= 60))),
  constraint refund_note_sealed_check CHECK ((octet_length(note_sealed) <= 16384)),
  constraint refund_payment_fkey FOREIGN KEY (payment) REFERENCES filing.payment(id),
  constraint refund_pkey PRIMARY KEY (id),
  constraint refund_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 60))),
  constraint refund_receipt_key_key UNIQUE (receipt_key),
  constraint refund_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'taken-back'::text, 'declined'::text, 'agreed'::text, 'on-its-way'::text, 'done'::text, 'failed'::text])))
);
comment on table filing.refund is 'Purpose: money given back for a filing that was paid: who asked and why, who agreed, and what the provider made of it; its id is the key there, so that it moves once. Kept: as its payment. Closing an account and legal hold: kept. Personal data: notes of the office, sealed for the person.';
alter table filing.refund enable row level security;
alter table filing.refund force row level security;
grant insert, select on table filing.refund to portolan_office;
grant select on table filing.refund to portolan_worker;
grant select (account, amount_cents, "case", closed_at, decided_at, id, payment, reason, state) on table filing.refund to portolan_portal;
grant update (answer_sealed, closed_at, decided_at, decided_by, next_check_at, state) on table filing.refund to portolan_office;
grant update (closed_at, failure, next_check_at, state) on table filing.refund to portolan_worker;
CREATE INDEX refund_of_case ON filing.refund USING btree ("case", asked_at DESC);
CREATE INDEX refund_of_payment ON filing.refund USING btree (payment);
CREATE INDEX refund_to_check ON filing.refund USING btree (next_check_at) WHERE (state = ANY (ARRAY['agreed'::text, 'on-its-way'::text]));
CREATE INDEX refund_to_decide ON filing.refund USING btree (asked_at, id) WHERE (state = ANY (ARRAY['asked'::text, 'failed'::text]));
create policy office_asks on filing.refund for insert to portolan_office with check (((asked_by = platform.actor_staff()) AND (state = 'asked'::text)));
create policy office_decides on filing.refund for update to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (state = 'asked'::text))) with check ((((state = ANY (ARRAY['agreed'::text, 'declined'::text])) AND (decided_by = platform.actor_staff())) OR ((state = 'taken-back'::text) AND (asked_by = platform.actor_staff()))));
create policy office_reads on filing.refund for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own_reads on filing.refund for select to portolan_portal using (((account = ANY (platform.actor_accounts())) AND (state = ANY (ARRAY['agreed'::text, 'on-its-way'::text, 'done'::text, 'failed'::text]))));
create policy owner_all on filing.refund to portolan_owner using (true) with check (true);
create policy worker_all on filing.refund to portolan_worker using (true) with check (true);
CREATE TRIGGER refund_fits BEFORE INSERT OR UPDATE ON filing.refund FOR EACH ROW EXECUTE FUNCTION filing.refund_fits();

create table filing.signature (
  id uuid not null,
  draft uuid not null,
  account uuid not null,
  language text not null,
  statement text not null,
  name_sealed bytea not null,
  judged_on date not null,
  document_sealed bytea not null,
  document_sha256 text not null,
  shown_sealed bytea not null,
  shown_sha256 text not null,
  session uuid not null,
  factor text not null,
  proved_at timestamp with time zone not null,
  signed_at timestamp with time zone not null,
  record_language text,
  record_statement text,
  record_binds text,
  ordinal bigint not null generated always as identity,
  constraint signature_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint signature_check CHECK ((signed_at >= proved_at)),
  constraint signature_check1 CHECK ((num_nonnulls(record_language, record_statement, record_binds) = ANY (ARRAY[0, 3]))),
  constraint signature_check2 CHECK ((record_language <> language)),
  constraint signature_document_sealed_check CHECK ((octet_length(document_sealed) <= 2097152)),
  constraint signature_document_sha256_check CHECK ((document_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint signature_draft_fkey FOREIGN KEY (draft) REFERENCES filing.draft(id) ON DELETE CASCADE,
  constraint signature_factor_check CHECK (((length(factor) >= 1) AND (length(factor) <= 40))),
  constraint signature_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  constraint signature_pkey PRIMARY KEY (id),
  constraint signature_record_binds_check CHECK (((length(record_binds) >= 1) AND (length(record_binds) <= 1000))),
  constraint signature_record_language_check CHECK (((length(record_language) >= 2) AND (length(record_language) <= 35))),
  constraint signature_record_statement_check CHECK (((length(record_statement) >= 1) AND (length(record_statement) <= 10000))),
  constraint signature_shown_sealed_check CHECK ((octet_length(shown_sealed) <= 4194304)),
  constraint signature_shown_sha256_check CHECK ((shown_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint signature_statement_check CHECK (((length(statement) >= 1) AND (length(statement) <= 10000)))
);
comment on table filing.signature is 'Purpose: a signature and what it rests on: the exact statement and its language, the document as signed and as shown with the hash of each, the name typed, how the person had proved who they are. Rows are only ever added. Kept: with its submission; until the draft goes when it was never submitted. Closing an account: kept. Legal hold: kept. Personal data: name, answers and file names, sealed for the person.';
alter table filing.signature enable row level security;
alter table filing.signature force row level security;
grant insert, select on table filing.signature to portolan_portal;
grant select on table filing.signature to portolan_office, portolan_worker;
comment on column filing.signature.record_statement is 'The text that binds, where it was read in another language; null: the one text is the text of record, or it was signed before both were kept.';
comment on column filing.signature.record_binds is 'The sentence that told the reader which text binds.';
CREATE INDEX signature_of_draft ON filing.signature USING btree (draft, ordinal DESC);
create policy office_reads on filing.signature for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM filing.submission s
  WHERE ((s.signature = signature.id) AND (s.received_at IS NOT NULL))))));
create policy own on filing.signature to portolan_portal using ((account = ANY (platform.actor_accounts()))) with check ((account = ANY (platform.actor_accounts())));
create policy owner_all on filing.signature to portolan_owner using (true) with check (true);
create policy worker_all on filing.signature to portolan_worker using (true) with check (true);

create table filing.submission (
  id uuid not null,
  draft uuid not null,
  account uuid not null,
  form text not null,
  edition date not null,
  language text not null,
  begun_at timestamp with time zone not null,
  fee_cents integer not null,
  fee_lines jsonb not null,
  signature uuid,
  received_at timestamp with time zone,
  received_on date,
  "case" uuid,
  receipt_number text,
  copy_key uuid not null,
  receipt_key uuid not null,
  waived_cents integer not null default 0,
  constraint submission_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint submission_case_key UNIQUE ("case"),
  constraint submission_check CHECK (((received_at IS NULL) = (receipt_number IS NULL))),
  constraint submission_check1 CHECK (((received_at IS NULL) = ("case" IS NULL))),
  constraint submission_check2 CHECK (((received_at IS NULL) = (received_on IS NULL))),
  constraint submission_check3 CHECK (((received_at IS NULL) OR (signature IS NOT NULL))),
  constraint submission_copy_key_key UNIQUE (copy_key),
  constraint submission_draft_key UNIQUE (draft),
  constraint submission_fee_cents_check CHECK ((fee_cents >= 0)),
  constraint submission_form_check CHECK ((form ~ '^[a-z0-9][a-z0-9-]{0,30}$'::text)),
  constraint submission_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  constraint submission_pkey PRIMARY KEY (id),
  constraint submission_receipt_key_key UNIQUE (receipt_key),
  constraint submission_receipt_number_check CHECK ((receipt_number ~ '^[A-Z]{3}[0-9]{10}$'::text)),
  constraint submission_receipt_number_key UNIQUE (receipt_number),
  constraint submission_signature_fkey FOREIGN KEY (signature) REFERENCES filing.signature(id) ON DELETE SET NULL,
  constraint submission_waived_cents_check CHECK ((waived_cents >= 0))
);
comment on table filing.submission is 'Purpose: the one submission a draft can ever become; begun at the first press of Pay and submit, received when it has its receipt number, in the transaction that opens the case. Kept: as the case; one that was never received as its payments. Closing an account: kept. Legal hold: kept. Personal data: none beside the account.';
alter table filing.submission enable row level security;
alter table filing.submission force row level security;
grant insert, select on table filing.submission to portolan_portal, portolan_worker;
grant select on table filing.submission to portolan_office;
grant update ("case", fee_cents, fee_lines, receipt_number, received_at, received_on, signature, waived_cents) on table filing.submission to portolan_portal;
grant update ("case", fee_cents, fee_lines, receipt_number, received_at, received_on, signature, waived_cents) on table filing.submission to portolan_worker;
create policy office_reads on filing.submission for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own on filing.submission to portolan_portal using ((account = ANY (platform.actor_accounts()))) with check (((account = ANY (platform.actor_accounts())) AND ((received_at IS NULL) OR ((fee_cents = 0) AND (waived_cents = ( SELECT COALESCE(sum(((line.value ->> 'scheduledCents'::text))::integer), (0)::bigint) AS "coalesce"
   FROM jsonb_array_elements(submission.fee_lines) line(value)
  WHERE ((line.value ->> 'notCharged'::text) = 'waived'::text))) AND (NOT (EXISTS ( SELECT
   FROM jsonb_array_elements(submission.fee_lines) line(value)
  WHERE (((line.value ->> 'notCharged'::text) = 'waived'::text) AND (NOT (EXISTS ( SELECT
           FROM (filing.fee_waiver w
             JOIN filing.fee_waiver_decision d ON ((d.waiver = w.id)))
          WHERE ((w.draft = submission.draft) AND d.granted AND ((line.value ->> 'code'::text) = ANY (d.codes))))))))))))));
create policy owner_all on filing.submission to portolan_owner using (true) with check (true);
create policy worker_all on filing.submission to portolan_worker using (true) with check (true);
CREATE TRIGGER note_filed AFTER UPDATE OF received_at ON filing.submission FOR EACH ROW WHEN (((old.received_at IS NULL) AND (new.received_at IS NOT NULL))) EXECUTE FUNCTION preparation.note_filed();
CREATE TRIGGER note_stale AFTER UPDATE OF "case" ON filing.submission FOR EACH ROW WHEN (((new."case" IS NOT NULL) AND (old."case" IS DISTINCT FROM new."case"))) EXECUTE FUNCTION officer.note_stale();

create schema mail;
comment on schema mail is 'Mail waiting to leave; no word of immigration.';
grant usage on schema mail to portolan_gate, portolan_office, portolan_portal, portolan_worker;

create sequence mail.demo_outbox_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

CREATE OR REPLACE FUNCTION mail.is_unreachable(person text, hashes text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select from mail.reach
    where reach.person = is_unreachable.person and reach.address_hash = any (is_unreachable.hashes) and reach.unreachable_at is not null)
$function$;
comment on function mail.is_unreachable(text,text[]) is 'Whether mails to an address of a person come back: then news goes another way. Whoever has news may ask.';
grant execute on function mail.is_unreachable(text,text[]) to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION mail.note_bounce(message uuid, code text, definite boolean, enough integer, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare its record;
begin
  update mail.queued q set bounced_at = note_bounce.at, bounce_code = note_bounce.code
    where q.id = note_bounce.message and q.bounced_at is null
    returning q.person, q.address_hash into its;
  if not found then return false; end if;
  if its.address_hash is not null then
    insert into mail.reach as r (person, address_hash, bounces, last_at, unreachable_at)
      values (its.person, its.address_hash, 1, note_bounce.at,
        case when note_bounce.definite or note_bounce.enough <= 1 then note_bounce.at end)
      on conflict (person, address_hash) do update set bounces = r.bounces + 1, last_at = note_bounce.at,
        unreachable_at = coalesce(r.unreachable_at,
          case when note_bounce.definite or r.bounces + 1 >= note_bounce.enough then note_bounce.at end);
  end if;
  return true;
end
$function$;
comment on function mail.note_bounce(uuid,text,boolean,integer,timestamp with time zone) is 'Notes that a mail came back for good. Definite: there is no such mailbox; else so many make an address unreachable. False: known, or no mail of ours.';
grant execute on function mail.note_bounce(uuid,text,boolean,integer,timestamp with time zone) to portolan_gate, portolan_worker;

CREATE OR REPLACE FUNCTION mail.note_delivery(message uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare its record;
begin
  update mail.queued q set delivered_at = note_delivery.at
    where q.id = note_delivery.message and q.delivered_at is null and q.bounced_at is null
    returning q.person, q.address_hash into its;
  if not found then return false; end if;
  delete from mail.reach r where r.person = its.person and r.address_hash = its.address_hash;
  return true;
end
$function$;
comment on function mail.note_delivery(uuid,timestamp with time zone) is 'Notes that a mail arrived: its address is reached again. False: known, or no mail of ours.';
grant execute on function mail.note_delivery(uuid,timestamp with time zone) to portolan_gate;

create table mail.demo_attachment (
  entry text not null,
  name text not null,
  content_type text not null,
  bytes bytea not null,
  constraint demo_attachment_content_type_check CHECK (((length(content_type) >= 1) AND (length(content_type) <= 100))),
  constraint demo_attachment_entry_fkey FOREIGN KEY (entry) REFERENCES mail.demo_outbox(id) ON DELETE CASCADE,
  constraint demo_attachment_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint demo_attachment_pkey PRIMARY KEY (entry, name)
);
comment on table mail.demo_attachment is 'Purpose: files of what the demonstration would have sent. Kept: as its entry of the outbox. Personal data: invented people only; production never writes here.';
alter table mail.demo_attachment enable row level security;
alter table mail.demo_attachment force row level security;
grant insert, select on table mail.demo_attachment to portolan_worker;
grant select on table mail.demo_attachment to portolan_portal;
create policy owner_all on mail.demo_attachment to portolan_owner using (true) with check (true);
create policy read_all on mail.demo_attachment for select to portolan_portal using (true);
create policy worker_all on mail.demo_attachment to portolan_worker using (true) with check (true);

create table mail.demo_outbox (
  id text not null,
  channel text not null,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  attachments jsonb not null default '[]'::jsonb,
  sent_at timestamp with time zone not null,
  ordinal bigint not null generated always as identity,
  constraint demo_outbox_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'post'::text, 'app'::text]))),
  constraint demo_outbox_id_check CHECK (((length(id) >= 1) AND (length(id) <= 128))),
  constraint demo_outbox_pkey PRIMARY KEY (id)
);
comment on table mail.demo_outbox is 'Purpose: what the demonstration would have sent, for everyone to read. Kept: the newest 1,000. Personal data: invented people only; production never writes here.';
alter table mail.demo_outbox enable row level security;
alter table mail.demo_outbox force row level security;
grant delete, insert, select on table mail.demo_outbox to portolan_worker;
grant select on table mail.demo_outbox to portolan_office, portolan_portal;
CREATE INDEX demo_outbox_newest ON mail.demo_outbox USING btree (ordinal DESC);
create policy owner_all on mail.demo_outbox to portolan_owner using (true) with check (true);
create policy read_all on mail.demo_outbox for select to portolan_office, portolan_portal using (true);
create policy worker_all on mail.demo_outbox to portolan_worker using (true) with check (true);

create table mail.queued (
  id uuid not null,
  kind text not null,
  person text not null,
  language text not null,
  to_sealed bytea not null,
  values_sealed bytea not null,
  queued_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  address_hash text,
  delivered_at timestamp with time zone,
  bounced_at timestamp with time zone,
  bounce_code text,
  constraint queued_address_hash_check CHECK (((length(address_hash) >= 10) AND (length(address_hash) <= 120))),
  constraint queued_bounce_code_check CHECK (((length(bounce_code) >= 3) AND (length(bounce_code) <= 20))),
  constraint queued_failure_check CHECK ((length(failure) <= 200)),
  constraint queued_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 100))),
  constraint queued_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  constraint queued_person_check CHECK (((length(person) >= 1) AND (length(person) <= 100))),
  constraint queued_pkey PRIMARY KEY (id)
);
comment on table mail.queued is 'Purpose: a mail that a change brought about, until it is sent. Kept: 30 days after it was sent or failed. Closing: as ever, 30 days, since the last one tells of the closing. Legal hold: not kept longer; the record has what was sent and why. Personal data: the address and the values, sealed for the person.';
alter table mail.queued enable row level security;
alter table mail.queued force row level security;
grant delete, insert, select, update on table mail.queued to portolan_worker;
grant insert on table mail.queued to portolan_gate, portolan_office, portolan_portal;
grant select (bounced_at, delivered_at, failed_at, id, kind, person, queued_at, sent_at) on table mail.queued to portolan_portal;
comment on column mail.queued.address_hash is 'Where it went, as a keyed hash: what comes back is counted by it.';
comment on column mail.queued.bounced_at is 'When the mail servers said that it could not be delivered for good (RFC 3464), with their code.';
CREATE INDEX queued_of_person ON mail.queued USING btree (person, queued_at DESC);
CREATE INDEX queued_sent_at ON mail.queued USING btree (sent_at);
create policy own_deliveries on mail.queued for select to portolan_portal using ((person = ANY ((platform.actor_accounts())::text[])));
create policy owner_all on mail.queued to portolan_owner using (true) with check (true);
create policy queue_any on mail.queued for insert to portolan_gate, portolan_office, portolan_portal, portolan_worker with check ((sent_at IS NULL));
create policy worker_all on mail.queued to portolan_worker using (true) with check (true);

create table mail.reach (
  person text not null,
  address_hash text not null,
  bounces integer not null,
  last_at timestamp with time zone not null,
  unreachable_at timestamp with time zone,
  constraint reach_address_hash_check CHECK (((length(address_hash) >= 10) AND (length(address_hash) <= 120))),
  constraint reach_bounces_check CHECK ((bounces > 0)),
  constraint reach_person_check CHECK (((length(person) >= 1) AND (length(person) <= 100))),
  constraint reach_pkey PRIMARY KEY (person, address_hash)
);
comment on table mail.reach is 'Purpose: that mails to an address of a person came back, how often, and since when news goes another way. Kept: until a mail arrives there again or the person says that it does, and a year at most. Closing: as ever, a year at most. Legal hold: not kept longer. Personal data: the address, as a keyed hash.';
alter table mail.reach enable row level security;
alter table mail.reach force row level security;
grant delete, select on table mail.reach to portolan_portal, portolan_worker;
create policy own on mail.reach for select to portolan_portal using ((person = ANY ((platform.actor_accounts())::text[])));
create policy own_ends on mail.reach for delete to portolan_portal using ((person = ANY ((platform.actor_accounts())::text[])));
create policy owner_all on mail.reach to portolan_owner using (true) with check (true);
create policy worker_all on mail.reach to portolan_worker using (true) with check (true);

create schema notifications;
comment on schema notifications is 'By which channels a person is told of what.';
grant usage on schema notifications to portolan_gate, portolan_office, portolan_portal, portolan_worker;

create table notifications.choice (
  account uuid not null,
  topic text not null,
  by_email boolean not null,
  by_text boolean not null,
  chosen_at timestamp with time zone not null,
  constraint choice_pkey PRIMARY KEY (account, topic),
  constraint choice_topic_check CHECK ((topic = ANY (ARRAY['case-news'::text, 'deadlines'::text, 'messages'::text])))
);
comment on table notifications.choice is 'Purpose: by which channels a person is told of a kind of news; neither: only on the page. No row: by email. Kept: as the account. Closing: deleted. Personal data: none beside the account.';
alter table notifications.choice enable row level security;
alter table notifications.choice force row level security;
grant delete, select on table notifications.choice to portolan_worker;
grant insert, select, update on table notifications.choice to portolan_portal;
grant select on table notifications.choice to portolan_gate, portolan_office;
create policy gate_reads on notifications.choice for select to portolan_gate using ((NOT officer.from_office()));
create policy office_reads on notifications.choice for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own on notifications.choice to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on notifications.choice to portolan_owner using (true) with check (true);
create policy worker_all on notifications.choice to portolan_worker using (true) with check (true);

create schema officer;
comment on schema officer is 'The agency''s staff, their secrets and sessions, the files they opened, their work.';
grant usage on schema officer to portolan_gate, portolan_office, portolan_worker;

create sequence officer.answer_file_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

create sequence officer.check_result_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

create sequence officer.duplicate_act_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

create sequence officer.intake_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

CREATE OR REPLACE FUNCTION officer.accounts_sharing(mark text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select case when platform.actor_staff() is null then '{}'::uuid[] else array(
    select opens.account from accounts.phones_that_open() opens where opens.mark = accounts_sharing.mark order by opens.since_at limit 50) end
$function$;
comment on function officer.accounts_sharing(text) is 'Whose accounts a telephone opens, for a supervisor; each is opened with a reason only.';
grant execute on function officer.accounts_sharing(text) to portolan_office;

CREATE OR REPLACE FUNCTION officer.count_password_try(subject text, network text, at timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  mine officer.password_try;
  all_wrong int;
begin
  perform pg_advisory_xact_lock(hashtextextended(count_password_try.subject, 9));
  insert into officer.password_try as t (subject, network, burst, burst_began_at, wrong, late, last_at)
  values (count_password_try.subject, count_password_try.network, 0, at, 0, 0, at)
  on conflict on constraint password_try_pkey do update
    set wrong = case when t.last_at < at - interval '24 hours' then 0 else t.wrong end,
        late = case when t.last_at < at - interval '24 hours' then 0 else t.late end
  returning t.* into mine;
  if mine.wait_until > at then
    return mine.wait_until;
  end if;
  select sum(t.wrong) into all_wrong from officer.password_try t
  where t.subject = count_password_try.subject and t.last_at >= at - interval '24 hours';
  mine.wait_until := null;
  if mine.burst_began_at <= at - interval '60 seconds' then
    mine.burst := 0;
    mine.burst_began_at := at;
  end if;
  mine.burst := mine.burst + 1;
  mine.wrong := mine.wrong + 1;
  if mine.burst >= 5 then
    mine.wait_until := at + interval '60 seconds';
    mine.burst := 0;
    mine.burst_began_at := mine.wait_until;
  end if;
  if all_wrong + 1 >= 10 then
    mine.late := mine.late + 1;
    mine.wait_until := greatest(
      mine.wait_until, at + least(interval '30 seconds' * power(2, least(mine.late, 10) - 1), interval '20 minutes')
    );
  end if;
  update officer.password_try t
  set burst = mine.burst, burst_began_at = mine.burst_began_at, wrong = mine.wrong, late = mine.late,
      wait_until = mine.wait_until, last_at = at
  where t.subject = mine.subject and t.network = mine.network;
  return null;
end
$function$;
comment on function officer.count_password_try(text,text,timestamp with time zone) is 'Counts one password try of a subject from a network. Null: it may be looked at; else until when this network waits.';
grant execute on function officer.count_password_try(text,text,timestamp with time zone) to portolan_gate;

CREATE OR REPLACE FUNCTION officer.find_people(pieces tsquery, a_numbers text[], most integer)
 RETURNS TABLE(subject uuid, kind text, shown_sealed bytea)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  sees boolean := officer.sees_protected();
begin
  if platform.actor_staff() is null or not officer.from_office() then
    raise exception 'staff looks for people' using errcode = 'insufficient_privilege';
  end if;
  if find_people.pieces is not null then
    return query select its.subject, its.kind, its.shown_sealed from officer.name_index its
      where its.pieces @@ find_people.pieces and (sees or not its.guarded) limit find_people.most;
  else
    return query select its.subject, its.kind, its.shown_sealed from officer.name_index its
      where its.a_number_hash = any (find_people.a_numbers) and (sees or not its.guarded) limit find_people.most;
  end if;
end
$function$;
comment on function officer.find_people(tsquery,text[],integer) is 'Whose names have these pieces, or who has one of these A-Numbers: for staff, without the protected for who may not see them. The operator of a text search is not leak-proof, so that an index serves it only behind such a function.';
grant execute on function officer.find_people(tsquery,text[],integer) to portolan_office;

CREATE OR REPLACE FUNCTION officer.find_shared_contacts(people_least integer)
 RETURNS TABLE(mark text, people integer, since_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with opens as (select * from accounts.phones_that_open()),
  many as (select opens.mark from opens group by opens.mark having count(*) >= find_shared_contacts.people_least),
  -- Whoever has a case together counts as one: a family, an employer and who works there.
  together as (
    select opens.mark, opens.since_at, coalesce((
      select min(theirs.account::text) from opens theirs
      join cases.party b on b.account = theirs.account and b.role <> 'representative'
      join cases.party a on a."case" = b."case" and a.account = opens.account and a.role <> 'representative'
      where theirs.mark = opens.mark), opens.account::text) as unit
    from opens join many on many.mark = opens.mark)
  select together.mark, count(distinct together.unit)::int, min(together.since_at)
  from together group by together.mark having count(distinct together.unit) >= find_shared_contacts.people_least
  order by 2 desc limit 200
$function$;
comment on function officer.find_shared_contacts(integer) is 'Telephones, by their keyed hash, that open the accounts of at least so many people who have no case together.';
grant execute on function officer.find_shared_contacts(integer) to portolan_worker;

CREATE OR REPLACE FUNCTION officer.from_office()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO ''
RETURN pg_has_role(SESSION_USER, 'portolan_office'::name, 'member'::text);
grant execute on function officer.from_office() to portolan_gate;

CREATE OR REPLACE FUNCTION officer.guard_found()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_table_name = 'account' then
    perform officer.guard_names(accounts.of_person(new.id));
  elsif tg_table_name = 'case' then
    perform officer.guard_names(array[new.id] || array(select party.account from cases.party where party."case" = new.id));
  elsif tg_table_name = 'forwarding' then
    perform officer.guard_names(accounts.of_person(new.kept));
  elsif exists (select from cases."case" its where its.id = new."case" and its.protected) then
    perform officer.guard_names(array[new.account]);
  end if;
  return null;
end
$function$;
comment on function officer.guard_found() is 'Who is protected is found by nobody who may not know it, from the same moment on.';

CREATE OR REPLACE FUNCTION officer.guard_names(subjects uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update officer.name_index its set guarded = officer.is_guarded(its.subject, its.kind)
  where its.subject = any (guard_names.subjects) and its.guarded is distinct from officer.is_guarded(its.subject, its.kind)
$function$;
comment on function officer.guard_names(uuid[]) is 'Looks again whether these are protected. For functions of the database only.';

CREATE OR REPLACE FUNCTION officer.is_guarded(subject uuid, kind text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select case when is_guarded.kind = 'account' then
    cardinality(cases.people_protected(array[is_guarded.subject])) > 0 or exists (
      select from cases.party join cases."case" its on its.id = party."case"
      where party.account = is_guarded.subject and party.until_at is null and party.role <> 'representative' and its.protected)
  else coalesce((select its.protected from cases."case" its where its.id = is_guarded.subject), false) end
$function$;
comment on function officer.is_guarded(uuid,text) is 'Whether a person of the index is protected, or is on a case that is. For functions of the database only.';

CREATE OR REPLACE FUNCTION officer.is_supervisor()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select from officer.staff its where its.id = platform.actor_staff() and its.ended_at is null and its.role = 'supervisor')
$function$;
comment on function officer.is_supervisor() is 'Whether the staff who acts is a supervisor who has not left.';
grant execute on function officer.is_supervisor() to portolan_office;

CREATE OR REPLACE FUNCTION officer.lift_agreed(lift uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function officer.lift_agreed(uuid,timestamp with time zone) is 'Lifts what one member of staff asked to lift and another, who acts, has agreed to in this transaction.';
grant execute on function officer.lift_agreed(uuid,timestamp with time zone) to portolan_office;

CREATE OR REPLACE FUNCTION officer.may_find(account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select platform.actor_staff() is not null and (officer.sees_protected() or not officer.is_guarded(may_find.account, 'account'))
$function$;
comment on function officer.may_find(uuid) is 'Whether the staff who acts may be told that there is this account.';
grant execute on function officer.may_find(uuid) to portolan_office;

CREATE OR REPLACE FUNCTION officer.note_stale()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_table_name = 'person' then
    insert into officer.name_stale (subject, kind) values (new.account, 'account') on conflict do nothing;
  elsif tg_table_name = 'submission' then
    insert into officer.name_stale (subject, kind) values (new."case", 'filing') on conflict do nothing;
  else
    insert into officer.name_stale (subject, kind) select its."case", 'paper' from written its on conflict do nothing;
  end if;
  return null;
end
$function$;
comment on function officer.note_stale() is 'What was written about a person is to be found by its name again.';

CREATE OR REPLACE FUNCTION officer.only_author_strikes()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if new.struck_at is distinct from old.struck_at and (old.struck_at is not null or old.staff is distinct from platform.actor_staff()) then
    raise exception 'its author strikes a note, once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$function$;
comment on function officer.only_author_strikes() is 'A note is struck by who wrote it, and stays struck.';

CREATE OR REPLACE FUNCTION officer.own_conflicts()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array_agg(its."case"), '{}') from officer.conflict its
  where its.staff = platform.actor_staff() and its.lifted_at is null
$function$;
comment on function officer.own_conflicts() is 'The cases on which the staff who acts declared a conflict of interest that stands.';
grant execute on function officer.own_conflicts() to portolan_office;

CREATE OR REPLACE FUNCTION officer.reaches_protected()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select from officer.staff its
    where its.id = platform.actor_staff() and its.ended_at is null and (its.role in ('supervisor', 'intake') or its.cleared_at is not null))
$function$;
comment on function officer.reaches_protected() is 'Whether the staff who acts comes to a protected case at all: who may know of it, and intake, who holds the paper with its number and is told no more.';
grant execute on function officer.reaches_protected() to portolan_office;

CREATE OR REPLACE FUNCTION officer.sees_protected()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select from officer.staff its
    where its.id = platform.actor_staff() and its.ended_at is null and (its.role = 'supervisor' or its.cleared_at is not null))
$function$;
comment on function officer.sees_protected() is 'Whether the staff who acts may know who is protected.';
grant execute on function officer.sees_protected() to portolan_office;

CREATE OR REPLACE FUNCTION officer.visit_session(secret_hashes text[], at timestamp with time zone)
 RETURNS TABLE(session uuid, staff uuid, role text, stage text, idle_ends_at timestamp with time zone, ends_at timestamp with time zone, email_sealed bytea, name_sealed bytea, cleared boolean)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function officer.visit_session(text[],timestamp with time zone) is 'Reads the office session behind a cookie and notes, at most every 30 seconds, that it was seen. No row: nobody.';
grant execute on function officer.visit_session(text[],timestamp with time zone) to portolan_office;

CREATE OR REPLACE FUNCTION officer.write_names(names json, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into officer.name_index (subject, kind, key_id, pieces, a_number_hash, shown_sealed, guarded, noted_at)
  select r.subject, r.kind, r.key_id, array_to_tsvector(r.pieces), r.a_number_hash, decode(r.shown, 'base64'),
    officer.is_guarded(r.subject, r.kind), write_names.at
  from json_to_recordset(write_names.names) as r(subject uuid, kind text, key_id text, pieces text[], a_number_hash text, shown text)
  on conflict on constraint name_index_pkey do update set key_id = excluded.key_id, pieces = excluded.pieces,
    a_number_hash = excluded.a_number_hash, shown_sealed = excluded.shown_sealed, guarded = excluded.guarded, noted_at = excluded.noted_at
$function$;
comment on function officer.write_names(json,timestamp with time zone) is 'Writes how people are found by name, and whether they are protected now.';
grant execute on function officer.write_names(json,timestamp with time zone) to portolan_worker;

create table officer.answer_file (
  scan uuid not null,
  ordinal bigint not null generated always as identity,
  thread uuid not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  type text not null,
  sha256 text not null,
  name_sealed bytea,
  ended_at timestamp with time zone,
  ended text,
  constraint answer_file_check CHECK (((ended_at IS NULL) = (ended IS NULL))),
  constraint answer_file_check1 CHECK (((ended_at IS NULL) = (name_sealed IS NOT NULL))),
  constraint answer_file_ended_check CHECK ((ended = ANY (ARRAY['sent'::text, 'removed'::text]))),
  constraint answer_file_pkey PRIMARY KEY (scan),
  constraint answer_file_scan_fkey FOREIGN KEY (scan) REFERENCES officer.scanned_paper(id),
  constraint answer_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint answer_file_type_check CHECK ((type = ANY (ARRAY['pdf'::text, 'jpeg'::text, 'png'::text, 'tiff'::text])))
);
comment on table officer.answer_file is 'Purpose: a file that an officer gathers for their next answer in a conversation, before it is sent: what it is called and that it was sent or removed. Kept: as the case, without its name once it was sent or removed; what was not sent for 7 days is removed, and its bytes with it. Closing and legal hold: kept. Personal data: the name, sealed for the case.';
alter table officer.answer_file enable row level security;
alter table officer.answer_file force row level security;
grant insert, select, update on table officer.answer_file to portolan_office;
grant select, update on table officer.answer_file to portolan_worker;
CREATE INDEX answer_file_waits ON officer.answer_file USING btree (added_at) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX answer_file_once ON officer.answer_file USING btree (thread, added_by, sha256) WHERE (ended_at IS NULL);
create policy office_own on officer.answer_file to portolan_office using ((added_by = platform.actor_staff())) with check ((added_by = platform.actor_staff()));
create policy owner_all on officer.answer_file to portolan_owner using (true) with check (true);
create policy worker_all on officer.answer_file to portolan_worker using (true) with check (true);

create table officer.assignment (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  staff uuid not null,
  queue text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  ended_by text,
  given_by uuid,
  constraint assignment_check CHECK ((until_at >= from_at)),
  constraint assignment_check1 CHECK (((until_at IS NULL) = (ended_by IS NULL))),
  constraint assignment_ended_by_check CHECK ((ended_by = ANY (ARRAY['put-back'::text, 'moved-on'::text, 'taken-away'::text]))),
  constraint assignment_given_by_fkey FOREIGN KEY (given_by) REFERENCES officer.staff(id),
  constraint assignment_pkey PRIMARY KEY (id),
  constraint assignment_queue_check CHECK (((length(queue) >= 1) AND (length(queue) <= 60))),
  constraint assignment_receipt_number_check CHECK ((receipt_number ~ '^[A-Z]{3}[0-9]{10}$'::text)),
  constraint assignment_staff_fkey FOREIGN KEY (staff) REFERENCES officer.staff(id)
);
comment on table officer.assignment is 'Purpose: who works on which case, from which queue, from when until when. Kept: as the case. Closing and legal hold: kept. Personal data: none.';
alter table officer.assignment enable row level security;
alter table officer.assignment force row level security;
grant insert, select on table officer.assignment to portolan_office;
grant select on table officer.assignment to portolan_worker;
grant update (ended_by, until_at) on table officer.assignment to portolan_office;
grant update (ended_by, until_at) on table officer.assignment to portolan_worker;
comment on column officer.assignment.given_by is 'The supervisor who gave the case to somebody; null: they took it themselves.';
CREATE INDEX assignment_of_staff ON officer.assignment USING btree (staff, from_at) WHERE (until_at IS NULL);
CREATE UNIQUE INDEX assignment_open ON officer.assignment USING btree ("case") WHERE (until_at IS NULL);
create policy office_ends on officer.assignment for update to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((until_at IS NOT NULL));
create policy office_reads on officer.assignment for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own_assignments on officer.assignment for insert to portolan_office with check ((((staff = platform.actor_staff()) AND (given_by IS NULL)) OR ((given_by = platform.actor_staff()) AND ( SELECT officer.is_supervisor() AS is_supervisor))));
create policy owner_all on officer.assignment to portolan_owner using (true) with check (true);
create policy worker_ends on officer.assignment for update to portolan_worker using (true) with check ((until_at IS NOT NULL));
create policy worker_reads on officer.assignment for select to portolan_worker using (true);

create table officer.bulk (
  id uuid not null,
  staff uuid not null,
  status text not null,
  reason_sealed bytea not null,
  made_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  stopped_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint bulk_check CHECK (((confirmed_at IS NOT NULL) OR ((stopped_at IS NULL) AND (ended_at IS NULL)))),
  constraint bulk_pkey PRIMARY KEY (id),
  constraint bulk_reason_sealed_check CHECK ((octet_length(reason_sealed) <= 65536)),
  constraint bulk_staff_fkey FOREIGN KEY (staff) REFERENCES officer.staff(id),
  constraint bulk_status_check CHECK (((length(status) >= 1) AND (length(status) <= 60)))
);
comment on table officer.bulk is 'Purpose: a supervisor sets one status for many cases: which, why, and how far it has come. Kept: as the cases; what was never confirmed, seven days. Closing and legal hold: kept. Personal data: the reason, sealed for the change.';
alter table officer.bulk enable row level security;
alter table officer.bulk force row level security;
grant delete, select on table officer.bulk to portolan_worker;
grant insert, select on table officer.bulk to portolan_office;
grant update (confirmed_at, stopped_at) on table officer.bulk to portolan_office;
grant update (ended_at) on table officer.bulk to portolan_worker;
CREATE INDEX bulk_of_staff ON officer.bulk USING btree (staff, made_at DESC);
create policy own on officer.bulk to portolan_office using (((staff = platform.actor_staff()) AND officer.is_supervisor())) with check (((staff = platform.actor_staff()) AND officer.is_supervisor()));
create policy owner_all on officer.bulk to portolan_owner using (true) with check (true);
create policy worker_all on officer.bulk to portolan_worker using (true) with check (true);

create table officer.bulk_case (
  bulk uuid not null,
  receipt_number text not null,
  "case" uuid,
  from_status text,
  state text not null,
  why text,
  constraint bulk_case_bulk_fkey FOREIGN KEY (bulk) REFERENCES officer.bulk(id) ON DELETE CASCADE,
  constraint bulk_case_check CHECK (((state = ANY (ARRAY['cannot'::text, 'left'::text])) = (why IS NOT NULL))),
  constraint bulk_case_check1 CHECK (((state = 'cannot'::text) OR ("case" IS NOT NULL))),
  constraint bulk_case_from_status_check CHECK (((length(from_status) >= 1) AND (length(from_status) <= 60))),
  constraint bulk_case_pkey PRIMARY KEY (bulk, receipt_number),
  constraint bulk_case_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint bulk_case_state_check CHECK ((state = ANY (ARRAY['can'::text, 'cannot'::text, 'done'::text, 'left'::text]))),
  constraint bulk_case_why_check CHECK ((why = ANY (ARRAY['unknown'::text, 'not-next'::text, 'protected'::text, 'taken'::text, 'moved-on'::text])))
);
comment on table officer.bulk_case is 'Purpose: each case of a change of many: whether it can be done, and what became of it. Kept: as the change. Personal data: none.';
alter table officer.bulk_case enable row level security;
alter table officer.bulk_case force row level security;
grant insert, select on table officer.bulk_case to portolan_office;
grant select on table officer.bulk_case to portolan_worker;
grant update (state, why) on table officer.bulk_case to portolan_worker;
CREATE INDEX bulk_case_next ON officer.bulk_case USING btree (bulk, receipt_number) WHERE (state = 'can'::text);
create policy own on officer.bulk_case to portolan_office using ((EXISTS ( SELECT
   FROM officer.bulk its
  WHERE (its.id = bulk_case.bulk)))) with check ((EXISTS ( SELECT
   FROM officer.bulk its
  WHERE (its.id = bulk_case.bulk))));
create policy owner_all on officer.bulk_case to portolan_owner using (true) with check (true);
create policy worker_all on officer.bulk_case to portolan_worker using (true) with check (true);

create table officer.case_note (
  id uuid not null,
  "case" uuid not null,
  follows uuid,
  staff uuid not null,
  sealed bytea not null,
  pinned boolean not null default false,
  at timestamp with time zone not null,
  struck_at timestamp with time zone,
  constraint case_note_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint case_note_follows_fkey FOREIGN KEY (follows) REFERENCES officer.case_note(id),
  constraint case_note_pkey PRIMARY KEY (id),
  constraint case_note_sealed_check CHECK ((octet_length(sealed) <= 65536)),
  constraint case_note_staff_fkey FOREIGN KEY (staff) REFERENCES officer.staff(id)
);
comment on table officer.case_note is 'Purpose: what staff wrote for each other about a case. Nothing of it is changed afterwards: its author corrects it by a note that follows it, or strikes it, and both stay readable. Kept: as the case. Closing and legal hold: kept. Personal data: the words, sealed for the case.';
alter table officer.case_note enable row level security;
alter table officer.case_note force row level security;
grant insert, select on table officer.case_note to portolan_office;
grant update (pinned, struck_at) on table officer.case_note to portolan_office;
CREATE INDEX case_note_of_case ON officer.case_note USING btree ("case", at DESC, id);
CREATE UNIQUE INDEX case_note_follows ON officer.case_note USING btree (follows) WHERE (follows IS NOT NULL);
create policy any_pins on officer.case_note for update to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = case_note."case")))));
create policy office_reads on officer.case_note for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = case_note."case")))));
create policy own_writes on officer.case_note for insert to portolan_office with check (((staff = platform.actor_staff()) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = case_note."case")))));
create policy owner_all on officer.case_note to portolan_owner using (true) with check (true);
CREATE TRIGGER only_author_strikes BEFORE UPDATE OF struck_at ON officer.case_note FOR EACH ROW EXECUTE FUNCTION officer.only_author_strikes();

create table officer.check_result (
  id uuid not null,
  "case" uuid not null,
  gate text not null,
  outcome text not null,
  done_on date not null,
  note_sealed bytea,
  staff uuid not null,
  at timestamp with time zone not null,
  ordinal bigint not null generated always as identity,
  constraint check_result_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint check_result_gate_check CHECK (((length(gate) >= 1) AND (length(gate) <= 60))),
  constraint check_result_note_sealed_check CHECK ((octet_length(note_sealed) <= 65536)),
  constraint check_result_outcome_check CHECK ((outcome = ANY (ARRAY['clear'::text, 'hit'::text]))),
  constraint check_result_pkey PRIMARY KEY (id)
);
comment on table officer.check_result is 'Purpose: what a check of fingerprints or of records came to, without which nothing is approved; the newest of each counts. Kept: as the case. Closing and legal hold: kept. Personal data: the note of the officer, sealed for the case. Seen by the office alone.';
alter table officer.check_result enable row level security;
alter table officer.check_result force row level security;
grant insert, select on table officer.check_result to portolan_office;
CREATE INDEX check_of_case ON officer.check_result USING btree ("case", ordinal DESC);
create policy office_adds on officer.check_result for insert to portolan_office with check (((staff = platform.actor_staff()) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = check_result."case")))));
create policy office_reads on officer.check_result for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = check_result."case")))));
create policy owner_all on officer.check_result to portolan_owner using (true) with check (true);

create table officer.conflict (
  id uuid not null,
  "case" uuid not null,
  receipt_number text not null,
  staff uuid not null,
  why text not null,
  note_sealed bytea,
  declared_at timestamp with time zone not null,
  seen_by uuid,
  seen_at timestamp with time zone,
  lifted_by uuid,
  lifted_at timestamp with time zone,
  lift_note_sealed bytea,
  constraint conflict_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint conflict_check CHECK ((lifted_by <> staff)),
  constraint conflict_check1 CHECK (((lifted_by IS NULL) = (lifted_at IS NULL))),
  constraint conflict_check2 CHECK (((seen_by IS NULL) = (seen_at IS NULL))),
  constraint conflict_lift_note_sealed_check CHECK ((octet_length(lift_note_sealed) <= 65536)),
  constraint conflict_note_sealed_check CHECK ((octet_length(note_sealed) <= 65536)),
  constraint conflict_pkey PRIMARY KEY (id),
  constraint conflict_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint conflict_why_check CHECK (((length(why) >= 1) AND (length(why) <= 60)))
);
comment on table officer.conflict is 'Purpose: that somebody of the office may not work on a case, because it is theirs or of somebody close to them; while it stands, the case is absent to them. Kept: as the case. Closing and legal hold: kept. Personal data: the notes, sealed for the case.';
alter table officer.conflict enable row level security;
alter table officer.conflict force row level security;
grant insert, select on table officer.conflict to portolan_office;
grant update (lift_note_sealed, lifted_at, lifted_by, seen_at, seen_by) on table officer.conflict to portolan_office;
CREATE INDEX conflict_of_staff ON officer.conflict USING btree (staff) WHERE (lifted_at IS NULL);
CREATE INDEX conflict_standing ON officer.conflict USING btree (declared_at, id) WHERE (lifted_at IS NULL);
CREATE UNIQUE INDEX conflict_stands ON officer.conflict USING btree ("case", staff) WHERE (lifted_at IS NULL);
create policy office_declares on officer.conflict for insert to portolan_office with check (((staff = platform.actor_staff()) AND (lifted_at IS NULL) AND (seen_at IS NULL)));
create policy office_lifts on officer.conflict for update to portolan_office using ((officer.is_supervisor() AND (staff <> platform.actor_staff()))) with check ((COALESCE(lifted_by, seen_by) = platform.actor_staff()));
create policy office_reads on officer.conflict for select to portolan_office using (((staff = platform.actor_staff()) OR officer.is_supervisor()));
create policy owner_all on officer.conflict to portolan_owner using (true) with check (true);

create table officer.duplicate_act (
  id uuid not null,
  ordinal bigint not null generated always as identity,
  "case" uuid not null,
  kind text not null,
  staff uuid not null,
  answer text,
  account uuid,
  reason_sealed bytea,
  at timestamp with time zone not null,
  constraint duplicate_act_answer_check CHECK ((answer = ANY (ARRAY['theirs'::text, 'new'::text]))),
  constraint duplicate_act_check CHECK (((kind = ANY (ARRAY['asked'::text, 'decided'::text])) = (reason_sealed IS NOT NULL))),
  constraint duplicate_act_check1 CHECK (((kind = ANY (ARRAY['asked'::text, 'decided'::text])) = (answer IS NOT NULL))),
  constraint duplicate_act_check2 CHECK (((answer IS NOT NULL) = (account IS NOT NULL))),
  constraint duplicate_act_kind_check CHECK ((kind = ANY (ARRAY['taken'::text, 'put-back'::text, 'asked'::text, 'taken-back'::text, 'decided'::text]))),
  constraint duplicate_act_pkey PRIMARY KEY (id)
);
comment on table officer.duplicate_act is 'Purpose: what officers did about a form that may be of a person who has an account already: who took it up, put it back, chose whose it is, and why. Kept: as the case. Closing and legal hold: kept. Personal data: the relation; the officer''s own words, sealed for the case.';
alter table officer.duplicate_act enable row level security;
alter table officer.duplicate_act force row level security;
grant insert, select on table officer.duplicate_act to portolan_office;
CREATE INDEX duplicate_act_of ON officer.duplicate_act USING btree ("case", ordinal);
create policy office_reads on officer.duplicate_act for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own_acts on officer.duplicate_act for insert to portolan_office with check ((staff = platform.actor_staff()));
create policy owner_all on officer.duplicate_act to portolan_owner using (true) with check (true);

create table officer.enrolment_link (
  id uuid not null,
  staff uuid not null,
  token_hash text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  killed_at timestamp with time zone,
  constraint enrolment_link_check CHECK ((expires_at > made_at)),
  constraint enrolment_link_pkey PRIMARY KEY (id),
  constraint enrolment_link_staff_fkey FOREIGN KEY (staff) REFERENCES officer.staff(id),
  constraint enrolment_link_token_hash_check CHECK (((length(token_hash) >= 40) AND (length(token_hash) <= 100))),
  constraint enrolment_link_token_hash_key UNIQUE (token_hash)
);
comment on table officer.enrolment_link is 'Purpose: a one-time link by which a new staff member sets a password and an authentication app, by the hash of its token. Kept: 30 days after it was made. Personal data: none beside the staff member.';
alter table officer.enrolment_link enable row level security;
alter table officer.enrolment_link force row level security;
grant delete, select on table officer.enrolment_link to portolan_worker;
grant insert, select, update on table officer.enrolment_link to portolan_gate;
CREATE INDEX enrolment_link_made_at ON officer.enrolment_link USING btree (made_at);
CREATE UNIQUE INDEX enrolment_link_open ON officer.enrolment_link USING btree (staff) WHERE ((used_at IS NULL) AND (killed_at IS NULL));
create policy gate_of_office on officer.enrolment_link to portolan_gate using (officer.from_office()) with check (officer.from_office());
create policy owner_all on officer.enrolment_link to portolan_owner using (true) with check (true);
create policy worker_sweeps on officer.enrolment_link to portolan_worker using (true);

create table officer.file_opening (
  id uuid not null,
  staff uuid not null,
  session uuid not null,
  "case" uuid not null,
  role text not null,
  reason text not null,
  note_sealed bytea,
  at timestamp with time zone not null,
  office text,
  constraint file_opening_office_check CHECK (((length(office) >= 1) AND (length(office) <= 60))),
  constraint file_opening_pkey PRIMARY KEY (id),
  constraint file_opening_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 40))),
  constraint file_opening_role_check CHECK (((length(role) >= 1) AND (length(role) <= 40))),
  constraint file_opening_session_fkey FOREIGN KEY (session) REFERENCES officer.staff_session(id),
  constraint file_opening_staff_fkey FOREIGN KEY (staff) REFERENCES officer.staff(id)
);
comment on table officer.file_opening is 'Purpose: who opened the file of a case, in which role, when and why; the people of the case see office, role and reason, never the officer''s name. Kept: as the case. Closing and legal hold: kept. Personal data: the officer''s own words, sealed for the case.';
alter table officer.file_opening enable row level security;
alter table officer.file_opening force row level security;
grant insert, select on table officer.file_opening to portolan_office;
grant select on table officer.file_opening to portolan_worker;
CREATE INDEX file_opening_case ON officer.file_opening USING btree ("case", at DESC);
CREATE INDEX file_opening_session ON officer.file_opening USING btree (session, "case");
create policy office_reads on officer.file_opening for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own_openings on officer.file_opening for insert to portolan_office with check ((staff = platform.actor_staff()));
create policy owner_all on officer.file_opening to portolan_owner using (true) with check (true);
create policy worker_reads on officer.file_opening for select to portolan_worker using (true);

create table officer.intake (
  id uuid not null,
  ordinal bigint not null generated always as identity,
  source text not null,
  file_sealed bytea,
  begun_at timestamp with time zone not null,
  begun_by text not null,
  lines integer not null default 0,
  taken integer not null default 0,
  uncertain integer not null default 0,
  known integer not null default 0,
  refused integer not null default 0,
  touched_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  file_fault text,
  dry_run boolean not null default false,
  storage_key text,
  size_bytes bigint,
  read_bytes bigint not null default 0,
  delimiter text,
  brought_key text,
  stopped boolean not null default false,
  fault_column text,
  constraint intake_begun_by_check CHECK (((length(begun_by) >= 1) AND (length(begun_by) <= 100))),
  constraint intake_brought_key_check CHECK (((length(brought_key) >= 40) AND (length(brought_key) <= 100))),
  constraint intake_brought_key_key UNIQUE (brought_key),
  constraint intake_check CHECK (((storage_key IS NULL) OR (size_bytes IS NOT NULL))),
  constraint intake_check1 CHECK (((NOT stopped) OR (ended_at IS NOT NULL))),
  constraint intake_delimiter_check CHECK ((delimiter = ANY (ARRAY[','::text, ';'::text, '	'::text]))),
  constraint intake_fault_column_check CHECK ((length(fault_column) <= 100)),
  constraint intake_file_fault_check CHECK (((length(file_fault) >= 1) AND (length(file_fault) <= 100))),
  constraint intake_known_check CHECK ((known >= 0)),
  constraint intake_lines_check CHECK ((lines >= 0)),
  constraint intake_pkey PRIMARY KEY (id),
  constraint intake_read_bytes_check CHECK ((read_bytes >= 0)),
  constraint intake_refused_check CHECK ((refused >= 0)),
  constraint intake_size_bytes_check CHECK ((size_bytes >= 0)),
  constraint intake_source_check CHECK ((source = ANY (ARRAY['command'::text, 'office-file'::text, 'office-form'::text]))),
  constraint intake_storage_key_check CHECK (((length(storage_key) >= 20) AND (length(storage_key) <= 64))),
  constraint intake_storage_key_key UNIQUE (storage_key),
  constraint intake_taken_check CHECK ((taken >= 0)),
  constraint intake_uncertain_check CHECK ((uncertain >= 0))
);
comment on table officer.intake is 'Purpose: one file of paper filings that was taken in or only checked, or one form entered by hand: how far it is, and what came of its lines. Kept: as the rows that were taken in; a file''s bytes, sealed under storage_key, until its import has ended, seven days at most. Closing and legal hold: kept. Personal data: the file''s name, sealed, and its bytes, sealed.';
alter table officer.intake enable row level security;
alter table officer.intake force row level security;
grant insert, select, update on table officer.intake to portolan_office, portolan_worker;
comment on column officer.intake.brought_key is 'What one page sent: pressed twice, its file is brought once.';
comment on column officer.intake.fault_column is 'The column of the header that file_fault is about; empty: of no name.';
CREATE INDEX intake_newest ON officer.intake USING btree (ordinal DESC);
CREATE INDEX intake_waits ON officer.intake USING btree (ordinal) WHERE ((ended_at IS NULL) AND (storage_key IS NOT NULL));
create policy office_all on officer.intake to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy owner_all on officer.intake to portolan_owner using (true) with check (true);
create policy worker_all on officer.intake to portolan_worker using (true) with check (true);

create table officer.intake_entry (
  id uuid not null,
  staff uuid not null,
  sealed bytea,
  typed_at timestamp with time zone not null,
  taken_at timestamp with time zone,
  "case" uuid,
  receipt_number text,
  whose text,
  constraint intake_entry_check CHECK (((sealed IS NULL) = (taken_at IS NOT NULL))),
  constraint intake_entry_check1 CHECK ((((taken_at IS NULL) = ("case" IS NULL)) AND ((taken_at IS NULL) = (receipt_number IS NULL)) AND ((taken_at IS NULL) = (whose IS NULL)))),
  constraint intake_entry_pkey PRIMARY KEY (id),
  constraint intake_entry_receipt_number_check CHECK (((length(receipt_number) >= 10) AND (length(receipt_number) <= 20))),
  constraint intake_entry_whose_check CHECK ((whose = ANY (ARRAY['new'::text, 'theirs'::text, 'uncertain'::text, 'consular'::text])))
);
comment on table officer.intake_entry is 'Purpose: one form on paper as a member of the staff typed it, to be looked over; once it is taken in, which case it became. Kept: what was typed until it is taken in or thrown away, seven days at most; the row 30 days. Closing: deleted with it. Legal hold: no longer, the case has it all. Personal data: all of sealed, sealed for the entry.';
alter table officer.intake_entry enable row level security;
alter table officer.intake_entry force row level security;
grant delete, insert, select, update on table officer.intake_entry to portolan_office;
grant delete, select on table officer.intake_entry to portolan_worker;
CREATE INDEX intake_entry_of ON officer.intake_entry USING btree (staff, typed_at) WHERE (taken_at IS NULL);
create policy own on officer.intake_entry to portolan_office using ((staff = platform.actor_staff())) with check ((staff = platform.actor_staff()));
create policy owner_all on officer.intake_entry to portolan_owner using (true) with check (true);
create policy worker_all on officer.intake_entry to portolan_worker using (true) with check (true);

create table officer.intake_refusal (
  intake uuid not null,
  line integer not null,
  faults jsonb not null,
  sealed bytea not null,
  constraint intake_refusal_intake_fkey FOREIGN KEY (intake) REFERENCES officer.intake(id),
  constraint intake_refusal_line_check CHECK ((line > 0)),
  constraint intake_refusal_pkey PRIMARY KEY (intake, line)
);
comment on table officer.intake_refusal is 'Purpose: a row that was not taken, why, and its own text, for the file that is corrected and brought again. Kept: 30 days. Closing: deleted with it. Legal hold: no longer. Personal data: the text, sealed for the intake.';
alter table officer.intake_refusal enable row level security;
alter table officer.intake_refusal force row level security;
grant delete, insert, select, update on table officer.intake_refusal to portolan_worker;
grant insert, select, update on table officer.intake_refusal to portolan_office;
create policy office_all on officer.intake_refusal to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy owner_all on officer.intake_refusal to portolan_owner using (true) with check (true);
create policy worker_all on officer.intake_refusal to portolan_worker using (true) with check (true);

create table officer.intake_row (
  row_hash text not null,
  "case" uuid not null,
  intake uuid not null,
  line integer not null,
  constraint intake_row_intake_fkey FOREIGN KEY (intake) REFERENCES officer.intake(id),
  constraint intake_row_line_check CHECK ((line > 0)),
  constraint intake_row_pkey PRIMARY KEY (row_hash),
  constraint intake_row_row_hash_check CHECK (((length(row_hash) >= 40) AND (length(row_hash) <= 100)))
);
comment on table officer.intake_row is 'Purpose: that a filing was taken in, by the keyed hash of everything its row says, so that the same row again changes nothing. Kept: as the case. Closing and legal hold: kept. Personal data: none readable.';
alter table officer.intake_row enable row level security;
alter table officer.intake_row force row level security;
grant insert, select, update on table officer.intake_row to portolan_office, portolan_worker;
CREATE INDEX intake_row_of ON officer.intake_row USING btree (intake, line);
create policy office_all on officer.intake_row to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy owner_all on officer.intake_row to portolan_owner using (true) with check (true);
create policy worker_all on officer.intake_row to portolan_worker using (true) with check (true);

create table officer.interview_note (
  id uuid not null,
  "case" uuid not null,
  sealed bytea not null,
  staff uuid not null,
  at timestamp with time zone not null,
  constraint interview_note_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint interview_note_pkey PRIMARY KEY (id),
  constraint interview_note_sealed_check CHECK ((octet_length(sealed) <= 131072))
);
comment on table officer.interview_note is 'Purpose: what an officer wrote down in an interview; rows are only ever added. Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed, sealed for the case. Seen by the office alone.';
alter table officer.interview_note enable row level security;
alter table officer.interview_note force row level security;
grant insert, select on table officer.interview_note to portolan_office;
CREATE INDEX interview_note_of_case ON officer.interview_note USING btree ("case", at, id);
create policy office_adds on officer.interview_note for insert to portolan_office with check (((staff = platform.actor_staff()) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = interview_note."case")))));
create policy office_reads on officer.interview_note for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM cases."case" its
  WHERE (its.id = interview_note."case")))));
create policy owner_all on officer.interview_note to portolan_owner using (true) with check (true);

create table officer.name_index (
  subject uuid not null,
  kind text not null,
  key_id text not null,
  pieces tsvector not null,
  a_number_hash text,
  shown_sealed bytea not null,
  guarded boolean not null,
  noted_at timestamp with time zone not null,
  constraint name_index_a_number_hash_check CHECK (((length(a_number_hash) >= 40) AND (length(a_number_hash) <= 100))),
  constraint name_index_key_id_check CHECK (((length(key_id) >= 1) AND (length(key_id) <= 40))),
  constraint name_index_kind_check CHECK ((kind = ANY (ARRAY['account'::text, 'paper'::text, 'filing'::text]))),
  constraint name_index_pkey PRIMARY KEY (subject, kind)
);
comment on table officer.name_index is 'Purpose: finding a person by name or A-Number: of an account, of a form on paper, of who signed a filing. Pieces of names stand in it as keyed hashes that no role reads; what is shown is sealed for its subject. Kept: as what it was made from. Closing an account: what was made from it is deleted. Legal hold: kept. Personal data: names and year of birth, sealed.';
alter table officer.name_index enable row level security;
alter table officer.name_index force row level security;
grant delete on table officer.name_index to portolan_worker;
grant select (key_id, kind, subject) on table officer.name_index to portolan_worker;
CREATE INDEX name_index_a_number ON officer.name_index USING btree (a_number_hash) WHERE (a_number_hash IS NOT NULL);
CREATE INDEX name_index_pieces ON officer.name_index USING gin (pieces) WITH (fastupdate=off);
create policy owner_all on officer.name_index to portolan_owner using (true) with check (true);
create policy worker_writes on officer.name_index to portolan_worker using (true) with check (true);

create table officer.name_stale (
  subject uuid not null,
  kind text not null,
  constraint name_stale_kind_check CHECK ((kind = ANY (ARRAY['account'::text, 'paper'::text, 'filing'::text]))),
  constraint name_stale_pkey PRIMARY KEY (subject, kind)
);
comment on table officer.name_stale is 'Purpose: whose names changed since the index of names was written for them. Kept: until it is, seconds. Closing and legal hold: does not apply. Personal data: none.';
alter table officer.name_stale enable row level security;
alter table officer.name_stale force row level security;
grant delete, insert, select on table officer.name_stale to portolan_worker;
grant update (kind) on table officer.name_stale to portolan_worker;
create policy owner_all on officer.name_stale to portolan_owner using (true) with check (true);
create policy worker_all on officer.name_stale to portolan_worker using (true) with check (true);

create table officer.password_try (
  subject text not null,
  network text not null,
  burst integer not null,
  burst_began_at timestamp with time zone not null,
  wrong integer not null,
  late integer not null,
  wait_until timestamp with time zone,
  last_at timestamp with time zone not null,
  constraint password_try_burst_check CHECK ((burst >= 0)),
  constraint password_try_late_check CHECK ((late >= 0)),
  constraint password_try_network_check CHECK ((length(network) <= 100)),
  constraint password_try_pkey PRIMARY KEY (subject, network),
  constraint password_try_subject_check CHECK (((length(subject) >= 40) AND (length(subject) <= 100))),
  constraint password_try_wrong_check CHECK ((wrong >= 0))
);
comment on table officer.password_try is 'Purpose: wrong passwords for one address from one network, and until when that network waits. Kept: two days after the last one. Personal data: none; both are keyed hashes, of addresses nobody has here too.';
alter table officer.password_try enable row level security;
alter table officer.password_try force row level security;
grant delete, select on table officer.password_try to portolan_worker;
grant insert, select, update on table officer.password_try to portolan_gate;
CREATE INDEX password_try_last_at ON officer.password_try USING btree (last_at);
create policy gate_of_office on officer.password_try to portolan_gate using (officer.from_office()) with check (officer.from_office());
create policy owner_all on officer.password_try to portolan_owner using (true) with check (true);
create policy worker_sweeps on officer.password_try to portolan_worker using (true);

create table officer.person_opening (
  id uuid not null,
  staff uuid not null,
  session uuid not null,
  account uuid not null,
  role text not null,
  reason text not null,
  note_sealed bytea,
  at timestamp with time zone not null,
  constraint person_opening_note_sealed_check CHECK ((octet_length(note_sealed) <= 65536)),
  constraint person_opening_pkey PRIMARY KEY (id),
  constraint person_opening_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 40))),
  constraint person_opening_role_check CHECK (((length(role) >= 1) AND (length(role) <= 40)))
);
comment on table officer.person_opening is 'Purpose: who opened the office''s page of a person, in which role, when and why; the person sees role and reason, never the officer''s name. Kept: as the account and its cases. Closing: kept. Legal hold: kept. Personal data: the officer''s own words, sealed for the account; the relation.';
alter table officer.person_opening enable row level security;
alter table officer.person_opening force row level security;
grant insert, select on table officer.person_opening to portolan_office;
grant select on table officer.person_opening to portolan_worker;
CREATE INDEX person_opening_of_account ON officer.person_opening USING btree (account, at DESC);
CREATE INDEX person_opening_session ON officer.person_opening USING btree (session, account);
create policy office_reads on officer.person_opening for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND officer.may_find(account)));
create policy own_openings on officer.person_opening for insert to portolan_office with check (((staff = platform.actor_staff()) AND officer.may_find(account)));
create policy owner_all on officer.person_opening to portolan_owner using (true) with check (true);
create policy worker_reads on officer.person_opening for select to portolan_worker using (true);

create table officer.possible_duplicate (
  "case" uuid not null,
  accounts uuid[] not null,
  reasons text[] not null,
  noted_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  account uuid,
  taken_by uuid,
  taken_at timestamp with time zone,
  asked_by uuid,
  asked_account uuid,
  answer text,
  constraint possible_duplicate_answer_check CHECK ((answer = ANY (ARRAY['theirs'::text, 'new'::text]))),
  constraint possible_duplicate_check CHECK (((decided_at IS NULL) = (decided_by IS NULL))),
  constraint possible_duplicate_check1 CHECK (((taken_by IS NULL) = (taken_at IS NULL))),
  constraint possible_duplicate_check2 CHECK (((taken_by IS NULL) OR (decided_at IS NULL))),
  constraint possible_duplicate_check3 CHECK (((asked_by IS NULL) = (asked_account IS NULL))),
  constraint possible_duplicate_check4 CHECK (((decided_at IS NULL) = (answer IS NULL))),
  constraint possible_duplicate_check5 CHECK (((decided_at IS NULL) = (account IS NULL))),
  constraint possible_duplicate_check6 CHECK (((decided_by IS NULL) OR (asked_by IS NULL) OR (decided_by <> asked_by))),
  constraint possible_duplicate_pkey PRIMARY KEY ("case"),
  constraint possible_duplicate_reasons_check CHECK ((cardinality(reasons) > 0))
);
comment on table officer.possible_duplicate is 'Purpose: a case from paper that may be of a person who has an account already: which accounts, why, and whose an officer found it to be. Until then it has no account and no notice. Kept: as the case. Closing and legal hold: kept. Personal data: the relation.';
alter table officer.possible_duplicate enable row level security;
alter table officer.possible_duplicate force row level security;
grant insert, select, update on table officer.possible_duplicate to portolan_office, portolan_worker;
comment on column officer.possible_duplicate.asked_by is 'Who chose an account that somebody signs in to: the case is theirs once another one chooses the same.';
CREATE INDEX possible_duplicate_waits ON officer.possible_duplicate USING btree (noted_at, "case") WHERE (decided_at IS NULL);
create policy office_all on officer.possible_duplicate to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy owner_all on officer.possible_duplicate to portolan_owner using (true) with check (true);
create policy worker_all on officer.possible_duplicate to portolan_worker using (true) with check (true);

create table officer.protection_lift (
  id uuid not null,
  account uuid,
  "case" uuid,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  reason_sealed bytea not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  agreed boolean,
  constraint protection_lift_check CHECK (((account IS NULL) <> ("case" IS NULL))),
  constraint protection_lift_check1 CHECK ((decided_by <> asked_by)),
  constraint protection_lift_check2 CHECK ((((decided_at IS NULL) = (decided_by IS NULL)) AND ((decided_at IS NULL) = (agreed IS NULL)))),
  constraint protection_lift_pkey PRIMARY KEY (id)
);
comment on table officer.protection_lift is 'Purpose: that staff asked to lift the protection of a person or a case, why, and which other one agreed or did not. Kept: as the account or case. Closing and legal hold: kept. Personal data: the relation; the reason, sealed for the person or case.';
alter table officer.protection_lift enable row level security;
alter table officer.protection_lift force row level security;
grant insert, select on table officer.protection_lift to portolan_office;
grant update (agreed, decided_at, decided_by) on table officer.protection_lift to portolan_office;
CREATE UNIQUE INDEX protection_lift_of_account ON officer.protection_lift USING btree (account) WHERE (decided_at IS NULL);
CREATE UNIQUE INDEX protection_lift_of_case ON officer.protection_lift USING btree ("case") WHERE (decided_at IS NULL);
create policy office_adds on officer.protection_lift for insert to portolan_office with check ((officer.sees_protected() AND (asked_by = platform.actor_staff()) AND (decided_at IS NULL)));
create policy office_decides on officer.protection_lift for update to portolan_office using ((officer.sees_protected() AND (decided_at IS NULL))) with check ((officer.sees_protected() AND (decided_by = platform.actor_staff())));
create policy office_reads on officer.protection_lift for select to portolan_office using (( SELECT officer.sees_protected() AS sees_protected));
create policy owner_all on officer.protection_lift to portolan_owner using (true) with check (true);

create table officer.saved_view (
  id uuid not null,
  staff uuid not null,
  name text not null,
  queue text not null,
  form text,
  office text,
  channel text,
  taken text,
  waits_days integer,
  is_first boolean not null default false,
  kept_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  request text,
  constraint saved_view_channel_check CHECK ((channel = ANY (ARRAY['online'::text, 'paper'::text]))),
  constraint saved_view_form_check CHECK (((length(form) >= 1) AND (length(form) <= 40))),
  constraint saved_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint saved_view_office_check CHECK (((length(office) >= 1) AND (length(office) <= 60))),
  constraint saved_view_pkey PRIMARY KEY (id),
  constraint saved_view_queue_check CHECK (((length(queue) >= 1) AND (length(queue) <= 60))),
  constraint saved_view_request_check CHECK ((request = ANY (ARRAY['answered'::text, 'lapsed'::text]))),
  constraint saved_view_staff_fkey FOREIGN KEY (staff) REFERENCES officer.staff(id),
  constraint saved_view_taken_check CHECK ((taken = ANY (ARRAY['nobody'::text, 'you'::text, 'colleague'::text]))),
  constraint saved_view_waits_days_check CHECK (((waits_days >= 1) AND (waits_days <= 3650)))
);
comment on table officer.saved_view is 'Purpose: a queue with filters that a member of staff keeps under a name of their own. Kept: until they remove it, and 30 days longer so that it can be put back. Closing and legal hold: does not apply. Personal data: none.';
alter table officer.saved_view enable row level security;
alter table officer.saved_view force row level security;
grant delete on table officer.saved_view to portolan_worker;
grant insert, select on table officer.saved_view to portolan_office;
grant select (id, removed_at) on table officer.saved_view to portolan_worker;
grant update (is_first, name, removed_at) on table officer.saved_view to portolan_office;
CREATE INDEX saved_view_of_staff ON officer.saved_view USING btree (staff, kept_at) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX saved_view_first ON officer.saved_view USING btree (staff) WHERE (is_first AND (removed_at IS NULL));
create policy own on officer.saved_view to portolan_office using ((staff = platform.actor_staff())) with check ((staff = platform.actor_staff()));
create policy owner_all on officer.saved_view to portolan_owner using (true) with check (true);
create policy worker_sweeps on officer.saved_view to portolan_worker using ((removed_at IS NOT NULL));

create table officer.scanned_paper (
  id uuid not null,
  "case" uuid not null,
  kind text not null,
  received_on date not null,
  storage_key text not null,
  sha256 text not null,
  size_bytes bigint not null,
  scanned_at timestamp with time zone not null,
  scanned_by text not null,
  state text not null default 'received'::text,
  refusal text,
  judged_at timestamp with time zone,
  failures integer not null default 0,
  unscanned_since timestamp with time zone,
  again_at timestamp with time zone not null,
  pages integer,
  constraint scanned_paper_check CHECK (((state = 'received'::text) = (judged_at IS NULL))),
  constraint scanned_paper_check1 CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
  constraint scanned_paper_failures_check CHECK ((failures >= 0)),
  constraint scanned_paper_kind_check CHECK ((kind = ANY (ARRAY['filing'::text, 'answer'::text, 'address'::text, 'returned-mail'::text, 'other'::text, 'message'::text]))),
  constraint scanned_paper_pages_check CHECK ((pages > 0)),
  constraint scanned_paper_pkey PRIMARY KEY (id),
  constraint scanned_paper_refusal_check CHECK (((length(refusal) >= 1) AND (length(refusal) <= 60))),
  constraint scanned_paper_scanned_by_check CHECK (((length(scanned_by) >= 1) AND (length(scanned_by) <= 100))),
  constraint scanned_paper_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint scanned_paper_size_bytes_check CHECK ((size_bytes > 0)),
  constraint scanned_paper_state_check CHECK ((state = ANY (ARRAY['received'::text, 'clean'::text, 'refused'::text]))),
  constraint scanned_paper_storage_key_check CHECK (((length(storage_key) >= 20) AND (length(storage_key) <= 64))),
  constraint scanned_paper_storage_key_key UNIQUE (storage_key)
);
comment on table officer.scanned_paper is 'Purpose: a paper that staff scanned for a case: where its sealed file lies, who scanned it, and what the check for harmful software found; clean, it is a document of the case. Kept: as the case; the file of a refused one goes at once. Closing and legal hold: kept. Personal data: the file, sealed for the case.';
alter table officer.scanned_paper enable row level security;
alter table officer.scanned_paper force row level security;
grant insert, select on table officer.scanned_paper to portolan_office;
grant insert, select, update on table officer.scanned_paper to portolan_worker;
comment on column officer.scanned_paper.pages is 'What the check counted, where the document is made later; null: not checked, or a document already.';
CREATE INDEX scanned_paper_of_case ON officer.scanned_paper USING btree ("case", scanned_at);
CREATE INDEX scanned_paper_waits ON officer.scanned_paper USING btree (again_at) WHERE (state = 'received'::text);
CREATE UNIQUE INDEX scanned_paper_once ON officer.scanned_paper USING btree ("case", kind, sha256) WHERE ((state <> 'refused'::text) AND (kind <> 'message'::text));
create policy office_all on officer.scanned_paper to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy owner_all on officer.scanned_paper to portolan_owner using (true) with check (true);
create policy worker_all on officer.scanned_paper to portolan_worker using (true) with check (true);

create table officer.search (
  id uuid not null,
  staff uuid not null,
  session uuid not null,
  kind text not null,
  term_sealed bytea not null,
  found integer not null,
  at timestamp with time zone not null,
  constraint search_found_check CHECK ((found >= 0)),
  constraint search_kind_check CHECK ((kind = ANY (ARRAY['name'::text, 'a-number'::text, 'account-number'::text]))),
  constraint search_pkey PRIMARY KEY (id)
);
comment on table officer.search is 'Purpose: who in the office looked for a person, by what, and how many were found; shown to the same person again while they are signed in. Kept: 90 days; that there was a search stays in the record. Closing and legal hold: does not apply. Personal data: what was typed, sealed for the search.';
alter table officer.search enable row level security;
alter table officer.search force row level security;
grant delete on table officer.search to portolan_worker;
grant insert, select on table officer.search to portolan_office;
grant select (at, id) on table officer.search to portolan_worker;
CREATE INDEX search_at ON officer.search USING btree (at);
create policy own on officer.search to portolan_office using ((staff = platform.actor_staff())) with check ((staff = platform.actor_staff()));
create policy owner_all on officer.search to portolan_owner using (true) with check (true);
create policy worker_sweeps on officer.search to portolan_worker using (true);

create table officer.shared_contact (
  id uuid not null,
  mark text not null,
  people integer not null,
  since_at timestamp with time zone not null,
  found_at timestamp with time zone not null,
  seen_by uuid,
  seen_at timestamp with time zone,
  seen_people integer,
  why_sealed bytea,
  constraint shared_contact_check CHECK ((((seen_at IS NULL) = (seen_by IS NULL)) AND ((seen_at IS NULL) = (seen_people IS NULL)) AND ((seen_at IS NULL) = (why_sealed IS NULL)))),
  constraint shared_contact_mark_check CHECK (((length(mark) >= 40) AND (length(mark) <= 100))),
  constraint shared_contact_mark_key UNIQUE (mark),
  constraint shared_contact_people_check CHECK ((people > 1)),
  constraint shared_contact_pkey PRIMARY KEY (id)
);
comment on table officer.shared_contact is 'Purpose: that one telephone opens the accounts of many people who have no case together: how many, since when, and what a supervisor found of it; the telephone by its keyed hash, and nobody''s account. Kept: two years. Closing and legal hold: kept. Personal data: none that leads to a person without the accounts; why it was dismissed, sealed.';
alter table officer.shared_contact enable row level security;
alter table officer.shared_contact force row level security;
grant delete, insert, select, update on table officer.shared_contact to portolan_worker;
grant select on table officer.shared_contact to portolan_office;
grant update (seen_at, seen_by, seen_people, why_sealed) on table officer.shared_contact to portolan_office;
CREATE INDEX shared_contact_found ON officer.shared_contact USING btree (found_at);
CREATE INDEX shared_contact_open ON officer.shared_contact USING btree (found_at, id) WHERE (seen_at IS NULL);
create policy office_reads on officer.shared_contact for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy office_sees on officer.shared_contact for update to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((seen_by = platform.actor_staff()));
create policy owner_all on officer.shared_contact to portolan_owner using (true) with check (true);
create policy worker_all on officer.shared_contact to portolan_worker using (true) with check (true);

create table officer.staff (
  id uuid not null,
  email_hash text not null,
  email_sealed bytea not null,
  name_sealed bytea,
  role text not null,
  added_at timestamp with time zone not null,
  password_hash text,
  totp_sealed bytea,
  totp_last_step bigint,
  wrong_codes integer not null default 0,
  wrong_codes_since timestamp with time zone,
  codes_wait_until timestamp with time zone,
  enrolled_at timestamp with time zone,
  ended_at timestamp with time zone,
  cleared_at timestamp with time zone,
  constraint staff_check CHECK (((enrolled_at IS NULL) OR ((password_hash IS NOT NULL) AND (totp_sealed IS NOT NULL) AND (totp_last_step IS NOT NULL)))),
  constraint staff_email_hash_check CHECK (((length(email_hash) >= 40) AND (length(email_hash) <= 100))),
  constraint staff_email_hash_key UNIQUE (email_hash),
  constraint staff_password_hash_check CHECK (((length(password_hash) >= 40) AND (length(password_hash) <= 300))),
  constraint staff_pkey PRIMARY KEY (id),
  constraint staff_role_check CHECK ((role = ANY (ARRAY['officer'::text, 'supervisor'::text, 'intake'::text, 'support'::text, 'admin'::text]))),
  constraint staff_totp_last_step_check CHECK ((totp_last_step >= 0)),
  constraint staff_wrong_codes_check CHECK ((wrong_codes >= 0))
);
comment on table officer.staff is 'Purpose: one person of the agency: their address, role, what proves them, and when that began and ended. Kept: for ever, since the record names them by id; the secrets are emptied when the person leaves. Closing and legal hold: does not apply. Personal data: the address and the name, sealed for the staff member.';
alter table officer.staff enable row level security;
alter table officer.staff force row level security;
grant insert, select, update on table officer.staff to portolan_gate;
grant select (cleared_at, email_sealed, ended_at, enrolled_at, id, name_sealed, role) on table officer.staff to portolan_office;
grant select (id, role) on table officer.staff to portolan_worker;
comment on column officer.staff.cleared_at is 'Since when this person may see who is protected, beside what their role may.';
create policy gate_of_office on officer.staff to portolan_gate using (officer.from_office()) with check (officer.from_office());
create policy office_reads on officer.staff for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy owner_all on officer.staff to portolan_owner using (true) with check (true);
create policy worker_reads_roles on officer.staff for select to portolan_worker using (true);

create table officer.staff_session (
  id uuid not null,
  audience text not null default 'office'::text,
  secret_hash text not null,
  staff uuid not null,
  stage text not null,
  tries integer not null default 0,
  begun_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  network text,
  ended_at timestamp with time zone,
  ended_by text,
  constraint staff_session_audience_check CHECK ((audience = 'office'::text)),
  constraint staff_session_check CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint staff_session_ended_by_check CHECK ((ended_by = ANY (ARRAY['sign-out'::text, 'replaced'::text]))),
  constraint staff_session_network_check CHECK ((length(network) <= 100)),
  constraint staff_session_pkey PRIMARY KEY (id),
  constraint staff_session_secret_hash_check CHECK (((length(secret_hash) >= 40) AND (length(secret_hash) <= 100))),
  constraint staff_session_secret_hash_key UNIQUE (secret_hash),
  constraint staff_session_staff_fkey FOREIGN KEY (staff) REFERENCES officer.staff(id),
  constraint staff_session_stage_check CHECK ((stage = ANY (ARRAY['enrolling'::text, 'password-given'::text, 'full'::text]))),
  constraint staff_session_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
);
comment on table officer.staff_session is 'Purpose: one visit of one browser of a staff member: what it may do, its wrong codes, when it ends. Kept: 90 days after it began, longer where a file was opened in it. Personal data: none beside the staff member; the network is a keyed hash.';
alter table officer.staff_session enable row level security;
alter table officer.staff_session force row level security;
grant delete, select on table officer.staff_session to portolan_worker;
grant insert, select, update on table officer.staff_session to portolan_gate;
grant select on table officer.staff_session to portolan_office;
grant update (last_seen_at) on table officer.staff_session to portolan_office;
CREATE INDEX staff_session_begun_at ON officer.staff_session USING btree (begun_at);
CREATE INDEX staff_session_staff ON officer.staff_session USING btree (staff, begun_at DESC);
create policy gate_of_office on officer.staff_session to portolan_gate using (officer.from_office()) with check (officer.from_office());
create policy own on officer.staff_session to portolan_office using ((staff = platform.actor_staff())) with check ((staff = platform.actor_staff()));
create policy owner_all on officer.staff_session to portolan_owner using (true) with check (true);
create policy worker_sweeps on officer.staff_session to portolan_worker using (true);

create schema officer_public;
comment on schema officer_public is 'What the people of a case may see of the office''s work: functions only, since the portal never reaches the office''s tables.';
grant usage on schema officer_public to portolan_portal;

CREATE OR REPLACE FUNCTION officer_public.looks()
 RETURNS TABLE(operation text, reason text)
 LANGUAGE sql
 IMMUTABLE ROWS 7
 SET search_path TO ''
AS $function$
  values ('officer.look-at-file', 'read-document'), ('officer.look-at-paper', 'read-document'), ('officer.record-scan', 'scan-paper'),
    ('officer.take-later-paper', 'take-in-paper'), ('officer.take-scanned-paper', 'take-in-paper'),
    ('officer.take-address-on-paper', 'take-in-paper'), ('officer.take-returned-mail', 'take-in-paper')
$function$;
comment on function officer_public.looks() is 'Which operations of the office are a look at a case, and by which reason its people read of them.';

CREATE OR REPLACE FUNCTION officer_public.openings_of_own_file(most integer, skip integer)
 RETURNS TABLE(kind text, named text, office text, role text, reason text, at timestamp with time zone, total integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO ''
AS $function$
  with own as (
    select c.id, c.receipt_number, c.office from cases."case" c
    where exists (
      select from cases.party p
      where p."case" = c.id and p.account = any (platform.actor_accounts()) and p.until_at is null
    )
  )
  select found.kind, found.named, found.office, found.role, found.reason, found.at, count(*) over ()::int
  from (
    select 'case' as kind, own.receipt_number as named, coalesce(o.office, own.office) as office, o.role, o.reason, o.at, o.id
    from officer.file_opening o join own on own.id = o."case"
    union all
    select 'case', own.receipt_number, null, staff.role, looks.reason, done.at, done.id
    from own
    join audit.entry done on done.subject = own.id::text
    join officer_public.looks() looks on looks.operation = done.operation
    join officer.staff staff on done.actor_kind = 'staff' and staff.id::text = done.actor_id
    where done.outcome = 'done'
    union all
    select 'person', '', null, o.role, o.reason, o.at, o.id
    from officer.person_opening o where o.account = any (platform.actor_accounts())
    union all
    select 'support', r.tracking_number, null, s.role, s.reason, s.at, s.id
    from accounts.support_step s join accounts.support_request r on r.id = s.request
    where s.kind = 'opened' and r.account = any (platform.actor_accounts())
  ) found
  order by found.at desc, found.id
  limit least(openings_of_own_file.most, 100) offset greatest(openings_of_own_file.skip, 0)
$function$;
comment on function officer_public.openings_of_own_file(integer,integer) is 'Who opened the files of the actor''s own cases and the office''s page of them, looked at a single document or took in a paper of them, and requests to support that name their account: office, role, reason and when, never who; the newest first.';
grant execute on function officer_public.openings_of_own_file(integer,integer) to portolan_portal;

create schema platform;
comment on schema platform is 'What every domain stands on; no word of immigration.';
grant usage on schema platform to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.actor_account()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO ''
RETURN (NULLIF(current_setting('portolan.account'::text, true), ''::text))::uuid;
grant execute on function platform.actor_account() to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.actor_accounts()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO ''
RETURN (string_to_array(COALESCE(NULLIF(current_setting('portolan.accounts'::text, true), ''::text), NULLIF(current_setting('portolan.account'::text, true), ''::text)), ','::text))::uuid[];
grant execute on function platform.actor_accounts() to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.actor_kind()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO ''
RETURN NULLIF(current_setting('portolan.actor_kind'::text, true), ''::text);
grant execute on function platform.actor_kind() to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.actor_staff()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO ''
RETURN (NULLIF(current_setting('portolan.staff'::text, true), ''::text))::uuid;
grant execute on function platform.actor_staff() to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.add_figures(met json)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into platform.figure as f (kind, day, place, name, counted)
  select m.kind, m.day, m.place, m.name, m.counted
  from json_to_recordset(add_figures.met) as m (kind text, day date, place text, name text, counted bigint)
  where m.kind in ('error', 'form-page') and m.counted > 0
  on conflict (kind, day, place, name) do update set counted = f.counted + excluded.counted
$function$;
comment on function platform.add_figures(json) is 'Adds what people met on the pages to the counts of the day; by kinds that pages count, and no other.';
grant execute on function platform.add_figures(json) to portolan_office, portolan_portal;

CREATE OR REPLACE FUNCTION platform.attempts_made(scope text, subject text, since timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(sum(made), 0)::int from platform.attempt counted
  where counted.scope = attempts_made.scope
    and counted.subject = attempts_made.subject
    and counted.window_starts_at >= attempts_made.since
$function$;
comment on function platform.attempts_made(text,text,timestamp with time zone) is 'How many attempts were made in the windows that began at or after since.';
grant execute on function platform.attempts_made(text,text,timestamp with time zone) to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.count_attempt(scope text, subject text, window_starts_at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into platform.attempt as counted (scope, subject, window_starts_at, made)
  values (count_attempt.scope, count_attempt.subject, count_attempt.window_starts_at, 1)
  on conflict on constraint attempt_pkey do update set made = counted.made + 1
  returning made
$function$;
comment on function platform.count_attempt(text,text,timestamp with time zone) is 'Counts one attempt and returns how many the window holds now.';
grant execute on function platform.count_attempt(text,text,timestamp with time zone) to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.enqueue(task text, payload json, job_key text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, max_attempts integer DEFAULT 25, priority integer DEFAULT 0)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (select from platform.task_allowed allowed where allowed.task = enqueue.task) then
    raise exception 'task % is not allowed', enqueue.task using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(
    enqueue.task,
    payload => enqueue.payload,
    job_key => enqueue.job_key,
    run_at => enqueue.run_at,
    max_attempts => enqueue.max_attempts,
    priority => enqueue.priority,
    flags => case when enqueue.priority > 0 then array['unhurried'] end
  );
end
$function$;
comment on function platform.enqueue(text,json,text,timestamp with time zone,integer,integer) is 'Queues a job in the caller''s transaction. Refuses a task that is not in platform.task_allowed. The smaller priority is taken first; above 0 nobody waits for it, and it is flagged so that a place of each worker stays free of such.';
grant execute on function platform.enqueue(text,json,text,timestamp with time zone,integer,integer) to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.forgive_attempt(scope text, subject text, window_starts_at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update platform.attempt counted set made = counted.made - 1
  where counted.scope = forgive_attempt.scope
    and counted.subject = forgive_attempt.subject
    and counted.window_starts_at = forgive_attempt.window_starts_at
    and counted.made > 0
  returning made
$function$;
comment on function platform.forgive_attempt(text,text,timestamp with time zone) is 'Gives one attempt of the window back; null when it holds none.';
grant execute on function platform.forgive_attempt(text,text,timestamp with time zone) to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.waiting_work()
 RETURNS TABLE(kind text, waiting bigint, oldest timestamp with time zone, failed bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select 'mail', count(*) filter (where failed_at is null), min(queued_at) filter (where failed_at is null), count(*) filter (where failed_at is not null)
  from mail.queued where sent_at is null
  union all
  select 'text', count(*) filter (where state = 'queued'), min(queued_at) filter (where state = 'queued'), count(*) filter (where state = 'failed')
  from sms.queued where state in ('queued', 'failed')
  union all
  select 'letter', count(*), min(written_at), count(*) filter (where apart_at is not null)
  from cases.letter where printed_at is null and withdrawn_at is null
  union all
  select 'job', count(*) filter (where attempts < max_attempts), min(run_at) filter (where attempts < max_attempts), count(*) filter (where attempts >= max_attempts)
  from graphile_worker._private_jobs
$function$;
comment on function platform.waiting_work() is 'Mails, texts, letters and jobs that wait, since when, and how many could not be done: counts alone.';
grant execute on function platform.waiting_work() to portolan_office;

create table platform.attempt (
  scope text not null,
  subject text not null,
  window_starts_at timestamp with time zone not null,
  made integer not null,
  constraint attempt_made_check CHECK ((made >= 0)),
  constraint attempt_pkey PRIMARY KEY (scope, subject, window_starts_at),
  constraint attempt_scope_check CHECK (((length(scope) >= 1) AND (length(scope) <= 100))),
  constraint attempt_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 200)))
);
comment on table platform.attempt is 'Purpose: how often a thing was tried in a window of time. Kept: two days after the window began. Personal data: none; a subject is an opaque id or a keyed hash.';
alter table platform.attempt enable row level security;
alter table platform.attempt force row level security;
grant delete, select on table platform.attempt to portolan_worker;
CREATE INDEX attempt_window ON platform.attempt USING btree (window_starts_at);
create policy owner_all on platform.attempt to portolan_owner using (true) with check (true);
create policy worker_sweeps on platform.attempt to portolan_worker using (true) with check (true);

create table platform.demo_seed (
  only_one boolean not null default true,
  begun_at timestamp with time zone not null,
  done_at timestamp with time zone,
  constraint demo_seed_only_one_check CHECK (only_one),
  constraint demo_seed_pkey PRIMARY KEY (only_one)
);
comment on table platform.demo_seed is 'Purpose: whether filling the demonstration was begun and done; production has no row. Kept: for ever. Personal data: none.';
alter table platform.demo_seed enable row level security;
alter table platform.demo_seed force row level security;
grant insert, select, update on table platform.demo_seed to portolan_worker;
create policy owner_all on platform.demo_seed to portolan_owner using (true) with check (true);
create policy worker_all on platform.demo_seed to portolan_worker using (true) with check (true);

create table platform.figure (
  kind text not null,
  day date not null,
  place text not null,
  name text not null,
  counted bigint not null,
  constraint figure_counted_check CHECK ((counted >= 0)),
  constraint figure_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  constraint figure_name_check CHECK ((length(name) <= 160)),
  constraint figure_pkey PRIMARY KEY (kind, day, place, name),
  constraint figure_place_check CHECK ((length(place) <= 120))
);
comment on table platform.figure is 'Purpose: how many of something there were on a day: cases received and decided, errors that people met by page and field, pages of a form that were finished. Errors and pages are counted only for devices whose storage preferences allow analytics. Kept: 400 days. Closing and legal hold: nothing of anyone is in it. Personal data: none: no person, no case, no value that was typed, no time of day.';
alter table platform.figure enable row level security;
alter table platform.figure force row level security;
grant delete, insert, select on table platform.figure to portolan_worker;
grant select on table platform.figure to portolan_office;
create policy office_reads on platform.figure for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy owner_all on platform.figure to portolan_owner using (true) with check (true);
create policy worker_all on platform.figure to portolan_worker using (true) with check (true);

create table platform.migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_number_check CHECK ((number > 0)),
  constraint migration_pkey PRIMARY KEY (number),
  constraint migration_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
comment on table platform.migration is 'Purpose: which migrations this database has, with the hash of each file. Kept: for ever. Personal data: none.';
alter table platform.migration enable row level security;
alter table platform.migration force row level security;
grant select on table platform.migration to portolan_office, portolan_portal, portolan_worker;
create policy owner_all on platform.migration to portolan_owner using (true) with check (true);
create policy read_all on platform.migration for select to portolan_office, portolan_portal, portolan_worker using (true);

create table platform.task_allowed (
  task text not null,
  constraint task_allowed_pkey PRIMARY KEY (task),
  constraint task_allowed_task_check CHECK ((task ~ '^[a-z][a-z0-9.-]*$'::text))
);
comment on table platform.task_allowed is 'Purpose: the tasks platform.enqueue accepts. Kept: for ever. Personal data: none.';
alter table platform.task_allowed enable row level security;
alter table platform.task_allowed force row level security;
create policy owner_all on platform.task_allowed to portolan_owner using (true) with check (true);

create table platform.worker_process (
  id uuid not null,
  lock_key integer not null,
  pool_ids text[] not null default '{}'::text[],
  started_at timestamp with time zone not null,
  constraint worker_process_lock_key_key UNIQUE (lock_key),
  constraint worker_process_pkey PRIMARY KEY (id)
);
comment on table platform.worker_process is 'Purpose: the pools of workers of each process, under whose names jobs are locked; a process that lives holds the advisory lock of its key. Kept: until another process finds it gone. Personal data: none.';
alter table platform.worker_process enable row level security;
alter table platform.worker_process force row level security;
grant delete, insert, select, update on table platform.worker_process to portolan_worker;
create policy owner_all on platform.worker_process to portolan_owner using (true) with check (true);
create policy worker_all on platform.worker_process to portolan_worker using (true) with check (true);

create schema portal;
comment on schema portal is 'What belongs to no one domain: the archives that people ask for.';
grant usage on schema portal to portolan_portal, portolan_worker;

create table portal.archive (
  id uuid not null,
  account uuid not null,
  language text not null,
  asked_at timestamp with time zone not null,
  begun_at timestamp with time zone,
  storage_key text,
  ready_at timestamp with time zone,
  expires_at timestamp with time zone,
  size_bytes bigint,
  sha256 text,
  files integer,
  failed_at timestamp with time zone,
  gone_at timestamp with time zone,
  constraint archive_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint archive_check CHECK (((begun_at IS NULL) = (storage_key IS NULL))),
  constraint archive_check1 CHECK (((ready_at IS NULL) OR (begun_at IS NOT NULL))),
  constraint archive_check2 CHECK (((ready_at IS NULL) = (expires_at IS NULL))),
  constraint archive_check3 CHECK (((ready_at IS NULL) = (size_bytes IS NULL))),
  constraint archive_check4 CHECK (((ready_at IS NULL) = (sha256 IS NULL))),
  constraint archive_check5 CHECK (((ready_at IS NULL) = (files IS NULL))),
  constraint archive_check6 CHECK (((ready_at IS NULL) OR (failed_at IS NULL))),
  constraint archive_check7 CHECK (((gone_at IS NULL) OR (ready_at IS NOT NULL) OR (failed_at IS NOT NULL))),
  constraint archive_files_check CHECK ((files > 0)),
  constraint archive_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  constraint archive_pkey PRIMARY KEY (id),
  constraint archive_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint archive_size_bytes_check CHECK ((size_bytes > 0)),
  constraint archive_storage_key_check CHECK (((length(storage_key) >= 20) AND (length(storage_key) <= 64))),
  constraint archive_storage_key_key UNIQUE (storage_key)
);
comment on table portal.archive is 'Purpose: one archive of everything held of a person, from the press of the button until it is gone; each try to make it writes under a storage key of its own. Kept: 7 days after it was ready; its row at least a day, for the limit of three a day. Closing: deleted. Legal hold: goes as ever, since it holds nothing that is not held elsewhere. Personal data: the bytes, sealed for the person.';
alter table portal.archive enable row level security;
alter table portal.archive force row level security;
grant delete, select, update on table portal.archive to portolan_worker;
grant insert, select on table portal.archive to portolan_portal;
CREATE INDEX archive_asked_at ON portal.archive USING btree (asked_at);
CREATE INDEX archive_of_account ON portal.archive USING btree (account, asked_at DESC);
CREATE UNIQUE INDEX archive_under_way ON portal.archive USING btree (account) WHERE ((ready_at IS NULL) AND (failed_at IS NULL));
create policy own_asks on portal.archive for insert to portolan_portal with check (((account = platform.actor_account()) AND (begun_at IS NULL) AND (ready_at IS NULL) AND (failed_at IS NULL)));
create policy own_reads on portal.archive for select to portolan_portal using ((account = ANY (platform.actor_accounts())));
create policy owner_all on portal.archive to portolan_owner using (true) with check (true);
create policy worker_all on portal.archive to portolan_worker using (true) with check (true);

create table portal.archive_download (
  id uuid not null,
  archive uuid not null,
  account uuid not null,
  at timestamp with time zone not null,
  constraint archive_download_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint archive_download_archive_fkey FOREIGN KEY (archive) REFERENCES portal.archive(id) ON DELETE CASCADE,
  constraint archive_download_pkey PRIMARY KEY (id)
);
comment on table portal.archive_download is 'Purpose: each time an archive was taken. Kept: as the archive; the record keeps it for ever. Closing: deleted. Legal hold: as the archive. Personal data: none beside the account.';
alter table portal.archive_download enable row level security;
alter table portal.archive_download force row level security;
grant delete, select on table portal.archive_download to portolan_worker;
grant insert, select on table portal.archive_download to portolan_portal;
CREATE INDEX archive_download_of ON portal.archive_download USING btree (archive, at);
create policy own_reads on portal.archive_download for select to portolan_portal using ((account = ANY (platform.actor_accounts())));
create policy own_takes on portal.archive_download for insert to portolan_portal with check (((account = platform.actor_account()) AND (EXISTS ( SELECT
   FROM portal.archive taken
  WHERE (taken.id = archive_download.archive)))));
create policy owner_all on portal.archive_download to portolan_owner using (true) with check (true);
create policy worker_all on portal.archive_download to portolan_worker using (true) with check (true);

create schema preparation;
comment on schema preparation is 'What representatives prepare for clients: packages, passcodes, and the client''s answers to them.';
grant usage on schema preparation to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION preparation.by_passcode(hashes bytea[], at timestamp with time zone)
 RETURNS TABLE(preparation uuid, representative uuid, form text, package uuid, judged_on date, appearance_sealed bytea, client_account uuid, practice jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO ''
AS $function$
  select its.id, its.representative, its.form, package.id, package.judged_on, package.appearance_sealed, its.client_account, representation.practice_shown(its.representative)
  from preparation.passcode code
  join preparation.preparation its on its.id = code.preparation and its.ended_at is null
  join preparation.package package on package.preparation = its.id and package.voided_at is null
  where code.code_hash = any (by_passcode.hashes)
    and ((code.ended_at is null and code.expires_at > by_passcode.at and its.client_account is null)
      or (code.ended_as = 'used' and its.client_account = any (platform.actor_accounts())))
$function$;
comment on function preparation.by_passcode(bytea[],timestamp with time zone) is 'What a representative passcode opens, for whoever has it: nothing for one that is unknown, used by somebody else, replaced, withdrawn or expired.';
grant execute on function preparation.by_passcode(bytea[],timestamp with time zone) to portolan_portal;

CREATE OR REPLACE FUNCTION preparation.case_of_client(client uuid, receipt_number text)
 RETURNS TABLE(id uuid, form text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO ''
AS $function$
  select its.id, its.form
  from representation.client known
  join cases.party own on own.account = any (accounts.of_person(known.account)) and own.until_at is null and own.role <> 'representative'
  join cases."case" its on its.id = own."case"
  where known.id = case_of_client.client and known.representative = any (platform.actor_accounts()) and known.account is not null
    and its.receipt_number = case_of_client.receipt_number
  limit 1
$function$;
comment on function preparation.case_of_client(uuid,text) is 'The case of this number that a client of whoever acts is on, as the client''s own account has it: nothing for a client without an account, and for a case of somebody else.';
grant execute on function preparation.case_of_client(uuid,text) to portolan_portal;

CREATE OR REPLACE FUNCTION preparation.enter_appearance(preparation uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  its preparation.preparation;
begin
  select * into its from preparation.preparation where id = enter_appearance.preparation for update;
  if its."case" is null or its.ended_at is not null or its.filed_at is not null
    or (its.client_account = any (platform.actor_accounts())) is not true then
    return false;
  end if;
  perform from cases.party own where own."case" = its."case" and own.until_at is null and own.role <> 'representative'
    and own.account = any (platform.actor_accounts()) for update;
  if not found then return false; end if;
  if not exists (select from cases.party other where other."case" = its."case" and other.account = its.representative
      and other.role = 'representative' and other.until_at is null) then
    insert into cases.party ("case", account, role, from_at) values (its."case", its.representative, 'representative', enter_appearance.at);
  end if;
  update preparation.preparation set filed_at = enter_appearance.at, filed_case = its."case" where id = its.id;
  return true;
end $function$;
comment on function preparation.enter_appearance(uuid,timestamp with time zone) is 'Makes the representative one of the case that the notice of appearance names, for the client who is on it and signs. False: the case is none of theirs.';
grant execute on function preparation.enter_appearance(uuid,timestamp with time zone) to portolan_portal;

CREATE OR REPLACE FUNCTION preparation.filing_of(preparation uuid)
 RETURNS TABLE(signed_sha256 text, signed_at timestamp with time zone, submission uuid, state text, reason text, url text, receipt_number text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO ''
AS $function$
  select signed.document_sha256, signed.signed_at, filing.id, paying.state, paying.reason,
    case when paying.state in ('open', 'pending') then paying.provider_url end, filing.receipt_number
  from preparation.preparation its
  join preparation.package stands on stands.preparation = its.id and stands.voided_at is null
  join filing.draft copy on copy.id = stands.copy and copy.deleted_at is null
  left join lateral (select * from filing.signature where draft = copy.id order by ordinal desc limit 1) signed on true
  left join filing.submission filing on filing.draft = copy.id
  left join lateral (select * from filing.payment where submission = filing.id order by attempt desc limit 1) paying on true
  where its.id = filing_of.preparation and its.ended_at is null
    and (its.representative = any (platform.actor_accounts()) or its.client_account = any (platform.actor_accounts()))
$function$;
comment on function preparation.filing_of(uuid) is 'How the filing of what was prepared stands, for its two sides while the representation lasts: signed, being paid, received. Nothing of how it is paid.';
grant execute on function preparation.filing_of(uuid) to portolan_portal;

CREATE OR REPLACE FUNCTION preparation.freeze_with_package()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'INSERT' then
    update filing.draft its set frozen_at = new.laid_at, expires_at = greatest(its.expires_at, new.laid_at + interval '60 days')
    from preparation.preparation whose
    where whose.id = new.preparation and its.id in (whose.draft, whose.appearance) and its.account = whose.representative and its.prepared = 'working';
    return null;
  end if;
  update filing.draft its set frozen_at = null, worked_on_at = greatest(its.worked_on_at, new.voided_at),
    expires_at = greatest(its.expires_at, new.voided_at + interval '30 days')
  from preparation.preparation whose
  where whose.id = new.preparation and its.id in (whose.draft, whose.appearance) and its.account = whose.representative and its.prepared = 'working';
  update preparation.passcode set ended_at = new.voided_at, ended_as = 'withdrawn', shown_sealed = null
    where passcode.preparation = new.preparation and passcode.ended_at is null;
  return null;
end $function$;
comment on function preparation.freeze_with_package() is 'The drafts of a package are frozen while it stands and no longer, whoever lays or voids it; the passcode that opens it ends with it.';

CREATE OR REPLACE FUNCTION preparation.hold(preparation uuid)
 RETURNS TABLE(package uuid, copy uuid, filed boolean, ended boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  its preparation.preparation;
  stands preparation.package;
begin
  select * into its from preparation.preparation where id = hold.preparation;
  if its.id is null or (platform.actor_kind() is distinct from 'system'
    and (its.representative = any (platform.actor_accounts()) or its.client_account = any (platform.actor_accounts())) is not true) then
    return;
  end if;
  loop
    select * into stands from preparation.package where package.preparation = hold.preparation and voided_at is null;
    perform from filing.draft where id = stands.copy for update;
    perform from preparation.preparation where id = hold.preparation for update;
    -- A copy may have come while the lock was waited for: then it is held too.
    exit when stands.copy is not distinct from (select package.copy from preparation.package where package.preparation = hold.preparation and voided_at is null for update);
  end loop;
  select * into its from preparation.preparation where id = hold.preparation;
  return query select stands.id, stands.copy, its.filed_at is not null, its.ended_at is not null;
end $function$;
comment on function preparation.hold(uuid) is 'Locks a preparation with its package and copy, for one of its two sides or a job: whoever signs, voids, ends or submits does it one after another. No row: there is none of theirs.';
grant execute on function preparation.hold(uuid) to portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION preparation.hold_copy(preparation uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform from filing.draft copy
    join preparation.package stands on stands.copy = copy.id and stands.voided_at is null
    join preparation.preparation its on its.id = stands.preparation
    where its.id = hold_copy.preparation
      and (its.representative = any (platform.actor_accounts()) or its.client_account = any (platform.actor_accounts()) or platform.actor_kind() in ('system', 'staff'))
    for update of copy;
end $function$;
comment on function preparation.hold_copy(uuid) is 'Locks the copy of the package that stands, for whoever goes on to lock its preparation; nothing for anybody else.';
grant execute on function preparation.hold_copy(uuid) to portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION preparation.lay_before_client()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (select from preparation.preparation its where its.id = new.preparation and its.client_account is not null) then
    perform platform.enqueue('preparation.lay-copy', json_build_object('package', new.id), 'lay-copy:' || new.id);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION preparation.let_copy_go()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  paying uuid;
begin
  update filing.draft set deleted_at = new.voided_at where id = new.copy and prepared = 'copy' and submission is null and deleted_at is null;
  for paying in
    update filing.payment its set state = 'releasing', reason = 'draft-gone', next_check_at = new.voided_at + interval '30 seconds'
    from filing.submission filing where filing.id = its.submission and filing.draft = new.copy and filing.received_at is null
      and its.state in ('preparing', 'open', 'pending')
      and not exists (select from filing.draft where id = new.copy and prepared is null)
    returning its.id
  loop
    perform platform.enqueue('filing.release-payment', json_build_object('payment', paying), 'release:' || paying);
  end loop;
  if new.voided_why in ('taken-back', 'ended') and exists (
    select from preparation.preparation its where its.id = new.preparation and its.client_account is not null) then
    perform platform.enqueue('preparation.tell-void', json_build_object('package', new.id), 'tell-void:' || new.id);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION preparation.note_filed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update preparation.preparation its set filed_at = new.received_at, filed_case = new."case"
  from preparation.package package
  where package.copy = new.draft and package.voided_at is null and its.id = package.preparation and its.filed_at is null and its.ended_at is null;
  if found then
    perform platform.enqueue('preparation.make-appearance-record', json_build_object('preparation',
      (select package.preparation from preparation.package package where package.copy = new.draft and package.voided_at is null)));
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION preparation.number_of_case("case" uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select its.receipt_number from cases."case" its where its.id = number_of_case."case"
$function$;
comment on function preparation.number_of_case(uuid) is 'The number of a case, for the job that makes the record of an appearance on it.';
grant execute on function preparation.number_of_case(uuid) to portolan_worker;

CREATE OR REPLACE FUNCTION preparation.of_submission(submission uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select its.id from filing.submission filing
  join preparation.package stands on stands.copy = filing.draft and stands.voided_at is null
  join preparation.preparation its on its.id = stands.preparation and its.ended_at is null
  where filing.id = of_submission.submission
    and (its.representative = any (platform.actor_accounts()) or its.client_account = any (platform.actor_accounts()))
$function$;
comment on function preparation.of_submission(uuid) is 'The preparation that a submission came of, for its two sides.';
grant execute on function preparation.of_submission(uuid) to portolan_portal;

CREATE OR REPLACE FUNCTION preparation.practice_of(preparation uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select representation.practice_shown(its.representative) from preparation.preparation its
  where its.id = practice_of.preparation and its.client_account = any (platform.actor_accounts())
$function$;
comment on function preparation.practice_of(uuid) is 'What a client is told of who prepares for them.';
grant execute on function preparation.practice_of(uuid) to portolan_portal;

CREATE OR REPLACE FUNCTION preparation.release_copy(preparation uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  update filing.draft set prepared = null, prepared_by = null, frozen_at = null, expires_at = greatest(expires_at, release_copy.at + interval '30 days')
  from preparation.package stands join preparation.preparation its on its.id = stands.preparation
  where its.id = release_copy.preparation and its.client_account = any (platform.actor_accounts()) and its.ended_at is null
    and stands.voided_at is null and stands.copied_at is not null and draft.id = stands.copy
    and draft.prepared = 'copy' and draft.submission is null and draft.deleted_at is null;
  return found;
end $function$;
comment on function preparation.release_copy(uuid,timestamp with time zone) is 'Makes the copy of the package that stands a draft of the client''s own, for the client who goes on without the representative. False: there is none that can.';
grant execute on function preparation.release_copy(uuid,timestamp with time zone) to portolan_portal;

CREATE OR REPLACE FUNCTION preparation.stays_filed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (select from filing.draft where id = new.copy and submission is not null) then
    raise exception 'package % was filed', new.id;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION preparation.take_up(hashes bytea[], at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;
comment on function preparation.take_up(bytea[],timestamp with time zone) is 'Ties a preparation to the account that acts and has its passcode, once, and ends the passcode. The same account again is answered alike.';
grant execute on function preparation.take_up(bytea[],timestamp with time zone) to portolan_portal;

CREATE OR REPLACE FUNCTION preparation.turn_down(hashes bytea[], answer uuid, reason_sealed bytea, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;
comment on function preparation.turn_down(bytea[],uuid,bytea,timestamp with time zone) is 'Ends a passcode that stands and voids its package with the reason of the client who declined to take it up.';
grant execute on function preparation.turn_down(bytea[],uuid,bytea,timestamp with time zone) to portolan_portal;

CREATE OR REPLACE FUNCTION preparation.void_at_end()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update preparation.package set voided_at = new.ended_at, voided_why = 'ended'
    where package.preparation = new.id and package.voided_at is null and new.filed_at is null;
  return null;
end $function$;
comment on function preparation.void_at_end() is 'What was prepared and not filed is void once either side or the office has ended it.';

create table preparation.answer (
  id uuid not null,
  package uuid not null,
  of text not null,
  side text not null,
  account uuid not null,
  at timestamp with time zone not null,
  accepted boolean not null,
  reason_sealed bytea,
  document_sha256 text not null,
  name_sealed bytea,
  language text,
  statement text,
  record_language text,
  record_statement text,
  record_binds text,
  session uuid,
  factor text,
  proved_at timestamp with time zone,
  constraint answer_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint answer_check CHECK ((num_nonnulls(name_sealed, language, statement, session, factor, proved_at) =
CASE
    WHEN accepted THEN 6
    ELSE 0
END)),
  constraint answer_check1 CHECK ((num_nonnulls(record_language, record_statement, record_binds) = ANY (ARRAY[0, 3]))),
  constraint answer_check2 CHECK ((accepted OR (side = 'client'::text))),
  constraint answer_check3 CHECK ((accepted = (reason_sealed IS NULL))),
  constraint answer_check4 CHECK ((proved_at <= at)),
  constraint answer_document_sha256_check CHECK ((document_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint answer_factor_check CHECK (((length(factor) >= 1) AND (length(factor) <= 40))),
  constraint answer_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  constraint answer_of_check CHECK ((of = ANY (ARRAY['form'::text, 'appearance'::text]))),
  constraint answer_package_fkey FOREIGN KEY (package) REFERENCES preparation.package(id) ON DELETE CASCADE,
  constraint answer_pkey PRIMARY KEY (id),
  constraint answer_side_check CHECK ((side = ANY (ARRAY['representative'::text, 'client'::text]))),
  constraint answer_statement_check CHECK (((length(statement) >= 1) AND (length(statement) <= 10000)))
);
comment on table preparation.answer is 'Purpose: who signed which document of a package, over which hash, on what proof and in which words; or that the client declined it and why. Rows are only ever added. Kept: as the package. Closing and legal hold: kept. Personal data: the name typed, or the reason, sealed for the account that gave it.';
alter table preparation.answer enable row level security;
alter table preparation.answer force row level security;
grant delete, insert, select, update on table preparation.answer to portolan_worker;
grant insert, select on table preparation.answer to portolan_portal;
CREATE UNIQUE INDEX answer_accepted ON preparation.answer USING btree (package, of, side) WHERE accepted;
CREATE UNIQUE INDEX answer_declined ON preparation.answer USING btree (package, of, side) WHERE (NOT accepted);
create policy either_side on preparation.answer for select to portolan_portal using ((EXISTS ( SELECT
   FROM preparation.package its
  WHERE (its.id = answer.package))));
create policy own_gives on preparation.answer for insert to portolan_portal with check (((account = ANY (platform.actor_accounts())) AND (EXISTS ( SELECT
   FROM (preparation.package its
     JOIN preparation.preparation whose ON ((whose.id = its.preparation)))
  WHERE ((its.id = answer.package) AND (its.voided_at IS NULL) AND (whose.ended_at IS NULL) AND (answer.account =
        CASE answer.side
            WHEN 'representative'::text THEN whose.representative
            ELSE whose.client_account
        END))))));
create policy owner_all on preparation.answer to portolan_owner using (true) with check (true);
create policy worker_all on preparation.answer to portolan_worker using (true) with check (true);

create table preparation.package (
  id uuid not null,
  preparation uuid not null,
  ordinal integer not null,
  laid_at timestamp with time zone not null,
  judged_on date not null,
  form_sealed bytea,
  form_sha256 text,
  appearance_sealed bytea not null,
  appearance_sha256 text not null,
  copy uuid,
  copied_at timestamp with time zone,
  voided_at timestamp with time zone,
  voided_why text,
  reviewed_at timestamp with time zone,
  pressed_at timestamp with time zone,
  pressed_by text,
  pressed_cents integer,
  pressed_language text,
  press_done_at timestamp with time zone,
  price_cents integer,
  press_refused text,
  void_told_at timestamp with time zone,
  constraint package_appearance_sha256_check CHECK ((appearance_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint package_check CHECK (((form_sealed IS NULL) = (form_sha256 IS NULL))),
  constraint package_check1 CHECK (((voided_at IS NULL) = (voided_why IS NULL))),
  constraint package_check2 CHECK ((num_nonnulls(pressed_at, pressed_by, pressed_cents, pressed_language) = ANY (ARRAY[0, 4]))),
  constraint package_check3 CHECK (((press_done_at IS NULL) OR (pressed_at IS NOT NULL))),
  constraint package_check4 CHECK (((press_refused IS NULL) OR (press_done_at IS NOT NULL))),
  constraint package_check5 CHECK (((void_told_at IS NULL) OR (voided_at IS NOT NULL))),
  constraint package_copy_fkey FOREIGN KEY (copy) REFERENCES filing.draft(id) ON DELETE SET NULL,
  constraint package_form_sha256_check CHECK ((form_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint package_ordinal_check CHECK ((ordinal > 0)),
  constraint package_pkey PRIMARY KEY (id),
  constraint package_preparation_fkey FOREIGN KEY (preparation) REFERENCES preparation.preparation(id) ON DELETE CASCADE,
  constraint package_preparation_ordinal_key UNIQUE (preparation, ordinal),
  constraint package_press_refused_check CHECK ((press_refused = ANY (ARRAY['draft-not-open'::text, 'not-signed'::text, 'fees-changed'::text, 'nothing-to-pay'::text]))),
  constraint package_pressed_by_check CHECK ((pressed_by = ANY (ARRAY['representative'::text, 'client'::text]))),
  constraint package_pressed_cents_check CHECK ((pressed_cents >= 0)),
  constraint package_pressed_language_check CHECK (((length(pressed_language) >= 2) AND (length(pressed_language) <= 35))),
  constraint package_price_cents_check CHECK ((price_cents >= 0)),
  constraint package_voided_why_check CHECK ((voided_why = ANY (ARRAY['taken-back'::text, 'changes-asked'::text, 'declined'::text, 'ended'::text])))
);
comment on table preparation.package is 'Purpose: what a representative signed and laid before their client: the signed text of the form with the hashes of its evidence, that of the notice of appearance, and whether it still stands. Nothing but that is changed afterwards. Kept: as the preparation. Closing and legal hold: as the preparation. Personal data: all answers, sealed for the representative.';
alter table preparation.package enable row level security;
alter table preparation.package force row level security;
grant delete, insert, select, update on table preparation.package to portolan_worker;
grant insert, select on table preparation.package to portolan_portal;
grant update (press_done_at, press_refused, pressed_at, pressed_by, pressed_cents, pressed_language, price_cents, reviewed_at, voided_at, voided_why) on table preparation.package to portolan_portal;
comment on column preparation.package.reviewed_at is 'When the client first read it: what changed since is marked in the next.';
comment on column preparation.package.pressed_at is 'When somebody pressed Pay and submit, or Submit: a job does it.';
comment on column preparation.package.pressed_cents is 'The sum that the page showed.';
comment on column preparation.package.press_done_at is 'When the job carried the press out, with whatever came of it.';
comment on column preparation.package.price_cents is 'What it cost when the client signed, or when a press found that it costs something else.';
comment on column preparation.package.press_refused is 'Why nothing came of the last press.';
comment on column preparation.package.void_told_at is 'When the client was told that the representative took it back or ended it.';
CREATE INDEX package_copy ON preparation.package USING btree (copy) WHERE (copy IS NOT NULL);
CREATE UNIQUE INDEX package_stands ON preparation.package USING btree (preparation) WHERE (voided_at IS NULL);
create policy either_side on preparation.package for select to portolan_portal using ((EXISTS ( SELECT
   FROM preparation.preparation its
  WHERE (its.id = package.preparation))));
create policy either_side_marks on preparation.package for update to portolan_portal using (((voided_at IS NULL) AND (EXISTS ( SELECT
   FROM preparation.preparation its
  WHERE ((its.id = package.preparation) AND (its.ended_at IS NULL)))))) with check ((voided_at IS NULL));
create policy either_side_voids on preparation.package for update to portolan_portal using ((EXISTS ( SELECT
   FROM preparation.preparation its
  WHERE (its.id = package.preparation)))) with check (((EXISTS ( SELECT
   FROM preparation.preparation its
  WHERE (its.id = package.preparation))) AND (voided_at IS NOT NULL)));
create policy owner_all on preparation.package to portolan_owner using (true) with check (true);
create policy representative_lays on preparation.package for insert to portolan_portal with check ((EXISTS ( SELECT
   FROM preparation.preparation its
  WHERE ((its.id = package.preparation) AND (its.representative = ANY (platform.actor_accounts()))))));
create policy worker_all on preparation.package to portolan_worker using (true) with check (true);
CREATE TRIGGER freeze_with_package AFTER INSERT ON preparation.package FOR EACH ROW EXECUTE FUNCTION preparation.freeze_with_package();
CREATE TRIGGER lay_before_client AFTER INSERT ON preparation.package FOR EACH ROW EXECUTE FUNCTION preparation.lay_before_client();
CREATE TRIGGER let_copy_go AFTER UPDATE OF voided_at ON preparation.package FOR EACH ROW WHEN (((old.voided_at IS NULL) AND (new.voided_at IS NOT NULL))) EXECUTE FUNCTION preparation.let_copy_go();
CREATE TRIGGER stays_filed BEFORE UPDATE OF voided_at ON preparation.package FOR EACH ROW WHEN (((old.voided_at IS NULL) AND (new.voided_at IS NOT NULL))) EXECUTE FUNCTION preparation.stays_filed();
CREATE TRIGGER unfreeze_with_package AFTER UPDATE OF voided_at ON preparation.package FOR EACH ROW WHEN (((old.voided_at IS NULL) AND (new.voided_at IS NOT NULL))) EXECUTE FUNCTION preparation.freeze_with_package();

create table preparation.passcode (
  id uuid not null,
  preparation uuid not null,
  code_hash bytea not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  given text not null,
  ended_at timestamp with time zone,
  ended_as text,
  shown_sealed bytea,
  key_id text,
  constraint passcode_check CHECK ((expires_at > issued_at)),
  constraint passcode_check1 CHECK (((ended_at IS NULL) = (ended_as IS NULL))),
  constraint passcode_check2 CHECK (((shown_sealed IS NULL) OR ((given = 'shown'::text) AND (ended_at IS NULL)))),
  constraint passcode_check3 CHECK (((given = 'mailed'::text) = (key_id IS NOT NULL))),
  constraint passcode_code_hash_key UNIQUE (code_hash),
  constraint passcode_ended_as_check CHECK ((ended_as = ANY (ARRAY['used'::text, 'replaced'::text, 'withdrawn'::text]))),
  constraint passcode_given_check CHECK ((given = ANY (ARRAY['shown'::text, 'mailed'::text, 'posted'::text]))),
  constraint passcode_key_id_check CHECK ((key_id ~ '^[a-z0-9][a-z0-9-]{0,15}$'::text)),
  constraint passcode_pkey PRIMARY KEY (id),
  constraint passcode_preparation_fkey FOREIGN KEY (preparation) REFERENCES preparation.preparation(id) ON DELETE CASCADE,
  constraint passcode_shown_sealed_check CHECK ((octet_length(shown_sealed) <= 400))
);
comment on table preparation.passcode is 'Purpose: the representative passcode of a preparation, by its keyed hash, and what became of it. At most one stands. Kept: as the preparation. Closing and legal hold: kept. Personal data: none.';
alter table preparation.passcode enable row level security;
alter table preparation.passcode force row level security;
grant delete, insert, select, update on table preparation.passcode to portolan_worker;
grant insert, select on table preparation.passcode to portolan_portal;
grant update (ended_as, ended_at, shown_sealed) on table preparation.passcode to portolan_portal;
comment on column preparation.passcode.shown_sealed is 'The code, sealed for the representative, until the page has shown it: minutes. Null: it was shown, or it is mailed or posted.';
comment on column preparation.passcode.key_id is 'Of a mailed one: the key that it is derived with when its mail is written.';
CREATE UNIQUE INDEX passcode_stands ON preparation.passcode USING btree (preparation) WHERE (ended_at IS NULL);
create policy owner_all on preparation.passcode to portolan_owner using (true) with check (true);
create policy representative_own on preparation.passcode to portolan_portal using ((EXISTS ( SELECT
   FROM preparation.preparation its
  WHERE ((its.id = passcode.preparation) AND (its.representative = ANY (platform.actor_accounts())))))) with check ((EXISTS ( SELECT
   FROM preparation.preparation its
  WHERE ((its.id = passcode.preparation) AND (its.representative = ANY (platform.actor_accounts()))))));
create policy worker_all on preparation.passcode to portolan_worker using (true) with check (true);

create table preparation.preparation (
  id uuid not null,
  representative uuid not null,
  client uuid not null,
  start_key text not null,
  form text,
  draft uuid,
  appearance uuid not null,
  "case" uuid,
  begun_at timestamp with time zone not null,
  client_account uuid,
  linked_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_from text,
  filed_at timestamp with time zone,
  filed_case uuid,
  record_key uuid not null default gen_random_uuid(),
  constraint preparation_case_fkey FOREIGN KEY ("case") REFERENCES cases."case"(id),
  constraint preparation_check CHECK (((client_account IS NULL) = (linked_at IS NULL))),
  constraint preparation_check1 CHECK (((ended_at IS NULL) = (ended_from IS NULL))),
  constraint preparation_check2 CHECK (((filed_at IS NULL) = (filed_case IS NULL))),
  constraint preparation_check3 CHECK ((client_account IS DISTINCT FROM representative)),
  constraint preparation_client_account_fkey FOREIGN KEY (client_account) REFERENCES accounts.account(id),
  constraint preparation_draft_fkey FOREIGN KEY (draft) REFERENCES filing.draft(id) ON DELETE SET NULL,
  constraint preparation_draft_key UNIQUE (draft),
  constraint preparation_ended_from_check CHECK ((ended_from = ANY (ARRAY['representative'::text, 'client'::text, 'office'::text]))),
  constraint preparation_filed_case_fkey FOREIGN KEY (filed_case) REFERENCES cases."case"(id),
  constraint preparation_form_check CHECK ((form ~ '^[a-z0-9][a-z0-9-]{0,30}$'::text)),
  constraint preparation_pkey PRIMARY KEY (id),
  constraint preparation_representative_fkey FOREIGN KEY (representative) REFERENCES accounts.account(id),
  constraint preparation_representative_start_key_key UNIQUE (representative, start_key),
  constraint preparation_start_key_check CHECK (((length(start_key) >= 16) AND (length(start_key) <= 100)))
);
comment on table preparation.preparation is 'Purpose: that a representative prepares a form for a client, or enters their appearance on a case that was filed: the drafts of the form and of the notice of appearance, whose account the client took it up with, and how it ended. Kept: as the case it became, one that was never filed 90 days after its drafts ended. Closing: ended. Legal hold: kept. Personal data: none beside the accounts.';
alter table preparation.preparation enable row level security;
alter table preparation.preparation force row level security;
grant delete, insert, select, update on table preparation.preparation to portolan_worker;
grant select on table preparation.preparation to portolan_portal;
grant insert (appearance, begun_at, "case", client, draft, form, id, representative, start_key) on table preparation.preparation to portolan_portal;
grant update (ended_at, ended_from) on table preparation.preparation to portolan_portal;
comment on column preparation.preparation.appearance is 'The working draft of the notice of appearance (Form G-28).';
comment on column preparation.preparation."case" is 'The case that was filed already, where an appearance alone is entered.';
comment on column preparation.preparation.record_key is 'Under which the record of the appearance lies in the storage.';
CREATE INDEX preparation_of_client ON preparation.preparation USING btree (client_account, linked_at DESC) WHERE (client_account IS NOT NULL);
CREATE INDEX preparation_of_representative ON preparation.preparation USING btree (representative, client, begun_at DESC);
create policy client_ends on preparation.preparation for update to portolan_portal using ((client_account = ANY (platform.actor_accounts()))) with check (((client_account = ANY (platform.actor_accounts())) AND (ended_from = 'client'::text)));
create policy client_own on preparation.preparation for select to portolan_portal using ((client_account = ANY (platform.actor_accounts())));
create policy owner_all on preparation.preparation to portolan_owner using (true) with check (true);
create policy representative_own on preparation.preparation to portolan_portal using ((representative = ANY (platform.actor_accounts()))) with check ((representative = ANY (platform.actor_accounts())));
create policy worker_all on preparation.preparation to portolan_worker using (true) with check (true);
CREATE TRIGGER void_at_end AFTER UPDATE OF ended_at ON preparation.preparation FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION preparation.void_at_end();

create schema profile;
comment on schema profile is 'Who a person is and how they are reached, in their own words.';
grant usage on schema profile to portolan_gate, portolan_office, portolan_portal, portolan_worker;

create table profile.address (
  account uuid not null,
  use text not null,
  sealed bytea not null,
  changed_at timestamp with time zone not null,
  constraint address_pkey PRIMARY KEY (account, use),
  constraint address_use_check CHECK ((use = ANY (ARRAY['physical'::text, 'mailing'::text, 'safe'::text])))
);
comment on table profile.address is 'Purpose: where a person lives; where mail goes, where that is elsewhere; and a safe address for mail, where home is not safe. Kept: until it is replaced or removed. Closing: deleted. Legal hold: kept. Personal data: the address, sealed for the person.';
alter table profile.address enable row level security;
alter table profile.address force row level security;
grant delete, insert, select, update on table profile.address to portolan_portal;
grant delete, select on table profile.address to portolan_worker;
grant insert, select, update on table profile.address to portolan_office;
create policy office_changes_safe on profile.address for update to portolan_office using (((use = 'safe'::text) AND officer.sees_protected())) with check (((use = 'safe'::text) AND officer.sees_protected()));
create policy office_keeps_safe on profile.address for insert to portolan_office with check (((use = 'safe'::text) AND officer.sees_protected()));
create policy office_reads on profile.address for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND ((use <> 'safe'::text) OR ( SELECT officer.sees_protected() AS sees_protected))));
create policy own on profile.address to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on profile.address to portolan_owner using (true) with check (true);
create policy worker_all on profile.address to portolan_worker using (true) with check (true);

create table profile.known (
  account uuid not null,
  fact text not null,
  "case" uuid not null,
  value_hash text not null,
  known_at timestamp with time zone not null,
  constraint known_fact_check CHECK ((fact = ANY (ARRAY['a-number'::text, 'date-of-birth'::text]))),
  constraint known_pkey PRIMARY KEY (account, fact, "case"),
  constraint known_value_hash_check CHECK (((length(value_hash) >= 40) AND (length(value_hash) <= 100)))
);
comment on table profile.known is 'Purpose: what a case of the person proved of them, by its keyed hash: it turns what they state into something known. Kept: as the case. Closing and legal hold: kept. Personal data: none readable.';
alter table profile.known enable row level security;
alter table profile.known force row level security;
grant insert, select, update on table profile.known to portolan_office;
grant select on table profile.known to portolan_portal, portolan_worker;
create policy office_corrects on profile.known for update to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy office_notes on profile.known for insert to portolan_office with check ((platform.actor_staff() IS NOT NULL));
create policy office_reads on profile.known for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own on profile.known to portolan_portal using ((account = ANY (platform.actor_accounts()))) with check ((account = ANY (platform.actor_accounts())));
create policy owner_all on profile.known to portolan_owner using (true) with check (true);
create policy worker_all on profile.known to portolan_worker using (true) with check (true);

create table profile.likeness (
  account uuid not null,
  kind text not null,
  value_hash text not null,
  noted_at timestamp with time zone not null,
  constraint likeness_kind_check CHECK ((kind = ANY (ARRAY['name-and-birth'::text, 'name-birth-and-address'::text, 'a-number-and-birth'::text]))),
  constraint likeness_pkey PRIMARY KEY (account, kind),
  constraint likeness_value_hash_check CHECK (((length(value_hash) >= 40) AND (length(value_hash) <= 100)))
);
comment on table profile.likeness is 'Purpose: by what the agency knows that a form on paper is of a person who has an account already: names with date of birth, those with the address, A-Number with date of birth, each by one keyed hash. Kept: as the account. Closing: deleted. Legal hold: kept. Personal data: none readable.';
alter table profile.likeness enable row level security;
alter table profile.likeness force row level security;
grant delete, insert, select, update on table profile.likeness to portolan_portal, portolan_worker;
grant insert, select, update on table profile.likeness to portolan_office;
CREATE INDEX likeness_value ON profile.likeness USING btree (value_hash);
create policy office_all on profile.likeness to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((platform.actor_staff() IS NOT NULL));
create policy own on profile.likeness to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on profile.likeness to portolan_owner using (true) with check (true);
create policy worker_all on profile.likeness to portolan_worker using (true) with check (true);

create table profile.person (
  account uuid not null,
  names_sealed bytea,
  date_of_birth_sealed bytea,
  a_number_sealed bytea,
  phones_sealed bytea,
  notices text not null default 'electronic'::text,
  changed_at timestamp with time zone not null,
  constraint person_notices_check CHECK ((notices = ANY (ARRAY['electronic'::text, 'paper'::text]))),
  constraint person_pkey PRIMARY KEY (account)
);
comment on table profile.person is 'Purpose: the person''s names, date of birth, A-Number and telephone numbers as they state them, and whether notices come on paper too. Kept: as the account. Closing: emptied. Legal hold: kept. Personal data: all of it, sealed for the person.';
alter table profile.person enable row level security;
alter table profile.person force row level security;
grant insert, select, update on table profile.person to portolan_portal;
grant select on table profile.person to portolan_office;
grant select, update on table profile.person to portolan_worker;
create policy office_reads on profile.person for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own on profile.person to portolan_portal using ((account = platform.actor_account())) with check ((account = platform.actor_account()));
create policy owner_all on profile.person to portolan_owner using (true) with check (true);
create policy worker_all on profile.person to portolan_worker using (true) with check (true);
CREATE TRIGGER note_stale AFTER UPDATE OF names_sealed, date_of_birth_sealed, a_number_sealed ON profile.person FOR EACH ROW WHEN (((old.names_sealed IS DISTINCT FROM new.names_sealed) OR (old.date_of_birth_sealed IS DISTINCT FROM new.date_of_birth_sealed) OR (old.a_number_sealed IS DISTINCT FROM new.a_number_sealed))) EXECUTE FUNCTION officer.note_stale();
CREATE TRIGGER note_stale_new AFTER INSERT ON profile.person FOR EACH ROW WHEN ((new.names_sealed IS NOT NULL)) EXECUTE FUNCTION officer.note_stale();

create schema representation;
comment on schema representation is 'Who represents people here: their practice, their licences, and what the agency found of them.';
grant usage on schema representation to portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION representation.checked_by_anyone(families text[], numbers text[], account_number text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function representation.checked_by_anyone(text[],text[],text) is 'What anyone is told of a representative of whom they know two things: what a client is told. Of a protected person and of a closed account nothing, as of nobody.';
grant execute on function representation.checked_by_anyone(text[],text[],text) to portolan_portal;

CREATE OR REPLACE FUNCTION representation.find_clients(pieces tsquery, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
  select its.client from representation.client_pieces its
  where its.pieces @@ find_clients.pieces and its.representative = any (platform.actor_accounts())
  limit find_clients.most
$function$;
comment on function representation.find_clients(tsquery,integer) is 'The clients of the representative who acts whose names have these pieces. The operator of a text search is not leak-proof, so that an index serves it only behind such a function.';
grant execute on function representation.find_clients(tsquery,integer) to portolan_portal;

CREATE OR REPLACE FUNCTION representation.follow_account()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update representation.client set account = null,
    archived_at = case when came_by = 'case' then coalesce(archived_at, new.forwarded_at) else archived_at end
  where account = new.retired and exists (
    select from representation.client other where other.representative = client.representative and other.account = new.kept);
  update representation.client set account = new.kept where account = new.retired;
  return null;
end
$function$;
comment on function representation.follow_account() is 'A client stays the same person when their accounts are joined.';

CREATE OR REPLACE FUNCTION representation.keep_pieces(client uuid, key_id text, pieces text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into representation.client_pieces (client, representative, key_id, pieces)
  select its.id, its.representative, keep_pieces.key_id, array_to_tsvector(keep_pieces.pieces)
  from representation.client its where its.id = keep_pieces.client and its.representative = any (platform.actor_accounts())
  on conflict (client) do update set key_id = excluded.key_id, pieces = excluded.pieces
$function$;
comment on function representation.keep_pieces(uuid,text,text[]) is 'Writes by what a client of the representative who acts is found.';
grant execute on function representation.keep_pieces(uuid,text,text[]) to portolan_portal;

CREATE OR REPLACE FUNCTION representation.keep_withdrawn()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into representation.withdrawn_appearance (id, account, ended_at, ended_from, to_name)
  values (new.id, new.account, new.until_at, case
    when platform.actor_staff() is not null then 'office'
    when new.account = any (platform.actor_accounts()) then 'representative'
    when platform.actor_account() is not null then 'client'
    else 'office' end, new."case")
  on conflict (id) do nothing;
  perform platform.enqueue('representation.name-withdrawn', json_build_object('appearance', new.id), job_key => 'withdrawn:' || new.id);
  return null;
end
$function$;
comment on function representation.keep_withdrawn() is 'Keeps for a representative that they represent somebody no longer.';

CREATE OR REPLACE FUNCTION representation.link_client(client uuid, account uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  its representation.client;
  other uuid;
  standing uuid := coalesce((select f.kept from accounts.forwarding f where f.retired = link_client.account), link_client.account);
begin
  select * into its from representation.client where client.id = link_client.client for update;
  if its.id is null or its.representative = standing then return false; end if;
  if its.account is not null then return its.account = standing; end if;
  select client.id into other from representation.client
    where client.representative = its.representative and client.account = standing and client.came_by = 'case' for update;
  if other is not null then
    -- The same person came by a case of theirs first: one client is left, with the notes on both.
    update representation.client_note set client = its.id where client_note.client = other;
    begin
      delete from representation.client where client.id = other;
    exception when foreign_key_violation then
      update representation.client set account = null, archived_at = coalesce(archived_at, link_client.at) where client.id = other;
    end;
  end if;
  update representation.client set account = standing where client.id = its.id;
  return true;
exception when unique_violation then
  return false;
end
$function$;
comment on function representation.link_client(uuid,uuid,timestamp with time zone) is 'Says that a client of a representative is this account, once: for what the client themself accepted. The worker and functions of the database call it, the portal does not. False: the client is another account, or the account another client of theirs.';
grant execute on function representation.link_client(uuid,uuid,timestamp with time zone) to portolan_worker;

CREATE OR REPLACE FUNCTION representation.note_client()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform platform.enqueue('representation.client-of-case', json_build_object('party', new.id), job_key => 'client-of-case:' || new.id);
  return null;
end
$function$;
comment on function representation.note_client() is 'Has whom a representative joined a case for kept among their clients.';

CREATE OR REPLACE FUNCTION representation.practice_shown(account uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select jsonb_build_object(
    'account', practice.account, 'kind', practice.kind, 'organization', encode(practice.organization_sealed, 'base64'),
    'certifiedKind', practice.certified_kind, 'certifiedVersion', practice.certified_version,
    'name', encode(practice.certified_name_sealed, 'base64'),
    'licences', coalesce((
      select jsonb_agg(jsonb_build_object('authority', its.authority, 'state', its.state, 'checkedAt', its.checked_at, 'expiresOn', its.expires_on)
        order by its.authority, its.stated_at)
      from representation.licence its
      where its.account = any (accounts.of_person(practice_shown.account)) and its.kind = practice.kind and its.removed_at is null), '[]'::jsonb))
  from representation.practice where practice.account = any (accounts.of_person(practice_shown.account))
  order by practice.changed_at desc limit 1
$function$;
comment on function representation.practice_shown(uuid) is 'What a client is told of who represents them, for a function that knows who is asked for: no number of a licence, and no address.';

CREATE OR REPLACE FUNCTION representation.state_anew()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if row (new.kind, new.authority, new.number_sealed, new.admitted_on, new.expires_on, new.stated_at)
    is distinct from row (old.kind, old.authority, old.number_sealed, old.admitted_on, old.expires_on, old.stated_at) then
    new.state := 'claimed';
    new.checked_by := null;
    new.checked_at := null;
    new.reason_sealed := null;
    new.reminded_days := null;
  end if;
  return new;
end
$function$;
comment on function representation.state_anew() is 'A licence that is stated anew is a claim again, and its reminders begin anew.';

create table representation.certification (
  id uuid not null,
  account uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  version text not null,
  language text not null,
  sealed bytea not null,
  constraint certification_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint certification_kind_check CHECK ((kind = ANY (ARRAY['attorney'::text, 'accredited'::text]))),
  constraint certification_language_check CHECK (((length(language) >= 2) AND (length(language) <= 20))),
  constraint certification_pkey PRIMARY KEY (id),
  constraint certification_version_check CHECK (((length(version) >= 1) AND (length(version) <= 40)))
);
comment on table representation.certification is 'Purpose: each certification of a representative under penalty of perjury: when, as which kind, which version in which language, and, sealed together, the words as they were shown and the name that was typed. Kept: as the account; none is changed. Closing: deleted. Legal hold: kept. Personal data: the name, sealed for the person.';
alter table representation.certification enable row level security;
alter table representation.certification force row level security;
grant delete, select on table representation.certification to portolan_worker;
grant insert, select on table representation.certification to portolan_portal;
grant select on table representation.certification to portolan_office;
CREATE INDEX certification_of ON representation.certification USING btree (account, at DESC);
create policy office_reads on representation.certification for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM accounts.account its
  WHERE ((its.id = certification.account) AND ((its.protected_at IS NULL) OR ( SELECT officer.sees_protected() AS sees_protected)))))));
create policy own_certifies on representation.certification for insert to portolan_portal with check ((account = ANY (platform.actor_accounts())));
create policy own_reads on representation.certification for select to portolan_portal using ((account = ANY (platform.actor_accounts())));
create policy owner_all on representation.certification to portolan_owner using (true) with check (true);
create policy worker_all on representation.certification to portolan_worker using (true) with check (true);

create table representation.client (
  id uuid not null,
  representative uuid not null,
  kind text not null,
  names_sealed bytea not null,
  contact_sealed bytea not null,
  account uuid,
  came_by text not null,
  place double precision not null,
  added_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint client_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint client_came_by_check CHECK ((came_by = ANY (ARRAY['added'::text, 'case'::text]))),
  constraint client_id_representative_key UNIQUE (id, representative),
  constraint client_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'company'::text]))),
  constraint client_pkey PRIMARY KEY (id),
  constraint client_representative_fkey FOREIGN KEY (representative) REFERENCES accounts.account(id)
);
comment on table representation.client is 'Purpose: whom a representative acts for: names, ways to be reached, and the account of the client where there is one. Kept: as the account of the representative. Closing: deleted. Legal hold: kept. Personal data: names and ways to be reached, sealed for the representative.';
alter table representation.client enable row level security;
alter table representation.client force row level security;
grant delete, insert, select on table representation.client to portolan_worker;
grant select on table representation.client to portolan_portal;
grant insert (added_at, came_by, contact_sealed, id, kind, names_sealed, place, representative) on table representation.client to portolan_portal;
grant update (archived_at, contact_sealed, kind, names_sealed, place) on table representation.client to portolan_portal;
grant update (archived_at, place) on table representation.client to portolan_worker;
comment on column representation.client.account is 'The client''s own account, by the client''s own act; null: none yet. Never set by the representative.';
comment on column representation.client.came_by is 'added: by the representative; case: by itself, with a case that they are on.';
comment on column representation.client.place is 'Where the client stands among those of the representative in the order of their names, which the database does not know.';
CREATE INDEX client_of_account ON representation.client USING btree (account) WHERE (account IS NOT NULL);
CREATE INDEX client_place ON representation.client USING btree (representative, place, id);
CREATE UNIQUE INDEX client_account ON representation.client USING btree (representative, account) WHERE (account IS NOT NULL);
create policy own on representation.client to portolan_portal using ((representative = ANY (platform.actor_accounts()))) with check ((representative = ANY (platform.actor_accounts())));
create policy owner_all on representation.client to portolan_owner using (true) with check (true);
create policy worker_all on representation.client to portolan_worker using (true) with check (true);

create table representation.client_note (
  id uuid not null,
  client uuid not null,
  representative uuid not null,
  sealed bytea not null,
  at timestamp with time zone not null,
  changed_at timestamp with time zone,
  removed_at timestamp with time zone,
  constraint client_note_client_representative_fkey FOREIGN KEY (client, representative) REFERENCES representation.client(id, representative) ON DELETE CASCADE,
  constraint client_note_pkey PRIMARY KEY (id),
  constraint client_note_representative_fkey FOREIGN KEY (representative) REFERENCES accounts.account(id)
);
comment on table representation.client_note is 'Purpose: what a representative notes of a client for themselves alone. Kept: as the account of the representative; one that was removed 30 days. Closing: deleted. Legal hold: kept. Personal data: the text, sealed for the representative.';
alter table representation.client_note enable row level security;
alter table representation.client_note force row level security;
grant delete, insert, select on table representation.client_note to portolan_worker;
grant insert, select, update on table representation.client_note to portolan_portal;
CREATE INDEX client_note_of ON representation.client_note USING btree (client, at DESC);
CREATE INDEX client_note_removed ON representation.client_note USING btree (removed_at) WHERE (removed_at IS NOT NULL);
CREATE INDEX client_note_representative ON representation.client_note USING btree (representative);
create policy own on representation.client_note to portolan_portal using ((representative = ANY (platform.actor_accounts()))) with check ((representative = ANY (platform.actor_accounts())));
create policy owner_all on representation.client_note to portolan_owner using (true) with check (true);
create policy worker_all on representation.client_note to portolan_worker using (true) with check (true);

create table representation.client_pieces (
  client uuid not null,
  representative uuid not null,
  key_id text not null,
  pieces tsvector not null,
  constraint client_pieces_client_representative_fkey FOREIGN KEY (client, representative) REFERENCES representation.client(id, representative) ON DELETE CASCADE,
  constraint client_pieces_pkey PRIMARY KEY (client)
);
comment on table representation.client_pieces is 'Purpose: by what the name of a client is found by their representative: keyed hashes of its pieces. Kept: as the client. Closing: deleted with the client. Legal hold: kept. Personal data: hashes of names; no role of the portal reads them.';
alter table representation.client_pieces enable row level security;
alter table representation.client_pieces force row level security;
grant delete, insert, select, update on table representation.client_pieces to portolan_worker;
CREATE INDEX client_pieces_found ON representation.client_pieces USING gin (pieces);
CREATE INDEX client_pieces_key ON representation.client_pieces USING btree (key_id);
create policy owner_all on representation.client_pieces to portolan_owner using (true) with check (true);
create policy worker_all on representation.client_pieces to portolan_worker using (true) with check (true);

create table representation.licence (
  id uuid not null,
  account uuid not null,
  kind text not null,
  authority text not null,
  number_sealed bytea,
  admitted_on date not null,
  expires_on date,
  stated_at timestamp with time zone not null,
  state text not null default 'claimed'::text,
  checked_by uuid,
  checked_at timestamp with time zone,
  reason_sealed bytea,
  removed_at timestamp with time zone,
  reminded_days integer,
  number_hash text,
  constraint licence_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint licence_authority_check CHECK ((authority ~ '^[A-Za-z][A-Za-z0-9-]{1,39}$'::text)),
  constraint licence_check CHECK ((expires_on >= admitted_on)),
  constraint licence_check1 CHECK ((((state = 'claimed'::text) = (checked_at IS NULL)) AND ((checked_at IS NULL) = (checked_by IS NULL)))),
  constraint licence_check2 CHECK (((state = 'refused'::text) = (reason_sealed IS NOT NULL))),
  constraint licence_kind_check CHECK ((kind = ANY (ARRAY['attorney'::text, 'accredited'::text]))),
  constraint licence_number_hash_check CHECK (((length(number_hash) >= 40) AND (length(number_hash) <= 100))),
  constraint licence_pkey PRIMARY KEY (id),
  constraint licence_reminded_days_check CHECK ((reminded_days >= 0)),
  constraint licence_state_check CHECK ((state = ANY (ARRAY['claimed'::text, 'verified'::text, 'refused'::text])))
);
comment on table representation.licence is 'Purpose: what allows a representative to act: a bar they are admitted to or their accreditation, as they state it, and whether the office found it so. Kept: as the account; one that was removed 30 days. Closing: deleted. Legal hold: kept. Personal data: the number and why it was not accepted, sealed for the person; which staff member looked at it.';
alter table representation.licence enable row level security;
alter table representation.licence force row level security;
grant delete, select on table representation.licence to portolan_portal, portolan_worker;
grant select on table representation.licence to portolan_office;
grant insert (account, admitted_on, authority, expires_on, id, kind, number_hash, number_sealed, stated_at) on table representation.licence to portolan_portal;
grant update (admitted_on, authority, expires_on, kind, number_hash, number_sealed, removed_at, stated_at) on table representation.licence to portolan_portal;
grant update (checked_at, checked_by, reason_sealed, state) on table representation.licence to portolan_office;
grant update (reminded_days) on table representation.licence to portolan_worker;
comment on column representation.licence.reminded_days is 'How many days before its end its representative was last told; null: not yet.';
comment on column representation.licence.number_hash is 'Keyed hash of the authority and the number, by which somebody who has both is answered; null: it has no number.';
CREATE INDEX licence_ends ON representation.licence USING btree (expires_on) WHERE ((expires_on IS NOT NULL) AND (removed_at IS NULL));
CREATE INDEX licence_number ON representation.licence USING btree (number_hash) WHERE ((removed_at IS NULL) AND (number_hash IS NOT NULL));
CREATE INDEX licence_removed ON representation.licence USING btree (removed_at) WHERE (removed_at IS NOT NULL);
CREATE INDEX licence_to_check ON representation.licence USING btree (stated_at, id) WHERE ((state = 'claimed'::text) AND (removed_at IS NULL));
CREATE UNIQUE INDEX licence_standing ON representation.licence USING btree (account, authority) WHERE (removed_at IS NULL);
create policy office_checks on representation.licence for update to portolan_office using ((platform.actor_staff() IS NOT NULL)) with check ((checked_by = platform.actor_staff()));
create policy office_reads on representation.licence for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM accounts.account its
  WHERE ((its.id = licence.account) AND ((its.protected_at IS NULL) OR ( SELECT officer.sees_protected() AS sees_protected)))))));
create policy own on representation.licence to portolan_portal using ((account = ANY (platform.actor_accounts()))) with check ((account = ANY (platform.actor_accounts())));
create policy owner_all on representation.licence to portolan_owner using (true) with check (true);
create policy worker_all on representation.licence to portolan_worker using (true) with check (true);
CREATE TRIGGER state_anew BEFORE UPDATE ON representation.licence FOR EACH ROW EXECUTE FUNCTION representation.state_anew();

create table representation.practice (
  account uuid not null,
  kind text not null,
  organization_sealed bytea not null,
  contact_sealed bytea not null,
  changed_at timestamp with time zone not null,
  certified_at timestamp with time zone,
  certified_kind text,
  certified_version text,
  certified_language text,
  certified_name_sealed bytea,
  family_hash text,
  constraint practice_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint practice_certified_kind_check CHECK ((certified_kind = ANY (ARRAY['attorney'::text, 'accredited'::text]))),
  constraint practice_certified_language_check CHECK (((length(certified_language) >= 2) AND (length(certified_language) <= 20))),
  constraint practice_certified_version_check CHECK (((length(certified_version) >= 1) AND (length(certified_version) <= 40))),
  constraint practice_check CHECK ((((certified_at IS NULL) = (certified_kind IS NULL)) AND ((certified_at IS NULL) = (certified_version IS NULL)))),
  constraint practice_check1 CHECK ((((certified_at IS NULL) = (certified_language IS NULL)) AND ((certified_at IS NULL) = (certified_name_sealed IS NULL)))),
  constraint practice_family_hash_check CHECK (((length(family_hash) >= 40) AND (length(family_hash) <= 100))),
  constraint practice_kind_check CHECK ((kind = ANY (ARRAY['attorney'::text, 'accredited'::text]))),
  constraint practice_pkey PRIMARY KEY (account)
);
comment on table representation.practice is 'Purpose: what a representative states of their work: the kind, the firm or recognized organization, how to reach them there; and when they certified it under penalty of perjury, in which words and with which name. Kept: as the account, each part until it is replaced. Closing: deleted. Legal hold: kept. Personal data: all of it, sealed for the person.';
alter table representation.practice enable row level security;
alter table representation.practice force row level security;
grant delete, select on table representation.practice to portolan_worker;
grant insert, select, update on table representation.practice to portolan_portal;
grant select on table representation.practice to portolan_office;
comment on column representation.practice.family_hash is 'Keyed hash of the family name that was certified; null: nothing is certified.';
CREATE INDEX practice_family ON representation.practice USING btree (family_hash) WHERE (family_hash IS NOT NULL);
create policy office_reads on representation.practice for select to portolan_office using (((platform.actor_staff() IS NOT NULL) AND (EXISTS ( SELECT
   FROM accounts.account its
  WHERE ((its.id = practice.account) AND ((its.protected_at IS NULL) OR ( SELECT officer.sees_protected() AS sees_protected)))))));
create policy own on representation.practice to portolan_portal using ((account = ANY (platform.actor_accounts()))) with check ((account = ANY (platform.actor_accounts())));
create policy owner_all on representation.practice to portolan_owner using (true) with check (true);
create policy worker_all on representation.practice to portolan_worker using (true) with check (true);

create table representation.withdrawn_appearance (
  id uuid not null,
  account uuid not null,
  ended_at timestamp with time zone not null,
  ended_from text not null,
  to_name uuid,
  name_sealed bytea,
  constraint withdrawn_appearance_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint withdrawn_appearance_check CHECK (((to_name IS NULL) = (name_sealed IS NOT NULL))),
  constraint withdrawn_appearance_ended_from_check CHECK ((ended_from = ANY (ARRAY['client'::text, 'office'::text, 'representative'::text]))),
  constraint withdrawn_appearance_pkey PRIMARY KEY (id)
);
comment on table representation.withdrawn_appearance is 'Purpose: when a representative ceased to represent somebody, who ended it, and how the client is called; nothing of the case. Kept: as the account of the representative. Closing: deleted. Legal hold: kept. Personal data: the client''s name, sealed for the representative.';
alter table representation.withdrawn_appearance enable row level security;
alter table representation.withdrawn_appearance force row level security;
grant delete, select on table representation.withdrawn_appearance to portolan_worker;
grant select (account, ended_at, ended_from, id, name_sealed) on table representation.withdrawn_appearance to portolan_portal;
grant update (name_sealed, to_name) on table representation.withdrawn_appearance to portolan_worker;
comment on column representation.withdrawn_appearance.to_name is 'The case by whose papers the name is still to be written down; from then on null, and nothing leads to the case.';
CREATE INDEX withdrawn_appearance_of ON representation.withdrawn_appearance USING btree (account, ended_at DESC, id);
CREATE INDEX withdrawn_appearance_to_name ON representation.withdrawn_appearance USING btree (id) WHERE (to_name IS NOT NULL);
create policy own on representation.withdrawn_appearance for select to portolan_portal using ((account = ANY (platform.actor_accounts())));
create policy owner_all on representation.withdrawn_appearance to portolan_owner using (true) with check (true);
create policy worker_all on representation.withdrawn_appearance to portolan_worker using (true) with check (true);

create schema sms;
comment on schema sms is 'Text messages waiting to leave; no word of immigration.';
grant usage on schema sms to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION sms.note_receipt(message uuid, provider_id text, state text, failure text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update sms.queued q
  set state = note_receipt.state, failure = note_receipt.failure, state_at = note_receipt.at,
      provider_id = coalesce(q.provider_id, note_receipt.provider_id),
      tried_at = coalesce(q.tried_at, note_receipt.at)
  where q.id = note_receipt.message
    and note_receipt.state in ('sent', 'delivered', 'failed')
    and coalesce(q.provider_id, note_receipt.provider_id) = note_receipt.provider_id
    and (q.state = 'queued' or (q.state = 'sent' and note_receipt.state <> 'sent'))
    and not exists (
      select from sms.queued other where other.provider_id = note_receipt.provider_id and other.id <> q.id);
  return found;
end
$function$;
comment on function sms.note_receipt(uuid,text,text,text,timestamp with time zone) is 'Notes what the provider says became of a text message. Tells whether that was news.';
grant execute on function sms.note_receipt(uuid,text,text,text,timestamp with time zone) to portolan_gate;

CREATE OR REPLACE FUNCTION sms.standing(message uuid)
 RETURNS TABLE(state text, failure text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select queued.state, queued.failure from sms.queued where queued.id = standing.message
$function$;
comment on function sms.standing(uuid) is 'How a text message stands: queued, sent, delivered, or failed with a code that may be shown. No row: no such message.';
grant execute on function sms.standing(uuid) to portolan_gate, portolan_office, portolan_portal, portolan_worker;

create table sms.queued (
  id uuid not null,
  kind text not null,
  person text not null,
  language text not null,
  to_sealed bytea not null,
  values_sealed bytea not null,
  queued_at timestamp with time zone not null,
  tried_at timestamp with time zone,
  state text not null default 'queued'::text,
  state_at timestamp with time zone not null,
  provider_id text,
  failure text,
  constraint queued_check CHECK (((state = 'failed'::text) = (failure IS NOT NULL))),
  constraint queued_failure_check CHECK (((length(failure) >= 1) AND (length(failure) <= 40))),
  constraint queued_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 100))),
  constraint queued_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  constraint queued_person_check CHECK (((length(person) >= 1) AND (length(person) <= 100))),
  constraint queued_pkey PRIMARY KEY (id),
  constraint queued_provider_id_check CHECK (((length(provider_id) >= 1) AND (length(provider_id) <= 64))),
  constraint queued_provider_id_key UNIQUE (provider_id),
  constraint queued_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'delivered'::text, 'failed'::text])))
);
comment on table sms.queued is 'Purpose: a text message that a change brought about, until it is sent, and whether it arrived. Kept: 30 days. Closing an account: as ever, 30 days. Legal hold: not kept longer; the record has what was sent and why. Personal data: the number and the values, sealed for the person.';
alter table sms.queued enable row level security;
alter table sms.queued force row level security;
grant delete, insert, select, update on table sms.queued to portolan_worker;
grant insert on table sms.queued to portolan_gate, portolan_office, portolan_portal;
grant select (id, kind, person, queued_at, state) on table sms.queued to portolan_portal;
comment on column sms.queued.tried_at is 'When the first try to send began: a later try first asks the provider whether that one went through.';
CREATE INDEX queued_of_person ON sms.queued USING btree (person, queued_at DESC);
CREATE INDEX queued_queued_at ON sms.queued USING btree (queued_at);
create policy own_deliveries on sms.queued for select to portolan_portal using ((person = ANY ((platform.actor_accounts())::text[])));
create policy owner_all on sms.queued to portolan_owner using (true) with check (true);
create policy queue_any on sms.queued for insert to portolan_gate, portolan_office, portolan_portal, portolan_worker with check (((state = 'queued'::text) AND (tried_at IS NULL) AND (provider_id IS NULL)));
create policy worker_all on sms.queued to portolan_worker using (true) with check (true);
