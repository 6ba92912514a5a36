-- A package stands, and what it was signed over is frozen; it is void, and its drafts can be worked on again.

-- What is frozen is kept for its client to read it and for the representative to change it afterwards.
create function preparation.freeze_with_package() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    update filing.draft its set frozen_at = new.laid_at, expires_at = greatest(its.expires_at, new.laid_at + interval '60 days')
    from preparation.preparation whose
    where whose.id = new.preparation and its.id in (whose.draft, whose.appearance) and its.account = whose.representative and its.prepared = 'working';
    return null;
  end if;
  update filing.draft its set frozen_at = null, worked_on_at = greatest(its.worked_on_at, new.voided_at),
    expires_at = greatest(its.expires_at, new.voided_at + interval '30 days')
  from preparation.preparation whose
  where whose.id = new.preparation and its.id in (whose.draft, whose.appearance) and its.account = whose.representative and its.prepared = 'working';
  update preparation.passcode set ended_at = new.voided_at, ended_as = 'withdrawn', shown_sealed = null
    where passcode.preparation = new.preparation and passcode.ended_at is null;
  return null;
end $$;
comment on function preparation.freeze_with_package() is
  'The drafts of a package are frozen while it stands and no longer, whoever lays or voids it; the passcode that opens it ends with it.';
revoke all on function preparation.freeze_with_package() from public;
create trigger freeze_with_package after insert on preparation.package for each row execute function preparation.freeze_with_package();
create trigger unfreeze_with_package after update of voided_at on preparation.package for each row
  when (old.voided_at is null and new.voided_at is not null) execute function preparation.freeze_with_package();

-- Between the press that issues a passcode and the one page that shows it.
alter table preparation.passcode
  add column shown_sealed bytea check (octet_length(shown_sealed) <= 400),
  add column key_id text check (key_id ~ '^[a-z0-9][a-z0-9-]{0,15}$'),
  add check (shown_sealed is null or (given = 'shown' and ended_at is null)),
  add check ((given = 'mailed') = (key_id is not null));
comment on column preparation.passcode.shown_sealed is
  'The code, sealed for the representative, until the page has shown it: minutes. Null: it was shown, or it is mailed or posted.';
comment on column preparation.passcode.key_id is 'Of a mailed one: the key that it is derived with when its mail is written.';
grant update (shown_sealed) on preparation.passcode to portolan_portal;

insert into platform.task_allowed (task) values ('preparation.mail-passcode');
