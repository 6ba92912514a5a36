import type { Text } from '../platform/i18n/text.ts'
import type { Services } from '../platform/services.ts'
import { agencyText } from './agency-text.ts'

type Sending = Pick<Services, 'agency' | 'mode'>

export const isDemonstration = ({ agency, mode }: Sending): boolean => mode === 'demo' || agency.demonstrationOnly

/** Who a paper is from: a demonstration writes under the product's name, never under an agency's. */
export const senderName = (services: Sending, t: Text): string =>
  isDemonstration(services) ? t('ui.product') : agencyText(services.agency, t, 'agency', 'agency.long-name')
