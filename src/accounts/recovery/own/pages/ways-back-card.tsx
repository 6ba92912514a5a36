import type { Text } from '../../../../platform/i18n/text.ts'
import { paths } from '../../../../platform/paths.ts'
import { ButtonLink, ButtonRow, Card, FactsList } from '../../../../ui/index.ts'
import type { WaysBack } from '../ways-back.ts'

/** On the security page: password, backup code and questions, each with the way to change it. */
export function WaysBackCard({ t, ways: { passwordSetAt, isCodeWaiting, questionsSetAt } }: { t: Text; ways: WaysBack }) {
  const setOn = (at: Temporal.Instant) => t('recovery.own.card.set', { at: t.instant(at) })
  const facts = [
    { name: t('recovery.own.card.password'), value: passwordSetAt ? setOn(passwordSetAt) : '' },
    { name: t('recovery.own.card.code'), value: t(isCodeWaiting ? 'recovery.own.card.code.waiting' : 'recovery.own.card.code.kept') },
    ...(questionsSetAt === undefined
      ? []
      : [
          {
            name: t('recovery.own.card.questions'),
            value: questionsSetAt ? setOn(questionsSetAt) : t('recovery.own.card.questions.none'),
          },
        ]),
  ]
  return (
    <Card title={t('recovery.own.card.title')}>
      <FactsList facts={facts} />
      <p class="usa-hint">{t('recovery.own.proof')}</p>
      <ButtonRow>
        <ButtonLink href={paths.changePassword()} look="quiet">
          {t('recovery.own.card.change-password')}
        </ButtonLink>
        <ButtonLink href={isCodeWaiting ? paths.newBackupCode() : paths.makeBackupCode()} look="quiet">
          {t(isCodeWaiting ? 'recovery.own.card.see-code' : 'recovery.own.card.new-code')}
        </ButtonLink>
        {questionsSetAt === undefined ? null : (
          <ButtonLink href={paths.changeQuestions()} look="quiet">
            {t('recovery.own.card.change-questions')}
          </ButtonLink>
        )}
      </ButtonRow>
    </Card>
  )
}
