type Ask = {
  readonly code: string
  /** The forms it is asked for; left out: any. */
  readonly forms?: readonly string[]
  /** It is answered with files; a person who has none says why. */
  readonly files?: true
}

/**
 * What officers ask for, out of which they compose a request. One that has been sent is never given another meaning: a new
 * question gets a new code. Texts: `ask.<code>.title`, `.about` and `.counts` in `requests.json`.
 */
export const asks: readonly Ask[] = [
  { code: 'identity-document', files: true },
  { code: 'readable-copy', files: true },
  { code: 'translation', files: true },
  { code: 'name-change', files: true },
  { code: 'explain-difference' },
  { code: 'court-record', files: true },
  { code: 'card-copy', forms: ['i-90'], files: true },
  { code: 'card-lost', forms: ['i-90'] },
  { code: 'correct-data', forms: ['i-90'], files: true },
  { code: 'sponsor-status', forms: ['i-130'], files: true },
  { code: 'family-relation', forms: ['i-130'], files: true },
  { code: 'marriage-record', forms: ['i-130', 'n-400'], files: true },
  { code: 'earlier-marriage-ended', forms: ['i-130', 'n-400'], files: true },
  { code: 'shared-life', forms: ['i-130'], files: true },
  { code: 'valid-passport', forms: ['i-539'], files: true },
  { code: 'lawful-entry', forms: ['i-539', 'i-765'], files: true },
  { code: 'money-for-stay', forms: ['i-539'], files: true },
  { code: 'reason-for-stay', forms: ['i-539'] },
  { code: 'work-category', forms: ['i-765'], files: true },
  { code: 'earlier-work-permit', forms: ['i-765'], files: true },
  { code: 'time-abroad', forms: ['n-400'] },
  { code: 'tax-record', forms: ['n-400'], files: true },
  { code: 'home-record', forms: ['n-400'], files: true },
  { code: 'benefit-proof', forms: ['i-912'], files: true },
  { code: 'income-proof', forms: ['i-912'], files: true },
]
