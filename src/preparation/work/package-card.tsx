import { paths } from '../../platform/paths.ts'
import { ButtonLink, ButtonRow, Card, FactsList, InstantText } from '../../ui/index.ts'
import type { PreparationProps } from './preparation-view.tsx'
import { answered, stands } from './turn.ts'

function passcodeWords({ t, model: { row, standing: { passcode } }, now }: PreparationProps): string {
  if (row.linked_at) return t('preparation.package.passcode.used')
  if (!passcode || passcode.endedAs || Temporal.Instant.compare(passcode.expiresAt, now) <= 0) return t('preparation.package.passcode.none')
  return t('preparation.package.passcode.standing', { at: t.instant(passcode.expiresAt) })
}

function answerWords({ t, model }: PreparationProps, of: 'form' | 'appearance'): string {
  const given = answered(model.standing.last?.answers ?? [], of, 'client')
  if (!given) return t('preparation.package.answer.none')
  return t(given.accepted ? 'preparation.package.answer.signed' : 'preparation.package.answer.declined', { at: t.instant(given.at) })
}

/** What the representative signed and gave to the client: since when, how it opens, and what the client did with it. */
export function PackageCard(props: PreparationProps) {
  const { t, model } = props
  const { row, standing: { last } } = model
  if (!last) return null
  if (!stands(model.standing))
    return (
      <Card title={t('preparation.package.title')}>
        <p>{t('preparation.package.void', { at: last.voidedAt ? t.instant(last.voidedAt) : '' })}</p>
      </Card>
    )
  const facts = [
    { name: t('preparation.package.number'), value: String(last.ordinal) },
    { name: t('preparation.package.laid'), value: <InstantText t={t} at={last.laidAt} /> },
    { name: t('preparation.package.passcode'), value: passcodeWords(props) },
    { name: t('preparation.package.answer.appearance'), value: answerWords(props, 'appearance') },
    ...(row.form === null ? [] : [{ name: t('preparation.package.answer.form'), value: answerWords(props, 'form') }]),
  ]
  return (
    <Card title={t('preparation.package.title')}>
      <div class="stack">
        <FactsList facts={facts} />
        {row.filed_at || row.ended_at ? null : (
          <ButtonRow>
            {row.linked_at ? null : (
              <ButtonLink href={paths.preparationPasscode({ preparation: row.id })} look="quiet">
                {t(model.turn === 'give-passcode' ? 'preparation.action.passcode' : 'preparation.action.passcode-again')}
              </ButtonLink>
            )}
            <ButtonLink href={paths.takeBackPreparation({ preparation: row.id })} look="plain">
              {t('preparation.action.take-back')}
            </ButtonLink>
          </ButtonRow>
        )}
      </div>
    </Card>
  )
}
