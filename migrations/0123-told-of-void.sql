-- The client is told that what they had before them is void, once.
insert into platform.task_allowed (task) values ('preparation.tell-void');
alter table preparation.package add column void_told_at timestamptz, add check (void_told_at is null or voided_at is not null);
comment on column preparation.package.void_told_at is 'When the client was told that the representative took it back or ended it.';

create or replace function preparation.let_copy_go() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  paying uuid;
begin
  update filing.draft set deleted_at = new.voided_at where id = new.copy and prepared = 'copy' and submission is null and deleted_at is null;
  for paying in
    update filing.payment its set state = 'releasing', reason = 'draft-gone', next_check_at = new.voided_at + interval '30 seconds'
    from filing.submission filing where filing.id = its.submission and filing.draft = new.copy and filing.received_at is null
      and its.state in ('preparing', 'open', 'pending')
      and not exists (select from filing.draft where id = new.copy and prepared is null)
    returning its.id
  loop
    perform platform.enqueue('filing.release-payment', json_build_object('payment', paying), 'release:' || paying);
  end loop;
  if new.voided_why in ('taken-back', 'ended') and exists (
    select from preparation.preparation its where its.id = new.preparation and its.client_account is not null) then
    perform platform.enqueue('preparation.tell-void', json_build_object('package', new.id), 'tell-void:' || new.id);
  end if;
  return null;
end $$;
