-- What a waiver frees is the form as it was when it was asked about, and the walls behind it stand closer.

alter table filing.fee_waiver add column about_hash text check (length(about_hash) between 10 and 120);
comment on column filing.fee_waiver.about_hash is
  'Keyed hash, taken when the request was received: whose form it is and what its fee hangs on. A grant counts while it fits.';
grant update (about_hash) on filing.fee_waiver to portolan_portal;

-- What was asked stays as it was asked: what the office sees is what it decides.
create function filing.keep_what_was_asked() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.asked_at is not null and (new.draft, new.request, new.codes, new.begun_at, new.asked_at, new."case", new.about_hash)
    is distinct from (old.draft, old.request, old.codes, old.begun_at, old.asked_at, old."case", old.about_hash) then
    raise exception 'A request that was received is not changed';
  end if;
  if old.filed_at is not null and new.filed_at is distinct from old.filed_at then
    raise exception 'A form is filed once';
  end if;
  return new;
end $$;
create trigger what_was_asked_stays before update on filing.fee_waiver
  for each row execute function filing.keep_what_was_asked();

drop policy office_reads on filing.fee_waiver;
create policy office_reads on filing.fee_waiver for select to portolan_office
  using (platform.actor_staff() is not null and asked_at is not null);
drop policy office_decides on filing.fee_waiver_decision;
create policy office_decides on filing.fee_waiver_decision for insert to portolan_office
  with check (
    staff = platform.actor_staff()
    and exists (
      select from filing.fee_waiver w
      where w.id = waiver and w.asked_at is not null and w.filed_at is null and fee_waiver_decision.codes <@ w.codes
    )
  );

-- Of a filing that the portal receives, no line is marked as waived that no decision on this draft names.
drop policy own on filing.submission;
create policy own on filing.submission to portolan_portal
  using (account = any (platform.actor_accounts()))
  with check (
    account = any (platform.actor_accounts())
    and (
      received_at is null
      or (
        fee_cents = 0
        and waived_cents = (
          select coalesce(sum((line ->> 'scheduledCents')::int), 0)
          from jsonb_array_elements(fee_lines) line where line ->> 'notCharged' = 'waived'
        )
        and not exists (
          select from jsonb_array_elements(fee_lines) line
          where line ->> 'notCharged' = 'waived' and not exists (
            select from filing.fee_waiver w join filing.fee_waiver_decision d on d.waiver = w.id
            where w.draft = submission.draft and d.granted and line ->> 'code' = any (d.codes)
          )
        )
      )
    )
  );
