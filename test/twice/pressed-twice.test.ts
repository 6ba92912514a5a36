import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { Client } from 'pg'
import { officeRoutesOf, portalRoutesOf } from '../../src/app/composition.ts'
import { runningPortolan } from '../running.ts'
import { type PostingRoute, postingRoutes } from './posting-routes.ts'
import { type Press, pressedSo } from './pressing.ts'
import { ruleOf, rules } from './rules.ts'
import { walk } from './walk.ts'

/** Addresses are read off the routes alone: nothing of a deployment is asked. */
const routes = [...postingRoutes('portal', portalRoutesOf({ partsFor: () => ({}) } as never)), ...postingRoutes('office', officeRoutesOf())]

type Pressed = Press & { form: string }
let once: Pressed[]
let again: Pressed[]

/** The same walk in a product of its own. */
async function walked(times: 'once' | 'again and again'): Promise<Pressed[]> {
  const running = await runningPortolan({ seeded: true })
  const truth = new Client({ connectionString: running.database.urls.superuser })
  await truth.connect()
  const { presses, pressing } = pressedSo(running, times, truth)
  try {
    await walk(running, pressing, truth)
  } finally {
    await truth.end()
    await running.end()
  }
  return presses.map((press) => ({ ...press, form: formAt(press) }))
}

function formAt({ at }: Press): string {
  const [listener = '', path = ''] = at.split(' ')
  const found = routes.find(({ form, isMatch }: PostingRoute) => form.startsWith(`${listener} `) && isMatch(path))
  assert.ok(found, `${at} is an address of ours`)
  return found.form
}

before(async () => {
  once = await walked('once')
  again = await walked('again and again')
})

test('every form and address that changes anything has one rule by which pressing it twice does it once, and no other has', () => {
  assert.deepEqual(Object.values(rules).flatMap(({ forms }) => forms).toSorted(), routes.map(({ form }) => form).toSorted())
})

test('what is done once under a key has that key among its fields', () => {
  const readsItself = ['portal /drafts/import', 'office /intake/file']
  for (const form of rules.key?.forms ?? [])
    if (!readsItself.includes(form)) assert.ok(routes.find((route) => route.form === form)?.fields.includes('idempotencyKey'), form)
})

test('pressed twice at the same moment and sent once more, every form of the walk does what one press does, and leads on', () => {
  assert.deepEqual(again.map(({ form }) => form), once.map(({ form }) => form), 'both walks go the same way')
  const faults = again.flatMap(({ form, added, statuses }, index) => {
    const { each = [] } = ruleOf(form) ?? {}
    const single = once[index]?.added ?? {}
    const more = Object.keys({ ...added, ...single }).filter((table) => !each.includes(table) && added[table] !== single[table])
    const lost = statuses.filter((status) => status >= 500 || status === 404)
    return [...more.map((table) => `${form} adds ${added[table] ?? 0} to ${table}, not ${single[table] ?? 0}`), ...lost.map((status) => `${form} answers ${status}`)]
  })
  assert.deepEqual(faults, [])
})

test('the walk goes through the forms of signing up, filing, paying, changing what is one’s own, and the desk', () => {
  const forms = new Set(again.map(({ form }) => form))
  assert.ok(forms.size >= 51, `${forms.size} forms`)
})
