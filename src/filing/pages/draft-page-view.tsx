import type { FormState } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, ButtonRow, ErrorSummary, FormShell, StepIndicator } from '../../ui/index.ts'
import { shownAgain } from '../definition/clean.ts'
import { backPage, questionsOn, reachedPage } from '../journey/course.ts'
import { fieldValues } from '../journey/fields.ts'
import type { Contradiction } from '../journey/replay.ts'
import type { Shown } from './control-view.tsx'
import type { DraftAtPage } from './page-fields.ts'
import { QuestionView } from './question-view.tsx'

type Query = Readonly<Record<string, string>>
type ViewProps = { model: DraftAtPage; form: FormState; query: Query; csrfToken: string }

const ruleWords = ({ words }: DraftAtPage, { rule }: Contradiction) => words.get(`rule.${rule.id}`)

const isPosted = (form: FormState) => form.errors.length > 0 || form.parked

/** What the fields show: what was just posted, or else what was typed and not accepted before, or else the answers. */
function shownOf({ draft, at, words }: DraftAtPage, form: FormState): Shown {
  const kept = { ...ownCountry(at.page.questions), ...fieldValues(at.page, draft.answers), ...draft.typed[at.id] }
  const values = (name: string): readonly string[] => {
    if (isPosted(form)) return form.values(name).map(shownAgain)
    const value = Object.hasOwn(kept, name) ? kept[name] : undefined
    return value === undefined ? [] : typeof value === 'string' ? [value] : value
  }
  return { words, values, value: (name) => values(name)[0] ?? '', error: form.error }
}

/** An address starts in the agency's own country: that is where most are. */
const ownCountry = (questions: DraftAtPage['at']['page']['questions']) =>
  Object.fromEntries(questions.filter(({ kind }) => kind === 'address').map(({ id }) => [`${id}.country`, 'US']))

function Course({ model: { draft, replay, at, words } }: { model: DraftAtPage }) {
  const needed = replay.pages.filter(({ state }) => state !== 'not-needed')
  const back = backPage(replay, at.id)
  const where = back ? paths.draftPage({ draft: draft.id, page: back }) : paths.draft({ draft: draft.id })
  return (
    <>
      <p>
        <a href={where}>{words.t('filing.page.back')}</a>
      </p>
      <StepIndicator
        t={words.t}
        current={needed.indexOf(at) + 1}
        of={needed.length}
        title={words.get(`part.${at.part.id}.title`)}
      />
    </>
  )
}

/** What the page before has to say: it was saved, and its answers look odd together. */
function EarlierWarnings({ model, from }: { model: DraftAtPage; from: string | undefined }) {
  const earlier = from === undefined || from === model.at.id ? undefined : reachedPage(model.replay, from)
  const warnings = earlier?.contradictions.filter(({ rule }) => rule.level === 'warning') ?? []
  if (!earlier || warnings.length === 0) return null
  const { t } = model.words
  return (
    <Alert kind="warn" title={t('filing.page.saved-look-again')} live>
      {warnings.map((warning) => (
        <p key={warning.rule.id}>{ruleWords(model, warning)}</p>
      ))}
      <p>
        <a href={paths.draftPage({ draft: model.draft.id, page: earlier.id })}>
          {t('filing.page.go-back-to', { page: model.words.get(`page.${earlier.id}.title`) })}
        </a>
      </p>
    </Alert>
  )
}

/** Errors that answers on other pages brought about: this page is saved, and still blocks. */
function Broken({ model }: { model: DraftAtPage }) {
  const broken = model.at.contradictions.filter(({ rule }) => rule.level === 'error')
  if (broken.length === 0) return null
  return (
    <Alert kind="act" title={model.words.t('filing.page.does-not-fit')}>
      {broken.map((each) => (
        <p key={each.rule.id}>{ruleWords(model, each)}</p>
      ))}
    </Alert>
  )
}

function Notes({ model, form }: { model: DraftAtPage; form: FormState }) {
  const { t } = model.words
  if (form.parked) return <Alert kind="warn">{t('platform.form.parked')}</Alert>
  if (isPosted(form)) return null
  const isTyped = Object.hasOwn(model.draft.typed, model.at.id)
  return (
    <>
      {isTyped ? <Alert kind="info">{t('filing.page.typed')}</Alert> : null}
      <Broken model={model} />
    </>
  )
}

/** The one view of every page of every form: its questions, one button that saves them. */
export function DraftPageView({ model, form, query, csrfToken }: ViewProps) {
  const { draft, replay, at, words } = model
  const { t } = words
  const shown = shownOf(model, form)
  const intro = words.find(`page.${at.id}.intro`)
  const action = paths.draftPage({ draft: draft.id, page: at.id }) + (query.back === 'review' ? '?back=review' : '')
  const warnings = (questionId: string) =>
    at.contradictions.filter((each) => each.rule.level === 'warning' && each.questionId === questionId)
  return (
    <>
      <ErrorSummary t={t} errors={form.errors} />
      <EarlierWarnings model={model} from={query.from} />
      <Course model={model} />
      <h1>{words.get(`page.${at.id}.title`)}</h1>
      {intro ? <p class="lead">{intro}</p> : null}
      <Notes model={model} form={form} />
      <FormShell class="card form" action={action} csrfToken={csrfToken}>
        {questionsOn(replay, at).map(({ question, asked }) => (
          <QuestionView
            key={question.id}
            shown={shown}
            question={question}
            follows={!asked || question.when !== undefined}
            warnings={isPosted(form) ? [] : warnings(question.id).map((each) => ruleWords(model, each))}
          />
        ))}
        <ButtonRow>
          <Button>{t('filing.page.save')}</Button>
          <Button look="plain" name="leave" value="yes">
            {t('filing.page.save-and-leave')}
          </Button>
        </ButtonRow>
      </FormShell>
    </>
  )
}
