import { Card, Tag } from '../../ui/index.ts'
import type { FormWords } from '../catalogue/forms.ts'
import type { Answers, EntryQuestion, FormDefinition, ListQuestion, Page, Question } from '../definition/definition.ts'
import { partsOf } from '../definition/entry-pages.ts'
import type { Replay } from '../journey/replay.ts'
import { entryName, entrySummary } from '../journey/words.ts'
import { SmallPrint } from './all-pages-small-print.tsx'
import { QuestionView } from './question-view.tsx'
import { shownOf } from './shown.ts'

/** Somebody whose answers stand in the fields, and what they come to. */
export type FilledBy = { readonly answers: Answers; readonly replayed: Replay }

/** A form to be drawn whole. Without `by` nothing stands in the fields. */
export type Drawn = { readonly words: FormWords; readonly definition: FormDefinition; readonly by?: FilledBy | undefined }

const nothingPosted = { errors: [], parked: false, error: () => undefined, value: () => '', values: () => [] }

const NotAsked = ({ words }: { words: FormWords }) => (
  <p>
    <Tag>{words.t('filing.all-pages.not-asked')}</Tag>
  </p>
)

const isAsked = ({ by }: Drawn, question: Question): boolean =>
  by === undefined || by.replayed.pages.some(({ asked }) => asked.some(({ id }) => id === question.id))

function QuestionOf({ drawn, question, isOfEntry = false }: { drawn: Drawn; question: Question; isOfEntry?: boolean }) {
  const { words, by } = drawn
  const answers = isOfEntry ? {} : (by?.answers ?? {})
  const shown = shownOf(words, nothingPosted, [question], { answers, typed: undefined })
  return (
    <div id={`question-${question.id}`} class="stack">
      {isOfEntry || isAsked(drawn, question) ? null : <NotAsked words={words} />}
      {question.kind === 'list' ? (
        <ListOf drawn={drawn} list={question} />
      ) : (
        <QuestionView shown={shown} question={question} follows={false} warnings={[]} whyOpen />
      )}
    </div>
  )
}

/** The entries that somebody gives, as the list names them; the words of an empty list where they give none. */
function EntriesGiven({ drawn: { words, by }, list }: { drawn: Drawn; list: ListQuestion }) {
  const entries = by?.replayed.pages.find(({ page }) => page.questions.some(({ id }) => id === list.id))?.entries ?? []
  if (entries.length === 0) return <p>{words.find(`${list.id}.none`) ?? words.t('filing.list.none')}</p>
  return (
    <ol class="entries">
      {entries.map((entry, index) => (
        <li key={entry.id} class="entry">
          <div>
            <p class="entry-name">{entryName(words, list, entry.submitted) ?? words.t('filing.list.unnamed', { position: index + 1 })}</p>
            <p class="muted">{entrySummary(words, list, entry)}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** A list with the pages of one empty entry, as its person comes to them. */
function ListOf({ drawn, list }: { drawn: Drawn; list: ListQuestion }) {
  const { words } = drawn
  const [hint, tip, why] = (['hint', 'tip', 'why'] as const).map((part) => words.find(`${list.id}.${part}`))
  const titleOf = (id: string) => (list.pages ? words.find(`${list.id}.page.${id}`) : undefined)
  const questionsOf = (questions: readonly EntryQuestion[]) => questions.map((one) => <QuestionOf key={one.id} drawn={drawn} question={one} isOfEntry />)
  return (
    <>
      <p class="entry-name">{words.find(`${list.id}.label`) ?? list.id}</p>
      {[hint, tip, why].map((said) => (said === undefined ? null : <p key={said}>{said}</p>))}
      <EntriesGiven drawn={drawn} list={list} />
      <p class="muted">{words.find(`${list.id}.add`)}</p>
      {partsOf(list).map(({ id, questions }) => (
        <section key={id} class="one-entry stack">
          <h4>{titleOf(id) ?? words.find(`${list.id}.entry`) ?? words.t('filing.all-pages.entry')}</h4>
          {questionsOf(questions)}
        </section>
      ))}
    </>
  )
}

function PageOf({ drawn, page }: { drawn: Drawn; page: Page }) {
  const { words, definition, by } = drawn
  const intro = words.find(`page.${page.id}.intro`)
  const isPassed = by !== undefined && by.replayed.pages.find(({ id }) => id === page.id)?.state === 'not-needed'
  return (
    <section id={`page-${page.id}`}>
      <Card>
        <div class="stack">
          <h3>{words.find(`page.${page.id}.title`) ?? page.id}</h3>
          {isPassed ? <NotAsked words={words} /> : null}
          {intro ? <p>{intro}</p> : null}
          {page.questions.map((question) => (
            <QuestionOf key={question.id} drawn={isPassed ? { words, definition } : drawn} question={question} />
          ))}
          <SmallPrint words={words} definition={definition} page={page} />
        </div>
      </Card>
    </section>
  )
}

/** Every page of a form under each other, as a person sees it, with its ids, items, conditions and rules beneath. */
export function AllPages({ drawn }: { drawn: Drawn }) {
  const { words, definition } = drawn
  return (
    <>
      {definition.parts.map((part) => (
        <section key={part.id} id={`part-${part.id}`} class="stack">
          <h2>{words.find(`part.${part.id}.title`) ?? part.id}</h2>
          {part.pages.map((one) => (
            <PageOf key={one.id} drawn={drawn} page={one} />
          ))}
        </section>
      ))}
    </>
  )
}
