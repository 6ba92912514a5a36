-- A try that several limits count takes one statement. They are counted in the order they are given, which is the same
-- for all who count the same limits, so that no two wait for each other; what comes after a limit that is passed is
-- not counted: who is turned away by their own network's limit uses up nobody else's.
create function platform.count_attempts(scopes text[], subjects text[], windows timestamptz[], most int[]) returns int
  language plpgsql volatile set search_path = ''
as $$
begin
  for i in 1 .. cardinality(scopes) loop
    if platform.count_attempt(scopes[i], subjects[i], windows[i]) > most[i] then
      return i;
    end if;
  end loop;
  return 0;
end
$$;
comment on function platform.count_attempts is
  'Counts one try for several limits, in order, up to the first that is passed. Returns which one that is; 0: none.';

create function platform.forgive_attempts(scopes text[], subjects text[], windows timestamptz[]) returns void
  language plpgsql volatile set search_path = ''
as $$
begin
  for i in 1 .. cardinality(scopes) loop
    perform platform.forgive_attempt(scopes[i], subjects[i], windows[i]);
  end loop;
end
$$;
comment on function platform.forgive_attempts is 'Gives one attempt of each window back, in order.';

grant execute on function platform.count_attempts, platform.forgive_attempts
  to portolan_portal, portolan_office, portolan_worker, portolan_gate;
