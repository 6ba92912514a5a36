-- A person says of a file what document it is. From its submission on a file stays as it was submitted: no person's role changes it.

alter table evidence.file add column description_sealed bytea check (octet_length(description_sealed) between 20 and 12000);
comment on column evidence.file.description_sealed is
  'What its person says of it: kind of document, days, who issued it, language, a note; sealed for the person. Null: nothing.';
grant update (description_sealed) on evidence.file to portolan_portal;

drop policy own_changes on evidence.file;
create policy own_changes on evidence.file for update to portolan_portal
  using (account = any (platform.actor_accounts()) and submission is null)
  with check (account = any (platform.actor_accounts()));
