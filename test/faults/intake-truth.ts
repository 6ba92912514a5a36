/** Where a batch writes, in its order: each is a stage at which a kill finds all before it written and not committed. */
export const batchStages = ['accounts.account', 'cases."case"', 'cases.paper_filing', 'cases.access_notice', 'cases.letter', 'profile.likeness', 'officer.intake_row', 'audit.unsealed', 'officer.intake']

/** What would be half there: each counts nothing. */
export const halfThere = {
  'a case without what its form says': 'select count(*) as n from cases."case" its left join cases.paper_filing paper on paper."case" = its.id where paper."case" is null',
  'a case without a status': 'select count(*) as n from cases."case" its where not exists (select from cases.status_change past where past."case" = its.id)',
  'a case without its row': 'select count(*) as n from cases."case" its where not exists (select from officer.intake_row taken where taken."case" = its.id)',
  'a case that does not stand in the record once': `select count(*) as n from cases."case" its
    where (select count(*) from audit.entry said where said.subject = its.id::text and said.operation = 'intake.take-case') <> 1`,
  'a notice without a letter': 'select count(*) as n from cases.access_notice notice where not exists (select from cases.letter letter where letter.notice = notice.id)',
  'a case with a party and without a notice': `select count(*) as n from cases.party
    where not exists (select from cases.access_notice notice where notice."case" = party."case")`,
  'an account without a case': `select count(*) as n from accounts.account opened
    where opened.opened_by_agency_at is not null and not exists (select from cases.party where party.account = opened.id)`,
  'a filing that is neither somebody’s, nor a consulate’s, nor a question': `select count(*) as n from cases."case" its join cases.paper_filing paper on paper."case" = its.id
    where not paper.consular and not exists (select from cases.party where party."case" = its.id)
      and not exists (select from officer.possible_duplicate doubt where doubt."case" = its.id)`,
}
