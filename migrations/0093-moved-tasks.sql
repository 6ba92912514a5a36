-- A calendar keeps the entry with the higher number: how often what it says of a task has changed.

alter table cases.task add column changes int not null default 0 check (changes >= 0);
comment on column cases.task.changes is 'How often its times were moved, it ended or was asked again, for calendars (RFC 5545 section 3.8.7.4).';
grant update (changes) on cases.task to portolan_office, portolan_portal, portolan_worker;
