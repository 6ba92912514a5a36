import { inquiryNumbers, requestNumbers } from './asked-sections.ts'
import { byForm, byOffice, casesOverTime, decisionTimes } from './case-sections.ts'
import type { Numbers } from './numbers.ts'
import type { Section, SectionId, Telling } from './section.ts'
import { errorNumbers, filingNumbers, messageNumbers, pageNumbers, signUpNumbers, waitingNumbers } from './work-sections.ts'

/** Every part of the page, by its name in the address of its file. */
export const sections: Readonly<Record<SectionId, (found: Numbers, telling: Telling) => Section>> = {
  cases: casesOverTime,
  forms: byForm,
  offices: byOffice,
  times: decisionTimes,
  requests: requestNumbers,
  inquiries: inquiryNumbers,
  messages: messageNumbers,
  filings: filingNumbers,
  pages: pageNumbers,
  'sign-up': signUpNumbers,
  errors: errorNumbers,
  waiting: waitingNumbers,
}
