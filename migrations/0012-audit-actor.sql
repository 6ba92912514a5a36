-- An entry names who acts in its own transaction, and nobody else: who can run statements as one of our roles can no
-- longer write into the record in another's name. Staff act over the office's connections alone.
create or replace function audit.record(
  at timestamptz, operation text, actor_kind text, actor_id text, subject text, account uuid,
  outcome text, refusal text, detail jsonb, request_id text
) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  acting text := platform.actor_kind();
  acting_id text := coalesce(platform.actor_account()::text, platform.actor_staff()::text);
begin
  if record.actor_kind is distinct from acting
    or (acting in ('account', 'staff') and record.actor_id is distinct from acting_id)
    or (acting = 'visitor' and record.actor_id is not null)
    or (acting = 'staff' and not pg_has_role(session_user, 'portolan_office', 'member')) then
    raise exception 'an entry in the record names the one who acts' using errcode = 'insufficient_privilege';
  end if;
  with made as (
    insert into audit.entry (at, operation, actor_kind, actor_id, subject, account, outcome, refusal, detail, request_id)
    values (record.at, record.operation, record.actor_kind, record.actor_id, record.subject, record.account,
            record.outcome, record.refusal, record.detail, record.request_id)
    returning ordinal, id, entry.at
  )
  insert into audit.unsealed (ordinal, entry_id, entry_at) select made.ordinal, made.id, made.at from made;
end
$$;
comment on function audit.record is
  'Adds one entry to the record and queues it for sealing, in the caller''s transaction and in the name of its actor.';
