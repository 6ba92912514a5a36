import { Card } from '../../ui/index.ts'
import type { FormWords } from '../catalogue/forms.ts'
import type { Answers, Condition, EntryQuestion, FormDefinition, ListQuestion, Page, Question, Rule } from '../definition/definition.ts'
import { partsOf } from '../definition/entry-pages.ts'
import { conditionWords } from '../journey/condition-words.ts'
import { QuestionView } from './question-view.tsx'
import { shownOf } from './shown.ts'

/** A form to be drawn whole. `answers`: what stands in the fields; left out, nothing does. */
export type Drawn = { readonly words: FormWords; readonly definition: FormDefinition; readonly answers?: Answers | undefined }

const nothingPosted = { errors: [], parked: false, error: () => undefined, value: () => '', values: () => [] }

/** When something is asked: in words where it can be said in words, else as the definition has it. */
function When({ drawn: { words, definition }, when }: { drawn: Drawn; when: Condition | undefined }) {
  if (when === undefined) return null
  const said = conditionWords(words, definition, when)
  return (
    <p class="muted">
      {words.t('filing.all-pages.when')} {said ?? <code>{JSON.stringify(when)}</code>}
    </p>
  )
}

/** What may not be said together, where it is shown. */
function Rules({ drawn: { words, definition }, questions }: { drawn: Drawn; questions: readonly Question[] }) {
  const here = definition.rules.filter(({ at }) => questions.some(({ id }) => id === at))
  if (here.length === 0) return null
  const line = ({ id, level, cite }: Rule) => (
    <li key={id}>
      <code>{id}</code> ({words.t(`filing.all-pages.rule.${level}`)}): {words.find(`rule.${id}`)}
      {cite ? ` (${cite})` : ''}
    </li>
  )
  return (
    <details>
      <summary>{words.t('filing.all-pages.rules', { count: here.length })}</summary>
      <ul>{here.map(line)}</ul>
    </details>
  )
}

function QuestionOf({ drawn, question }: { drawn: Drawn; question: Question }) {
  if (question.kind === 'list') return <ListOf drawn={drawn} list={question} />
  const shown = shownOf(drawn.words, nothingPosted, [question], { answers: drawn.answers ?? {}, typed: undefined })
  return (
    <div class="stack">
      <p class="muted">
        {[question.item].flat().join(', ')} · <code>{question.id}</code>
      </p>
      <When drawn={drawn} when={question.when} />
      <QuestionView shown={shown} question={question} follows={false} warnings={[]} />
    </div>
  )
}

/** A list with the pages of one entry, as its person comes to them. */
function ListOf({ drawn, list }: { drawn: Drawn; list: ListQuestion }) {
  const { words } = drawn
  const empty = { ...drawn, answers: undefined }
  const pages = partsOf(list)
  const titleOf = (id: string) => (list.pages ? words.find(`${list.id}.page.${id}`) : undefined)
  const questionsOf = (questions: readonly EntryQuestion[]) =>
    questions.map((one) => <QuestionOf key={one.id} drawn={empty} question={one} />)
  return (
    <div class="stack">
      <p class="muted">
        {[list.item].flat().join(', ')} · <code>{list.id}</code>
      </p>
      <When drawn={drawn} when={list.when} />
      <p>
        <strong>{words.find(`${list.id}.label`) ?? list.id}</strong>: {words.find(`${list.id}.add`)}
      </p>
      {pages.map(({ id, questions }) => (
        <section key={id} class="panel stack">
          <h4>{titleOf(id) ?? words.t('filing.all-pages.entry')}</h4>
          {questionsOf(questions)}
        </section>
      ))}
      <Rules drawn={drawn} questions={list.questions} />
    </div>
  )
}

function PageOf({ drawn, page }: { drawn: Drawn; page: Page }) {
  const { words } = drawn
  const intro = words.find(`page.${page.id}.intro`)
  return (
    <section id={`page-${page.id}`}>
      <Card>
        <div class="stack">
          <h3>{words.find(`page.${page.id}.title`) ?? page.id}</h3>
          <p class="muted">
            <code>{page.id}</code>
          </p>
          <When drawn={drawn} when={page.when} />
          {intro ? <p>{intro}</p> : null}
          {page.questions.map((question) => (
            <QuestionOf key={question.id} drawn={drawn} question={question} />
          ))}
          <Rules drawn={drawn} questions={page.questions} />
        </div>
      </Card>
    </section>
  )
}

/** Every page of a form under each other, with items, ids, conditions and rules. */
export function AllPages({ drawn }: { drawn: Drawn }) {
  const { words, definition } = drawn
  return (
    <>
      {definition.parts.map((part) => (
        <section key={part.id} class="stack">
          <h2>{words.find(`part.${part.id}.title`) ?? part.id}</h2>
          {part.pages.map((one) => (
            <PageOf key={one.id} drawn={drawn} page={one} />
          ))}
        </section>
      ))}
    </>
  )
}
