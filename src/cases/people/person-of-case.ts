import { accountsOfPerson, standingOf } from '../../accounts/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { personsNamed } from '../../profile/index.ts'
import { paperPeople } from '../paper-link/paper-people.ts'
import { listPersonsOfCase } from './person-store.ts'

/** How the person of a case is called: on its form on paper, else as they state it in their account; null: nowhere. For the worker and the office. */
export async function personOfCase(context: Pick<OperationContext, 'tx' | 'services'>, caseId: string): Promise<string | null> {
  const onPaper = (await paperPeople(context, [caseId])).get(caseId)?.names[0]
  if (onPaper) return onPaper
  for (const account of await listPersonsOfCase(context.tx, caseId)) {
    const accounts = await accountsOfPerson(context, (await standingOf(context, account)) ?? account)
    const named = await personsNamed(context, accounts)
    const name = accounts.flatMap((each) => named.get(each)?.names[0] ?? [])[0]
    if (name) return name
  }
  return null
}
