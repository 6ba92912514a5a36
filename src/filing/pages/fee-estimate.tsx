import { type AgencyPack, agencyText } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, Card, ErrorSummary, RadioGroup, Select, SummaryList, Table } from '../../ui/index.ts'
import { definitionOf, formWords, type FormWords, newestEdition } from '../catalogue/forms.ts'
import type { Day, FormDefinition } from '../definition/definition.ts'
import { type EstimatedFee, estimateFees, type FeeEstimate } from '../fees/estimate.ts'
import { type Channel, feesOfForm } from '../fees/fee-lines.ts'
import { outlineOf } from '../journey/outline.ts'
import { labelWords, optionWords } from '../journey/words.ts'

type Query = Readonly<Record<string, string>>
type Props = { t: Text; agency: AgencyPack; query: Query; day: Day }
type Chosen = Omit<Props, 'query'> & { definition: FormDefinition; words: FormWords; estimate: FeeEstimate }

/** More answers than this are a list to choose from: as radios they fill several screens of a phone. */
const radiosMost = 12
const prefix = 'said-'
const here = `${paths.fees()}#estimate`

function labelOf({ t, words, definition }: Chosen, id: string): string {
  const question = outlineOf(definition).questionById.get(id)
  return question ? labelWords(t, words.texts, question) : id
}

function answerOf({ t, words, definition, estimate }: Chosen, id: string): string {
  const question = outlineOf(definition).questionById.get(id)
  const value = estimate.said[id] ?? ''
  return question ? optionWords(t, words.texts, question, value) : value
}

function ChooseForm({ t, agency, chosen }: Omit<Props, 'query' | 'day'> & { chosen: string | undefined }) {
  const options = agency.forms
    .filter(({ here: filed }) => filed)
    .map(({ code }) => ({ value: code, label: agencyText(agency, t, 'agency', `form.${code}.title`) }))
  return (
    <form class="form" method="get" action={here}>
      <Select name="form" label={t('filing.estimate.form')} options={options} value={chosen} prompt={t('filing.estimate.form-prompt')} />
      <Button look="quiet">{t('filing.estimate.show')}</Button>
    </form>
  )
}

function Said(props: Chosen) {
  const { t, definition, estimate } = props
  const said = Object.keys(estimate.said)
  if (said.length === 0) return null
  return (
    <div>
      <h3>{t('filing.estimate.answers')}</h3>
      <SummaryList t={t} rows={said.map((id) => ({ question: labelOf(props, id), answer: answerOf(props, id) }))} />
      <p>
        <a href={`${paths.fees()}?form=${definition.form}#estimate`}>{t('filing.estimate.again')}</a>
      </p>
    </div>
  )
}

function Ask(props: Chosen & { ask: NonNullable<FeeEstimate['ask']>; unanswered: boolean }) {
  const { t, ask, definition, estimate, words } = props
  const name = `${prefix}${ask.question.id}`
  const error = props.unanswered ? t('filing.estimate.choose') : undefined
  const label = labelWords(t, words.texts, ask.question)
  const options = ask.options.map((value) => ({ value, label: optionWords(t, words.texts, ask.question, value) }))
  return (
    <form class="form" method="get" action={here}>
      <ErrorSummary t={t} errors={error ? [{ at: name, message: error }] : []} />
      <input type="hidden" name="form" value={definition.form} />
      <input type="hidden" name="asked" value={ask.question.id} />
      {Object.entries(estimate.said).map(([id, value]) => (
        <input key={id} type="hidden" name={`${prefix}${id}`} value={value} />
      ))}
      {options.length > radiosMost ? (
        <Select name={name} label={label} error={error} options={options} prompt={t('filing.estimate.choose')} />
      ) : (
        <RadioGroup name={name} label={label} error={error} options={options} />
      )}
      <Button look="quiet">{t('filing.estimate.next')}</Button>
    </form>
  )
}

function Why(props: Chosen & { fee: EstimatedFee }) {
  const { t, fee } = props
  if (fee.because.length === 0) return <>{t('filing.estimate.everybody')}</>
  return (
    <>
      {fee.because.map((id, index) => (
        <span key={id}>
          {index > 0 ? <br /> : null}
          {t('filing.estimate.said', { answer: answerOf(props, id) })}
        </span>
      ))}
    </>
  )
}

const entryOf = ({ agency, definition, day }: Chosen, code: string, channel: Channel) =>
  feesOfForm(agency, definition.form, channel, day).find((fee) => fee.code === code)

const feeName = ({ agency, t }: Chosen, { code }: EstimatedFee) => agencyText(agency, t, 'agency', `fee.${code}`)

function amount(props: Chosen, code: string, channel: Channel) {
  const { t } = props
  const entry = entryOf(props, code, channel)
  if (!entry) return t('filing.estimate.not-this-way')
  return <span class="number">{entry.suspended ? t('filing.form.suspended') : t.money(entry.amountCents)}</span>
}

/** Null: one of the fees cannot be paid this way. */
function sum(props: Chosen, fees: readonly EstimatedFee[], channel: Channel): number | null {
  const entries = fees.map(({ code }) => entryOf(props, code, channel))
  return entries.every((entry) => entry !== undefined) ? entries.reduce((cents, entry) => cents + (entry.suspended ? 0 : entry.amountCents), 0) : null
}

function Due(props: Chosen & { fees: readonly EstimatedFee[] }) {
  const { t, fees, day } = props
  if (fees.length === 0) return null
  const total = (channel: Channel) => {
    const cents = sum(props, fees, channel)
    return cents === null ? t('filing.estimate.not-this-way') : <strong class="number">{t.money(cents)}</strong>
  }
  return (
    <Table
      caption={t('filing.estimate.result', { day: t.day(Temporal.PlainDate.from(day)) })}
      head={[t('filing.estimate.fee'), t('filing.estimate.why'), t('filing.estimate.online'), t('filing.estimate.paper')]}
      numeric={[2, 3]}
      rows={[
        ...fees.map((fee) => [feeName(props, fee), <Why key="why" {...props} fee={fee} />, amount(props, fee.code, 'online'), amount(props, fee.code, 'paper')]),
        [<strong key="sum">{t('filing.estimate.sum')}</strong>, '', total('online'), total('paper')],
      ]}
    />
  )
}

function Result(props: Chosen) {
  const { t, estimate } = props
  const [due, maybe, not] = [true, undefined, false].map((verdict) => estimate.fees.filter((fee) => fee.due === verdict))
  return (
    <div class="stack">
      {due?.length || maybe?.length ? null : <p>{t('filing.estimate.nothing')}</p>}
      <Due {...props} fees={due ?? []} />
      {maybe?.length ? (
        <Alert kind="info" title={t('filing.estimate.maybe')}>
          {maybe.map((fee) => (
            <p key={fee.code}>
              {feeName(props, fee)}: {amount(props, fee.code, 'online')}.{' '}
              {t('filing.estimate.maybe-why', { questions: fee.open.map((id) => `“${labelOf(props, id)}”`).join(', ') })}
            </p>
          ))}
        </Alert>
      ) : null}
      {not?.length ? (
        <details>
          <summary>{t('filing.estimate.not-due')}</summary>
          <SummaryList t={t} rows={not.map((fee) => ({ question: feeName(props, fee), answer: <Why {...props} fee={fee} /> }))} />
        </details>
      ) : null}
      {due?.some(({ code }) => entryOf(props, code, 'online')?.waivable) && props.agency.feeWaiver ? <p>{t('waiver.possible')}</p> : null}
      <p class="muted">{t('filing.estimate.charged')}</p>
    </div>
  )
}

function chosenOf({ t, agency, query, day }: Props): Chosen | undefined {
  const edition = query.form === undefined ? undefined : newestEdition(agency, query.form)
  if (query.form === undefined || edition === undefined) return undefined
  const definition = definitionOf(agency, query.form, edition)
  const said = Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])),
  )
  return { t, agency, day, definition, words: formWords(agency, t, query.form), estimate: estimateFees(definition, said, day) }
}

/** What a form costs by a few answers, all of them in the address and none about a person; nothing is kept. */
export function FeeEstimator(props: Props) {
  const { t, agency, query } = props
  const chosen = chosenOf(props)
  const ask = chosen?.estimate.ask
  return (
    <div id="estimate">
      <Card title={t('filing.estimate.title')}>
        <div class="stack">
          <p class="muted">{t('filing.estimate.lead')}</p>
          <ChooseForm t={t} agency={agency} chosen={chosen?.definition.form} />
          {chosen && ask ? <Ask {...chosen} ask={ask} unanswered={query.asked === ask.question.id} /> : null}
          {chosen && !ask ? <Result {...chosen} /> : null}
          {chosen ? <Said {...chosen} /> : null}
        </div>
      </Card>
    </div>
  )
}
