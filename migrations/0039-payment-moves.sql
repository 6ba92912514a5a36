-- A payment goes only where docs/payment-states.md has an arrow, whoever of the product moves it.

create function filing.payment_moves() returns trigger language plpgsql set search_path = '' as $$
begin
  -- The owner mends by hand, and keeps the constraints of the table.
  if current_user not in ('portolan_portal', 'portolan_worker') then return new; end if;
  if new.state <> old.state and not exists (
    select from (values
      ('preparing', 'open'), ('preparing', 'failed'), ('pending', 'open'), ('open', 'pending'),
      ('open', 'authorised'), ('pending', 'authorised'), ('open', 'processing'), ('pending', 'processing'),
      ('open', 'declined'), ('pending', 'declined'), ('open', 'cancelled'), ('pending', 'cancelled'),
      ('open', 'expired'), ('pending', 'expired'), ('open', 'releasing'), ('pending', 'releasing'),
      ('preparing', 'releasing'), ('authorised', 'captured'), ('authorised', 'not-captured'),
      ('processing', 'captured'), ('processing', 'returned'), ('captured', 'returned'),
      ('releasing', 'released')
    ) as way (was, becomes) where way.was = old.state and way.becomes = new.state
  ) then
    raise exception 'A payment cannot go from % to %', old.state, new.state;
  end if;
  if old.provider_id is not null and new.provider_id is distinct from old.provider_id then
    raise exception 'A payment stays at the page that was opened for it';
  end if;
  if new.captured_cents < old.captured_cents then raise exception 'What was taken stays written down'; end if;
  if (new.submission, new.account, new.attempt, new.amount_cents, new.currency, new.provider, new.lines, new.begun_at)
    is distinct from (old.submission, old.account, old.attempt, old.amount_cents, old.currency, old.provider, old.lines, old.begun_at) then
    raise exception 'What a payment is for does not change';
  end if;
  return new;
end $$;
create trigger payment_moves before update on filing.payment for each row execute function filing.payment_moves();
