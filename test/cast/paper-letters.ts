import type { LetterName } from '../../src/cases/paper-link/letter/letters.ts'
import type { FactsOf } from '../../src/cases/paper-link/letter/letters.ts'
import type { PostalAddress } from '../../src/profile/index.ts'

export const homeAddress: PostalAddress = {
  country: 'US',
  street: '1420 West Harbor Avenue',
  unit: 'Apt 3B',
  city: 'Springfield',
  region: 'IL',
  postalCode: '62701',
}

/** Kept and shown; no part of it stands in another of these. */
export const printedCode = { kept: '7K3M9XQ2H4TDP', shown: '7K3M-9XQ2-H4TD-P' }
export const claimUrl = 'http://portal.test/claim'

const day = (text: string) => Temporal.PlainDate.from(text)

const common = (language: string) => ({
  addressee: { name: 'Maria Example', address: homeAddress },
  receiptNumber: 'IOE9012345677',
  form: 'i-90',
  receivedOn: day('2026-11-03'),
  language,
  writtenAt: Temporal.Instant.from('2026-11-23T15:00:00Z'),
})

/** An applicant's notice with a code. */
export const noticeIn = (language: string): FactsOf<'access-notice'> => ({
  ...common(language),
  role: 'applicant',
  onlineAccountNumber: '482109375523',
  expiresOn: day('2027-02-21'),
  claimUrl,
  accessCode: printedCode.kept,
})

type AnyLetter = { [N in LetterName]: readonly [name: N, facts: FactsOf<N>] }[LetterName]

/** One letter of every kind, and both roles where there are two, by what it is called in a test. */
export function everyLetter(language: string): Record<string, AnyLetter> {
  const notice = noticeIn(language)
  const asRepresentative = { role: 'representative', onlineAccountNumber: null, addressee: { name: 'Sam Counsel', address: homeAddress } } as const
  const { accessCode, ...code } = notice
  const again = { ...code, accessCode: printedCode.kept }
  return {
    notice: ['access-notice', notice],
    'notice without a code': ['access-notice', { ...notice, receiptNumber: 'EAC2190012345', accessCode: null }],
    'notice to a representative': ['access-notice', { ...notice, ...asRepresentative }],
    'notice to a representative without a code': ['access-notice', { ...notice, ...asRepresentative, receiptNumber: 'EAC2190012345', accessCode: null }],
    reminder: ['code-reminder', code],
    'reminder to a representative': ['code-reminder', { ...code, ...asRepresentative }],
    'new code': ['code-again', { ...again, askedBy: 'person' }],
    'new code for a representative': ['code-again', { ...again, ...asRepresentative, askedBy: 'office' }],
    rejection: ['filing-rejected', { ...common(language), reasons: ['fee-wrong'], fee: { cents: 46_500, isReturned: true } }],
    consular: ['consular-filing', { ...common(language), form: 'i-130', country: 'MX' }],
    joined: ['representative-joined', { ...common(language), representativeName: 'Sam Counsel', joinedOn: day('2026-12-01'), claimUrl }],
    'a notice': ['notice', { ...common(language), parts: [...new Set([language, 'en'])].map((each) => ({ language: each, title: 'A notice', body: [{ paragraph: 'What it says.' }, { list: [{ title: 'A passport', text: 'A copy of it.' }] }, { box: { label: 'Answer by', text: 'March 1, 2027' } }] })) }],
    'address changed, to the old one': ['address-changed', { ...common(language), sentTo: 'old', changedOn: day('2026-12-01'), claimUrl }],
    'address changed, to the new one': ['address-changed', { ...common(language), sentTo: 'new', changedOn: day('2026-12-01'), claimUrl }],
  }
}
