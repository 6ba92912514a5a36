import type { OperationContext } from '../../platform/operation.ts'
import type { NamedPerson } from '../../profile/index.ts'
import { nameOnPaper, openPaperPerson } from './paper-filing.ts'
import { listPaperFilings } from './paper-people-store.ts'

/** Whom these forms on paper are of, for the office's search, by case. */
export async function paperPeople({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, cases: readonly string[]): Promise<ReadonlyMap<string, NamedPerson>> {
  return new Map(
    (await listPaperFilings(tx, cases)).map((row) => {
      const person = openPaperPerson(services.keys, row.case, row.sealed)
      return [row.case, { names: [nameOnPaper(person)], born: person.dateOfBirth.year, aNumber: person.aNumber }]
    }),
  )
}

/** How the form on paper of a case calls its person, in parts; null: it came otherwise. */
export async function namesOnPaper({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, caseId: string): Promise<{ family: string; given: string } | null> {
  const [row] = await listPaperFilings(tx, [caseId])
  if (!row) return null
  const { familyName: family, givenName: given } = openPaperPerson(services.keys, caseId, row.sealed)
  return { family, given }
}
