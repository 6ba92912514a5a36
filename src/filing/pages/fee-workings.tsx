import { type AgencyPack, agencyText, type FeeEntry } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { SummaryList, Table } from '../../ui/index.ts'
import type { FormWords } from '../catalogue/forms.ts'
import type { NotCharged } from '../fees/fee-lines.ts'
import { type FeeWorkings, feeWorkings } from '../fees/workings.ts'
import { outlineOf } from '../journey/outline.ts'
import type { Replay } from '../journey/replay.ts'
import { answerWords, labelWords } from '../journey/words.ts'
import { FeesSource } from './costs.tsx'

type Props = { agency: AgencyPack; words: FormWords; replay: Replay; waived?: ReadonlySet<string> }
type Worked = Omit<Props, 'waived'> & { workings: FeeWorkings }

const Money = ({ t, cents }: { t: Text; cents: number }) => <span class="number">{t.money(cents)}</span>

const nameOf = ({ agency, words }: Worked, code: string) => agencyText(agency, words.t, 'agency', `fee.${code}`)

/** The answers that decide it, each with its question. */
function Because({ worked: { words, replay }, because }: { worked: Worked; because: readonly string[] | null }) {
  if (because === null) return <>{words.t('fees.everybody')}</>
  if (because.length === 0) return <>{words.t('fees.no-answer')}</>
  const said = because.flatMap((id) => {
    const question = outlineOf(replay.definition).questionById.get(id)
    const answer = question && answerWords(words, question, replay.submitted).join(', ')
    return question && answer ? [{ id, question: labelWords(words.t, words.texts, question), answer }] : []
  })
  return (
    <>
      {said.map(({ id, question, answer }, index) => (
        <span key={id}>
          {index > 0 ? <br /> : null}
          <span class="muted">{question}</span> {answer}
        </span>
      ))}
    </>
  )
}

type Line = { cents: number; notCharged: NotCharged | null; entry: FeeEntry }

function Amount({ t, line: { cents, notCharged, entry } }: { t: Text; line: Line }) {
  return (
    <>
      <Money t={t} cents={cents} />
      {notCharged ? (
        <>
          <br />
          <span class="muted">{t(`fees.${notCharged}`, { amount: t.money(entry.amountCents) })}</span>
        </>
      ) : null}
    </>
  )
}

function Due({ worked }: { worked: Worked }) {
  const { words, workings } = worked
  const { t } = words
  const rows = workings.due.map(({ code, because, amountCents: cents, notCharged, entry }) => [
    nameOf(worked, code),
    <Because key="why" worked={worked} because={because} />,
    <Amount key="amount" t={t} line={{ cents, notCharged, entry }} />,
  ])
  return (
    <>
      <Table caption={words.get('form.title')} head={[t('fees.fee'), t('fees.why'), t('fees.amount')]} rows={rows} numeric={[2]} />
      <p>
        {t('fees.sum')}{' '}
        <strong>
          <Money t={t} cents={workings.sumCents} />
        </strong>
      </p>
    </>
  )
}

function NotDue({ worked }: { worked: Worked }) {
  const { words, workings } = worked
  const { t } = words
  if (workings.notDue.length === 0) return null
  const rows = workings.notDue.map(({ entry, because }) => ({
    question: t('fees.not-due-line', { fee: nameOf(worked, entry.code), amount: t.money(entry.amountCents) }),
    answer: <Because worked={worked} because={because} />,
  }))
  return (
    <details>
      <summary>{t('fees.not-due')}</summary>
      <SummaryList t={t} rows={rows} />
    </details>
  )
}

/** What it would cost on paper, where that is another sum, and what can be asked for there only. */
function OnPaper({ worked }: { worked: Worked }) {
  const { words, workings } = worked
  const { t } = words
  const { paperCents, sumCents, paperOnly } = workings
  const fullCents = workings.due.reduce((sum, { entry, notCharged }) => sum + (notCharged === 'suspended' ? 0 : entry.amountCents), 0)
  return (
    <>
      {paperCents !== null && paperCents !== fullCents && sumCents === fullCents ? (
        <p class="muted">{t('fees.paper', { amount: t.money(paperCents) })}</p>
      ) : null}
      {sumCents === 0
        ? null
        : paperOnly.map(({ code, amountCents }) => (
            <p key={code} class="muted">
              {t('fees.paper-only', { fee: nameOf(worked, code), amount: t.money(amountCents) })}
            </p>
          ))}
    </>
  )
}

/** Each source once, with the fees that rest on it. */
function Sources({ worked }: { worked: Worked }) {
  const { agency, words, workings } = worked
  const { t } = words
  const entries = [...workings.due, ...workings.notDue].map(({ entry }) => entry)
  if (entries.length === 0) return null
  const bySource = [...Map.groupBy(entries, ({ source, from }) => `${source} ${from}`).values()]
  return (
    <details>
      <summary>{t('fees.source')}</summary>
      {bySource.map((fees) => {
        const [{ source, from } = { source: '', from: '' }] = fees
        return (
          <div key={`${source} ${from}`}>
            <p>
              <strong>{fees.map(({ code }) => nameOf(worked, code)).join(', ')}</strong>
              <br />
              {/* A citation, as the pack has it. */}
              <span lang="en">{source}.</span> {t('fees.source-line', { day: t.day(Temporal.PlainDate.from(from)) })}
            </p>
          </div>
        )
      })}
      <FeesSource t={t} agency={agency} />
    </details>
  )
}

/**
 * What a draft costs and how that was worked out: each fee with the answers that bring it about, those of the form that
 * they do not, the sum, what it would be on paper, and where the amounts come from.
 */
export function FeesWorkedOut({ waived, ...props }: Props) {
  const worked = { ...props, workings: feeWorkings(props.agency, props.replay, waived) }
  const { t } = props.words
  return (
    <div class="stack">
      {worked.workings.due.length === 0 ? <p>{t('fees.none')}</p> : <Due worked={worked} />}
      <p class="muted">{t('fees.of-day', { day: t.day(Temporal.PlainDate.from(props.replay.today)) })}</p>
      <OnPaper worked={worked} />
      <NotDue worked={worked} />
      <Sources worked={worked} />
    </div>
  )
}
