-- What moved and when, so that each day's money is held against what the provider says of it.

alter table filing.payment add column moved_at timestamptz;
comment on column filing.payment.moved_at is 'When its money last moved, as we heard of it; set with every sum that changes.';

create table filing.money_movement (
  ordinal bigint generated always as identity primary key,
  payment uuid not null references filing.payment,
  kind text not null check (kind in ('captured', 'refunded', 'refund-failed', 'returned', 'disputed', 'won-back')),
  amount_cents int not null check (amount_cents > 0),
  moved_at timestamptz not null
);
comment on table filing.money_movement is
  'Purpose: each time that money of a payment moved, in the transaction that wrote it down; the sums of a payment are the '
  'sums of its rows. Rows are only ever added, by the trigger payment_money_moved. Kept: as its payment. Closing an account '
  'and legal hold: kept. Personal data: none.';
create index money_movement_of_payment on filing.money_movement (payment);
create index money_movement_at on filing.money_movement (moved_at);
create index payment_begun_at on filing.payment (begun_at);
create index payment_authorised_at on filing.payment (authorised_at) where authorised_at is not null;
create index payment_closed_at on filing.payment (closed_at) where closed_at is not null;

-- No sum of a payment changes without a row that says when.
create function filing.note_money() returns trigger language plpgsql set search_path = '' as $$
declare
  taken int := new.captured_cents - old.captured_cents;
  given int := new.refunded_cents - old.refunded_cents;
  back int := new.taken_back_cents - old.taken_back_cents;
begin
  if taken = 0 and given = 0 and back = 0 then return null; end if;
  if new.moved_at is null then raise exception 'Money that moves says when'; end if;
  insert into filing.money_movement (payment, kind, amount_cents, moved_at)
    select new.id, moved.kind, abs(moved.cents), new.moved_at from (values
      ('captured', taken),
      (case when given > 0 then 'refunded' else 'refund-failed' end, given),
      (case when back < 0 then 'won-back' when new.dispute is null or (new.state = 'returned' and old.state <> 'returned') then 'returned' else 'disputed' end, back)
    ) as moved (kind, cents) where moved.cents <> 0;
  return null;
end $$;
create trigger payment_money_moved after update on filing.payment for each row execute function filing.note_money();

-- What had moved before this table was there, at the moment that is known of it.
insert into filing.money_movement (payment, kind, amount_cents, moved_at)
  select id, 'captured', captured_cents, coalesce(closed_at, authorised_at, begun_at) from filing.payment where captured_cents > 0
  union all
  select id, 'refunded', refunded_cents, coalesce(closed_at, authorised_at, begun_at) from filing.payment where refunded_cents > 0
  union all
  select id, case when state = 'returned' then 'returned' else 'disputed' end, taken_back_cents,
    coalesce(returned_at, disputed_at, closed_at, begun_at) from filing.payment where taken_back_cents > 0;
update filing.payment set moved_at = coalesce(returned_at, disputed_at, closed_at, authorised_at, begun_at) where captured_cents > 0;

create table filing.money_report (
  day date not null,
  provider text not null check (provider ~ '^[a-z][a-z0-9-]{0,29}$'),
  made_at timestamptz not null,
  balances boolean not null,
  report jsonb not null,
  primary key (day, provider)
);
comment on table filing.money_report is
  'Purpose: what moved on a day of the agency at one provider, by our books and by the provider''s, and every difference. '
  'Made anew while it does not balance. Kept: 10 years, as the payments. Closing an account: nothing; legal hold: kept. '
  'Personal data: none; payments are named by their id.';
create index money_report_open on filing.money_report (day desc) where not balances;

do $$
declare
  name text;
begin
  foreach name in array array['money_movement', 'money_report'] loop
    execute format('alter table filing.%I enable row level security', name);
    execute format('alter table filing.%I force row level security', name);
    execute format('create policy owner_all on filing.%I to portolan_owner using (true) with check (true)', name);
    execute format('create policy worker_all on filing.%I to portolan_worker using (true) with check (true)', name);
  end loop;
end
$$;
create policy office_reads on filing.money_report for select to portolan_office using (platform.actor_staff() is not null);
grant select, insert on filing.money_movement to portolan_worker;
grant select, insert, update on filing.money_report to portolan_worker;
grant select on filing.money_report to portolan_office;
