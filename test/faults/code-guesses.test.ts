import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { claimCase, tryClaim } from '../../src/cases/index.ts'
import { newAccessCode } from '../../src/cases/paper-link/access-code.ts'
import { visitor } from '../../src/platform/actor.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { type AccountsGround, accountsGround } from '../cast/accounts-ground.ts'
import { paperRow } from '../cast/intake-rows.ts'
import { lettersAbout, takeIn } from '../cast/paper-case.ts'
import { readyPerson } from '../cast/ready-person.ts'
import { seededRandom } from './random.ts'

const guesses = 20_000 * Number(process.env.FAULT_RUNS ?? 1)
const cases = 500
const lanes = 8
const random = seededRandom(Number(process.env.FAULT_SEED ?? 2026))
const born = Temporal.PlainDate.from('1985-06-14')
const receiptOf = (place: number) => `IOE9${String(place).padStart(9, '0')}`

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
  const rows = Array.from({ length: cases }, (_, place) =>
    paperRow({ receiptNumber: receiptOf(place), person: { familyName: `Guessed${'x'.repeat(place % 50)}`, givenName: `Maria${'y'.repeat(Math.floor(place / 50))}`, dateOfBirth: born } }),
  )
  await takeIn(ground, ...rows)
})
after(() => ground.end())

const owner = () => ground.database.pools.owner as NonNullable<AccountsGround['database']['pools']['owner']>

test(`${guesses} guesses of codes, with the right receipt number and date of birth, over all cases and from ever new networks find nothing, change nothing for the owners, and stand in the record`, async () => {
  const before = await owner().selectFrom('cases.access_notice').selectAll().orderBy('id').execute()
  const outcomes = new Map<string, number>()
  const guess = async (turn: number) => {
    // Twenty from one network, and one too many, then another network.
    const by = performerFor(ground.parts, visitor, { id: null, network: `network-${Math.floor(turn / 21)}` })
    const typed = { receiptNumber: receiptOf(Math.floor(random() * cases)), accessCode: newAccessCode(), dateOfBirth: born }
    const tried = await by.perform(tryClaim, typed)
    const outcome = tried.ok ? 'found' : tried.refusal
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  await Promise.all(Array.from({ length: lanes }, async (_, lane) => {
    for (let turn = lane; turn < guesses; turn += lanes) await guess(turn)
  }))
  assert.equal(outcomes.get('found') ?? 0, 0)
  assert.equal((outcomes.get('access-code-not-matched') ?? 0) + (outcomes.get('too-many-attempts') ?? 0), guesses)
  assert.equal(outcomes.get('too-many-attempts'), Math.floor(guesses / 21))
  assert.deepEqual(await owner().selectFrom('cases.access_notice').selectAll().orderBy('id').execute(), before)
  const { count } = await owner().selectFrom('audit.entry').select((eb) => eb.fn.countAll<string>().as('count')).where('operation', '=', 'cases.try-claim').executeTakeFirstOrThrow()
  assert.equal(Number(count), guesses)
  const person = await readyPerson(ground, 'still@example.test')
  const [letter] = await lettersAbout(ground, receiptOf(0))
  const theirs = performerFor(ground.parts, { kind: 'account', id: person.id, roles: ['applicant'], sessionId: null }, { id: null, network: 'home' })
  const claimed = await theirs.perform(claimCase, { receiptNumber: receiptOf(0), accessCode: letter?.accessCode ?? '', dateOfBirth: born })
  assert.ok(claimed.ok, 'the owner’s code works after all of it')
})
