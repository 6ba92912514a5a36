import type { LetterApart } from '../../cases/index.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Card, FormShell, HiddenWords, InstantText, NumberText, Table } from '../../ui/index.ts'

type Shown = { t: Text; csrfToken: string }

function PrintedButton({ t, csrfToken, letter, receiptNumber }: Shown & { letter: string; receiptNumber: string | null }) {
  return (
    <FormShell action={officePaths.printedByHand({ letter })} csrfToken={csrfToken} class="inline-form">
      <button class="usa-button usa-button--outline" type="submit">
        {t('printing.apart.printed')} <HiddenWords>{receiptNumber}</HiddenWords>
      </button>
    </FormShell>
  )
}

/** The letters that go in no batch, each with why and with what to do. */
export function LettersApart({ t, csrfToken, letters }: Shown & { letters: readonly LetterApart[] }) {
  if (letters.length === 0) return null
  return (
    <Card title={t('printing.apart.title')}>
      <p>{t('printing.apart.about')}</p>
      <Table
        caption={t('printing.apart.list')}
        head={(['case', 'letter', 'why', 'since', 'act'] as const).map((name) => t(`printing.apart.head.${name}`))}
        rows={letters.map(({ id, kind, why, since, receiptNumber }) => [
          receiptNumber ? <NumberText key="case" t={t} kind="receipt" value={receiptNumber} /> : t('printing.apart.no-case'),
          why === 'fault' ? (
            t(`printing.kind.${kind}` as MessageKey)
          ) : (
            <a key="letter" href={officePaths.letterByHand({ letter: id })}>
              {t(`printing.kind.${kind}` as MessageKey)} <HiddenWords>{receiptNumber}</HiddenWords>
            </a>
          ),
          t(`printing.apart.why.${why}`),
          <InstantText key="since" t={t} at={since} />,
          <PrintedButton key="act" t={t} csrfToken={csrfToken} letter={id} receiptNumber={receiptNumber} />,
        ])}
      />
    </Card>
  )
}
