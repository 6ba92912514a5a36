import { Card } from '../../ui/index.ts'
import type { FormWords } from '../catalogue/forms.ts'
import type { FormDefinition } from '../definition/definition.ts'
import { When } from '../pages/all-pages-small-print.tsx'

type Props = { words: FormWords; definition: FormDefinition }

/** What the catalogue and the first page say of the form. */
export const FormInWords = ({ words }: Props) => (
  <section id="words">
    <Card title={words.t('filing.preview.words')}>
      <p>{words.get('form.purpose')}</p>
      <p>{words.get('form.who')}</p>
    </Card>
  </section>
)

const Ids = ({ id, ...whenProps }: { id: string } & Parameters<typeof When>[0]) => (
  <p class="muted">
    <code>{id}</code>
    <When {...whenProps} />
  </p>
)

/** The check before somebody starts: its questions with their answers, and each way that it can end. */
export function EligibilityInWords({ words, definition }: Props) {
  const { questions, outcomes } = definition.eligibility
  const optionOf = (id: string, option: string) => words.find(`eligibility.${id}.option.${option}`) ?? (option === 'yes' || option === 'no' ? words.t(`filing.option.${option}`) : `[eligibility.${id}.option.${option}]`)
  return (
    <section id="eligibility">
      <Card title={words.t('filing.preview.eligibility')}>
        {questions.map(({ id, options, when }) => (
          <div key={id} class="stated">
            <h3>{words.get(`eligibility.${id}.label`)}</h3>
            {words.find(`eligibility.${id}.hint`) ? <p class="muted">{words.find(`eligibility.${id}.hint`)}</p> : null}
            <ul>
              {options.map((option) => (
                <li key={option}>{optionOf(id, option)}</li>
              ))}
            </ul>
            <Ids words={words} definition={definition} id={id} when={when} />
          </div>
        ))}
        {outcomes.map(({ id, outcome, when }) => (
          <div key={id} class="stated">
            <h3>{words.t(`filing.check.outcome.${outcome}`)}</h3>
            <p>{words.get(`eligibility.outcome.${id}`)}</p>
            <Ids words={words} definition={definition} id={id} when={when} says="given-when" />
          </div>
        ))}
      </Card>
    </section>
  )
}

/** Every document that the form may ask for, with its reason and when it is asked for. */
export function DocumentsInWords({ words, definition }: Props) {
  const { t } = words
  return (
    <section id="documents">
      <Card title={t('filing.preview.documents')}>
        {definition.evidence.length === 0 ? <p>{t('filing.form.evidence-none')}</p> : null}
        {definition.evidence.map(({ id, when, required }) => (
          <div key={id} id={`evidence-${id}`} class="stated">
            <h3>{words.get(`evidence.${id}.document`)}</h3>
            <p>{words.get(`evidence.${id}.why`)}</p>
            {words.find(`evidence.${id}.hint`) ? <p class="muted">{words.find(`evidence.${id}.hint`)}</p> : null}
            <p class="muted">
              <code>{id}</code> · {t(required ? 'filing.preview.required' : 'filing.preview.optional')}
              {words.find(`evidence.${id}.when`) ? (
                ` · ${t('filing.all-pages.when')} ${words.find(`evidence.${id}.when`)}`
              ) : (
                <When words={words} definition={definition} when={when} />
              )}
            </p>
          </div>
        ))}
      </Card>
    </section>
  )
}
