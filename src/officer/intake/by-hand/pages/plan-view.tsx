import type { LetterTo } from '../../../../cases/index.ts'
import type { Text } from '../../../../platform/i18n/text.ts'
import { AddressText } from '../../../../profile/index.ts'
import { Alert, Card, NumberText } from '../../../../ui/index.ts'
import type { IntakeRow } from '../../file/intake-row.ts'
import { faultKey } from '../fault-at.ts'
import type { Plan } from '../plan.ts'

type PlanProps = { t: Text; plan: Plan; filing: IntakeRow }

function Letter({ t, letter }: { t: Text; letter: LetterTo }) {
  return (
    <li>
      <strong>{t(`printing.kind.${letter.name}`)}</strong>
      {letter.role === 'representative' ? ` (${t('by-hand.plan.representative')})` : ''}
      <div>{letter.addressee.name}</div>
      <AddressText t={t} address={letter.addressee.address} />
    </li>
  )
}

/** Why it may be somebody's who has an account, in words. */
function Doubts({ t, plan: { sorted, endings } }: PlanProps) {
  if (sorted.is !== 'uncertain') return null
  return (
    <>
      <ul>
        {sorted.doubts.map((doubt) => (
          <li key={doubt}>{t(`duplicates.reason.${doubt}`)}</li>
        ))}
      </ul>
      {endings.length > 0 ? <p>{t('by-hand.plan.accounts', { endings: endings.join(', '), count: endings.length })}</p> : null}
    </>
  )
}

function ReceiptNumber({ t, filing }: PlanProps) {
  if (!filing.receiptNumber) return <p>{t('by-hand.plan.receipt-issued')}</p>
  return (
    <p>
      {t('by-hand.plan.receipt')} <NumberText t={t} kind="receipt" value={filing.receiptNumber} />
    </p>
  )
}

function Letters({ t, plan: { letters } }: PlanProps) {
  if (letters.length === 0) return <p>{t('by-hand.plan.no-letter')}</p>
  return (
    <>
      <p>{t('by-hand.plan.letters', { count: letters.length })}</p>
      <ul>
        {letters.map((letter) => (
          <Letter key={letter.role} t={t} letter={letter} />
        ))}
      </ul>
    </>
  )
}

/** **What will happen**, in words, before anything is written. */
export function PlanView(props: PlanProps) {
  const { t, plan, filing } = props
  const { sorted, knownAs, endings } = plan
  if (sorted.is === 'refused')
    return (
      <Alert kind="act">
        <p>{t(faultKey(sorted.code))}</p>
      </Alert>
    )
  if (sorted.is === 'known' || sorted.is === 'later')
    return (
      <Alert kind="warn" title={t('by-hand.plan.known.title')}>
        <p>
          {t('by-hand.plan.known')} {knownAs ? <NumberText t={t} kind="receipt" value={knownAs} /> : null}
        </p>
      </Alert>
    )
  return (
    <Card title={t('by-hand.plan.title')} plate>
      <p>{t(`by-hand.plan.${sorted.is}`, { ending: endings[0] ?? '', name: `${filing.person.givenName} ${filing.person.familyName}`.trim() })}</p>
      <Doubts {...props} />
      <ReceiptNumber {...props} />
      <Letters {...props} />
    </Card>
  )
}
