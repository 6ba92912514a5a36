import type { FormWords } from '../catalogue/forms.ts'
import type { Condition, FormDefinition, Page, Question, Rule } from '../definition/definition.ts'
import { conditionNotation } from '../journey/condition-notation.ts'
import { conditionWords } from '../journey/condition-words.ts'

type Scene = { words: FormWords; definition: FormDefinition }

/** When something is asked: in words where it can be said in words, else by the ids of the definition. */
export function When({ words, definition, when, says = 'when' }: Scene & { when: Condition | undefined; says?: 'when' | 'given-when' }) {
  if (when === undefined) return null
  const said = conditionWords(words, definition, when)
  return (
    <>
      {' · '}
      {words.t(`filing.all-pages.${says}`)} {said ?? <code>{conditionNotation(when)}</code>}
    </>
  )
}

/** “Part 2, Item 1.a, 1.b, 1.c”: what the numbers have in common is said once. */
export function itemsWords(item: string | readonly string[]): string {
  const split = [item].flat().map((one) => /^(.*) (\S+)$/.exec(one) ?? [one, '', one])
  const groups = Map.groupBy(split, ([, before]) => before ?? '')
  return [...groups].map(([before, all]) => `${before} ${all.map(([, , number]) => number).join(', ')}`.trim()).join('; ')
}

function QuestionLine({ question, ...scene }: Scene & { question: Question }) {
  return (
    <li>
      <a href={`#question-${question.id}`}>
        <code>{question.id}</code>
      </a>{' '}
      · <code>{question.kind}</code> · <span lang="en">{itemsWords(question.item)}</span>
      <When {...scene} when={question.when} />
      {question.kind === 'list' ? (
        <ul>
          {question.questions.map((one) => (
            <QuestionLine key={one.id} {...scene} question={one} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

/** What may not be said together: its words and its authority. */
function RuleLine({ words, rule }: { words: FormWords; rule: Rule }) {
  return (
    <li id={`rule-${rule.id}`}>
      <code>{rule.id}</code> ({words.t(`filing.all-pages.rule.${rule.level}`)}): {words.find(`rule.${rule.id}`)}
      {rule.cite ? <span lang="en"> ({rule.cite})</span> : null}
    </li>
  )
}

/** What the writer of a page knows of it and who fills it in does not see. */
export function SmallPrint({ page, ...scene }: Scene & { page: Page }) {
  const { words, definition } = scene
  const placed = new Set(page.questions.flatMap((one) => [one.id, ...(one.kind === 'list' ? one.questions.map(({ id }) => id) : [])]))
  const rules = definition.rules.filter(({ at }) => placed.has(at))
  return (
    <div class="small-print">
      <p>
        <a href={`#page-${page.id}`}>
          <code>{page.id}</code>
        </a>
        <When {...scene} when={page.when} />
      </p>
      <ul>
        {page.questions.map((question) => (
          <QuestionLine key={question.id} {...scene} question={question} />
        ))}
      </ul>
      {rules.length === 0 ? null : (
        <>
          <p>{words.t('filing.all-pages.rules', { count: rules.length })}</p>
          <ul>
            {rules.map((rule) => (
              <RuleLine key={rule.id} words={words} rule={rule} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
