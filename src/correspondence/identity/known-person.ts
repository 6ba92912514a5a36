import { ownPaperPerson, type PartyCase } from '../../cases/index.ts'
import { personOfFiling } from '../../filing/index.ts'
import type { Vouched } from '../../platform/identity-provider/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { nameFits, type WrittenName } from '../../profile/index.ts'

export interface KnownPerson extends WrittenName {
  readonly dateOfBirth: Temporal.PlainDate
}

/**
 * Who the form of a case says its person is, as they filed it here or on paper. What the account states of itself does not count:
 * whoever took it over could state their own. Null: nothing to compare with.
 */
export async function knownPerson(context: Pick<OperationContext, 'tx' | 'services'>, { id }: Pick<PartyCase, 'id'>): Promise<KnownPerson | null> {
  const filed = await personOfFiling(context, id)
  if (filed) return filed
  const paper = await ownPaperPerson(context, id)
  return paper && { given: paper.givenName, middle: '', family: paper.familyName, dateOfBirth: paper.dateOfBirth }
}

type Named = Pick<Vouched, 'givenName' | 'familyName'>
const whole = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ')

/** One name, whichever of the two has the middle names: they may be whole, initials or left out. Accents and capitals do not count. */
function isNamed({ givenName, familyName }: Named, known: WrittenName): boolean {
  const [first = '', ...middle] = givenName.trim().split(/\s+/)
  return nameFits(whole(givenName, familyName), known) || nameFits(whole(known.given, known.family), { given: first, middle: middle.join(' '), family: familyName })
}

/** Whether whom a provider vouches for is the person of the case: by name and by date of birth. */
export const isSamePerson = (vouched: Named & Pick<Vouched, 'dateOfBirth'>, known: KnownPerson): boolean =>
  Temporal.PlainDate.compare(vouched.dateOfBirth, known.dateOfBirth) === 0 && isNamed(vouched, known)
