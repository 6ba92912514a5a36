import type { FormState } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, ButtonRow, ErrorSummary, FormShell } from '../../ui/index.ts'
import { typedKey } from '../draft/change-list.ts'
import { entriesOf } from '../journey/accept-entry.ts'
import { questionsOfEntry } from '../journey/course.ts'
import type { DraftAtEntry } from './entry-fields.ts'
import { ruleWords } from './page-frame.tsx'
import { QuestionView } from './question-view.tsx'
import { isPosted, shownOf } from './shown.ts'

type ViewProps = { model: DraftAtEntry; form: FormState; key: string; csrfToken: string }

function Questions({ model, form }: Pick<ViewProps, 'model' | 'form'>) {
  const { draft, replay, at, list, entry } = model
  const answers = entriesOf(draft.answers, list).find(({ id }) => id === entry)?.answers ?? {}
  const typed = entry === undefined ? undefined : draft.typed[typedKey(at.id, entry)]
  const shown = shownOf(model.words, form, list.questions, { answers, typed })
  const warned = at.contradictions.filter((each) => each.rule.level === 'warning' && each.entryId === entry)
  const warnings = (questionId: string) =>
    isPosted(form) ? [] : warned.filter((each) => each.questionId === questionId).map((each) => ruleWords(model, each))
  return (
    <>
      {typed && !isPosted(form) ? <Alert kind="info">{model.words.t('filing.page.typed')}</Alert> : null}
      {questionsOfEntry(replay, list, answers).map(({ question, asked }) => (
        <QuestionView
          key={question.id}
          shown={shown}
          question={question}
          follows={!asked || question.when !== undefined}
          warnings={warnings(question.id)}
        />
      ))}
    </>
  )
}

/** The page of one entry of a list: its questions, and back to the list. */
export function EntryView({ model, form, key, csrfToken }: ViewProps) {
  const { draft, at, words, list, entry } = model
  const { t } = words
  const page = paths.draftPage({ draft: draft.id, page: at.id })
  const action = paths.draftEntry({ draft: draft.id, page: at.id, entry: entry ?? 'new' })
  return (
    <>
      <ErrorSummary t={t} errors={form.errors} />
      <p>
        <a href={page}>{t('filing.list.back', { list: words.get(`page.${at.id}.title`) })}</a>
      </p>
      <h1>{words.get(`${list.id}.entry`)}</h1>
      {form.parked ? <Alert kind="warn">{t('platform.form.parked')}</Alert> : null}
      <FormShell class="card form" action={action} csrfToken={csrfToken} idempotencyKey={entry ? undefined : key}>
        <Questions model={model} form={form} />
        <ButtonRow>
          <Button>{t('filing.page.save')}</Button>
          <ButtonLink look="plain" href={page}>
            {t('filing.list.cancel')}
          </ButtonLink>
        </ButtonRow>
      </FormShell>
    </>
  )
}
