-- Money that takes days to be sure, and money that a bank takes back: bank debits, late returns, disputes.

alter table filing.payment
  add column provider text not null default 'cashier' check (provider ~ '^[a-z][a-z0-9-]{0,29}$'),
  add column method text check (method in ('card', 'bank-debit')),
  add column taken_back_cents int not null default 0 check (taken_back_cents between 0 and captured_cents),
  add column returned_at timestamptz,
  add column dispute text check (dispute in ('open', 'won', 'lost')),
  add column dispute_cents int not null default 0 check (dispute_cents >= 0),
  add column disputed_at timestamptz,
  add constraint payment_dispute_since check ((dispute is null) = (disputed_at is null)),
  add constraint payment_returned_since check ((state = 'returned') = (returned_at is not null));
alter table filing.payment alter column provider drop default;
alter table filing.payment drop constraint payment_state_check;
alter table filing.payment add constraint payment_state_check check (state in ('preparing', 'open', 'pending',
  'authorised', 'processing', 'captured', 'returned', 'releasing', 'released', 'declined', 'cancelled', 'expired',
  'failed', 'not-captured'));
comment on column filing.payment.provider is 'Where it was opened: who is asked about it, whoever takes new payments.';
comment on column filing.payment.taken_back_cents is
  'Of the captured: what a bank took back, by a debit returned late or a dispute that is open or lost.';

drop index filing.payment_live;
create unique index payment_live on filing.payment (submission)
  where state in ('preparing', 'open', 'pending', 'authorised', 'processing', 'captured');
drop index filing.payment_to_check;
create index payment_to_check on filing.payment (next_check_at)
  where state in ('preparing', 'open', 'pending', 'authorised', 'processing', 'releasing') or dispute = 'open';
create index payment_taken_back on filing.payment (coalesce(disputed_at, returned_at) desc, id)
  where dispute is not null or (state = 'returned' and captured_cents > 0);

alter table filing.payment_event drop constraint payment_event_kind_check;
alter table filing.payment_event add constraint payment_event_kind_check check (kind in ('authorised', 'processing',
  'declined', 'cancelled', 'captured', 'returned', 'expired', 'refunded', 'disputed'));

-- A person begins a payment; what it came to is never theirs to say.
drop policy own_begins on filing.payment;
create policy own_begins on filing.payment for insert to portolan_portal
  with check (account = platform.actor_account() and state = 'preparing' and provider_id is null
    and captured_cents = 0 and refunded_cents = 0 and taken_back_cents = 0 and dispute is null);

-- The office sees the money of filings, and changes nothing of it here.
create policy office_reads on filing.payment for select to portolan_office using (platform.actor_staff() is not null);
create policy office_reads on filing.submission for select to portolan_office using (platform.actor_staff() is not null);
grant select on filing.payment, filing.submission to portolan_office;

-- What must always hold: captured = fees of paid filings + refunds + what banks took back. A filing whose debit came back
-- is not paid; one whose charge is disputed is not paid as far as the dispute goes, until it is won.
create or replace view filing.ledger with (security_invoker = true) as
  select sums.submission, sums.receipt_number, sums.received_at, sums.fee_cents, sums.captured_cents, sums.refunded_cents,
    sums.under_way,
    sums.captured_cents - sums.refunded_cents - sums.taken_back_cents - (sums.fee_cents - sums.unpaid_cents) as balance_cents,
    sums.taken_back_cents, sums.unpaid_cents
  from (
    select s.id as submission, s.receipt_number, s.received_at,
      case when s.received_at is null then 0 else s.fee_cents end as fee_cents,
      coalesce(sum(p.captured_cents), 0)::int as captured_cents,
      coalesce(sum(p.refunded_cents), 0)::int as refunded_cents,
      count(p.id) filter (where p.state in ('authorised', 'processing', 'releasing'))::int as under_way,
      coalesce(sum(p.taken_back_cents), 0)::int as taken_back_cents,
      case when s.received_at is null then 0
        when count(p.id) filter (where p.state = 'returned') > 0 then s.fee_cents
        else coalesce(sum(p.dispute_cents) filter (where p.dispute in ('open', 'lost')), 0)::int end as unpaid_cents
    from filing.submission s left join filing.payment p on p.submission = s.id
    group by s.id
  ) sums;
comment on view filing.ledger is
  'Per submission: the fee of what was received, the money taken, given back and taken back by banks, and what of the fee '
  'is therefore unpaid. A balance while a payment is under way is a capture to come; any other is a fault.';
grant select on filing.ledger to portolan_office;
