import type { Text } from '../../platform/i18n/text.ts'
import type { OfficePlace } from './frame-props.ts'
import { officePaths, paths } from '../../platform/paths.ts'

export type FrameLink = { href: string; words: string }

export const portalLinks = (t: Text): FrameLink[] => [
  { href: paths.caseStatus(), words: t('ui.nav.case-status') },
  { href: paths.catalogue(), words: t('ui.nav.file') },
  { href: paths.help(), words: t('ui.nav.help') },
]

/** `represents`: the account is a legal representative's. */
export const accountLinks = (t: Text, represents: boolean): FrameLink[] => [
  ...(represents ? [{ href: paths.clients(), words: t('clients.title') }] : []),
  { href: paths.account(), words: t('ui.nav.my-cases') },
  { href: paths.addCase(), words: t('ui.nav.add-case') },
  { href: paths.documents(), words: t('ui.nav.documents') },
  { href: paths.profile(), words: t('ui.nav.profile') },
  { href: paths.security(), words: t('ui.nav.security') },
  { href: paths.services(), words: t('ui.nav.services') },
]

const officePlaces: Record<OfficePlace, (t: Text) => FrameLink[]> = {
  cases: (t) => [
    { href: officePaths.queues(), words: t('ui.nav.queues') },
    { href: officePaths.cases(), words: t('ui.nav.find-case') },
  ],
  refunds: (t) => [{ href: officePaths.refunds(), words: t('refund.queue.place') }],
  money: (t) => [{ href: officePaths.money(), words: t('money.place') }],
  intake: (t) => [{ href: officePaths.intake(), words: t('office-intake.place') }],
  printing: (t) => [{ href: officePaths.printing(), words: t('printing.place') }],
  support: (t) => [{ href: officePaths.support(), words: t('office-support.title') }],
  numbers: (t) => [{ href: officePaths.numbers(), words: t('numbers.place') }],
  record: (t) => [{ href: officePaths.record(), words: t('record.place') }],
}

export const officeLinks = (t: Text, places: readonly OfficePlace[]): FrameLink[] =>
  places.flatMap((place) => officePlaces[place](t))

export const footerLinks = (t: Text): FrameLink[] => [
  { href: paths.help(), words: t('ui.nav.help') },
  { href: paths.caseStatus(), words: t('ui.nav.case-status') },
  { href: paths.processingTimes(), words: t('ui.nav.processing-times') },
  { href: paths.checkRepresentative(), words: t('check.link') },
  { href: paths.incidents(), words: t('outages.link') },
  { href: paths.terms(), words: t('ui.nav.terms') },
  { href: paths.accessibility(), words: t('ui.nav.accessibility') },
  { href: paths.privacy(), words: t('ui.nav.privacy') },
  { href: paths.storagePreferences(), words: t('ui.nav.storage-preferences') },
]
