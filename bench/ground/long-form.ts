import type { Answers, FormDefinition, Page, Question } from '../../src/filing/definition/definition.ts'

const pagesCount = 100

const idOf = (page: number, question: number) => `p${page}q${question}`

/** As real forms have them: a yes-no that the rest of its page and some of the next ones hang on, text, a day, a choice. */
function questionsOf(page: number): readonly Question[] {
  const first = idOf(page, 0)
  const follows = { answer: first, is: 'yes' } as const
  return [
    { id: first, kind: 'yes-no', item: `Part 1, Item ${page}` },
    { id: idOf(page, 1), kind: 'short-text', item: `Part 1, Item ${page}.a`, when: follows },
    { id: idOf(page, 2), kind: 'date', latest: 'today', item: `Part 1, Item ${page}.b` },
    { id: idOf(page, 3), kind: 'choice', options: ['one', 'two', 'three'], item: `Part 1, Item ${page}.c`, when: follows },
    { id: idOf(page, 4), kind: 'name', part: 'family', item: `Part 1, Item ${page}.d` },
  ]
}

const pageOf = (page: number): Page => ({
  id: `page-${page}`,
  questions: questionsOf(page),
  ...(page % 4 === 3 ? { when: { answer: idOf(page - 1, 0), is: 'yes' } } : {}),
})

const pages = Array.from({ length: pagesCount }, (_, page) => pageOf(page))

/** Five hundred questions on a hundred pages, every fourth page conditional, and fifty rules over the days. */
export const longForm: FormDefinition = {
  form: 'bench-500',
  edition: '2026-01-01',
  parts: [{ id: 'all', pages }],
  rules: Array.from({ length: 50 }, (_, rule) => ({
    id: `rule-${rule}`,
    level: 'warning' as const,
    at: idOf(rule * 2, 2),
    when: { answer: idOf(rule * 2, 2), after: { answer: idOf(rule * 2 + 1, 2) } },
  })),
  evidence: [],
  fees: [],
  eligibility: { questions: [], outcomes: [{ id: 'yes', outcome: 'yes' }] },
  scenarios: [],
}

/** Every question of it answered. */
export const longAnswers: Answers = Object.fromEntries(
  pages.flatMap(({ questions }) =>
    questions.map(({ id, kind }) => [id, { 'yes-no': 'yes', date: '1984-03-02', choice: 'two', name: 'Example' }[kind as string] ?? 'Some words']),
  ),
)
