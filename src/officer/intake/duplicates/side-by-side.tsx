import type { ComponentChildren } from 'preact'
import { showOnlineAccountNumber } from '../../../accounts/index.ts'
import type { AgencyPack } from '../../../agency/index.ts'
import { type ComparedPaper, formShortTitle, type PaperPerson } from '../../../cases/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { AddressText, showANumber } from '../../../profile/index.ts'
import { Alert, Card, DayText, FactsList, Table, Tag } from '../../../ui/index.ts'
import { type Agrees, type Beside, type ComparedFact, comparedFacts, type Known } from './compare.ts'

type Shown = { t: Text; agency: AgencyPack }
type Said = Pick<Known, 'name' | 'born' | 'aNumber' | 'address'>

const tagOf = { same: 'good', differs: 'act', unknown: 'plain' } as const satisfies Record<Agrees, 'good' | 'act' | 'plain'>

const saidOn = (person: PaperPerson): Said => ({ name: person, born: person.dateOfBirth, aNumber: person.aNumber, address: person.address })

/** One thing as it is written; null where there is nothing. */
function wordsOf(t: Text, fact: ComparedFact, { name, born, aNumber, address }: Said): ComponentChildren {
  if (fact === 'name') return name && <span dir="auto">{`${name.familyName}, ${name.givenName}`.replace(/, $/, '')}</span>
  if (fact === 'born') return born && <DayText t={t} day={born} />
  if (fact === 'a-number') return aNumber && <span class="number">{showANumber(aNumber)}</span>
  return address && <AddressText t={t} address={address} />
}

/** Everything the form says of its person. */
export function FormSays({ t, paper }: { t: Text; paper: ComparedPaper }) {
  const said = saidOn(paper.person)
  const { representative } = paper.person
  return (
    <Card title={t('duplicates.form.title')}>
      <FactsList
        facts={[
          ...comparedFacts.map((fact) => ({ name: t(`duplicates.what.${fact}`), value: wordsOf(t, fact, said) ?? t('duplicates.not-given') })),
          ...(representative ? [{ name: t('duplicates.what.representative'), value: <span dir="auto">{representative.name}</span> }] : []),
        ]}
      />
    </Card>
  )
}

function KnownWords({ t, agency, fact, known }: Shown & { fact: ComparedFact; known: readonly Known[] }) {
  const said = known.flatMap((each) => {
    const words = wordsOf(t, fact, each)
    return words ? [{ words, from: each.from }] : []
  })
  if (said.length === 0) return <>{t('duplicates.not-known')}</>
  return (
    <ul class="plain-list">
      {said.map(({ words, from }, index) => (
        <li key={`${index}`}>
          {words}
          <br />
          <span class="muted">
            {from === 'stated' ? t('duplicates.from.stated') : t('duplicates.from.form', { form: formShortTitle(agency, t, from.form), day: t.day(from.receivedOn) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

const dayOf = (t: Text, at: Temporal.Instant) => t.day(at.toZonedDateTimeISO(t.timeZone).toPlainDate())

/** An account beside the form: each thing, what both say, and in words whether they agree. */
export function AccountBeside({ t, agency, paper, beside }: Shown & { paper: ComparedPaper; beside: Beside }) {
  const { isProtected, isClaimed, since, cases, known, agrees } = beside
  const number = showOnlineAccountNumber(beside.number)
  const said = saidOn(paper.person)
  const rows = comparedFacts.map((fact) => [
    t(`duplicates.what.${fact}`),
    wordsOf(t, fact, said) ?? t('duplicates.not-given'),
    isProtected ? t('duplicates.not-shown') : <KnownWords key="known" t={t} agency={agency} fact={fact} known={known} />,
    <Tag key="agrees" kind={tagOf[agrees[fact]]}>
      {t(`duplicates.agrees.${agrees[fact]}`)}
    </Tag>,
  ])
  return (
    <Card title={isProtected ? t('duplicates.beside.hidden') : t('duplicates.beside.title', { number })}>
      {isProtected ? (
        <Alert kind="warn">
          <p>{t('duplicates.beside.protected')}</p>
        </Alert>
      ) : (
        <p>
          {t(isClaimed ? 'duplicates.beside.claimed' : 'duplicates.beside.unclaimed', { day: dayOf(t, since) })} {t('duplicates.beside.cases', { count: cases })}
        </p>
      )}
      <Table
        caption={isProtected ? t('duplicates.beside.list.hidden') : t('duplicates.beside.list', { number })}
        head={(['fact', 'form', 'known', 'agrees'] as const).map((name) => t(`duplicates.beside.head.${name}`))}
        rows={rows}
      />
    </Card>
  )
}
