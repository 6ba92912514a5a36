import type { Keys } from '../../platform/crypto/keys.ts'
import type { FormState } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { AutosaveStatus, Button, ButtonRow, ErrorSummary, FormShell } from '../../ui/index.ts'
import { listOn } from '../definition/layout.ts'
import { questionsOn } from '../journey/course.ts'
import { typedMark } from '../draft/typed-place.ts'
import { placeOfPage } from './autosave-places.ts'
import { DerivedLines } from './derived-lines.tsx'
import { ListView } from './list-view.tsx'
import { offeredAnswers, offeredWords } from './offered-words.ts'
import { Course, EarlierWarnings, Notes, ruleWords, SavedOver } from './page-frame.tsx'
import type { DraftAtPage } from './page-fields.ts'
import { QuestionView } from './question-view.tsx'
import { isPosted, shownOf } from './shown.ts'

type Query = Readonly<Record<string, string>>
type ViewProps = { model: DraftAtPage; form: FormState; query: Query; csrfToken: string; keys: Keys }

function Autosave({ model, keys }: Pick<ViewProps, 'model' | 'keys'>) {
  const { draft, at, words } = model
  const mark = typedMark(keys, draft, placeOfPage(model))
  return <AutosaveStatus t={words.t} to={paths.typedPage({ draft: draft.id, page: at.id })} mark={mark} of="form" />
}

function Questions({ model, form }: Pick<ViewProps, 'model' | 'form'>) {
  const { draft, replay, at, words } = model
  const kept = { answers: { ...offeredAnswers(model), ...draft.answers }, typed: draft.typed[at.id] }
  const shown = shownOf(words, form, at.page.questions, kept)
  const warnings = (questionId: string) =>
    at.contradictions.filter((each) => each.rule.level === 'warning' && each.questionId === questionId)
  return (
    <>
      {questionsOn(replay, at).map(({ question, asked }) => (
        <QuestionView
          key={question.id}
          shown={shown}
          question={question}
          follows={!asked || question.when !== undefined}
          warnings={isPosted(form) ? [] : warnings(question.id).map((each) => ruleWords(model, each))}
          origin={isPosted(form) ? undefined : offeredWords(model, question.id)}
        />
      ))}
    </>
  )
}

function Save({ t, leaves }: { t: DraftAtPage['words']['t']; leaves: boolean }) {
  return (
    <ButtonRow>
      <Button>{t('filing.page.save')}</Button>
      {leaves ? (
        <Button look="plain" name="leave" value="yes">
          {t('filing.page.save-and-leave')}
        </Button>
      ) : null}
    </ButtonRow>
  )
}

/** The one view of every page of every form: its questions, or the entries of its list, and one button that saves. */
export function DraftPageView({ model, form, query, csrfToken, keys }: ViewProps) {
  const { draft, at, words } = model
  const { t } = words
  const intro = words.find(`page.${at.id}.intro`)
  const action = paths.draftPage({ draft: draft.id, page: at.id }) + (query.back === 'review' ? '?back=review' : '')
  const list = listOn(at.page)
  return (
    <>
      <ErrorSummary t={t} errors={form.errors} />
      <SavedOver model={model} query={query} />
      <EarlierWarnings model={model} from={query.from} />
      <Course model={model} />
      <h1>{words.get(`page.${at.id}.title`)}</h1>
      {intro ? <p class="lead">{intro}</p> : null}
      <Notes model={model} form={form} />
      {list ? <ListView model={model} list={list} csrfToken={csrfToken} /> : null}
      <FormShell class={list ? 'form' : 'card form'} action={action} csrfToken={csrfToken}>
        <input type="hidden" name="since" value={form.value('since') || String(draft.version)} />
        {list ? null : <Questions model={model} form={form} />}
        <DerivedLines model={model} />
        {list ? null : <Autosave model={model} keys={keys} />}
        <Save t={t} leaves />
      </FormShell>
    </>
  )
}
