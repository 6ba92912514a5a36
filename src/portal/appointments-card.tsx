import type { Text } from '../platform/i18n/text.ts'
import { paths } from '../platform/paths.ts'
import { Card } from '../ui/index.ts'

/** The way to the appointments of a case. One that is ahead stands first on its page as well, as what to do. */
export const AppointmentsCard = ({ t, receiptNumber }: { t: Text; receiptNumber: string }) => (
  <Card title={t('appointments.title')}>
    <p>
      <a href={paths.appointments({ receiptNumber })}>{t('appointments.card.link')}</a>
    </p>
  </Card>
)
