import type { AgencyPack } from '../../../agency/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { Button, type Choice, Select } from '../../../ui/index.ts'
import { kindName } from '../../pages/description-words.tsx'
import { kindNotSaid, kindsIn, type LibraryDocument, type Narrowing } from '../library.ts'

/** So many documents can be looked through without help. */
const fewMost = 5

/** Reads it from an address; what is none of ours narrows nothing. */
export function narrowingIn({ kind = '', days }: Readonly<Record<string, string>>): Narrowing {
  return { kind: /^[a-z0-9-]{1,60}$/.test(kind) ? kind : '', days: days === 'passed' || days === 'valid' ? days : '' }
}

/** As an address says it. */
export const narrowingQuery = ({ kind, days }: Narrowing): Record<string, string> => ({ ...(kind ? { kind } : {}), ...(days ? { days } : {}) })

export const isNarrowed = ({ kind, days }: Narrowing): boolean => kind !== '' || days !== ''

interface NarrowShown {
  t: Text
  agency: AgencyPack
  documents: readonly LibraryDocument[]
  narrowing: Narrowing
  /** What else the address has to say. */
  keeps?: Record<string, string>
}

/** Asks by GET: what was found has an address, and looking changes nothing. Only ids stand in it, nothing that a person typed. */
export function NarrowForm({ t, agency, documents, narrowing, keeps = {} }: NarrowShown) {
  if (documents.length <= fewMost && !isNarrowed(narrowing)) return null
  const nameOf = (kind: string) => (kind === kindNotSaid ? t('evidence.library.narrow.not-said') : kindName({ t, agency }, kind))
  const kinds: Choice[] = kindsIn(documents).map((kind) => ({ value: kind, label: nameOf(kind) }))
  const days: Choice[] = (['passed', 'valid'] as const).map((each) => ({ value: each, label: t(`evidence.library.narrow.${each}`) }))
  return (
    <search>
      <form class="form library-narrow" method="get">
        {Object.entries(keeps).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Select name="kind" label={t('evidence.library.narrow.kind')} options={kinds} value={narrowing.kind} prompt={t('evidence.library.narrow.every-kind')} />
        <Select name="days" label={t('evidence.library.narrow.days')} options={days} value={narrowing.days} prompt={t('evidence.library.narrow.any-day')} />
        <Button look="quiet">{t('evidence.library.narrow')}</Button>
      </form>
    </search>
  )
}
