-- Everything held of a person as an archive, and the closing of an account.

create schema portal;
comment on schema portal is 'What belongs to no one domain: the archives that people ask for.';
grant usage on schema portal to portolan_portal, portolan_worker;

create table portal.archive (
  id uuid primary key,
  account uuid not null references accounts.account,
  language text not null check (length(language) between 2 and 35),
  asked_at timestamptz not null,
  begun_at timestamptz,
  storage_key text unique check (length(storage_key) between 20 and 64),
  ready_at timestamptz,
  expires_at timestamptz,
  size_bytes bigint check (size_bytes > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  files int check (files > 0),
  failed_at timestamptz,
  gone_at timestamptz,
  check ((begun_at is null) = (storage_key is null)),
  check (ready_at is null or begun_at is not null),
  check ((ready_at is null) = (expires_at is null)),
  check ((ready_at is null) = (size_bytes is null)),
  check ((ready_at is null) = (sha256 is null)),
  check ((ready_at is null) = (files is null)),
  check (ready_at is null or failed_at is null),
  check (gone_at is null or ready_at is not null or failed_at is not null)
);
comment on table portal.archive is
  'Purpose: one archive of everything held of a person, from the press of the button until it is gone; each try to make '
  'it writes under a storage key of its own. Kept: 7 days after it was ready; its row at least a day, for the limit of '
  'three a day. Closing: deleted. Legal hold: goes as ever, since it holds nothing that is not held elsewhere. '
  'Personal data: the bytes, sealed for the person.';
-- However often and however parallel the button is pressed, one archive of a person is made at a time.
create unique index archive_under_way on portal.archive (account) where ready_at is null and failed_at is null;
create index archive_of_account on portal.archive (account, asked_at desc);
create index archive_asked_at on portal.archive (asked_at);
alter table portal.archive enable row level security;
alter table portal.archive force row level security;
create policy owner_all on portal.archive to portolan_owner using (true) with check (true);
create policy own_reads on portal.archive for select to portolan_portal using (account = any (platform.actor_accounts()));
create policy own_asks on portal.archive for insert to portolan_portal with check (
  account = platform.actor_account() and begun_at is null and ready_at is null and failed_at is null
);
create policy worker_all on portal.archive to portolan_worker using (true) with check (true);
grant select, insert on portal.archive to portolan_portal;
grant select, update, delete on portal.archive to portolan_worker;

create table portal.archive_download (
  id uuid primary key,
  archive uuid not null references portal.archive on delete cascade,
  account uuid not null references accounts.account,
  at timestamptz not null
);
comment on table portal.archive_download is
  'Purpose: each time an archive was taken. Kept: as the archive; the record keeps it for ever. Closing: deleted. '
  'Legal hold: as the archive. Personal data: none beside the account.';
create index archive_download_of on portal.archive_download (archive, at);
alter table portal.archive_download enable row level security;
alter table portal.archive_download force row level security;
create policy owner_all on portal.archive_download to portolan_owner using (true) with check (true);
create policy own_reads on portal.archive_download for select to portolan_portal using (account = any (platform.actor_accounts()));
create policy own_takes on portal.archive_download for insert to portolan_portal with check (
  account = platform.actor_account() and exists (select from portal.archive taken where taken.id = archive)
);
create policy worker_all on portal.archive_download to portolan_worker using (true) with check (true);
grant select, insert on portal.archive_download to portolan_portal;
grant select, delete on portal.archive_download to portolan_worker;

insert into platform.task_allowed (task) values ('portal.make-archive');

-- The closing of an account: by its own press, undone by a mailed link within 72 hours, carried out after them.
alter table accounts.account add column legal_hold_at timestamptz;
comment on column accounts.account.legal_hold_at is
  'Since when the law forbids that anything of this account goes: a closed one is not emptied while it stands.';
alter table accounts.account add column emptied_at timestamptz check (emptied_at is null or closed_at is not null);
comment on column accounts.account.emptied_at is 'When a closed account was emptied: nothing is left to undo.';

create table accounts.closing (
  id uuid primary key,
  account uuid not null references accounts.account on delete cascade,
  key_id text not null check (length(key_id) between 1 and 16),
  undo_hash text unique check (length(undo_hash) between 40 and 100),
  closed_at timestamptz not null,
  undo_until timestamptz not null check (undo_until > closed_at),
  undone_at timestamptz,
  carried_out_at timestamptz,
  check (undone_at is null or carried_out_at is null),
  check (carried_out_at is null or undo_hash is null)
);
comment on table accounts.closing is
  'Purpose: the closing of an account: until when the mailed link takes it back, by the hash of its token, and what came '
  'of it. Kept: an undone one 30 days, one that was carried out for ever. Closing: kept, without the hash. '
  'Legal hold: kept. Personal data: none beside the account.';
create unique index closing_stands on accounts.closing (account) where undone_at is null;
create index closing_due on accounts.closing (undo_until) where undone_at is null and carried_out_at is null;
alter table accounts.closing enable row level security;
alter table accounts.closing force row level security;
create policy owner_all on accounts.closing to portolan_owner using (true) with check (true);
create policy gate_all on accounts.closing to portolan_gate using (true) with check (true);
create policy own_reads on accounts.closing for select to portolan_portal using (account = platform.actor_account());
create policy worker_all on accounts.closing to portolan_worker using (true) with check (true);
grant select, update on accounts.closing to portolan_gate;
grant select (id, account, closed_at, undo_until, undone_at, carried_out_at) on accounts.closing to portolan_portal;
grant select, update, delete on accounts.closing to portolan_worker;

-- Ends everything that signs the account in, in the transaction that closes it. Only its own person closes an account.
create function accounts.close_account(closing uuid, account uuid, key_id text, undo_hash text, at timestamptz, undo_until timestamptz)
  returns void
  language plpgsql volatile security definer set search_path = ''
as $$
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
$$;
comment on function accounts.close_account is
  'Closes the account of the one who acts: ends its sessions, kills its links, and keeps by what it is undone.';
revoke execute on function accounts.close_account from public;
grant execute on function accounts.close_account to portolan_portal;

-- A sign-in that was under way when the account was closed opens nothing: it waits for the closing, or the closing for it.
create function accounts.refuse_session() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform from accounts.account a where a.id = new.account and a.closed_at is null for share;
  if not found then
    raise exception 'no session is opened for a closed account' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger no_session_when_closed before insert on accounts.session
  for each row execute function accounts.refuse_session();

-- What carries a closing out is a job's: it deletes and empties what each table says under “Closing”.
alter table accounts.account drop constraint account_has_user_name;
alter table accounts.account add constraint account_has_user_name check (
  (email_hash is null or email_sealed is not null)
  and (email_hash is not null or opened_by_agency_at is not null or closed_at is not null)
);
grant update (email_hash, email_sealed, date_of_birth_hash, closed_at, emptied_at, legal_hold_at) on accounts.account to portolan_worker;
create policy worker_empties on accounts.password for delete to portolan_worker using (true);
create policy worker_finds on accounts.password for select to portolan_worker using (true);
grant select (account, set_at), delete on accounts.password to portolan_worker;
create policy worker_empties on accounts.reset_answer for delete to portolan_worker using (true);
create policy worker_finds on accounts.reset_answer for select to portolan_worker using (true);
grant select (account, position, question, set_at), delete on accounts.reset_answer to portolan_worker;
grant delete on accounts.code_challenge to portolan_worker;
grant update (until_at) on cases.party to portolan_worker;
grant delete on profile.address to portolan_worker;
grant delete on notifications.choice to portolan_worker;
grant update on profile.person to portolan_worker;

-- Every table that has an account says what closing it does.
comment on table accounts.account is
  'Purpose: one person''s account, its user name (the email address), the steps done, its Online Account Number; since '
  'when the person is protected by law; the date of birth by its keyed hash. Kept: for ever once it has a number (never '
  'reused); 90 days after the last sign of life before that. Closing: sealed columns are emptied, the number stays. '
  'Legal hold: nothing is emptied but the hash of the address, so that the person can sign up anew. '
  'Personal data: the email address, sealed for the person.';
comment on table accounts.code_challenge is
  'Purpose: the one-time password asked of one session: by which way, which send counts, how many wrong tries were made. '
  'A sent code is derived when its message is rendered and stored nowhere. Kept: as its session. Closing: deleted. '
  'Personal data: none; where a code went is a keyed hash.';
comment on table accounts.passkey_challenge is
  'Purpose: a challenge that a passkey has answered, so that no answer counts twice; until then it is kept nowhere. '
  'Kept: one day; a challenge lives five minutes. Closing: deleted. Personal data: none beside the account.';
comment on table accounts.sign_up_link is
  'Purpose: a mailed link that confirms an address, by the hash of its token. Kept: 30 days after it was made. '
  'Closing: deleted. Personal data: none beside the account.';
comment on table mail.queued is
  'Purpose: a mail that a change brought about, until it is sent. Kept: 30 days after it was sent or failed. '
  'Closing: as ever, 30 days, since the last one tells of the closing. Legal hold: not kept longer; the record has what '
  'was sent and why. Personal data: the address and the values, sealed for the person.';
comment on table audit.entry is
  'Purpose: the record of every change and every refusal. Kept: for ever, by month. Closing and legal hold: kept. '
  'Personal data: none; ids and codes only.';

-- Entries of a person that name no account: found by who acted, without a look at all of the record.
create index entry_actor on audit.entry (actor_id, at desc) where actor_kind = 'account' and account is null;
-- A job that tells a person which office role did what reads roles and nothing else of the staff.
create policy worker_reads_roles on officer.staff for select to portolan_worker using (true);
grant select (id, role) on officer.staff to portolan_worker;
