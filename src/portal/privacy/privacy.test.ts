import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../../test/cast/portal-ground.ts'
import { portalRoutes } from '../index.ts'
import { type KeptThing, keptThings } from './kept.ts'

let ground: CasesGround
let portal: PortalGround
before(async () => {
  ground = await casesGround()
  portal = await portalGround(ground, portalRoutes())
})
after(async () => {
  await portal.close()
  await ground.database.drop()
})

/** What a table of the running database says of how long its rows are kept. */
async function statedBy(table: string): Promise<string> {
  const owner = ground.database.pools.owner ?? assert.fail()
  const { rows } = await sql<{ words: string | null }>`select obj_description(${table}::regclass, 'pg_class') as words`.execute(owner)
  return /Kept: ([\s\S]*)/.exec(rows[0]?.words ?? '')?.[1] ?? ''
}

test('how long each thing is kept is what its own table says, and the page names the same number', async () => {
  const { body } = await portal.get('/privacy')
  const cells = [...body.matchAll(/data-label="How long">([^<]*)</g)].map(([, words = '']) => words)
  assert.equal(cells.length, keptThings.length)
  for (const [index, thing] of (keptThings as readonly KeptThing[]).entries()) {
    assert.ok((await statedBy(thing.table)).includes(thing.stated), `${thing.table}: ${thing.stated}`)
    if (thing.number) assert.match(cells[index] ?? '', new RegExp(`\\b${thing.number}\\b`), thing.id)
    else assert.doesNotMatch(cells[index] ?? '', /\d/, thing.id)
  }
})

test('drafts are kept for as many days as the agency pack says', () => {
  const { number } = (keptThings as readonly KeptThing[]).find(({ id }) => id === 'drafts') ?? assert.fail()
  assert.equal(number, ground.services.agency.drafts.days)
})

test('each right leads to the page where a person uses it', async () => {
  const { body } = await portal.get('/privacy')
  for (const path of ['/account/data', '/account/security/openings', '/account/data/close', '/storage-preferences', '/contact-support'])
    assert.ok(body.includes(`href="${path}"`), path)
})
