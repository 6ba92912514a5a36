insert into platform.task_allowed (task) values ('correspondence.tell-joined');

comment on table correspondence.told is
  'Purpose: of which message, evidence or question the others on its case were told, and who joined a case of the notices that '
  'waited there, so that they are told once. Kept: as the case. Closing and legal hold: kept. Personal data: none.';
