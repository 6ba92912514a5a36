-- One person, one account: accounts that the agency opened, accounts that were merged into another.

-- An account that the agency opened for who filed on paper has a number and no user name until it is claimed.
alter table accounts.account alter column email_hash drop not null;
alter table accounts.account alter column email_sealed drop not null;
alter table accounts.account add column opened_by_agency_at timestamptz;
alter table accounts.account add column retired_at timestamptz;
alter table accounts.account add column closed_at timestamptz;
alter table accounts.account add constraint account_has_user_name check (
  (email_hash is null) = (email_sealed is null) and (email_hash is not null or opened_by_agency_at is not null or closed_at is not null)
);
alter table accounts.account add constraint account_opened_has_number check (
  opened_by_agency_at is null or retired_at is not null or online_account_number is not null
);

-- Staff and jobs open accounts for people who filed on paper; no role of the public does.
create policy office_opens on accounts.account for insert to portolan_office with check (
  platform.actor_staff() is not null and opened_by_agency_at is not null and email_hash is null and completed_at is null
);
grant insert on accounts.account to portolan_office, portolan_worker;

-- The one row that a merge writes. Nothing of the retired account is moved or sealed anew: its cases, drafts and files
-- stay where they are, and every look-up of it leads to the kept one.
create table accounts.forwarding (
  retired uuid primary key references accounts.account,
  kept uuid not null references accounts.account,
  cause text not null check (cause in ('merged', 'claimed')),
  forwarded_at timestamptz not null,
  check (retired <> kept)
);
comment on table accounts.forwarding is
  'Purpose: two accounts of one person are one: the retired account, with its number, leads to the kept one. '
  'Kept: for ever. Closing and legal hold: kept. Personal data: none beside the accounts.';
create index forwarding_kept on accounts.forwarding (kept);
alter table accounts.forwarding enable row level security;
alter table accounts.forwarding force row level security;
create policy owner_all on accounts.forwarding to portolan_owner using (true) with check (true);
create policy own_reads on accounts.forwarding for select to portolan_portal using (kept = platform.actor_account());
create policy office_reads on accounts.forwarding for select to portolan_office using (platform.actor_staff() is not null);
create policy gate_reads on accounts.forwarding for select to portolan_gate using (true);
create policy worker_reads on accounts.forwarding for select to portolan_worker using (true);
grant select on accounts.forwarding to portolan_portal, portolan_office, portolan_gate, portolan_worker;

create table accounts.merge_attempt (
  id uuid primary key,
  kept uuid not null unique references accounts.account on delete cascade,
  other uuid not null references accounts.account on delete cascade,
  other_session uuid not null references accounts.session on delete cascade,
  begun_at timestamptz not null,
  proven_at timestamptz,
  done_at timestamptz,
  check (kept <> other)
);
comment on table accounts.merge_attempt is
  'Purpose: a signed-in person proves that another account is theirs too: its password, then its second factor; the '
  'newest attempt of each account. Kept: as the session in which the other account was asked. Closing: deleted. Personal data: none beside the accounts.';
create index merge_attempt_other on accounts.merge_attempt (other);
create index merge_attempt_other_session on accounts.merge_attempt (other_session);
alter table accounts.merge_attempt enable row level security;
alter table accounts.merge_attempt force row level security;
create policy owner_all on accounts.merge_attempt to portolan_owner using (true) with check (true);
create policy own_reads on accounts.merge_attempt for select to portolan_portal using (kept = platform.actor_account());
create policy gate_all on accounts.merge_attempt to portolan_gate using (true) with check (true);
create policy worker_all on accounts.merge_attempt to portolan_worker using (true) with check (true);
grant select on accounts.merge_attempt to portolan_portal;
grant select, insert, update on accounts.merge_attempt to portolan_gate;
grant select, delete on accounts.merge_attempt to portolan_worker;

-- Whose rows the actor may see: the account's, and those of the accounts that were merged into it. The visit found them
-- and the transaction carries them; where it carries none, the account's own.
create function platform.actor_accounts() returns uuid[]
  language sql stable parallel safe set search_path = ''
  return string_to_array(
    coalesce(nullif(current_setting('portolan.accounts', true), ''), nullif(current_setting('portolan.account', true), '')),
    ','
  )::uuid[];
grant execute on function platform.actor_accounts() to portolan_portal, portolan_office, portolan_worker, portolan_gate;

create function accounts.merged_into(account uuid) returns uuid[]
  language sql stable security definer set search_path = ''
  return array(select f.retired from accounts.forwarding f where f.kept = merged_into.account order by f.forwarded_at);
comment on function accounts.merged_into is 'The accounts that were merged into this one; none for nearly everybody.';
grant execute on function accounts.merged_into to portolan_portal;

-- Ends an account in favour of another: nothing that opened it opens anything any more. `kept` takes over what was
-- forwarded to it before, so that a look-up is always one row.
create function accounts.retire_account(retired uuid, kept uuid, cause text, at timestamptz) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
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
$$;
comment on function accounts.retire_account is
  'Writes the forwarding of a retired account and takes away everything that signed it in.';
grant execute on function accounts.retire_account to portolan_gate, portolan_office, portolan_worker;

-- What a person has under any of their accounts is theirs to see and to work on.
alter policy own_entries on audit.entry using (account = any (platform.actor_accounts()));
alter policy own on cases.party using (account = any (platform.actor_accounts()));
alter policy own on cases."case" using (exists (
  select from cases.party
  where party."case" = "case".id and party.account = any (platform.actor_accounts()) and party.until_at is null
));
alter policy own on cases.status_change using (exists (
  select from cases.party
  where party."case" = status_change."case" and party.account = any (platform.actor_accounts()) and party.until_at is null
));
alter policy own on cases.document using (exists (
  select from cases.party
  where party."case" = document."case" and party.account = any (platform.actor_accounts()) and party.until_at is null
));
alter policy own on evidence.begun_upload
  using (account = any (platform.actor_accounts())) with check (account = any (platform.actor_accounts()));
alter policy own_reads on evidence.file using (account = any (platform.actor_accounts()));
alter policy own_changes on evidence.file
  using (account = any (platform.actor_accounts())) with check (account = any (platform.actor_accounts()));
alter policy own_adds on evidence.file with check (
  account = any (platform.actor_accounts()) and state = 'received' and submission is null and removed_at is null
);
alter policy own on evidence.submitted_draft
  using (account = any (platform.actor_accounts())) with check (account = any (platform.actor_accounts()));
alter policy own on filing.draft
  using (account = any (platform.actor_accounts())) with check (account = any (platform.actor_accounts()));
alter policy own on filing.signature
  using (account = any (platform.actor_accounts())) with check (account = any (platform.actor_accounts()));
alter policy own on filing.submission
  using (account = any (platform.actor_accounts()))
  with check (account = any (platform.actor_accounts()) and (received_at is null or fee_cents = 0));
alter policy own_reads on filing.payment using (account = any (platform.actor_accounts()));
alter policy own_begins on filing.payment with check (account = any (platform.actor_accounts()) and state = 'preparing');
alter policy own_lets_go on filing.payment
  using (account = any (platform.actor_accounts()))
  with check (account = any (platform.actor_accounts()) and state = 'releasing');

-- A draft of an account that was merged opens its case under that account, in the hands of the person it belongs to now.
create or replace function cases.open_case(
  id uuid, receipt_number text, form text, channel text, status text, received_on date, office text,
  protected boolean, account uuid, role text, at timestamptz, by_id text
) returns boolean
  language plpgsql volatile security definer set search_path = ''
as $$
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
$$;
