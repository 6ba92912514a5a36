-- Money is given back by two people of the agency: one asks, another agrees, and never more than was taken.

create table filing.refund (
  id uuid primary key,
  payment uuid not null references filing.payment,
  account uuid not null references accounts.account,
  "case" uuid not null references cases."case",
  amount_cents int not null check (amount_cents > 0),
  reason text not null check (length(reason) between 1 and 60),
  note_sealed bytea not null check (octet_length(note_sealed) <= 16384),
  state text not null check (state in ('asked', 'taken-back', 'declined', 'agreed', 'on-its-way', 'done', 'failed')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid check (decided_by <> asked_by),
  decided_at timestamptz,
  answer_sealed bytea check (octet_length(answer_sealed) <= 16384),
  failure text check (length(failure) between 1 and 60),
  next_check_at timestamptz,
  closed_at timestamptz,
  receipt_key uuid not null unique,
  check ((decided_by is null) = (decided_at is null)),
  check ((decided_by is null) = (state in ('asked', 'taken-back'))),
  check ((next_check_at is null) = (state not in ('agreed', 'on-its-way'))),
  check ((closed_at is null) = (state in ('asked', 'agreed', 'on-its-way'))),
  check ((failure is null) = (state <> 'failed'))
);
comment on table filing.refund is
  'Purpose: money given back for a filing that was paid: who asked and why, who agreed, and what the provider made of it; '
  'its id is the key there, so that it moves once. Kept: as its payment. Closing an account and legal hold: kept. '
  'Personal data: notes of the office, sealed for the person.';
create index refund_of_case on filing.refund ("case", asked_at desc);
create index refund_of_payment on filing.refund (payment);
create index refund_to_decide on filing.refund (asked_at, id) where state in ('asked', 'failed');
create index refund_to_check on filing.refund (next_check_at) where state in ('agreed', 'on-its-way');

-- What of a payment can still be given back, in cents. Holds the payment until the transaction ends: of two who ask at
-- once, the second sees what the first asked for.
create function filing.refundable_cents(of_payment uuid) returns int
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform from filing.payment where id = of_payment for no key update;
  return (
    select p.captured_cents - p.refunded_cents - p.taken_back_cents
      - coalesce((select sum(r.amount_cents) from filing.refund r where r.payment = p.id and r.state in ('asked', 'agreed')), 0)
    from filing.payment p where p.id = of_payment and p.state = 'captured'
  );
end $$;
revoke execute on function filing.refundable_cents from public;
grant execute on function filing.refundable_cents to portolan_office;

-- The wall behind the operation: what is asked for and agreed to is there, and is the payment's own.
create function filing.refund_fits() returns trigger language plpgsql security definer set search_path = '' as $$
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
end $$;
revoke execute on function filing.refund_fits from public;
create trigger refund_fits before insert or update on filing.refund for each row execute function filing.refund_fits();

alter table filing.refund enable row level security;
alter table filing.refund force row level security;
create policy owner_all on filing.refund to portolan_owner using (true) with check (true);
create policy worker_all on filing.refund to portolan_worker using (true) with check (true);
create policy own_reads on filing.refund for select to portolan_portal
  using (account = any (platform.actor_accounts()) and state in ('agreed', 'on-its-way', 'done', 'failed'));
create policy office_reads on filing.refund for select to portolan_office using (platform.actor_staff() is not null);
create policy office_asks on filing.refund for insert to portolan_office
  with check (asked_by = platform.actor_staff() and state = 'asked');
create policy office_decides on filing.refund for update to portolan_office
  using (platform.actor_staff() is not null and state = 'asked')
  with check (
    (state in ('agreed', 'declined') and decided_by = platform.actor_staff())
    or (state = 'taken-back' and asked_by = platform.actor_staff())
  );
grant select (id, payment, account, "case", amount_cents, reason, state, decided_at, closed_at) on filing.refund to portolan_portal;
grant select, insert, update (state, decided_by, decided_at, answer_sealed, next_check_at, closed_at) on filing.refund to portolan_office;
grant select, update (state, failure, next_check_at, closed_at) on filing.refund to portolan_worker;

-- What is given back of a filing's fee is not paid any more, so that what was taken still adds up to the cent.
create or replace view filing.ledger with (security_invoker = true) as
  select s.id as submission, s.receipt_number, s.received_at, owed.fee_cents, paid.captured_cents, paid.refunded_cents,
    paid.under_way,
    paid.captured_cents - paid.refunded_cents - paid.taken_back_cents - (owed.fee_cents - owed.unpaid_cents) as balance_cents,
    paid.taken_back_cents, owed.unpaid_cents
  from filing.submission s
  cross join lateral (
    select coalesce(sum(p.captured_cents), 0)::int as captured_cents,
      coalesce(sum(p.refunded_cents), 0)::int as refunded_cents,
      count(p.id) filter (where p.state in ('authorised', 'processing', 'releasing'))::int as under_way,
      coalesce(sum(p.taken_back_cents), 0)::int as taken_back_cents,
      count(p.id) filter (where p.state = 'returned') > 0 as is_returned,
      coalesce(sum(p.dispute_cents) filter (where p.dispute in ('open', 'lost')), 0)::int as disputed_cents
    from filing.payment p where p.submission = s.id
  ) paid
  cross join lateral (
    select coalesce(sum(r.amount_cents), 0)::int as given_back_cents
    from filing.refund r join filing.payment p on p.id = r.payment
    where p.submission = s.id and r.state in ('on-its-way', 'done')
  ) back
  cross join lateral (
    select case when s.received_at is null then 0 else s.fee_cents end as fee_cents,
      case when s.received_at is null then 0
        when paid.is_returned then s.fee_cents
        else paid.disputed_cents + back.given_back_cents end as unpaid_cents
  ) owed;

insert into platform.task_allowed (task) values ('filing.give-back'), ('filing.make-refund-receipt');
