import assert from 'node:assert/strict'
import type { IntakeRow } from '../../src/officer/intake/file/intake-row.ts'
import { hashedRow } from '../../src/officer/intake/read-rows.ts'
import { beginIntake, takeBatch } from '../../src/officer/intake/take-batch.ts'
import { systemActor } from '../../src/platform/actor.ts'
import type { AccessNotice } from '../../src/cases/paper-link/letter/kinds/access-notice.ts'
import { openLetter } from '../../src/cases/paper-link/printing/sealed-letter.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { showCode } from '../../src/platform/numbers/crockford.ts'
import type { AccountsGround } from './accounts-ground.ts'

/** What is printed in a letter about a case. */
export interface Printed {
  readonly kind: string
  readonly accessCode: string | null
  readonly onlineAccountNumber: string | null
  readonly role: 'applicant' | 'representative'
  readonly facts: AccessNotice
}

/** Takes forms on paper in as the command does. */
export async function takeIn({ parts, database, services }: Pick<AccountsGround, 'parts' | 'database' | 'services'>, ...rows: IntakeRow[]) {
  const worker = performerFor({ ...parts, pool: database.pools.worker }, systemActor('intake'), { id: null, network: null })
  const begun = await worker.perform(beginIntake, { source: 'command', fileName: null })
  assert.ok(begun.ok)
  const numbered = rows.map((row, index) => hashedRow(services.keys, { ...row, line: index + 2 }))
  const taken = await worker.perform(takeBatch, { intake: begun.output, from: 0, to: rows.length + 1, rows: numbered, refused: [] })
  assert.ok(taken.ok, JSON.stringify(taken))
  return taken.output.counts
}

/** The letters of a case that wait for print, opened as the printer opens them. */
export async function lettersAbout({ database, services }: Pick<AccountsGround, 'database'> & { services: Pick<AccountsGround['services'], 'keys'> }, receiptNumber: string): Promise<Printed[]> {
  const owner = database.pools.owner
  assert.ok(owner)
  const rows = await owner
    .selectFrom('cases.letter')
    .innerJoin('cases.case', 'cases.case.id', 'cases.letter.case')
    .select(['cases.letter.id', 'cases.letter.case', 'kind', 'sealed'])
    .where('receipt_number', '=', receiptNumber)
    .orderBy('written_at')
    .execute()
  return rows.map(({ id, case: caseId, kind, sealed }) => {
    assert.ok(sealed)
    const facts = openLetter(services.keys, { id, case: caseId ?? '', kind, sealed }).facts as AccessNotice
    return { ...facts, kind, accessCode: facts.accessCode && showCode(facts.accessCode), facts }
  })
}
