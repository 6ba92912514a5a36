import { languageName, type Text, textOf } from '../../platform/i18n/text.ts'
import type { Said } from '../../platform/pdf/index.ts'
import { type Declaration, type Declared, keptDeclaration } from '../signature/declaration.ts'
import type { HelperSignatureRow } from '../signature/helper-signature-store.ts'
import type { SignedFile } from '../signature/signed-document.ts'
import type { FiledPaper, PaperKind } from './filed-papers.ts'
import { feeRows, filedFacts, paperFrame } from './paper-words.ts'

/** As they were submitted: a change of their order alone voids no signature. */
function evidenceInOrder({ signed, files }: FiledPaper) {
  const hashOf = (id: string | null) => files.find((file) => file.id === id)?.sha256
  const placeOf = ({ document, sha256, translates }: SignedFile) =>
    files.findIndex((file) => file.document === document && file.sha256 === sha256 && hashOf(file.translates) === translates)
  const byDocument = Map.groupBy(signed.shown.evidence, ({ document }) => document)
  return [...byDocument.values()].flatMap((of) => of.toSorted((one, other) => placeOf(one) - placeOf(other)))
}

function evidenceRows(filed: FiledPaper): readonly (readonly [string, string])[] {
  const { t } = filed
  const evidence = evidenceInOrder(filed)
  if (evidence.length === 0) return [[t('filing.record.evidence'), t('filing.record.evidence-none')]]
  return evidence.map(({ label, name, sha256, described = [], translationOf }) => {
    const said = described.map((part) => t('filing.record.evidence-said', part))
    const translation = translationOf ? [t('filing.record.evidence-translation', { name: translationOf })] : []
    return [label, [t('filing.record.evidence-file', { name, sha256 }), ...translation, ...said].join('\n')] as const
  })
}

/** How the person showed who they are before they signed, in words; signatures before factors were told apart say less. */
const proofWords = ['one-time-password', 'email', 'sms', 'email-and-sms', 'app', 'passkey', 'backup-code'] as const

/** Paragraphs of a declaration, each with its language where that is not the paper's. */
const saidOn = ({ t }: FiledPaper, { language, paragraphs }: Declared): readonly Said[] =>
  paragraphs.map((text) =>
    language === t.language ? text : { text, language, direction: textOf(language, t.timeZone).direction },
  )

/** What was declared, as it was read; then which text binds, and that text. */
function declaredOn(filed: FiledPaper, { read, ofRecord }: Declaration): readonly Said[] {
  const sentence = ofRecord ? saidOn(filed, { language: read.language, paragraphs: [ofRecord.binds] }) : []
  return [...saidOn(filed, read), ...sentence, ...(ofRecord ? saidOn(filed, ofRecord) : [])]
}

function signatureBlock(filed: FiledPaper) {
  const { t, signature, signed } = filed
  const proof = proofWords.find((each) => each === signature.factor) ?? 'other'
  return {
    heading: t('filing.record.signature'),
    paragraphs: declaredOn(filed, keptDeclaration(signature)),
    name: signed.name,
    facts: {
      headings: [t('filing.record.fact'), t('filing.record.value')] as const,
      rows: [
        [t('filing.record.signed-at'), t.instant(signature.signed_at)] as const,
        [
          t('filing.record.signed-proof'),
          t(`filing.record.proof.${proof}`, { at: t.instant(signature.proved_at) }),
        ] as const,
        [t('filing.record.signed-language'), languageName(t, signature.language)] as const,
        ...bindingLanguage(t, signature.record_language),
        ...(signed.shown.declaration ? [[t('filing.record.shown-hash'), signature.shown_sha256] as const] : []),
      ],
    },
  }
}

const bindingLanguage = (t: Text, language: string | null) =>
  language === null ? [] : [[t('filing.record.binding-language'), languageName(t, language)] as const]

/** One row a text: as it was read, and where that is another language, the text that binds. */
function declaredRows(filed: FiledPaper, row: HelperSignatureRow): readonly (readonly [string, Said])[] {
  const { t } = filed
  const { read, ofRecord } = keptDeclaration(row)
  const [asRead = ''] = saidOn(filed, { ...read, paragraphs: [read.paragraphs.join('\n')] })
  if (!ofRecord) return [[t('helpers-sign.statement'), asRead]]
  const [binding = ''] = saidOn(filed, { ...ofRecord, paragraphs: [ofRecord.paragraphs.join('\n')] })
  const [sentence = ''] = saidOn(filed, { ...read, paragraphs: [ofRecord.binds] })
  const title = t('filing.sign.of-record', { language: languageName(t, ofRecord.language) })
  return [
    [t('helpers-sign.statement'), asRead],
    [t('filing.record.binding-language'), sentence],
    [title, binding],
  ]
}

/** Each helper who signed: who, in what capacity, what they declared, when, and over which document. */
const helperSections = (filed: FiledPaper) =>
  filed.helpers.map(({ row, name }) => ({
    heading: filed.t(row.capacity === 'interpreter' ? 'helpers-sign.record.heading.interpreter' : 'helpers-sign.record.heading.preparer'),
    rows: [
      ...declaredRows(filed, row),
      [filed.t('helpers-sign.record.name'), name],
      [filed.t('helpers-sign.record.signed'), filed.t.instant(row.signed_at)],
      [filed.t('helpers-sign.record.how'), filed.t('helpers-sign.record.in-session')],
      [filed.t('helpers-sign.record.hash'), row.document_sha256],
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
