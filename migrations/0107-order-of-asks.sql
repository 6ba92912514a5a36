-- Two asks of one instant have an order: that in which they were made.

alter table cases.task add column ordinal bigint not null generated always as identity;
comment on column cases.task.ordinal is 'In which order they were asked for, also where the instant is one.';
