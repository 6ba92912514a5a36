-- A person takes their case back, and proves who they are where the office asks.

create table correspondence.withdrawal (
  id uuid primary key,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  account uuid not null references accounts.account,
  sealed bytea not null,
  language text not null check (length(language) between 2 and 12),
  at timestamptz not null
);
comment on table correspondence.withdrawal is
  'Purpose: that the person of a case withdrew it: the statement they agreed to, in its language, and the name they signed with. '
  'Kept: as the case. Closing and legal hold: kept. Personal data: the signed name in sealed, sealed for the case; which account.';
create index withdrawal_of_case on correspondence.withdrawal ("case", at);

create table correspondence.identity_check (
  id uuid primary key,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  reason text not null check (length(reason) between 1 and 60),
  asked_at timestamptz not null,
  asked_by uuid not null,
  due_at timestamptz not null,
  account uuid references accounts.account,
  tray uuid unique references evidence.tray,
  sent_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  outcome text check (outcome in ('confirmed', 'not-confirmed', 'withdrawn')),
  note_sealed bytea,
  check ((sent_at is null) = (tray is null)),
  check ((sent_at is null) = (account is null)),
  check ((decided_at is null) = (outcome is null)),
  check ((decided_at is null) = (decided_by is null))
);
comment on table correspondence.identity_check is
  'Purpose: that the office asked the person of a case to prove who they are, why and by when, what they sent, and what the officer '
  'found. Kept: as the case. Closing and legal hold: kept. Personal data: the documents, in their tray; the officer’s note, sealed for the case; which account.';
create unique index identity_check_open on correspondence.identity_check ("case") where decided_at is null;
create index identity_check_of_case on correspondence.identity_check ("case", asked_at desc);
create index identity_check_waits on correspondence.identity_check (sent_at, id) where sent_at is not null and decided_at is null;

do $$
declare its text;
begin
  foreach its in array array['withdrawal', 'identity_check'] loop
    execute format('alter table correspondence.%I enable row level security', its);
    execute format('alter table correspondence.%I force row level security', its);
    execute format('create policy owner_all on correspondence.%I to portolan_owner using (true) with check (true)', its);
    execute format('create policy worker_reads on correspondence.%I for select to portolan_worker using (true)', its);
    execute format('grant select on correspondence.%I to portolan_worker, portolan_office', its);
    -- Of a protected case the office has no more here than of the case itself.
    execute format('create policy office_all on correspondence.%I to portolan_office using (platform.actor_staff() is not null '
      'and exists (select from cases."case" its where its.id = %I."case"))', its, its);
    execute format('create policy own on correspondence.%I for select to portolan_portal using (correspondence.is_party("case", null))', its);
  end loop;
end $$;
grant insert on correspondence.identity_check to portolan_office;
grant update (decided_at, decided_by, outcome, note_sealed) on correspondence.identity_check to portolan_office;


grant insert, select on correspondence.withdrawal to portolan_portal;
-- Who of the agency asked or decided, and what they noted, is not told.
grant select (id, "case", receipt_number, reason, asked_at, due_at, account, tray, sent_at, decided_at, outcome)
  on correspondence.identity_check to portolan_portal;
grant update (account, tray, sent_at) on correspondence.identity_check to portolan_portal;

-- A representative withdraws nothing.
create policy own_withdraws on correspondence.withdrawal for insert to portolan_portal
  with check (account = any (platform.actor_accounts()) and correspondence.is_party("case", 'person'));
create policy own_proves on correspondence.identity_check for update to portolan_portal
  using (sent_at is null and decided_at is null and correspondence.is_party("case", 'person'))
  with check (account = any (platform.actor_accounts()) and sent_at is not null);

-- What a person does enters the status that says so, in the same transaction. The portal can set no other.
create or replace function cases.enter_by_person(ground uuid, change uuid, status text, effective_on date, at timestamptz, reason_sealed bytea) returns boolean
language plpgsql security definer set search_path = '' as $$
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
$$;
comment on function cases.enter_by_person(uuid, uuid, text, date, timestamptz, bytea) is
  'Enters the status that follows from a withdrawal or evidence that the person who acts sent in this transaction. False: they did not.';
