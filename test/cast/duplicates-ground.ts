import assert from 'node:assert/strict'
import { claimCase } from '../../src/cases/index.ts'
import type { IntakeRow } from '../../src/officer/intake/file/intake-row.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { officePaths } from '../../src/platform/paths.ts'
import { officeGround } from './office-ground.ts'
import { paperRow } from './intake-rows.ts'
import { lettersAbout, takeIn } from './paper-case.ts'
import type { PortalBrowser } from './portal-browser.ts'

export type DuplicatesGround = Awaited<ReturnType<typeof duplicatesGround>>

export const elsewhere = { country: 'US', street: '9 Hill Road', city: 'Utica', region: 'NY', postalCode: '13501' }

/** An office where intake and supervisors say whose forms on paper are. */
export async function duplicatesGround(options: Parameters<typeof officeGround>[0] = {}) {
  const office = await officeGround(options)
  const { owner } = office.database.pools
  assert.ok(owner)
  const caseOf = (receiptNumber: string) => owner.selectFrom('cases.case').selectAll().where('receipt_number', '=', receiptNumber).executeTakeFirstOrThrow()
  const partiesOf = async (receiptNumber: string) =>
    (await owner.selectFrom('cases.party').select(['account', 'role']).where('case', '=', (await caseOf(receiptNumber)).id).where('until_at', 'is', null).execute()).map(({ account }) => account)
  let filings = 0
  const take = async (row: Partial<IntakeRow> = {}) => {
    filings += 1
    const receiptNumber = row.receiptNumber ?? `IOE90${String(filings).padStart(8, '0')}`
    const counts = await takeIn(office, paperRow({ ...row, receiptNumber }))
    return { receiptNumber, counts }
  }
  /** The person of a number of their own. */
  const personOf = (number: number) => ({ familyName: `Lopez${'x'.repeat(number)}`, givenName: 'Maria', dateOfBirth: Temporal.PlainDate.from('1985-06-14') })
  let people = 0

  return {
    ...office,
    owner,
    caseOf,
    partiesOf,
    take,
    /** A form of somebody who has an account, and a second one that may be theirs: same name and birth, another address. */
    async doubtful(about: { first?: Partial<IntakeRow>; second?: Partial<IntakeRow> } = {}) {
      people += 1
      const person = personOf(people)
      const first = await take({ person, ...about.first })
      const second = await take({ person, address: elsewhere, ...about.second })
      assert.deepEqual([first.counts.taken, second.counts.uncertain], [1, 1])
      const [account = ''] = await partiesOf(first.receiptNumber)
      return { person, account, known: first.receiptNumber, receiptNumber: second.receiptNumber }
    },
    /** The account that the agency opened is claimed by a person with an account of their own. */
    async claim(receiptNumber: string, email: string): Promise<Actor> {
      const person = await office.newAccount(email)
      const [letter] = await lettersAbout(office, receiptNumber)
      const claimed = await office.as(person).perform(claimCase, { receiptNumber, accessCode: letter?.accessCode ?? '', dateOfBirth: Temporal.PlainDate.from('1985-06-14') })
      assert.ok(claimed.ok)
      return person
    },
    notices: async (receiptNumber: string) =>
      owner.selectFrom('cases.access_notice').selectAll().where('case', '=', (await caseOf(receiptNumber)).id).execute(),
    question: async (receiptNumber: string) =>
      owner.selectFrom('officer.possible_duplicate').selectAll().where('case', '=', (await caseOf(receiptNumber)).id).executeTakeFirstOrThrow(),
    async takeUp(browser: PortalBrowser, receiptNumber: string) {
      await browser.open(officePaths.duplicate({ receiptNumber }))
      return browser.press('Take it up')
    },
  }
}
