import { type AgencyPack, agencyText } from '../../agency/index.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import type { Queue } from '../queues/queue.ts'

const known = ['answered', 'received', 'checks', 'review', 'decision', 'card', 'asked', 'unpaid']

/** What a queue is called and what is to be done in it; a pack's own group is called as the pack does. */
export function queueWords(t: Text, agency: AgencyPack, { id }: Pick<Queue, 'id'>): { title: string; about: string } {
  if (!known.includes(id))
    return { title: agencyText(agency, t, 'statuses', `group.${id}`), about: t('officer.queue.other.about') }
  return { title: t(`officer.queue.${id}.title` as MessageKey), about: t(`officer.queue.${id}.about` as MessageKey) }
}
