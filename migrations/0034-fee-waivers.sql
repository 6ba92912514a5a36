-- A person asks not to pay a fee, the office decides, and the draft whose fee it is waits for that.

create table filing.fee_waiver (
  id uuid primary key,
  account uuid not null references accounts.account,
  draft uuid not null references filing.draft on delete cascade,
  request uuid not null unique references filing.draft on delete cascade,
  codes text[] not null check (cardinality(codes) between 1 and 20),
  begun_at timestamptz not null,
  asked_at timestamptz,
  "case" uuid unique references cases."case",
  filed_at timestamptz,
  check (draft <> request),
  check ((asked_at is null) = ("case" is null))
);
-- One request at a time is being filled in for a draft.
create unique index fee_waiver_begun on filing.fee_waiver (draft) where asked_at is null;
create index fee_waiver_of_draft on filing.fee_waiver (draft, begun_at desc);
comment on table filing.fee_waiver is
  'Purpose: which request for a fee waiver is about which draft, and the fees it asks about; asked_at and case: once the '
  'request was received; filed_at: once the form of the draft was, from when on there is nothing to decide. Kept: as both '
  'drafts. Closing an account: deleted with its draft. Legal hold: kept. Personal data: none beside '
  'the account.';

create table filing.fee_waiver_decision (
  waiver uuid primary key references filing.fee_waiver on delete cascade,
  granted boolean not null,
  codes text[] not null check (cardinality(codes) between 1 and 20),
  reason text check (length(reason) between 1 and 60),
  decided_at timestamptz not null,
  staff uuid not null,
  check (granted = (reason is null))
);
comment on table filing.fee_waiver_decision is
  'Purpose: what the office decided of a request, for which fees, by whom and when; only the office adds one, once. Kept: as '
  'the request. Closing an account: as the request. Legal hold: kept. Personal data: none.';

grant usage on schema filing to portolan_office;
alter table filing.fee_waiver enable row level security;
alter table filing.fee_waiver force row level security;
create policy owner_all on filing.fee_waiver to portolan_owner using (true) with check (true);
create policy worker_all on filing.fee_waiver to portolan_worker using (true) with check (true);
create policy own on filing.fee_waiver to portolan_portal
  using (account = any (platform.actor_accounts())) with check (account = any (platform.actor_accounts()));
create policy office_reads on filing.fee_waiver for select to portolan_office using (platform.actor_staff() is not null);
grant select, insert on filing.fee_waiver to portolan_portal;
grant update (request, codes, begun_at, asked_at, "case", filed_at) on filing.fee_waiver to portolan_portal;
grant select, update on filing.fee_waiver to portolan_worker;
grant select on filing.fee_waiver to portolan_office;

alter table filing.fee_waiver_decision enable row level security;
alter table filing.fee_waiver_decision force row level security;
create policy owner_all on filing.fee_waiver_decision to portolan_owner using (true) with check (true);
create policy worker_reads on filing.fee_waiver_decision for select to portolan_worker using (true);
create policy own_reads on filing.fee_waiver_decision for select to portolan_portal
  using (exists (select from filing.fee_waiver w where w.id = waiver and w.account = any (platform.actor_accounts())));
create policy office_reads on filing.fee_waiver_decision for select to portolan_office using (platform.actor_staff() is not null);
create policy office_decides on filing.fee_waiver_decision for insert to portolan_office with check (staff = platform.actor_staff());
grant select on filing.fee_waiver_decision to portolan_portal, portolan_worker;
grant select, insert on filing.fee_waiver_decision to portolan_office;

-- What was not charged because the office waived it. The portal receives no filing with a waived fee that nobody granted.
alter table filing.submission add column waived_cents int not null default 0 check (waived_cents >= 0);
grant update (waived_cents) on filing.submission to portolan_portal, portolan_worker;
drop policy own on filing.submission;
create policy own on filing.submission to portolan_portal
  using (account = any (platform.actor_accounts()))
  with check (
    account = any (platform.actor_accounts())
    and (
      received_at is null
      or (
        fee_cents = 0
        and (
          waived_cents = 0
          or exists (
            select from filing.fee_waiver w join filing.fee_waiver_decision d on d.waiver = w.id
            where w.draft = submission.draft and d.granted
          )
        )
      )
    )
  );

insert into platform.task_allowed (task) values ('filing.keep-after-waiver');
