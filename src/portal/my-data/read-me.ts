import type { MessageKey, Text } from '../../platform/i18n/text.ts'

interface ReadMe {
  readonly t: Text
  readonly madeAt: Temporal.Instant
  readonly onlineAccountNumber: string
  /** The sentence of a demonstration; undefined once an operator names itself. */
  readonly demonstration: string | undefined
  /** Files that could not be read. */
  readonly missing: readonly string[]
}

const inIt: readonly MessageKey[] = [
  'my-data.readme.manifest',
  'my-data.readme.json',
  'my-data.readme.account',
  'my-data.readme.profile',
  'my-data.readme.practice',
  'my-data.readme.notifications',
  'my-data.readme.sign-ins',
  'my-data.readme.terms',
  'my-data.readme.cases',
  'my-data.readme.papers',
  'my-data.readme.filings',
  'my-data.readme.evidence-list',
  'my-data.readme.evidence',
  'my-data.readme.messages',
  'my-data.readme.support',
  'my-data.readme.history',
  'my-data.readme.file-openings',
  'my-data.readme.archives',
]

const notInIt: readonly MessageKey[] = [
  'my-data.readme.not.secrets',
  'my-data.readme.not.mails',
  'my-data.readme.not.support',
  'my-data.readme.not.officers',
  'my-data.readme.not.unchecked',
  'my-data.readme.not.clients',
  'my-data.readme.not.hold',
]

const list = (t: Text, keys: readonly MessageKey[]) => keys.map((key) => `- ${t(key)}`)

/** What is what, for a person who opens the archive years later without us. Plain text, UTF-8. */
export function readMe({ t, madeAt, onlineAccountNumber, demonstration, missing }: ReadMe): string {
  const title = t('my-data.readme.title')
  const lines = [
    title,
    '='.repeat(title.length),
    ...(demonstration ? ['', demonstration] : []),
    '',
    t('my-data.readme.made', { at: t.instant(madeAt), number: onlineAccountNumber }),
    ...(missing.length > 0 ? ['', t('my-data.readme.missing', { files: missing.join(', ') })] : []),
    '',
    t('my-data.readme.what'),
    ...list(t, inIt),
    '',
    t('my-data.readme.not'),
    ...list(t, notInIt),
    '',
    t('my-data.readme.keep'),
    '',
  ]
  return lines.join('\n')
}
