import type { Chore, Job } from '../platform/jobs/job.ts'
import type { Route } from '../platform/http/page.ts'
import { addLicencePage } from './licences/pages/add-licence-page.tsx'
import { changeLicencePage } from './licences/pages/change-licence-page.tsx'
import { removeLicenceEndpoint, restoreLicenceEndpoint } from './licences/pages/licence-actions.ts'
import { licencesChore } from './licences/remind-of-licences.ts'
import { certifyPage } from './practice/pages/certify-page.tsx'
import { detailsPage } from './practice/pages/details-page.tsx'
import { practicePage } from './practice/pages/practice-page.tsx'
import { nameWithdrawnJob } from './withdrawn/name-withdrawn.ts'
import { withdrawnPage } from './withdrawn/pages/withdrawn-page.tsx'

export { deletePractices } from './delete-practices.ts'
export { heldRepresentation } from './held-representation.ts'
export { heldWithdrawn } from './withdrawn/held-withdrawn.ts'
export { type Finding, findingRefusals, licenceForOffice, type LicenceForOffice, licencesToCheck, type LicenceToCheck, recordFinding } from './licences/check-licence.ts'
export { countLicencesToCheck } from './licences/licence-store.ts'
export { LicenceFacts, LicenceTags } from './licences/pages/licence-facts.tsx'
export { mailKinds } from './mails.ts'
export type { Lack } from './practice/lacking.ts'
export { lackingToAct, mayAct } from './practice/may-act.ts'
export { isCertified } from './practice/practice.ts'
export { type ShownPractice, shownPractice } from './practice/shown-practice.ts'
export { todayOf } from './representative.ts'
export { authorityName } from './words.ts'

export const representationRoutes: readonly Route[] = [practicePage, detailsPage, certifyPage, addLicencePage, changeLicencePage, removeLicenceEndpoint, restoreLicenceEndpoint, withdrawnPage]
export const representationJobs: readonly Job[] = [nameWithdrawnJob]
export const representationChores: readonly Chore[] = [licencesChore]
