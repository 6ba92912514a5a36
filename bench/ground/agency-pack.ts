import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

export const wideForm = { code: 'bench-60', edition: '2026-01-01', page: 'everything', fields: 60 }

const ids = Array.from({ length: wideForm.fields }, (_, n) => `answer${n + 1}`)

/** As a real form mixes them: text, names, days, choices, emails, numbers. */
const kinds = [
  { kind: 'short-text' },
  { kind: 'name', part: 'family' },
  { kind: 'date', latest: 'today' },
  { kind: 'yes-no' },
  { kind: 'choice', options: ['one', 'two', 'three'] },
  { kind: 'email' },
]

const typed: readonly ((id: string, turn: number) => Record<string, string>)[] = [
  (id, turn) => ({ [id]: `Some words of turn ${turn}` }),
  (id) => ({ [id]: 'Example' }),
  (id) => ({ [`${id}.month`]: '3', [`${id}.day`]: '2', [`${id}.year`]: '1984' }),
  (id) => ({ [id]: 'yes' }),
  (id) => ({ [id]: 'two' }),
  (id) => ({ [id]: 'person@example.test' }),
]

const definition = {
  form: wideForm.code,
  edition: wideForm.edition,
  parts: [
    {
      id: 'all',
      pages: [
        {
          id: wideForm.page,
          questions: ids.map((id, n) => ({ id, item: `Part 1, Item ${n + 1}`, ...kinds[n % kinds.length] })),
        },
        { id: 'after', questions: [{ id: 'last', kind: 'yes-no', item: 'Part 1, Item 61' }] },
      ],
    },
  ],
  rules: [],
  evidence: [],
  fees: [],
  eligibility: { questions: [], outcomes: [{ id: 'yes', outcome: 'yes' }] },
  scenarios: [],
}

/** What a person types into the sixty fields; `turn` makes one answer new at each save. */
export const wideAnswers = (turn: number): Record<string, string> =>
  Object.assign({}, ...ids.map((id, n) => typed[n % typed.length]?.(id, turn)))

/**
 * The pack `us` with one form more: sixty fields on one page. A copy in this folder, so that the product reads it as it
 * reads any pack.
 */
export function writePack(folder: string): string {
  cpSync(join(root, 'agency', 'us'), folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const form = join(folder, 'forms', wideForm.code, wideForm.edition)
  mkdirSync(form, { recursive: true })
  writeFileSync(join(form, 'form.ts'), `export const form = ${JSON.stringify(definition)}`)
  const agency = readFileSync(join(folder, 'agency.ts'), 'utf8')
  writeFileSync(join(folder, 'us.ts'), agency)
  const entry = {
    code: wideForm.code,
    here: true,
    editions: [wideForm.edition],
    ways: 'online',
    officialPage: 'https://example.test/',
  }
  writeFileSync(
    join(folder, 'agency.ts'),
    `import { agency as us } from './us.ts'\nexport const agency = { ...us, forms: [...us.forms, ${JSON.stringify(entry)}] }`,
  )
  writeFileSync(join(folder, 'texts', 'en', `${wideForm.code}.json`), JSON.stringify(words()))
  const shared = join(folder, 'texts', 'en', 'agency.json')
  const texts = {
    ...JSON.parse(readFileSync(shared, 'utf8')),
    ...ofForm('title', 'Sixty fields'),
    ...ofForm('for', 'For measuring.'),
  }
  writeFileSync(shared, JSON.stringify(texts))
  return folder
}

const ofForm = (what: string, text: string) => ({ [`form.${wideForm.code}.${what}`]: text })

const words = (): Record<string, string> => ({
  'form.title': 'Sixty fields',
  'form.short': 'Sixty fields',
  'form.purpose': 'Measuring.',
  'form.who': 'Nobody.',
  'form.note': 'Not a form of any agency.',
  'eligibility.outcome.yes': 'Yes',
  'part.all.title': 'Everything',
  [`page.${wideForm.page}.title`]: 'Everything',
  'page.after.title': 'After it',
  'last.label': 'The last one?',
  ...Object.fromEntries(ids.map((id, n) => [`${id}.label`, `Question ${n + 1}`])),
  ...Object.fromEntries(ids.flatMap((id) => ['one', 'two', 'three'].map((value) => [`${id}.option.${value}`, value]))),
})
