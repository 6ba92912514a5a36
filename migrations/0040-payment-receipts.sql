-- A receipt says how it was paid: of a card its last four digits, as the provider tells them, and nothing more.

alter table filing.payment
  add column card_last4 text check (card_last4 ~ '^[0-9]{4}$'),
  add constraint payment_card check (card_last4 is null or method = 'card');
comment on column filing.payment.card_last4 is 'As receipts show a card; the whole number never comes here.';
comment on table filing.payment is
  'Purpose: one attempt to pay for a submission, and how it stands at the provider; its id is the reference there. '
  'Kept: 10 years, as money that moved is; closing an account and legal hold: kept. '
  'Personal data: none beside the account but the last four digits of a card; its number never comes here.';

-- A person begins a payment; with what it was paid is the provider's to say.
drop policy own_begins on filing.payment;
create policy own_begins on filing.payment for insert to portolan_portal
  with check (account = platform.actor_account() and state = 'preparing' and provider_id is null
    and captured_cents = 0 and refunded_cents = 0 and taken_back_cents = 0 and dispute is null
    and method is null and card_last4 is null);
