-- A card came back from the post: its people are asked where mail reaches them.

alter table cases.task drop constraint task_kind_check;
alter table cases.task add constraint task_kind_check
  check (kind in ('answer-request', 'answer-intent', 'appointment', 'prove-identity', 'sign', 'read-notice', 'confirm-address'));
