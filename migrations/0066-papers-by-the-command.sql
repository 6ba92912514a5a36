-- Scanned papers are brought by the operator at the machine too, who is no staff.

alter table officer.scanned_paper alter column scanned_by type text using scanned_by::text;
alter table officer.scanned_paper add check (length(scanned_by) between 1 and 100);
grant insert on officer.scanned_paper to portolan_worker;
