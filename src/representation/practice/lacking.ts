import type { AgencyPack } from '../../agency/index.ts'
import { endingOf, type Licence } from '../licences/licence.ts'
import { isCertified, type Practice } from './practice.ts'

/** What a practice still lacks, in the order in which it is done. `again`: it was certified in other words or as another kind. */
export const lacks = ['details', 'name', 'licence', 'licence-that-runs', 'certification', 'again'] as const
export type Lack = (typeof lacks)[number]

interface Kept {
  readonly practice: Practice | null
  readonly licences: readonly Licence[]
  /** Whether the profile has a name; left out: not asked. */
  readonly hasName?: boolean
}

/** What counts is what is of the kind that they are: who became accredited needs an accreditation, however many bars they are of. */
export const licencesOfKind = ({ practice, licences }: Pick<Kept, 'practice' | 'licences'>): Licence[] => licences.filter(({ kind }) => kind === practice?.kind)

export function lackingIn({ practice, licences, hasName = true }: Kept, agency: Pick<AgencyPack, 'representatives'>, today: Temporal.PlainDate): Lack[] {
  const own = practice ? licencesOfKind({ practice, licences }) : licences
  const runs = own.some((licence) => endingOf(licence, today) !== 'expired' && licence.state !== 'refused')
  const certified = practice !== null && isCertified(practice, agency.representatives.certification)
  return [
    ...(practice ? [] : (['details'] as const)),
    ...(hasName ? [] : (['name'] as const)),
    ...(own.length > 0 ? [] : (['licence'] as const)),
    ...(own.length === 0 || runs ? [] : (['licence-that-runs'] as const)),
    ...(certified ? [] : ([practice?.certification ? 'again' : 'certification'] as const)),
  ]
}
