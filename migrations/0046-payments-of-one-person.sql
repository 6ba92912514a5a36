-- A payment is begun by its person for any account of theirs, also for a draft that an account merged into theirs had begun.
alter policy own_begins on filing.payment
  with check (account = any (platform.actor_accounts()) and state = 'preparing' and provider_id is null and captured_cents = 0
    and refunded_cents = 0 and taken_back_cents = 0 and dispute is null and method is null and card_last4 is null);
