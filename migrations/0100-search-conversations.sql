-- Officers look up conversations by their state and topic, not only those that wait. Each way is read along an index in the
-- order in which it is shown.

create index thread_waits_about on correspondence.thread (topic, waits_since, id) where state = 'waits';
create index thread_in_state on correspondence.thread (state, last_at, id);
create index thread_about on correspondence.thread (state, topic, last_at, id);
