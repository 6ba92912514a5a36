-- Text messages waiting to leave, and what became of each.

create schema sms;
comment on schema sms is 'Text messages waiting to leave; no word of immigration.';
grant usage on schema sms to portolan_portal, portolan_office, portolan_worker, portolan_gate;

create table sms.queued (
  id uuid primary key,
  kind text not null check (length(kind) between 1 and 100),
  person text not null check (length(person) between 1 and 100),
  language text not null check (length(language) between 2 and 35),
  to_sealed bytea not null,
  values_sealed bytea not null,
  queued_at timestamptz not null,
  tried_at timestamptz,
  state text not null default 'queued' check (state in ('queued', 'sent', 'delivered', 'failed')),
  state_at timestamptz not null,
  provider_id text unique check (length(provider_id) between 1 and 64),
  failure text check (length(failure) between 1 and 40),
  check ((state = 'failed') = (failure is not null))
);
comment on table sms.queued is
  'Purpose: a text message that a change brought about, until it is sent, and whether it arrived. '
  'Kept: 30 days. Closing an account: as ever, 30 days. Legal hold: not kept longer; the record has what was sent and why. '
  'Personal data: the number and the values, sealed for the person.';
comment on column sms.queued.tried_at is
  'When the first try to send began: a later try first asks the provider whether that one went through.';
create index queued_queued_at on sms.queued (queued_at);
alter table sms.queued enable row level security;
alter table sms.queued force row level security;
create policy owner_all on sms.queued to portolan_owner using (true) with check (true);
create policy queue_any on sms.queued for insert
  to portolan_portal, portolan_office, portolan_gate, portolan_worker
  with check (state = 'queued' and tried_at is null and provider_id is null);
create policy worker_all on sms.queued to portolan_worker using (true) with check (true);
grant insert on sms.queued to portolan_portal, portolan_office, portolan_gate, portolan_worker;
grant select, update, delete on sms.queued to portolan_worker;

-- A page that waits for a text message sees how it stands, and neither number nor words.
create function sms.standing(message uuid) returns table (state text, failure text)
  language sql stable security definer set search_path = ''
as $$
  select queued.state, queued.failure from sms.queued where queued.id = standing.message
$$;
comment on function sms.standing is
  'How a text message stands: queued, sent, delivered, or failed with a code that may be shown. No row: no such message.';
grant execute on function sms.standing to portolan_portal, portolan_office, portolan_worker, portolan_gate;

-- News goes one way: queued, sent, then delivered or failed for good. Late, repeated and reordered news change nothing,
-- nor does news of another message of the provider than the one this row left as.
create function sms.note_receipt(message uuid, provider_id text, state text, failure text, at timestamptz)
returns boolean
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  update sms.queued q
  set state = note_receipt.state, failure = note_receipt.failure, state_at = note_receipt.at,
      provider_id = coalesce(q.provider_id, note_receipt.provider_id),
      tried_at = coalesce(q.tried_at, note_receipt.at)
  where q.id = note_receipt.message
    and note_receipt.state in ('sent', 'delivered', 'failed')
    and coalesce(q.provider_id, note_receipt.provider_id) = note_receipt.provider_id
    and (q.state = 'queued' or (q.state = 'sent' and note_receipt.state <> 'sent'))
    and not exists (
      select from sms.queued other where other.provider_id = note_receipt.provider_id and other.id <> q.id);
  return found;
end
$$;
comment on function sms.note_receipt is
  'Notes what the provider says became of a text message. Tells whether that was news.';
grant execute on function sms.note_receipt to portolan_gate;

insert into platform.task_allowed (task) values ('sms.send');
