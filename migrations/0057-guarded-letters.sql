-- Who is protected (8 U.S.C. 1367) is so in all their cases, and no letter about them is printed before it is known where post
-- is safe. All of it holds in the database, whoever sets the mark and whatever opens a case.

alter table cases.letter
  add column safe_at timestamptz,
  drop constraint letter_apart_as_check,
  add constraint letter_apart_as_check check (apart_as in ('characters', 'address', 'fault', 'protected'));
comment on column cases.letter.safe_at is
  'Since when it is known to go where post is safe, of a case that is protected. Null there: it is not printed.';
comment on column cases.letter.apart_as is
  'Why it goes in no batch and waits for a person: no font has its characters, its address has more lines than an envelope, it '
  'could not be set, or its case is protected and nobody said where post is safe. Null: it goes in a batch.';

alter table cases.print_batch
  add column withdrawn_at timestamptz,
  add check (withdrawn_at is null or confirmed_at is null);
comment on column cases.print_batch.withdrawn_at is
  'Since when nobody may print it, because a letter in it must not go out; the others wait again. Its file goes.';
create index print_batch_open on cases.print_batch (id) where confirmed_at is null and withdrawn_at is null;

create index case_guarded on cases."case" (id) where protected;

create function cases.people_protected(accounts uuid[]) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(asked.account), '{}')
  from unnest(people_protected.accounts) as asked(account)
  where exists (
    select from accounts.account its
    where its.protected_at is not null
      and (its.id = asked.account
        or its.id = (select forwarding.kept from accounts.forwarding where forwarding.retired = asked.account))
  )
$$;
comment on function cases.people_protected(uuid[]) is
  'Which of these accounts are of people who are protected, under this account or the one it was merged into. For functions of the database only.';
revoke all on function cases.people_protected(uuid[]) from public;

-- Batches first and then letters, as confirming does; letters in one order, as making a batch does.
create function cases.guard(ids uuid[], at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  pulled uuid[];
begin
  update cases."case" its set protected = true where its.id = any (guard.ids) and not its.protected;
  delete from cases.follower where follower."case" = any (guard.ids);
  update cases.access_notice notice set ended_at = guard.at, ended_as = 'withdrawn'
    where notice."case" = any (guard.ids) and notice.ended_at is null;
  perform from cases.print_batch batch
    where batch.confirmed_at is null and batch.withdrawn_at is null
      and batch.id in (select letter.batch from cases.letter where letter."case" = any (guard.ids) and letter.printed_at is null)
    order by batch.id for update;
  perform from cases.letter letter
    where letter."case" = any (guard.ids) and letter.printed_at is null and letter.withdrawn_at is null
    order by letter.id for update;
  -- Seen anew: who made a batch meanwhile has committed by now.
  with gone as (
    update cases.print_batch batch set withdrawn_at = guard.at
    where batch.confirmed_at is null and batch.withdrawn_at is null
      and batch.id in (select letter.batch from cases.letter where letter."case" = any (guard.ids) and letter.printed_at is null)
    returning batch.id)
  select coalesce(array_agg(gone.id), '{}') into pulled from gone;
  update cases.letter set batch = null where letter.batch = any (pulled);
  update cases.letter set withdrawn_at = guard.at, sealed = null
    where letter."case" = any (guard.ids) and letter.notice is not null
      and letter.batch is null and letter.printed_at is null and letter.withdrawn_at is null;
  update cases.letter set apart_at = guard.at, apart_as = 'protected', safe_at = null
    where letter."case" = any (guard.ids) and letter.notice is null
      and letter.batch is null and letter.printed_at is null and letter.withdrawn_at is null;
end
$$;
comment on function cases.guard(uuid[], timestamptz) is
  'Makes cases protected: their followers are gone, their codes are dead, their letters go in no batch, and one that holds them is '
  'none any more. For functions of the database only.';
revoke all on function cases.guard(uuid[], timestamptz) from public;

create function cases.guard_people(accounts uuid[], at timestamptz) returns void
language sql security definer set search_path = '' as $$
  select cases.guard(array(
    select distinct party."case" from cases.party join cases."case" its on its.id = party."case" and not its.protected
    where party.until_at is null and party.role <> 'representative'
      and (party.account = any (guard_people.accounts)
        or party.account in (select forwarding.retired from accounts.forwarding where forwarding.kept = any (guard_people.accounts)))
    order by party."case"), guard_people.at)
$$;
comment on function cases.guard_people(uuid[], timestamptz) is
  'Makes all cases of these people protected, those of accounts that were merged into theirs among them. For functions of the database only.';
revoke all on function cases.guard_people(uuid[], timestamptz) from public;

create function cases.guard_joined() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  guarded uuid[];
begin
  -- Who is being marked at this moment is waited for.
  perform from accounts.account its where its.id in (select joined.account from joined) order by its.id for share;
  guarded := cases.people_protected(array(select distinct joined.account from joined where joined.role <> 'representative'));
  if cardinality(guarded) > 0 then
    perform cases.guard(array(
      select distinct joined."case" from joined where joined.role <> 'representative' and joined.account = any (guarded)),
      (select max(joined.from_at) from joined));
  end if;
  return null;
end
$$;
comment on function cases.guard_joined() is 'A case that a protected person joins is protected from that moment.';
create trigger guard_joined after insert on cases.party referencing new table as joined
  for each statement execute function cases.guard_joined();

create function accounts.guard_marked() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform cases.guard_people(array[new.id], new.protected_at);
  return null;
end
$$;
comment on function accounts.guard_marked() is 'Who is marked as protected is so in all their cases.';
create trigger guard_marked after update of protected_at on accounts.account
  for each row when (old.protected_at is null and new.protected_at is not null) execute function accounts.guard_marked();

create function accounts.guard_forwarded() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if cardinality(cases.people_protected(array[new.kept])) > 0 then
    perform cases.guard_people(array[new.kept], new.forwarded_at);
  end if;
  return null;
end
$$;
comment on function accounts.guard_forwarded() is 'What is merged into the account of a protected person is protected.';
create trigger guard_forwarded after insert or update on accounts.forwarding
  for each row execute function accounts.guard_forwarded();

revoke all on function cases.guard_joined(), accounts.guard_marked(), accounts.guard_forwarded() from public;

insert into platform.task_allowed (task) values ('cases.place-letters');
