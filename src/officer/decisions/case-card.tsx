import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { ButtonLink, Card } from '../../ui/index.ts'

/** From the case file to everything that decides the case. */
export function DecideCard({ t, receiptNumber }: { t: Text; receiptNumber: string }) {
  const at = { receiptNumber }
  return (
    <Card title={t('decisions.decide')}>
      <p>
        <ButtonLink href={officePaths.decisions(at)} look="quiet">
          {t('decisions.card.go')}
        </ButtonLink>
      </p>
      <ul class="plain-list">
        <li>
          <a href={officePaths.checks(at)}>{t('decisions.checks.title')}</a>
        </li>
        <li>
          <a href={officePaths.interviewNotes(at)}>{t('decisions.notes.title')}</a>
        </li>
        <li>
          <a href={officePaths.transferCase(at)}>{t('decisions.transfer.title')}</a>
        </li>
        <li>
          <a href={officePaths.holdCase(at)}>{t('decisions.hold.title')}</a>
        </li>
        <li>
          <a href={officePaths.motion(at)}>{t('decisions.motion.title')}</a>
        </li>
        <li>
          <a href={officePaths.withdrawCase(at)}>{t('decisions.withdrawal.title')}</a>
        </li>
        <li>
          <a href={officePaths.card(at)}>{t('decisions.cards.title')}</a>
        </li>
        <li>
          <a href={officePaths.conflict(at)}>{t('decisions.conflict.title')}</a>
        </li>
      </ul>
    </Card>
  )
}
