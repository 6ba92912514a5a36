-- What really became of a mail: it came back, or arrived; which addresses cannot be reached; and which deadlines were reminded of.

alter table cases.task add column reminded_days smallint check (reminded_days in (1, 7, 14));
comment on column cases.task.reminded_days is 'How many days before its deadline its people were last reminded of it; null: not yet, or not since the deadline was moved.';
grant update (reminded_days) on cases.task to portolan_portal, portolan_office, portolan_worker;

alter table mail.queued
  add column address_hash text check (length(address_hash) between 10 and 120),
  add column delivered_at timestamptz,
  add column bounced_at timestamptz,
  add column bounce_code text check (length(bounce_code) between 3 and 20);
comment on column mail.queued.address_hash is 'Where it went, as a keyed hash: what comes back is counted by it.';
comment on column mail.queued.bounced_at is 'When the mail servers said that it could not be delivered for good (RFC 3464), with their code.';
grant select (delivered_at, bounced_at) on mail.queued to portolan_portal;

create table mail.reach (
  person text not null check (length(person) between 1 and 100),
  address_hash text not null check (length(address_hash) between 10 and 120),
  bounces integer not null check (bounces > 0),
  last_at timestamptz not null,
  unreachable_at timestamptz,
  primary key (person, address_hash)
);
comment on table mail.reach is
  'Purpose: that mails to an address of a person came back, how often, and since when news goes another way. Kept: until a mail '
  'arrives there again or the person says that it does, and a year at most. Closing: as ever, a year at most. Legal hold: not kept '
  'longer. Personal data: the address, as a keyed hash.';
alter table mail.reach enable row level security;
alter table mail.reach force row level security;
create policy owner_all on mail.reach to portolan_owner using (true) with check (true);
create policy worker_all on mail.reach to portolan_worker using (true) with check (true);
create policy own on mail.reach for select to portolan_portal using (person = any ((platform.actor_accounts())::text[]));
create policy own_ends on mail.reach for delete to portolan_portal using (person = any ((platform.actor_accounts())::text[]));
grant select, delete on mail.reach to portolan_worker, portolan_portal;

create function mail.is_unreachable(person text, hashes text[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from mail.reach
    where reach.person = is_unreachable.person and reach.address_hash = any (is_unreachable.hashes) and reach.unreachable_at is not null)
$$;
comment on function mail.is_unreachable(text, text[]) is 'Whether mails to an address of a person come back: then news goes another way. Whoever has news may ask.';
revoke all on function mail.is_unreachable(text, text[]) from public;
grant execute on function mail.is_unreachable(text, text[]) to portolan_gate, portolan_office, portolan_portal, portolan_worker;

-- Each mail is counted once, however often its return is told.
create function mail.note_bounce(message uuid, code text, definite boolean, enough integer, at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
declare its record;
begin
  update mail.queued q set bounced_at = note_bounce.at, bounce_code = note_bounce.code
    where q.id = note_bounce.message and q.bounced_at is null
    returning q.person, q.address_hash into its;
  if not found then return false; end if;
  if its.address_hash is not null then
    insert into mail.reach as r (person, address_hash, bounces, last_at, unreachable_at)
      values (its.person, its.address_hash, 1, note_bounce.at,
        case when note_bounce.definite or note_bounce.enough <= 1 then note_bounce.at end)
      on conflict (person, address_hash) do update set bounces = r.bounces + 1, last_at = note_bounce.at,
        unreachable_at = coalesce(r.unreachable_at,
          case when note_bounce.definite or r.bounces + 1 >= note_bounce.enough then note_bounce.at end);
  end if;
  return true;
end
$$;
comment on function mail.note_bounce(uuid, text, boolean, integer, timestamptz) is
  'Notes that a mail came back for good. Definite: there is no such mailbox; else so many make an address unreachable. False: known, or no mail of ours.';
revoke all on function mail.note_bounce(uuid, text, boolean, integer, timestamptz) from public;
grant execute on function mail.note_bounce(uuid, text, boolean, integer, timestamptz) to portolan_gate, portolan_worker;

create function mail.note_delivery(message uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
declare its record;
begin
  update mail.queued q set delivered_at = note_delivery.at
    where q.id = note_delivery.message and q.delivered_at is null and q.bounced_at is null
    returning q.person, q.address_hash into its;
  if not found then return false; end if;
  delete from mail.reach r where r.person = its.person and r.address_hash = its.address_hash;
  return true;
end
$$;
comment on function mail.note_delivery(uuid, timestamptz) is
  'Notes that a mail arrived: its address is reached again. False: known, or no mail of ours.';
revoke all on function mail.note_delivery(uuid, timestamptz) from public;
grant execute on function mail.note_delivery(uuid, timestamptz) to portolan_gate;
