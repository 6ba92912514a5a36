-- Officers read what was submitted: the answers as they were signed, and the documents, pictures without place and camera.

alter table evidence.file add column shown_copy_at timestamptz;
comment on column evidence.file.shown_copy_at is
  'When the copy for other eyes was made of a picture: without where it was taken, when and with what. A PDF has none.';

create policy office_reads on filing.signature for select to portolan_office
  using (
    platform.actor_staff() is not null
    and exists (select from filing.submission s where s.signature = filing.signature.id and s.received_at is not null)
  );
grant select on filing.signature to portolan_office;
