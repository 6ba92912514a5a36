import type { MessageKey, Text } from '../../../../platform/i18n/text.ts'
import type { Context } from '../../../../platform/http/page.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { Alert, ButtonLink, ButtonRow, Card, FactsList, NumberText } from '../../../../ui/index.ts'
import { AddScan, ScanOutcomeNote } from '../../../scans/scan-form.tsx'
import { ScanList } from '../../../scans/scan-words.tsx'
import type { TakenEntry } from '../entry-desk.ts'

/** What was done with a form that was taken in, and what there is to do with it. */
export function TakenView({ t, taken, context }: { t: Text; taken: TakenEntry; context: Context<{ entry: string }> }) {
  const { receiptNumber, whose, ending, letters, scans } = taken
  return (
    <div class="stack">
      <Alert kind="good" live>
        <p>{t(`by-hand.taken.${whose}`)}</p>
      </Alert>
      <Card>
        <FactsList
          facts={[
            { name: t('by-hand.receipt_number'), value: <NumberText t={t} kind="receipt" value={receiptNumber} copy /> },
            { name: t('by-hand.online_account_number'), value: ending ? t('by-hand.taken.ending', { ending }) : t('by-hand.taken.no-account') },
          ]}
        />
      </Card>
      <ScanOutcomeNote t={t} context={context} scans={scans} />
      <Card title={t('by-hand.scan.title')}>
        <p>{t('by-hand.scan.lead')}</p>
        <AddScan t={t} action={officePaths.scanForm(context.params)} csrfToken={context.csrfToken()} />
        {scans.length > 0 ? <ScanList t={t} scans={scans} /> : null}
      </Card>
      <Card title={t('by-hand.taken.letters')}>
        {letters.length === 0 ? (
          <p>{t('by-hand.plan.no-letter')}</p>
        ) : (
          <>
            <ul>
              {letters.map(({ kind, state }, index) => (
                <li key={index}>
                  {t(`printing.kind.${kind}` as MessageKey)}: {t(`by-hand.letter.${state}`)}
                </li>
              ))}
            </ul>
            <p>
              <a href={officePaths.printing()}>{t('by-hand.taken.print')}</a>
            </p>
          </>
        )}
      </Card>
      <ButtonRow>
        <ButtonLink href={officePaths.typeForm()} look="quiet">{t('by-hand.another')}</ButtonLink>
      </ButtonRow>
    </div>
  )
}
