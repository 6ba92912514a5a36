import { agencyText } from '../../agency/index.ts'
import type { AgencyPack } from '../../agency/index.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import type { Queue } from '../queues/queue.ts'

const known = ['answered', 'received', 'checks', 'review', 'decision', 'card', 'asked']

/** What a queue is called and what is to be done in it; a pack's own group is called as the pack does. */
export function queueWords(t: Text, agency: AgencyPack, { id }: Pick<Queue, 'id'>): { title: string; about: string } {
  if (!known.includes(id)) return { title: agencyText(agency, t, 'statuses', `group.${id}`), about: t('officer.queue.other.about') }
  return { title: t(`officer.queue.${id}.title` as MessageKey), about: t(`officer.queue.${id}.about` as MessageKey) }
}

/** The words the person reads for a status. */
export const statusTitle = (t: Text, agency: AgencyPack, code: string): string =>
  agencyText(agency, t, 'statuses', `status.${code}.title`)

/** A form by its code, in capitals as it is printed. */
export const formCode = (form: string): string => form.toUpperCase()
