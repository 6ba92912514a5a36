-- Whoever used a code before is answered as then, so a claim reads the notices of a case that have ended too.

create index access_notice_of_case on cases.access_notice ("case");
