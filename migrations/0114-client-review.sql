-- The client takes up what was prepared for them, reads, signs or declines it; either side submits it.

insert into platform.task_allowed (task) values
  ('preparation.lay-copy'), ('preparation.submit-pressed'), ('preparation.make-appearance-record');

alter table preparation.package
  add column reviewed_at timestamptz,
  add column pressed_at timestamptz,
  add column pressed_by text check (pressed_by in ('representative', 'client')),
  add column pressed_cents int check (pressed_cents >= 0),
  add column pressed_language text check (length(pressed_language) between 2 and 35),
  add column press_done_at timestamptz,
  add column price_cents int check (price_cents >= 0),
  add column press_refused text check (press_refused in ('draft-not-open', 'not-signed', 'fees-changed', 'nothing-to-pay')),
  add check (num_nonnulls(pressed_at, pressed_by, pressed_cents, pressed_language) in (0, 4)),
  add check (press_done_at is null or pressed_at is not null),
  add check (press_refused is null or press_done_at is not null);
comment on column preparation.package.reviewed_at is 'When the client first read it: what changed since is marked in the next.';
comment on column preparation.package.pressed_at is 'When somebody pressed Pay and submit, or Submit: a job does it.';
comment on column preparation.package.pressed_cents is 'The sum that the page showed.';
comment on column preparation.package.price_cents is 'What it cost when the client signed, or when a press found that it costs something else.';
comment on column preparation.package.press_done_at is 'When the job carried the press out, with whatever came of it.';
comment on column preparation.package.press_refused is 'Why nothing came of the last press.';
create index package_copy on preparation.package (copy) where copy is not null;

alter table preparation.preparation add column record_key uuid not null default gen_random_uuid();
comment on column preparation.preparation.record_key is 'Under which the record of the appearance lies in the storage.';

grant update (reviewed_at, pressed_at, pressed_by, pressed_cents, pressed_language, press_refused, press_done_at, price_cents) on preparation.package to portolan_portal;
create policy either_side_marks on preparation.package for update to portolan_portal
  using (voided_at is null and exists (select from preparation.preparation its where its.id = package.preparation and its.ended_at is null))
  with check (voided_at is null);

-- A job makes the copy for the client and files it.
grant execute on function evidence.is_left(uuid) to portolan_worker;
grant insert on filing.draft, filing.helper_signature, filing.submission, filing.payment, evidence.file, evidence.begun_upload to portolan_worker;

-- A copy can become a draft of its person's own, by the function that lets it and by nothing else.
create or replace function filing.guard_frozen() returns trigger language plpgsql set search_path = '' as $$
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
end $$;

create function preparation.by_passcode(hashes bytea[], at timestamptz)
returns table (preparation uuid, representative uuid, form text, package uuid, judged_on date, appearance_sealed bytea, client_account uuid, practice jsonb)
language sql stable security definer rows 1 set search_path = '' as $$
  select its.id, its.representative, its.form, package.id, package.judged_on, package.appearance_sealed, its.client_account, representation.practice_shown(its.representative)
  from preparation.passcode code
  join preparation.preparation its on its.id = code.preparation and its.ended_at is null
  join preparation.package package on package.preparation = its.id and package.voided_at is null
  where code.code_hash = any (by_passcode.hashes)
    and ((code.ended_at is null and code.expires_at > by_passcode.at and its.client_account is null)
      or (code.ended_as = 'used' and its.client_account = any (platform.actor_accounts())))
$$;
comment on function preparation.by_passcode(bytea[], timestamptz) is
  'What a representative passcode opens, for whoever has it: nothing for one that is unknown, used by somebody else, replaced, withdrawn or expired.';
revoke all on function preparation.by_passcode(bytea[], timestamptz) from public;
grant execute on function preparation.by_passcode(bytea[], timestamptz) to portolan_portal;

-- The code before the preparation: of two accounts that come at once one gets it.
create function preparation.take_up(hashes bytea[], at timestamptz) returns text
language plpgsql security definer set search_path = '' as $$
declare
  code preparation.passcode;
  its preparation.preparation;
begin
  select * into code from preparation.passcode where passcode.code_hash = any (take_up.hashes) for update;
  if code.id is null or platform.actor_account() is null then return 'not-matched'; end if;
  select * into its from preparation.preparation where preparation.id = code.preparation for update;
  if its.ended_at is not null or its.representative = any (platform.actor_accounts()) then return 'not-matched'; end if;
  if its.client_account = any (platform.actor_accounts()) then return 'taken-up'; end if;
  if its.client_account is not null or code.ended_at is not null or code.expires_at <= take_up.at then return 'not-matched'; end if;
  if not exists (select from preparation.package where package.preparation = its.id and package.voided_at is null) then return 'not-matched'; end if;
  -- The client of whoever has another account already is somebody else. The account of another client of theirs stays that one's.
  if not representation.link_client(its.client, platform.actor_account(), take_up.at)
    and exists (select from representation.client known where known.id = its.client and known.account <> all (platform.actor_accounts())) then
    return 'not-matched';
  end if;
  update preparation.passcode set ended_at = take_up.at, ended_as = 'used' where passcode.id = code.id;
  update preparation.preparation set client_account = platform.actor_account(), linked_at = take_up.at where preparation.id = its.id;
  return 'taken-up';
end $$;
comment on function preparation.take_up(bytea[], timestamptz) is
  'Ties a preparation to the account that acts and has its passcode, once, and ends the passcode. The same account again is answered alike.';
revoke all on function preparation.take_up(bytea[], timestamptz) from public;
grant execute on function preparation.take_up(bytea[], timestamptz) to portolan_portal;

create function preparation.turn_down(hashes bytea[], answer uuid, reason_sealed bytea, at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  code preparation.passcode;
  stands preparation.package;
begin
  select * into code from preparation.passcode where code_hash = any (turn_down.hashes) and ended_at is null and expires_at > turn_down.at for update;
  if code.id is null or platform.actor_account() is null then return false; end if;
  perform from preparation.preparation its where its.id = code.preparation and its.client_account is null and its.ended_at is null
    and its.representative <> all (platform.actor_accounts()) for update;
  if not found then return false; end if;
  select * into stands from preparation.package where package.preparation = code.preparation and voided_at is null for update;
  if stands.id is null then return false; end if;
  insert into preparation.answer (id, package, of, side, account, at, accepted, reason_sealed, document_sha256)
    values (turn_down.answer, stands.id, 'appearance', 'client', platform.actor_account(), turn_down.at, false, turn_down.reason_sealed, stands.appearance_sha256);
  update preparation.package set voided_at = turn_down.at, voided_why = 'declined' where package.id = stands.id;
  update preparation.passcode set ended_at = turn_down.at, ended_as = 'used' where passcode.id = code.id;
  return true;
end $$;
comment on function preparation.turn_down(bytea[], uuid, bytea, timestamptz) is
  'Ends a passcode that stands and voids its package with the reason of the client who declined to take it up.';
revoke all on function preparation.turn_down(bytea[], uuid, bytea, timestamptz) from public;
grant execute on function preparation.turn_down(bytea[], uuid, bytea, timestamptz) to portolan_portal;

-- Everybody locks in one order: the copy, then the preparation, then its package; payment and case come after the copy.
create function preparation.hold(preparation uuid)
returns table (package uuid, copy uuid, filed boolean, ended boolean)
language plpgsql security definer rows 1 set search_path = '' as $$
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
end $$;
comment on function preparation.hold(uuid) is
  'Locks a preparation with its package and copy, for one of its two sides or a job: whoever signs, voids, ends or submits does it one after another. No row: there is none of theirs.';
revoke all on function preparation.hold(uuid) from public;
grant execute on function preparation.hold(uuid) to portolan_portal, portolan_office, portolan_worker;

-- A void package is never filed, whoever voided it: its copy goes, and a payment of it that is under way is let go.
create function preparation.let_copy_go() returns trigger language plpgsql security definer set search_path = '' as $$
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
  return null;
end $$;
create trigger let_copy_go after update of voided_at on preparation.package for each row
  when (old.voided_at is null and new.voided_at is not null) execute function preparation.let_copy_go();

create function preparation.stays_filed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from filing.draft where id = new.copy and submission is not null) then
    raise exception 'package % was filed', new.id;
  end if;
  return new;
end $$;
create trigger stays_filed before update of voided_at on preparation.package for each row
  when (old.voided_at is null and new.voided_at is not null) execute function preparation.stays_filed();

-- Of who is linked already, every package is laid before them at once.
create function preparation.lay_before_client() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from preparation.preparation its where its.id = new.preparation and its.client_account is not null) then
    perform platform.enqueue('preparation.lay-copy', json_build_object('package', new.id), 'lay-copy:' || new.id);
  end if;
  return null;
end $$;
create trigger lay_before_client after insert on preparation.package for each row execute function preparation.lay_before_client();

-- The receipt and that it was filed are one thing.
create function preparation.note_filed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update preparation.preparation its set filed_at = new.received_at, filed_case = new."case"
  from preparation.package package
  where package.copy = new.draft and package.voided_at is null and its.id = package.preparation and its.filed_at is null and its.ended_at is null;
  if found then
    perform platform.enqueue('preparation.make-appearance-record', json_build_object('preparation',
      (select package.preparation from preparation.package package where package.copy = new.draft and package.voided_at is null)));
  end if;
  return null;
end $$;
create trigger note_filed after update of received_at on filing.submission for each row
  when (old.received_at is null and new.received_at is not null) execute function preparation.note_filed();

create function preparation.release_copy(preparation uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  update filing.draft set prepared = null, prepared_by = null, frozen_at = null, expires_at = greatest(expires_at, release_copy.at + interval '30 days')
  from preparation.package stands join preparation.preparation its on its.id = stands.preparation
  where its.id = release_copy.preparation and its.client_account = any (platform.actor_accounts()) and its.ended_at is null
    and stands.voided_at is null and stands.copied_at is not null and draft.id = stands.copy
    and draft.prepared = 'copy' and draft.submission is null and draft.deleted_at is null;
  return found;
end $$;
comment on function preparation.release_copy(uuid, timestamptz) is
  'Makes the copy of the package that stands a draft of the client''s own, for the client who goes on without the representative. False: there is none that can.';
revoke all on function preparation.release_copy(uuid, timestamptz) from public;
grant execute on function preparation.release_copy(uuid, timestamptz) to portolan_portal;

create function preparation.practice_of(preparation uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select representation.practice_shown(its.representative) from preparation.preparation its
  where its.id = practice_of.preparation and its.client_account = any (platform.actor_accounts())
$$;
comment on function preparation.practice_of(uuid) is 'What a client is told of who prepares for them.';
revoke all on function preparation.practice_of(uuid) from public;
grant execute on function preparation.practice_of(uuid) to portolan_portal;

-- How the filing stands, for both sides: neither the means of payment nor anything that the other has beside it.
create function preparation.filing_of(preparation uuid)
returns table (signed_sha256 text, signed_at timestamptz, submission uuid, state text, reason text, url text, receipt_number text)
language sql stable security definer rows 1 set search_path = '' as $$
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
$$;
comment on function preparation.filing_of(uuid) is
  'How the filing of what was prepared stands, for its two sides while the representation lasts: signed, being paid, received. Nothing of how it is paid.';
revoke all on function preparation.filing_of(uuid) from public;
grant execute on function preparation.filing_of(uuid) to portolan_portal;

create function preparation.of_submission(submission uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select its.id from filing.submission filing
  join preparation.package stands on stands.copy = filing.draft and stands.voided_at is null
  join preparation.preparation its on its.id = stands.preparation and its.ended_at is null
  where filing.id = of_submission.submission
    and (its.representative = any (platform.actor_accounts()) or its.client_account = any (platform.actor_accounts()))
$$;
comment on function preparation.of_submission(uuid) is 'The preparation that a submission came of, for its two sides.';
revoke all on function preparation.of_submission(uuid) from public;
grant execute on function preparation.of_submission(uuid) to portolan_portal;

-- An appearance alone: from the client's signature on the representative is on the case, if the client is.
create function preparation.enter_appearance(preparation uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
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
end $$;
comment on function preparation.enter_appearance(uuid, timestamptz) is
  'Makes the representative one of the case that the notice of appearance names, for the client who is on it and signs. False: the case is none of theirs.';
revoke all on function preparation.enter_appearance(uuid, timestamptz) from public;
grant execute on function preparation.enter_appearance(uuid, timestamptz) to portolan_portal;

create function preparation.number_of_case("case" uuid) returns text
language sql stable security definer set search_path = '' as $$
  select its.receipt_number from cases."case" its where its.id = number_of_case."case"
$$;
comment on function preparation.number_of_case(uuid) is 'The number of a case, for the job that makes the record of an appearance on it.';
revoke all on function preparation.number_of_case(uuid) from public;
grant execute on function preparation.number_of_case(uuid) to portolan_worker;
