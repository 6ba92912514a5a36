import type { Keys } from '../../platform/crypto/keys.ts'
import type { FormState } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { AutosaveStatus, Alert, Button, ButtonLink, ButtonRow, ErrorSummary, FormShell, Tag } from '../../ui/index.ts'
import { typedKey } from '../draft/change-list.ts'
import { entriesOf } from '../journey/accept-entry.ts'
import { questionsOfEntry } from '../journey/course.ts'
import { entryName } from '../journey/words.ts'
import { entryAddress } from './entry-address.ts'
import { typedMark } from '../draft/typed-place.ts'
import { placeOfEntry } from './autosave-places.ts'
import { type DraftAtEntry, partName } from './entry-fields.ts'
import { ForClient } from './for-client.tsx'
import { ruleWords } from './page-frame.tsx'
import { QuestionView } from './question-view.tsx'
import { isPosted, shownOf } from './shown.ts'

type ViewProps = { model: DraftAtEntry; form: FormState; key: string; csrfToken: string; keys: Keys }

function Autosave({ model, key: newKey, keys }: Pick<ViewProps, 'model' | 'key' | 'keys'>) {
  const { draft, at, words, entry } = model
  const placed = { draft: draft.id, page: at.id, entry: entry ?? 'new' }
  const part = partName(model)
  const mark = typedMark(keys, draft, placeOfEntry(model, entry ?? newKey))
  return <AutosaveStatus t={words.t} to={paths.typedEntry(placed) + (part ? `?part=${part}` : '')} mark={mark} of="form" />
}

function Questions({ model, form }: Pick<ViewProps, 'model' | 'form'>) {
  const { draft, replay, at, list, entry, part } = model
  const answers = entriesOf(draft.answers, list).find(({ id }) => id === entry)?.answers ?? {}
  const typed = entry === undefined ? undefined : draft.typed[typedKey(at.id, entry, partName(model))]
  const shown = shownOf(model.words, form, part.questions, { answers, typed })
  const warned = at.contradictions.filter((each) => each.rule.level === 'warning' && each.entryId === entry)
  const warnings = (questionId: string) =>
    isPosted(form) ? [] : warned.filter((each) => each.questionId === questionId).map((each) => ruleWords(model, each))
  return (
    <>
      {typed && !isPosted(form) ? <Alert kind="info">{model.words.t('filing.page.typed')}</Alert> : null}
      {questionsOfEntry(replay, list, answers, part).map(({ question, asked }) => (
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

/** The title of a page of an entry: that of the entry, or of the page where it has several. */
export const partTitle = ({ words, list, part }: DraftAtEntry): string =>
  words.get(list.pages ? `${list.id}.page.${part.id}` : `${list.id}.entry`)

const tags = { done: 'good', now: 'plain', later: 'plain' } as const

/** The pages of an entry that has several, with what is done of them; those that may be opened lead there. */
function PartsOfEntry({ model }: { model: DraftAtEntry }) {
  const { draft, at, words, list, entry, part, parts } = model
  const needed = parts.filter(({ state }) => state !== 'not-needed')
  if (!list.pages) return null
  const link = (id: string) => entryAddress({ draft: draft.id, page: at.id, entry: entry ?? 'new' }, id)
  return (
    <nav aria-label={words.get(`${list.id}.entry`)}>
      <ol>
        {needed.map(({ id, state, reached }) => {
          const title = words.get(`${list.id}.page.${id}`)
          const isHere = id === part.id
          return (
            <li key={id} aria-current={isHere ? 'step' : undefined}>
              {reached && !isHere ? <a href={link(id)}>{title}</a> : title}{' '}
              {state === 'not-needed' || isHere ? null : <Tag kind={tags[state]}>{words.t(`catalogue.entry.${state}`)}</Tag>}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** What an entry with several pages is called on each of them. */
function EntryName({ model }: { model: DraftAtEntry }) {
  const { draft, words, list, entry } = model
  if (!list.pages) return null
  const answers = entriesOf(draft.answers, list).find(({ id }) => id === entry)?.answers ?? {}
  return <p class="lead">{entryName(words, list, answers) ?? words.get(`${list.id}.entry`)}</p>
}

/** A page of one entry of a list: its questions, and back to the list. */
export function EntryView({ model, form, key, csrfToken, keys }: ViewProps) {
  const { draft, at, words, entry } = model
  const { t } = words
  const page = paths.draftPage({ draft: draft.id, page: at.id })
  const action = entryAddress({ draft: draft.id, page: at.id, entry: entry ?? 'new' }, partName(model))
  return (
    <>
      <ErrorSummary t={t} errors={form.errors} />
      <ForClient model={model} />
      <p>
        <a href={page}>{t('filing.list.back', { list: words.get(`page.${at.id}.title`) })}</a>
      </p>
      <h1>{partTitle(model)}</h1>
      <EntryName model={model} />
      <PartsOfEntry model={model} />
      {form.parked ? <Alert kind="warn">{t('platform.form.parked')}</Alert> : null}
      <FormShell class="card form" action={action} csrfToken={csrfToken} idempotencyKey={entry ? undefined : key}>
        <Questions model={model} form={form} />
        {Autosave({ model, key, keys })}
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
