import type { ScanOutcome } from './receive-scan.ts'

export const scanFileField = 'scan'

type Shown = ScanOutcome | 'signed-out'

const outcomes: Readonly<Record<Shown, true>> = {
  received: true,
  doubled: true,
  'no-file': true,
  'bad-name': true,
  empty: true,
  'too-large': true,
  'type-not-allowed': true,
  heic: true,
  'name-and-content-differ': true,
  interrupted: true,
  'signed-out': true,
}

const isOutcome = (text: string): text is Shown => Object.hasOwn(outcomes, text)

export const withOutcome = (path: string, outcome: Shown): string => `${path}?outcome=${outcome}`

/** What the address says of the file that was just sent; null: nothing, or nothing that we said. */
export function scanOutcomeIn({ outcome = '' }: Readonly<Record<string, string>>): Shown | null {
  return isOutcome(outcome) ? outcome : null
}
