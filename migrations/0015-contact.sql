-- Who a person is and how they are reached: names, addresses, numbers; and changes of where mail and codes go.

-- A change of the user name, the recovery address or the phone for codes: asked, proven, and for a while undoable.
create table accounts.contact_change (
  id uuid primary key,
  ordinal bigint generated always as identity,
  account uuid not null references accounts.account on delete cascade,
  what text not null check (what in ('user-name', 'recovery-email', 'phone')),
  old_hash text check (length(old_hash) between 40 and 100),
  old_sealed bytea,
  new_sealed bytea,
  key_id text not null check (length(key_id) between 1 and 16),
  proof_hash text unique check (length(proof_hash) between 40 and 100),
  asked_at timestamptz not null,
  dropped_at timestamptz,
  made_at timestamptz,
  undo_hash text unique check (length(undo_hash) between 40 and 100),
  undo_until timestamptz,
  undone_at timestamptz,
  check ((old_hash is null) = (old_sealed is null)),
  check (old_sealed is not null or new_sealed is not null),
  check (made_at is null or dropped_at is null),
  check ((undo_hash is null) = (undo_until is null)),
  check (undo_hash is null or made_at is not null),
  check (undone_at is null or made_at is not null)
);
comment on table accounts.contact_change is
  'Purpose: a change of where mail and codes of an account go: what was asked for, by the hash of the mailed link that '
  'proves the new address; and what it replaced, by the hash of the link that undoes it within 72 hours. '
  'Kept: 30 days after it was asked for. Closing: deleted. '
  'Personal data: the old and the new address, sealed for the person; the old one as a keyed hash, so that nobody else '
  'takes it while the change can be undone.';
create index contact_change_of_account on accounts.contact_change (account, ordinal);
create index contact_change_held on accounts.contact_change (old_hash) where made_at is not null and undone_at is null;
create index contact_change_asked_at on accounts.contact_change (asked_at);
alter table accounts.contact_change enable row level security;
alter table accounts.contact_change force row level security;
create policy owner_all on accounts.contact_change to portolan_owner using (true) with check (true);
create policy own on accounts.contact_change for select to portolan_portal using (account = platform.actor_account());
create policy gate_all on accounts.contact_change to portolan_gate using (true) with check (true);
create policy worker_all on accounts.contact_change to portolan_worker using (true) with check (true);
grant select (id, ordinal, account, what, old_sealed, new_sealed, asked_at, dropped_at, made_at, undo_until, undone_at)
  on accounts.contact_change to portolan_portal;
grant select, insert, update on accounts.contact_change to portolan_gate;
grant select, delete on accounts.contact_change to portolan_worker;

-- A sign-up that was begun and never finished gives way to who proves the mailbox for an account they have.
create function accounts.give_way(email_hashes text[]) returns boolean
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  delete from accounts.account a
  where a.email_hash = any (give_way.email_hashes) and a.completed_at is null and a.online_account_number is null;
  return found;
end
$$;
comment on function accounts.give_way is
  'Deletes the unfinished sign-up of an address, so that an account may be named by it. False: there was none.';
revoke execute on function accounts.give_way from public;
grant execute on function accounts.give_way to portolan_gate;

-- Where a safe address is kept: with the person's other addresses.
alter table accounts.account drop column safe_contact_sealed;
comment on table accounts.account is
  'Purpose: one person''s account, its user name (the email address), the steps done, its Online Account Number; '
  'since when the person is protected by law; the date of birth by its keyed hash. '
  'Kept: for ever once it has a number (never reused); 90 days after the last sign of life before that. '
  'Closing: sealed columns are emptied, the number stays. Legal hold: nothing is emptied. '
  'Personal data: the email address, sealed for the person.';

create schema profile;
comment on schema profile is 'Who a person is and how they are reached, in their own words.';
grant usage on schema profile to portolan_portal, portolan_office, portolan_worker, portolan_gate;

create table profile.person (
  account uuid primary key,
  names_sealed bytea,
  date_of_birth_sealed bytea,
  a_number_sealed bytea,
  phones_sealed bytea,
  notices text not null default 'electronic' check (notices in ('electronic', 'paper')),
  changed_at timestamptz not null
);
comment on table profile.person is
  'Purpose: the person''s names, date of birth, A-Number and telephone numbers as they state them, and whether notices '
  'come on paper too. Kept: as the account. Closing: emptied. Legal hold: kept. '
  'Personal data: all of it, sealed for the person.';

create table profile.address (
  account uuid not null,
  use text not null check (use in ('physical', 'mailing', 'safe')),
  sealed bytea not null,
  changed_at timestamptz not null,
  primary key (account, use)
);
comment on table profile.address is
  'Purpose: where a person lives; where mail goes, where that is elsewhere; and a safe address for mail, where home is '
  'not safe. Kept: until it is replaced or removed. Closing: deleted. Legal hold: kept. '
  'Personal data: the address, sealed for the person.';

create table profile.known (
  account uuid not null,
  fact text not null check (fact in ('a-number', 'date-of-birth')),
  "case" uuid not null,
  value_hash text not null check (length(value_hash) between 40 and 100),
  known_at timestamptz not null,
  primary key (account, fact, "case")
);
comment on table profile.known is
  'Purpose: what a case of the person proved of them, by its keyed hash: it turns what they state into something known. '
  'Kept: as the case. Closing and legal hold: kept. Personal data: none readable.';

do $$
declare
  name text;
begin
  foreach name in array array['person', 'address', 'known'] loop
    execute format('alter table profile.%I enable row level security', name);
    execute format('alter table profile.%I force row level security', name);
    execute format('create policy owner_all on profile.%I to portolan_owner using (true) with check (true)', name);
    execute format(
      'create policy own on profile.%I to portolan_portal
        using (account = platform.actor_account()) with check (account = platform.actor_account())',
      name
    );
    execute format('create policy worker_all on profile.%I to portolan_worker using (true) with check (true)', name);
    execute format(
      'create policy office_reads on profile.%I for select to portolan_office using (platform.actor_staff() is not null)',
      name
    );
    execute format('grant select on profile.%I to portolan_portal, portolan_worker, portolan_office', name);
  end loop;
end
$$;
grant insert, update on profile.person to portolan_portal;
grant insert, update, delete on profile.address to portolan_portal;
-- What a case proved is entered by the office, never by the person.
create policy office_notes on profile.known for insert to portolan_office
  with check (platform.actor_staff() is not null);
create policy office_corrects on profile.known for update to portolan_office
  using (platform.actor_staff() is not null) with check (platform.actor_staff() is not null);
grant insert, update on profile.known to portolan_office;
