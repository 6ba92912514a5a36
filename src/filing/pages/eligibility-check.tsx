import { agencyText, type AgencyPack } from '../../agency/index.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, Card, ErrorSummary, RadioGroup, SummaryList } from '../../ui/index.ts'
import type { FormWords } from '../catalogue/forms.ts'
import type { FormDefinition } from '../definition/definition.ts'
import { type EligibilityStep, eligibilityStep } from '../journey/consequences.ts'

/** What a person has said so far, in the address and nowhere else. */
export type Check = {
  readonly form: string
  readonly given: Readonly<Record<string, string>>
  readonly step: EligibilityStep
  /** The button was pressed without an answer. */
  readonly unanswered: boolean
}

/** Reads the check out of an address's query; what is no answer of the check is left out. */
export function checkOf(definition: FormDefinition, query: Readonly<Record<string, string>>, today: string): Check {
  const { questions } = definition.eligibility
  const given = Object.fromEntries(
    questions.flatMap(({ id, options }) => {
      const answer = Object.hasOwn(query, id) ? query[id] : undefined
      return answer !== undefined && options.includes(answer) ? [[id, answer]] : []
    }),
  )
  const step = eligibilityStep(definition, given, today)
  return { form: definition.form, given, step, unanswered: 'ask' in step && query.asked === step.ask }
}

type Props = { agency: AgencyPack; words: FormWords; check: Check }

function Given({ words, check }: Props) {
  const given = Object.entries(check.given)
  if (given.length === 0) return null
  const rows = given.map(([id, answer]) => ({
    question: words.get(`eligibility.${id}.label`),
    answer: optionLabel(words, `eligibility.${id}.option.${answer}`, answer),
  }))
  return (
    <div>
      <h3>{words.t('filing.check.your-answers')}</h3>
      <SummaryList t={words.t} rows={rows} />
      <p>
        <a href={paths.form({ form: check.form })}>{words.t('filing.check.again')}</a>
      </p>
    </div>
  )
}

function Ask({ words, check, step }: Props & { step: Extract<EligibilityStep, { ask: string }> }) {
  const { t } = words
  const text = `eligibility.${step.ask}`
  const error = check.unanswered ? t('filing.check.choose') : undefined
  return (
    <form class="form" method="get" action={`${paths.form({ form: check.form })}#check`}>
      <ErrorSummary t={t} errors={error ? [{ at: step.ask, message: error }] : []} />
      {Object.entries(check.given).map(([id, answer]) => (
        <input key={id} type="hidden" name={id} value={answer} />
      ))}
      <input type="hidden" name="asked" value={step.ask} />
      <RadioGroup
        name={step.ask}
        label={words.get(`${text}.label`)}
        hint={words.find(`${text}.hint`)}
        error={error}
        options={step.options.map((value) => ({ value, label: optionLabel(words, `${text}.option.${value}`, value) }))}
      />
      <Button look="quiet">{t('filing.check.next')}</Button>
    </form>
  )
}

/** Yes and no need no words of the form's own. */
const optionLabel = (words: FormWords, text: string, value: string): string =>
  value === 'yes' || value === 'no' ? (words.find(text) ?? words.t(`filing.option.${value}`)) : words.get(text)

const looks = { yes: 'good', maybe: 'info', 'no-but': 'warn' } as const

function Outcome({ agency, words, step }: Props & { step: Extract<EligibilityStep, { outcome: string }> }) {
  return (
    <Alert kind={looks[step.outcome]} title={words.t(`filing.check.outcome.${step.outcome}`)}>
      <p>{words.get(`eligibility.outcome.${step.id}`)}</p>
      {step.leads ? (
        <p>
          <a href={paths.changeAddress({ use: 'physical' })}>{words.t(`filing.check.leads.${step.leads}`)}</a>
        </p>
      ) : null}
      {step.outcome === 'yes' ? <p>{agencyText(agency, words.t, 'agency', 'agency.check')}</p> : null}
    </Alert>
  )
}

/** A few questions before a form is started: a form of its own that saves nothing, and never ends in a bare “no”. */
export function EligibilityCheck(props: Props) {
  const { words, check } = props
  const { step } = check
  return (
    <div id="check">
      <Card title={words.t('filing.check.title')}>
        <div class="stack">
          {'ask' in step ? <p class="muted">{words.t('filing.check.lead')}</p> : null}
          {'ask' in step ? <Ask {...props} step={step} /> : <Outcome {...props} step={step} />}
          <Given {...props} />
        </div>
      </Card>
    </div>
  )
}
