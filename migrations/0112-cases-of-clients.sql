-- A representative sees beside each client the cases on which they represent them now, and what is asked on these.

create index task_open on cases.task ("case", due_at, starts_at, id) where ended_at is null;

create function cases.standing_of_clients(clients uuid[])
returns table (client uuid, cases integer, asked integer, next_at timestamptz)
language sql stable security definer rows 50 set search_path = '' as $$
  select named.id, count(distinct party."case")::int, count(task.id)::int, min(coalesce(task.due_at, task.starts_at))
  from unnest(standing_of_clients.clients) named (id)
  join cases.party on party.account = any (accounts.of_person(named.id)) and party.role <> 'representative' and party.until_at is null
    and exists (select from cases.party mine where mine."case" = party."case" and mine.account = any (platform.actor_accounts())
      and mine.role = 'representative' and mine.until_at is null)
  left join cases.task on task."case" = party."case" and task.ended_at is null
  group by named.id
$$;
comment on function cases.standing_of_clients(uuid[]) is
  'Of these accounts, as clients of the representative who acts: on how many cases they represent them now, how much is asked on these, and when the first of it is due.';
revoke all on function cases.standing_of_clients(uuid[]) from public;
grant execute on function cases.standing_of_clients(uuid[]) to portolan_portal;

create function cases.cases_of_client(client uuid) returns setof uuid
language sql stable security definer rows 4 set search_path = '' as $$
  select distinct party."case"
  from cases.party
  where party.account = any (accounts.of_person(cases_of_client.client)) and party.role <> 'representative' and party.until_at is null
    and exists (select from cases.party mine where mine."case" = party."case" and mine.account = any (platform.actor_accounts())
      and mine.role = 'representative' and mine.until_at is null)
$$;
comment on function cases.cases_of_client(uuid) is 'The cases of this account on which the representative who acts represents it now.';
revoke all on function cases.cases_of_client(uuid) from public;
grant execute on function cases.cases_of_client(uuid) to portolan_portal;

create function cases.clients_asked() returns setof uuid
language sql stable security definer rows 100 set search_path = '' as $$
  select distinct coalesce(forwarded.kept, party.account)
  from cases.party mine
  join cases.party on party."case" = mine."case" and party.role <> 'representative' and party.until_at is null
  left join accounts.forwarding forwarded on forwarded.retired = party.account
  where mine.account = any (platform.actor_accounts()) and mine.role = 'representative' and mine.until_at is null
    and exists (select from cases.task where task."case" = mine."case" and task.ended_at is null)
$$;
comment on function cases.clients_asked() is 'Whose cases something is asked on, of those on which the representative who acts represents somebody now.';
revoke all on function cases.clients_asked() from public;
grant execute on function cases.clients_asked() to portolan_portal;

create function cases.asked_of_clients(what text, after_at timestamptz, after_id uuid, most integer)
returns table (id uuid, client uuid, receipt_number text, form text, kind text, subject uuid, opened_at timestamptz, due_at timestamptz, starts_at timestamptz, changes integer)
language sql stable security definer rows 100 set search_path = '' as $$
  with nearest as (
    select task.*, coalesce(task.due_at, task.starts_at, 'infinity') as moment
    from cases.party mine join cases.task on task."case" = mine."case" and task.ended_at is null
    where mine.account = any (platform.actor_accounts()) and mine.role = 'representative' and mine.until_at is null
      and (asked_of_clients.what = 'all' or asked_of_clients.what = 'deadlines' and task.due_at is not null
        or asked_of_clients.what = 'appointments' and task.due_at is null and task.starts_at is not null
        or asked_of_clients.what = 'dated' and coalesce(task.due_at, task.starts_at) is not null)
      and (asked_of_clients.after_at is null or (coalesce(task.due_at, task.starts_at, 'infinity'), task.id) > (asked_of_clients.after_at, asked_of_clients.after_id))
    order by moment, task.id
    limit asked_of_clients.most
  )
  select nearest.id, person.id, its.receipt_number, its.form, nearest.kind, nearest.subject, nearest.opened_at, nearest.due_at, nearest.starts_at, nearest.changes
  from nearest
  join cases."case" its on its.id = nearest."case"
  left join lateral (
    select coalesce(forwarded.kept, party.account) as id
    from cases.party left join accounts.forwarding forwarded on forwarded.retired = party.account
    where party."case" = nearest."case" and party.role <> 'representative' and party.until_at is null
    order by party.from_at, party.account
    limit 1
  ) person on true
  order by nearest.moment, nearest.id
$$;
comment on function cases.asked_of_clients(text, timestamptz, uuid, integer) is
  'What is asked on the cases on which the representative who acts represents somebody now, the nearest first, with whose it is; after a place in that order.';
revoke all on function cases.asked_of_clients(text, timestamptz, uuid, integer) from public;
grant execute on function cases.asked_of_clients(text, timestamptz, uuid, integer) to portolan_portal;

-- Whoever joins a case for somebody has them among their clients, by a job that may read how they are called.
insert into platform.task_allowed (task) values ('representation.client-of-case');

create function representation.note_client() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform platform.enqueue('representation.client-of-case', json_build_object('party', new.id), job_key => 'client-of-case:' || new.id);
  return null;
end
$$;
comment on function representation.note_client() is 'Has whom a representative joined a case for kept among their clients.';
revoke all on function representation.note_client() from public;
create trigger note_client after insert on cases.party
  for each row when (new.role = 'representative' and new.until_at is null) execute function representation.note_client();

select platform.enqueue('representation.client-of-case', json_build_object('party', party.id), job_key => 'client-of-case:' || party.id)
from cases.party where party.role = 'representative' and party.until_at is null;

grant insert on representation.client to portolan_worker;

-- Of two accounts of one person one stands, and it is the client. Whoever was two clients by them is called the same and has their cases once.
create function representation.follow_account() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update representation.client set account = null,
    archived_at = case when came_by = 'case' then coalesce(archived_at, new.forwarded_at) else archived_at end
  where account = new.retired and exists (
    select from representation.client other where other.representative = client.representative and other.account = new.kept);
  update representation.client set account = new.kept where account = new.retired;
  return null;
end
$$;
comment on function representation.follow_account() is 'A client stays the same person when their accounts are joined.';
revoke all on function representation.follow_account() from public;
create trigger follow_account after insert on accounts.forwarding for each row execute function representation.follow_account();

create or replace function representation.link_client(client uuid, account uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  its representation.client;
  other uuid;
  standing uuid := coalesce((select f.kept from accounts.forwarding f where f.retired = link_client.account), link_client.account);
begin
  select * into its from representation.client where client.id = link_client.client for update;
  if its.id is null or its.representative = standing then return false; end if;
  if its.account is not null then return its.account = standing; end if;
  select client.id into other from representation.client
    where client.representative = its.representative and client.account = standing and client.came_by = 'case' for update;
  if other is not null then
    -- The same person came by a case of theirs first: one client is left, with the notes on both.
    update representation.client_note set client = its.id where client_note.client = other;
    begin
      delete from representation.client where client.id = other;
    exception when foreign_key_violation then
      update representation.client set account = null, archived_at = coalesce(archived_at, link_client.at) where client.id = other;
    end;
  end if;
  update representation.client set account = standing where client.id = its.id;
  return true;
exception when unique_violation then
  return false;
end
$$;
