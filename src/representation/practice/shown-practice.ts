import type { RepresentativeKind } from '../../accounts/index.ts'
import type { AgencyPack } from '../../agency/index.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { endingOf, type LicenceState } from '../licences/licence.ts'
import { isCertified, openPracticePart } from './practice.ts'

/** What a client reads of who represents them: what is verified, and what is only said. */
export interface ShownPractice {
  /** As they certified it; null: they have not, or not in the words in force. */
  readonly name: string | null
  readonly kind: RepresentativeKind
  readonly organization: string
  readonly licences: readonly {
    readonly authority: string
    readonly state: LicenceState
    /** The day of the check; null: nobody looked yet. */
    readonly checkedAt: Temporal.Instant | null
    readonly expiresOn: Temporal.PlainDate | null
    readonly expired: boolean
  }[]
}

/** As `representation.practice_shown` of the database gives it. */
interface PracticeJson {
  readonly account: string
  readonly kind: RepresentativeKind
  readonly organization: string
  readonly certifiedKind: RepresentativeKind | null
  readonly certifiedVersion: string | null
  readonly name: string | null
  readonly licences: readonly { readonly authority: string; readonly state: LicenceState; readonly checkedAt: string | null; readonly expiresOn: string | null }[]
}

const certificationOf = ({ certifiedKind: kind, certifiedVersion: version }: PracticeJson) => (kind && version ? { kind, version } : null)

/** Reads what the row of a case brings of its representative's practice. Null: they state none. */
export function shownPractice(keys: Keys, agency: Pick<AgencyPack, 'representatives'>, json: unknown, today: Temporal.PlainDate): ShownPractice | null {
  if (typeof json !== 'object' || json === null) return null
  const its = json as PracticeJson
  const open = (column: 'organization_sealed' | 'certified_name_sealed', sealed: string) => openPracticePart(keys, its.account, column, Buffer.from(sealed, 'base64'))
  const certified = isCertified({ kind: its.kind, certification: certificationOf(its) }, agency.representatives.certification)
  return {
    name: certified && its.name ? open('certified_name_sealed', its.name) : null,
    kind: its.kind,
    organization: open('organization_sealed', its.organization),
    licences: its.licences.map(({ authority, state, checkedAt, expiresOn }) => {
      const last = expiresOn === null ? null : Temporal.PlainDate.from(expiresOn)
      const checked = checkedAt === null ? null : Temporal.Instant.from(checkedAt)
      return { authority, state, checkedAt: checked, expiresOn: last, expired: endingOf({ expiresOn: last }, today) === 'expired' }
    }),
  }
}
