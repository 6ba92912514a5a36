-- Which notice tells of an appointment as it stands: the next one takes its place.

alter table correspondence.appointment add column notice uuid references correspondence.notice (id);
grant update (notice) on correspondence.appointment to portolan_office, portolan_worker;
