-- A sign-in code waited behind the mails of a change of many. A job says when its turn is: the smaller number is taken first, and one
-- that nobody waits for leaves the place free that workers keep for the others.
drop function platform.enqueue(text, json, text, timestamptz, int);
create function platform.enqueue(
  task text,
  payload json,
  job_key text default null,
  run_at timestamptz default null,
  max_attempts int default 25,
  priority int default 0
) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  if not exists (select from platform.task_allowed allowed where allowed.task = enqueue.task) then
    raise exception 'task % is not allowed', enqueue.task using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(
    enqueue.task,
    payload => enqueue.payload,
    job_key => enqueue.job_key,
    run_at => enqueue.run_at,
    max_attempts => enqueue.max_attempts,
    priority => enqueue.priority,
    flags => case when enqueue.priority > 0 then array['unhurried'] end
  );
end
$$;
comment on function platform.enqueue is
  'Queues a job in the caller''s transaction. Refuses a task that is not in platform.task_allowed. The smaller priority is taken first; '
  'above 0 nobody waits for it, and it is flagged so that a place of each worker stays free of such.';
revoke all on function platform.enqueue from public;
grant execute on function platform.enqueue
  to portolan_portal, portolan_office, portolan_worker, portolan_gate;
