-- From a draft to a receipt: what was signed, what was paid, what was submitted.

create table filing.signature (
  id uuid primary key,
  draft uuid not null references filing.draft on delete cascade,
  account uuid not null references accounts.account,
  language text not null check (length(language) between 2 and 35),
  statement text not null check (length(statement) between 1 and 10000),
  name_sealed bytea not null,
  judged_on date not null,
  document_sealed bytea not null check (octet_length(document_sealed) <= 2097152),
  document_sha256 text not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
  shown_sealed bytea not null check (octet_length(shown_sealed) <= 4194304),
  shown_sha256 text not null check (shown_sha256 ~ '^[0-9a-f]{64}$'),
  session uuid not null,
  factor text not null check (length(factor) between 1 and 40),
  proved_at timestamptz not null,
  signed_at timestamptz not null check (signed_at >= proved_at)
);
comment on table filing.signature is
  'Purpose: a signature and what it rests on: the exact statement and its language, the document as signed and as '
  'shown with the hash of each, the name typed, how the person had proved who they are. Rows are only ever added. '
  'Kept: with its submission; until the draft goes when it was never submitted. Closing an account: kept. '
  'Legal hold: kept. Personal data: name, answers and file names, sealed for the person.';
create index signature_of_draft on filing.signature (draft, signed_at desc);

create table filing.submission (
  id uuid primary key,
  draft uuid not null unique,
  account uuid not null references accounts.account,
  form text not null check (form ~ '^[a-z0-9][a-z0-9-]{0,30}$'),
  edition date not null,
  language text not null check (length(language) between 2 and 35),
  begun_at timestamptz not null,
  fee_cents int not null check (fee_cents >= 0),
  fee_lines jsonb not null,
  signature uuid references filing.signature on delete set null,
  received_at timestamptz,
  received_on date,
  "case" uuid unique,
  receipt_number text unique check (receipt_number ~ '^[A-Z]{3}[0-9]{10}$'),
  copy_key uuid not null unique,
  receipt_key uuid not null unique,
  check ((received_at is null) = (receipt_number is null)),
  check ((received_at is null) = ("case" is null)),
  check ((received_at is null) = (received_on is null)),
  check (received_at is null or signature is not null)
);
comment on table filing.submission is
  'Purpose: the one submission a draft can ever become; begun at the first press of Pay and submit, received when it '
  'has its receipt number, in the transaction that opens the case. '
  'Kept: as the case; one that was never received as its payments. Closing an account: kept. '
  'Legal hold: kept. Personal data: none beside the account.';

create table filing.payment (
  id uuid primary key,
  submission uuid not null references filing.submission,
  account uuid not null references accounts.account,
  attempt int not null check (attempt > 0),
  signature uuid references filing.signature on delete set null,
  amount_cents int not null check (amount_cents > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  lines jsonb not null,
  state text not null check (state in ('preparing', 'open', 'pending', 'authorised', 'captured', 'releasing',
    'released', 'declined', 'cancelled', 'expired', 'failed', 'not-captured')),
  reason text check (length(reason) <= 60),
  provider_id text unique check (length(provider_id) between 1 and 200),
  provider_url text check (length(provider_url) <= 2000),
  begun_at timestamptz not null,
  next_check_at timestamptz not null,
  authorised_at timestamptz,
  closed_at timestamptz,
  captured_cents int not null default 0 check (captured_cents between 0 and amount_cents),
  refunded_cents int not null default 0 check (refunded_cents between 0 and captured_cents),
  unique (submission, attempt)
);
comment on table filing.payment is
  'Purpose: one attempt to pay for a submission, and how it stands at the provider; its id is the reference there. '
  'Kept: 10 years, as money that moved is; closing an account and legal hold: kept. '
  'Personal data: none beside the account; no card number ever comes here.';
-- No filing is paid twice: of all attempts at most one is under way or done.
create unique index payment_live on filing.payment (submission)
  where state in ('preparing', 'open', 'pending', 'authorised', 'captured');
create index payment_to_check on filing.payment (next_check_at)
  where state in ('preparing', 'open', 'pending', 'authorised', 'releasing');

create table filing.payment_event (
  event text primary key check (length(event) between 1 and 200),
  provider_id text not null check (length(provider_id) between 1 and 200),
  kind text not null check (kind in ('authorised', 'declined', 'cancelled', 'captured', 'expired')),
  came_at timestamptz not null
);
comment on table filing.payment_event is
  'Purpose: news of the provider, each once; what it says is never believed, only the reason to ask. '
  'Kept: 90 days. Personal data: none.';
create index payment_event_came_at on filing.payment_event (came_at);

do $$
declare
  name text;
begin
  foreach name in array array['signature', 'submission', 'payment', 'payment_event'] loop
    execute format('alter table filing.%I enable row level security', name);
    execute format('alter table filing.%I force row level security', name);
    execute format('create policy owner_all on filing.%I to portolan_owner using (true) with check (true)', name);
    execute format('create policy worker_all on filing.%I to portolan_worker using (true) with check (true)', name);
  end loop;
end
$$;

create policy own on filing.signature to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
-- A person's own press submits only what costs nothing; what is paid for is received by the job that saw the money.
create policy own on filing.submission to portolan_portal
  using (account = platform.actor_account())
  with check (account = platform.actor_account() and (received_at is null or fee_cents = 0));
create policy own_reads on filing.payment for select to portolan_portal using (account = platform.actor_account());
create policy own_begins on filing.payment for insert to portolan_portal
  with check (account = platform.actor_account() and state = 'preparing');
create policy own_lets_go on filing.payment for update to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account() and state = 'releasing');
create policy gate_notes on filing.payment_event for insert to portolan_gate with check (true);

grant usage on schema filing to portolan_gate;
grant select, insert on filing.signature to portolan_portal;
grant select on filing.signature to portolan_worker;
grant select, insert on filing.submission to portolan_portal;
grant update (fee_cents, fee_lines, signature, received_at, received_on, "case", receipt_number) on filing.submission
  to portolan_portal, portolan_worker;
grant select on filing.submission to portolan_worker;
grant select, insert, update (state, reason, next_check_at) on filing.payment to portolan_portal;
grant select, update on filing.payment to portolan_worker;
grant insert on filing.payment_event to portolan_gate;
grant select, delete on filing.payment_event to portolan_worker;

-- What must always hold: captured = fees of paid filings + refunds. `balance_cents` other than 0 is a fault.
create view filing.ledger with (security_invoker = true) as
  select s.id as submission, s.receipt_number, s.received_at,
    case when s.received_at is null then 0 else s.fee_cents end as fee_cents,
    coalesce(sum(p.captured_cents), 0)::int as captured_cents,
    coalesce(sum(p.refunded_cents), 0)::int as refunded_cents,
    count(p.id) filter (where p.state in ('authorised', 'releasing'))::int as under_way,
    (coalesce(sum(p.captured_cents), 0) - coalesce(sum(p.refunded_cents), 0)
      - case when s.received_at is null then 0 else s.fee_cents end)::int as balance_cents
  from filing.submission s left join filing.payment p on p.submission = s.id
  group by s.id;
comment on view filing.ledger is
  'Per submission: the fee of what was received, the money taken and given back. A balance while a payment is under way '
  'is a capture to come.';
grant select on filing.ledger to portolan_worker;

insert into platform.task_allowed (task) values
  ('filing.prepare-payment'), ('filing.settle-payment'), ('filing.capture-payment'), ('filing.release-payment'),
  ('filing.make-copy-of-record'), ('filing.make-fee-receipt');
