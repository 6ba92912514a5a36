import type { FiledPaper, PaperKind } from './filed-papers.ts'
import { feeRows, filedFacts, paperFrame } from './paper-words.ts'

function evidenceRows({ t, signed }: FiledPaper): readonly (readonly [string, string])[] {
  const { evidence } = signed.shown
  if (evidence.length === 0) return [[t('filing.record.evidence'), t('filing.record.evidence-none')]]
  return evidence.map(({ label, name, sha256 }) => [label, t('filing.record.evidence-file', { name, sha256 })] as const)
}

/** How the person showed who they are before they signed, in words; signatures before factors were told apart say less. */
const proofWords = ['one-time-password', 'email', 'sms', 'email-and-sms', 'app', 'passkey', 'backup-code'] as const

function signatureBlock({ t, signature, signed }: FiledPaper) {
  const proof = proofWords.find((each) => each === signature.factor) ?? 'other'
  const language =
    new Intl.DisplayNames([t.language], { type: 'language' }).of(signature.language) ?? signature.language
  return {
    heading: t('filing.record.signature'),
    paragraphs: signature.statement.split('\n'),
    name: signed.name,
    facts: {
      headings: [t('filing.record.fact'), t('filing.record.value')] as const,
      rows: [
        [t('filing.record.signed-at'), t.instant(signature.signed_at)] as const,
        [
          t('filing.record.signed-proof'),
          t(`filing.record.proof.${proof}`, { at: t.instant(signature.proved_at) }),
        ] as const,
        [t('filing.record.signed-language'), language] as const,
      ],
    },
  }
}

/** Each helper who signed: who, in what capacity, what they declared, when, and over which document. */
const helperSections = ({ t, helpers }: FiledPaper) =>
  helpers.map(({ row, name }) => ({
    heading: t(row.capacity === 'interpreter' ? 'helpers-sign.record.heading.interpreter' : 'helpers-sign.record.heading.preparer'),
    rows: [
      [t('helpers-sign.statement'), row.statement],
      [t('helpers-sign.record.name'), name],
      [t('helpers-sign.record.signed'), t.instant(row.signed_at)],
      [t('helpers-sign.record.how'), t('helpers-sign.record.in-session')],
      [t('helpers-sign.record.hash'), row.document_sha256],
    ] as const,
  }))

/** What was filed, in the words it was signed in, with the signature and the hash it was taken over. */
export const copyOfRecord: PaperKind = {
  kind: 'copy-of-record',
  titleKey: 'filing.record.copy-title',
  storageKey: ({ copy_key }) => copy_key,
  set: (filed) => {
    const { t, signed, signature, receivedAt } = filed
    return {
      template: 'copy-of-record',
      language: t.language,
      direction: t.direction,
      createdAt: receivedAt,
      words: {
        ...paperFrame(filed, 'filing.record.title', 'filing.record.footer'),
        paragraphs: [t('filing.record.intro')],
        facts: { headings: [t('filing.record.fact'), t('filing.record.value')], rows: filedFacts(filed) },
        columns: [t('filing.record.question'), t('filing.record.answer')],
        sections: [
          ...signed.shown.sections,
          { heading: t('filing.record.evidence'), rows: evidenceRows(filed) },
          ...helperSections(filed),
          { heading: t('filing.record.fees'), rows: feeRows(filed) },
        ],
        signature: signatureBlock(filed),
        hash: { label: t('filing.record.hash'), value: signature.document_sha256 },
      },
    }
  },
}
