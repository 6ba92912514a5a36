-- Getting back in: a password reset from its mailed link to the new password.

create table accounts.password_reset (
  id uuid primary key,
  account uuid references accounts.account on delete cascade,
  key_id text not null check (length(key_id) between 1 and 16),
  token_hash text not null unique check (length(token_hash) between 40 and 100),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  killed_at timestamptz,
  spent_at timestamptz,
  session uuid unique references accounts.session on delete set null,
  questions text[] not null default '{}' check (cardinality(questions) in (0, 2)),
  factor text check (factor in ('sms', 'app', 'passkey')),
  backup_code uuid references accounts.backup_code on delete set null,
  backup_tries int not null default 0 check (backup_tries between 0 and 5),
  answer_tries int not null default 0 check (answer_tries between 0 and 5),
  answered_at timestamptz,
  done_at timestamptz,
  check (account is not null or killed_at is not null),
  check (spent_at is not null or (factor is null and backup_code is null and answered_at is null and done_at is null))
);
comment on table accounts.password_reset is
  'Purpose: one reset of a password: the mailed link by the hash of its token, what was shown since it was opened, the '
  'two questions it asks, how often each was tried. For an address nobody has a row that was dead when it was made, so '
  'that the work is the same. Kept: 30 days after it was made. Closing: deleted. Personal data: none beside the account.';
create index password_reset_of_account on accounts.password_reset (account) where killed_at is null and done_at is null;
create index password_reset_made_at on accounts.password_reset (made_at);
alter table accounts.password_reset enable row level security;
alter table accounts.password_reset force row level security;
create policy owner_all on accounts.password_reset to portolan_owner using (true) with check (true);
create policy gate_all on accounts.password_reset to portolan_gate using (true) with check (true);
create policy worker_sweeps on accounts.password_reset to portolan_worker using (true);
grant select, insert, update on accounts.password_reset to portolan_gate;
grant select, delete on accounts.password_reset to portolan_worker;

-- Only the gate compares answers, and only there are they replaced: a signed-in person's role may set them first.
create policy gate_all on accounts.reset_answer to portolan_gate using (true) with check (true);
grant select, insert, delete on accounts.reset_answer to portolan_gate;
