import { signersOfCases } from '../../filing/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { nameFitsWritten, ownPerson, readName } from '../../profile/index.ts'

type Reading = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services'>

/** The names by which the person of a case is known: as they signed its form, and as they say they are called. The first is the one to show. */
export async function namesKnown(context: Reading, caseId: string): Promise<readonly string[]> {
  const signed = (await signersOfCases(context, [caseId])).get(caseId)?.names ?? []
  const { names } = await ownPerson.run(context as Parameters<typeof ownPerson.run>[0], {})
  const stated = names ? [[names.given, names.family].filter((part) => part !== '').join(' '), names.ownScript] : []
  return [...signed, ...stated].filter((name) => name !== '')
}

/** Whether somebody signs with their own name. Of whom none is known it must be a name at all. */
export const isTheirName = (typed: string, known: readonly string[]): boolean =>
  known.length === 0 ? !('error' in readName(typed, 'name')) : known.some((name) => nameFitsWritten(typed, name))
