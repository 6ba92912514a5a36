-- A file of paper filings is brought in the office: its bytes lie sealed until a job has taken it in.

alter table officer.intake
  add column dry_run boolean not null default false,
  add column storage_key text unique check (length(storage_key) between 20 and 64),
  add column size_bytes bigint check (size_bytes >= 0),
  add column read_bytes bigint not null default 0 check (read_bytes >= 0),
  add column delimiter text check (delimiter in (',', ';', e'\t')),
  add column brought_key text unique check (length(brought_key) between 40 and 100),
  add column stopped boolean not null default false,
  add column fault_column text check (length(fault_column) <= 100),
  add check (storage_key is null or size_bytes is not null),
  add check (not stopped or ended_at is not null);
comment on table officer.intake is
  'Purpose: one file of paper filings that was taken in or only checked, or one form entered by hand: how far it is, and what '
  'came of its lines. Kept: as the rows that were taken in; a file''s bytes, sealed under storage_key, until its import has '
  'ended, seven days at most. Closing and legal hold: kept. Personal data: the file''s name, sealed, and its bytes, sealed.';
comment on column officer.intake.brought_key is 'What one page sent: pressed twice, its file is brought once.';
comment on column officer.intake.fault_column is 'The column of the header that file_fault is about; empty: of no name.';

create index intake_newest on officer.intake (ordinal desc);
create index intake_waits on officer.intake (ordinal) where ended_at is null and storage_key is not null;

insert into platform.task_allowed (task) values ('officer.import-file'), ('officer.forget-intake-file');
