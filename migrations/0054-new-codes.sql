-- A new Online Access Code is asked for by anybody who says whose case it is; a job finds out whether there is one to mail.

insert into platform.task_allowed (task) values ('cases.new-code');
