import { accountsRoutes, endProtectionsChore, isSafeToSend, mailKinds as accountMailKinds, parkedForms, portalVisits, recoveryJobs, sweepAccounts, textMessageKinds as accountTextMessageKinds } from '../accounts/index.ts'
import { countUsualTimesChore, mailKinds as caseMailKinds, newCodeJob, printChores, printJobs, remindOfDeadlinesChore } from '../cases/index.ts'
import { correspondenceJobs, correspondenceRoutes, mailKinds as correspondenceMailKinds, remindOfAppointmentsChore, tellOfAppointmentJob } from '../correspondence/index.ts'
import { evidenceChores, evidenceJobs } from '../evidence/index.ts'
import { filingChores, filingRoutes, submitChores, submitJobs, submitMailKinds, submitRoutes } from '../filing/index.ts'
import {
  mailKinds as notificationMailKinds,
  notificationsRoutes,
  textMessageKinds as notificationTextMessageKinds,
} from '../notifications/index.ts'
import { checkScanJob, checkScansAgain, demoCodes, intakeJobs, officeRoutes, officeViewer, officeVisits, sharedContactsChore, sweepOffice, keepNamesFound, carryOutBulkJob } from '../officer/index.ts'
import type { Route } from '../platform/http/page.ts'
import type { Listener } from '../platform/http/server.ts'
import type { Visit } from '../platform/http/visit.ts'
import type { Chore, Job } from '../platform/jobs/job.ts'
import { mailEventsEndpoint, type MailKind, sendMailJob, sweepMail } from '../platform/mail/index.ts'
import { officePaths, paths } from '../platform/paths.ts'
import { sendTextMessageJob, sweepTextMessages, textMessageEventsEndpoint, type TextMessageKind } from '../platform/sms/index.ts'
import { preparationChores, preparationJobs, preparationMailKinds, preparationRoutes } from '../preparation/index.ts'
import { nameOfClient, portalChores, portalJobs, portalMailKinds, portalRoutes } from '../portal/index.ts'
import { profileRoutes } from '../profile/index.ts'
import { mailKinds as representationMailKinds, representationChores, representationJobs, representationRoutes } from '../representation/index.ts'
import { statusRoutes } from '../status/index.ts'
import type { Assets, Viewer } from '../ui/index.ts'
import type { Deployment } from './deployment.ts'
import { figureChores } from './figure-chores.ts'
import { listenerFor } from './listeners.ts'
import { mailFrame, mailPort, textMessageFrame } from './mail.ts'
import { watchSignatures } from './scanner.ts'
import { sealChore } from './seal.ts'
import { assetsFolder } from './settle-assets.ts'
import { sweepStorage } from './sweep-storage.ts'
import { verifyRecordChore } from './verify-chore.ts'
import { walkFiles } from './walk-files.ts'
import { requestChores, requestJobs } from '../correspondence/index.ts'

/** Every address of the portal. */
export const portalRoutesOf = (deployment: Deployment): readonly Route[] => [
  ...accountsRoutes,
  ...profileRoutes,
  ...notificationsRoutes,
  ...representationRoutes,
  ...filingRoutes,
  ...submitRoutes,
  ...preparationRoutes,
  ...correspondenceRoutes,
  ...portalRoutes({ appCodes: demoCodes(deployment.partsFor('office')) }),
  ...statusRoutes(),
  textMessageEventsEndpoint,
  mailEventsEndpoint,
]

/** Every address of the office. */
export const officeRoutesOf = (): readonly Route[] => officeRoutes()

export const mailKinds: readonly MailKind[] = [...accountMailKinds, ...notificationMailKinds, ...caseMailKinds, ...representationMailKinds, ...correspondenceMailKinds, ...submitMailKinds, ...preparationMailKinds, ...portalMailKinds]

export const textMessageKinds: readonly TextMessageKind[] = [...accountTextMessageKinds, ...notificationTextMessageKinds]

/** Every job the worker knows. */
export const jobsOf = (deployment: Deployment): readonly Job[] => [
  sendMailJob(mailPort(deployment), mailKinds, mailFrame(deployment), isSafeToSend),
  sendTextMessageJob(textMessageKinds, textMessageFrame(deployment), isSafeToSend),
  ...recoveryJobs,
  newCodeJob,
  tellOfAppointmentJob,
  ...requestJobs,
  ...evidenceJobs,
  ...submitJobs,
  ...preparationJobs,
  ...correspondenceJobs,
  ...representationJobs(nameOfClient),
  ...printJobs,
  checkScanJob,
  carryOutBulkJob,
  ...intakeJobs,
  ...portalJobs(mailFrame(deployment)),
]

/** Everything that runs on a schedule. */
export const choresOf = (deployment: Deployment): readonly Chore[] => [
  sealChore(deployment),
  sweepMail,
  sweepTextMessages,
  sweepAccounts,
  endProtectionsChore,
  sweepOffice,
  sharedContactsChore,
  checkScansAgain,
  countUsualTimesChore,
  remindOfAppointmentsChore,
  remindOfDeadlinesChore,
  ...figureChores,
  verifyRecordChore,
  ...printChores,
  keepNamesFound,
  ...evidenceChores,
  ...representationChores,
  ...filingChores,
  ...submitChores,
  ...preparationChores,
  ...portalChores,
  ...requestChores,
  sweepStorage,
  walkFiles(),
  watchSignatures(deployment.services.scanner),
]

function portalViewer({ session, actor }: Visit): Viewer {
  const holder = session?.holder
  if (!holder || holder.stage === 'password-given' || holder.stage === 'resetting') return { kind: 'visitor' }
  return holder.stage === 'full' ? { kind: 'account', represents: actor.roles.includes('representative') } : { kind: 'unfinished' }
}

export function portalListener(deployment: Deployment, assets: Assets): Promise<Listener> {
  const parts = deployment.partsFor('portal')
  return listenerFor(deployment, {
    name: 'portal',
    routes: portalRoutesOf(deployment),
    assets,
    assetsFolder,
    viewerOf: portalViewer,
    extendSessionPath: paths.extendSession(),
    visitOf: portalVisits(parts),
    ...parkedForms(parts),
  })
}

export function officeListener(deployment: Deployment, assets: Assets): Promise<Listener> {
  return listenerFor(deployment, {
    name: 'office',
    routes: officeRoutesOf(),
    assets,
    assetsFolder,
    viewerOf: officeViewer,
    extendSessionPath: officePaths.extendSession(),
    visitOf: officeVisits(deployment.partsFor('office')),
    park: async () => undefined,
    takeParked: async () => null,
  })
}
