-- Cases: one receipt number each, who is related to them, what happened to them, and their papers.

create schema cases;
comment on schema cases is 'Cases, their parties, their course and their documents.';
grant usage on schema cases to portolan_portal, portolan_office, portolan_worker, portolan_gate;

-- Starts where the permutation behind the receipt number has its domain: a start at 1 would collide.
create sequence cases.receipt_sequence as bigint
  minvalue 100000000 maxvalue 999999999 start with 100000000 no cycle;
grant usage on sequence cases.receipt_sequence to portolan_portal, portolan_office, portolan_worker;

create table cases."case" (
  id uuid primary key,
  receipt_number text not null unique check (receipt_number ~ '^[A-Z]{3}[0-9]{10}$'),
  form text not null check (length(form) between 1 and 40),
  channel text not null check (channel in ('online', 'paper')),
  status text not null check (length(status) between 1 and 60),
  status_on date not null,
  status_since timestamptz not null,
  received_on date not null,
  office text check (length(office) between 1 and 60),
  protected boolean not null default false,
  opened_at timestamptz not null,
  touched_at timestamptz not null
);
comment on table cases."case" is
  'Purpose: one filing before the agency: its number, its status and since when, the office that holds it; '
  'protected: nobody outside learns that it exists (8 U.S.C. 1367). '
  'Kept: as long as the agency''s schedule for the form says. Closing an account: kept. Legal hold: kept. '
  'Personal data: none by itself; its parties lead to people.';
-- What anyone may look up: a protected case is as absent from it as one that does not exist.
create unique index case_public on cases."case" (receipt_number) where not protected;
create index case_waiting on cases."case" (status, status_since, id);

create table cases.party (
  "case" uuid not null references cases."case",
  account uuid not null,
  role text not null check (role in ('applicant', 'petitioner', 'requestor', 'representative')),
  from_at timestamptz not null,
  until_at timestamptz check (until_at >= from_at),
  primary key ("case", account, role, from_at)
);
comment on table cases.party is
  'Purpose: which account is related to which case, how, from when and until when; nothing else says so. '
  'Kept: as the case. Closing an account: the row ends. Legal hold: kept. Personal data: the relation.';
create index party_current on cases.party (account, "case") where until_at is null;

create table cases.status_change (
  id uuid primary key,
  ordinal bigint generated always as identity,
  "case" uuid not null references cases."case",
  status text not null check (length(status) between 1 and 60),
  effective_on date not null,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('account', 'staff', 'system')),
  by_id text not null check (length(by_id) between 1 and 100),
  reason_sealed bytea,
  public boolean not null default true
);
comment on table cases.status_change is
  'Purpose: the course of a case, a row for every status it ever had; rows are only ever added. Kept: as the case. '
  'Closing an account and legal hold: kept. Personal data: the officer''s reason, sealed for the case.';
create index status_change_of_case on cases.status_change ("case", ordinal);

create table cases.document (
  id uuid primary key,
  "case" uuid not null references cases."case",
  kind text not null check (length(kind) between 1 and 60),
  source text not null check (length(source) between 1 and 100),
  title_key text not null check (length(title_key) between 1 and 100),
  storage_key text not null unique check (length(storage_key) between 20 and 64),
  content_type text not null check (length(content_type) between 3 and 100),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  pages int check (pages > 0),
  made_at timestamptz not null,
  unique ("case", kind, source)
);
comment on table cases.document is
  'Purpose: the papers of a case and where their sealed files lie; kind and source name one paper, so that the job '
  'that makes it may run twice. Kept: as the case. Closing an account and legal hold: kept. '
  'Personal data: none here; the files hold it, sealed for the case.';

do $$
declare
  name text;
begin
  foreach name in array array['case', 'party', 'status_change', 'document'] loop
    execute format('alter table cases.%I enable row level security', name);
    execute format('alter table cases.%I force row level security', name);
    execute format('create policy owner_all on cases.%I to portolan_owner using (true) with check (true)', name);
    execute format('create policy worker_all on cases.%I to portolan_worker using (true) with check (true)', name);
    execute format(
      'create policy office_reads on cases.%I for select to portolan_office using (platform.actor_staff() is not null)',
      name
    );
  end loop;
end
$$;

create policy own on cases.party for select to portolan_portal using (account = platform.actor_account());
create policy own on cases."case" for select to portolan_portal using (exists (
  select from cases.party
  where party."case" = "case".id and party.account = platform.actor_account() and party.until_at is null
));
create policy own on cases.status_change for select to portolan_portal using (exists (
  select from cases.party
  where party."case" = status_change."case" and party.account = platform.actor_account() and party.until_at is null
));
create policy own on cases.document for select to portolan_portal using (exists (
  select from cases.party
  where party."case" = document."case" and party.account = platform.actor_account() and party.until_at is null
));
create policy office_changes on cases."case" for update to portolan_office
  using (platform.actor_staff() is not null) with check (platform.actor_staff() is not null);
create policy office_appends on cases.status_change for insert to portolan_office
  with check (by_kind = 'staff' and by_id = platform.actor_staff()::text);

-- A person never learns which officer did something, nor why in the officer's words.
grant select on cases."case", cases.party, cases.document to portolan_portal;
grant select (id, ordinal, "case", status, effective_on, at, public) on cases.status_change to portolan_portal;
grant select on cases."case", cases.party, cases.status_change, cases.document to portolan_office, portolan_worker;
grant update (status, status_on, status_since, touched_at) on cases."case" to portolan_office, portolan_worker;
grant insert on cases.status_change to portolan_office, portolan_worker;
grant insert on cases.document to portolan_worker;

-- A case enters whole: its row, its first status, its party. An account opens only cases of its own.
create function cases.open_case(
  id uuid,
  receipt_number text,
  form text,
  channel text,
  status text,
  received_on date,
  office text,
  protected boolean,
  account uuid,
  role text,
  at timestamptz,
  by_id text
) returns boolean
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  kind text := platform.actor_kind();
begin
  if kind is null or kind = 'visitor'
    or (kind = 'account' and open_case.account is distinct from platform.actor_account()) then
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
comment on function cases.open_case is
  'Opens a case with its first status and party. False, and nothing written: the receipt number exists.';
grant execute on function cases.open_case to portolan_portal, portolan_office, portolan_worker;

-- The one door for anyone. It answers nothing for unknown and protected alike, and reads the same index for both.
create function cases.public_status(receipt text)
  returns table (form text, status text, status_on date, received_on date, history json)
  language plpgsql stable security definer set search_path = '' rows 1
as $$
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
$$;
comment on function cases.public_status is
  'What anyone may know of a case by its receipt number: status, days and the public course. No row: unknown or protected.';
grant execute on function cases.public_status to portolan_portal, portolan_office, portolan_worker;
