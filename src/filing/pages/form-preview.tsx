import type { AgencyPack } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Alert, Button, Card, Select, SummaryList } from '../../ui/index.ts'
import { definitionOf, type FormWords, formWords } from '../catalogue/forms.ts'
import { type FormMeasure, formMeasures } from '../catalogue/published-forms.ts'
import type { Day, FormDefinition } from '../definition/definition.ts'
import { evidenceAsked } from '../journey/consequences.ts'
import { replay, type Replay } from '../journey/replay.ts'
import { scenarioAnswers } from '../journey/scenario-pages.ts'
import { AllPages } from './all-pages.tsx'
import { FeesWorkedOut } from './fee-workings.tsx'

/** A form as its writer wants to see it. `person`: a described person whose answers stand in it. */
export type PreviewOf = { readonly form: string; readonly edition: Day; readonly person?: string | undefined }
/** `faults`: of this form, as `formFaults` finds them; it takes a while, and is the same for everybody. */
type Props = PreviewOf & { agency: AgencyPack; t: Text; today: Day; faults: readonly string[] }

/** A text that is not written yet shows its key in the place where it will stand. */
function lenient(words: FormWords): FormWords {
  return { ...words, get: (key) => words.find(key) ?? `[${key}]` }
}

function Facts({ t, measure }: { t: Text; measure: FormMeasure | undefined }) {
  if (!measure) return null
  const { questions, pages, rules, evidence, people, edition } = measure
  return <p class="lead">{t('filing.preview.facts', { edition, questions, pages, rules, evidence, people })}</p>
}

function Faults({ t, faults }: { t: Text; faults: readonly string[] }) {
  if (faults.length === 0) return <Alert kind="good">{t('filing.preview.sound')}</Alert>
  return (
    <Alert kind="warn" title={t('filing.preview.faults', { count: faults.length })}>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </Alert>
  )
}

function Contents({ words, definition }: { words: FormWords; definition: FormDefinition }) {
  return (
    <details>
      <summary>{words.t('filing.preview.contents')}</summary>
      <ol>
        {definition.parts.map((part) => (
          <li key={part.id}>
            {words.find(`part.${part.id}.title`) ?? part.id}
            <ul>
              {part.pages.map(({ id }) => (
                <li key={id}>
                  <a href={`#page-${id}`}>{words.find(`page.${id}.title`) ?? id}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  )
}

function ChoosePerson({ t, definition, person }: { t: Text; definition: FormDefinition; person: string | undefined }) {
  const options = definition.scenarios.map(({ name }) => ({ value: name, label: name }))
  if (options.length === 0) return null
  return (
    <form class="form" method="get" action="/">
      <Select name="person" label={t('filing.preview.person')} options={options} value={person} prompt={t('filing.preview.nobody')} />
      <Button look="quiet">{t('filing.preview.show')}</Button>
    </form>
  )
}

/** What a described person's answers come to: how far they get, the documents asked for and the fees. */
function Outcome({ agency, words, replayed }: { agency: AgencyPack; words: FormWords; replayed: Replay }) {
  const { t } = words
  const asked = evidenceAsked(replayed)
  return (
    <Card title={t('filing.preview.outcome')}>
      <p>{t('filing.preview.progress', replayed.progress)}</p>
      {asked.length > 0 ? (
        <SummaryList
          t={t}
          rows={asked.map(({ id, required }) => ({
            question: words.get(`evidence.${id}.document`),
            answer: t(required ? 'filing.preview.required' : 'filing.preview.optional'),
          }))}
        />
      ) : null}
      <FeesWorkedOut agency={agency} words={words} replay={replayed} />
    </Card>
  )
}

/**
 * One edition of a form for who writes it, filed here or not: how large it is, what is wrong with it, every page, and what
 * the answers of a described person come to.
 */
export function FormPreview({ agency, t, form, edition, person, today, faults }: Props) {
  const definition = definitionOf(agency, form, edition)
  const words = lenient(formWords(agency, t, form, edition))
  const scenario = definition.scenarios.find(({ name }) => name === person)
  const answers = scenario && scenarioAnswers(definition, scenario)
  const isOwn = (fault: string) => fault.startsWith(`${form} ${edition}`)
  const measure = formMeasures(agency, form).find((one) => one.edition === edition)
  return (
    <div class="stack">
      <h1>{words.get('form.title')}</h1>
      <Facts t={t} measure={measure} />
      <Faults t={t} faults={faults.filter(isOwn)} />
      <ChoosePerson t={t} definition={definition} person={scenario?.name} />
      {answers ? <Outcome agency={agency} words={words} replayed={replay(definition, answers, today)} /> : null}
      <Contents words={words} definition={definition} />
      <AllPages drawn={{ words, definition, answers }} />
    </div>
  )
}
