-- A file whose scanner gave no verdict waits in its row, not only in the queue: nothing is lost with a job.

alter table evidence.file
  add column unscanned_since timestamptz,
  add column scan_again_at timestamptz,
  add column scan_failures int not null default 0 check (scan_failures >= 0),
  add check ((unscanned_since is null) = (scan_failures = 0));
create index file_to_scan on evidence.file (coalesce(scan_again_at, uploaded_at))
  where state = 'received' and removed_at is null;

comment on column evidence.file.unscanned_since is 'When the scanner first gave no verdict; null: it has not failed on this file.';
comment on column evidence.file.scan_again_at is 'Not before this the file is asked about again; null: its first job is queued.';
comment on column evidence.file.scan_failures is 'How often the scanner was there and gave no verdict, or was away when first asked.';
