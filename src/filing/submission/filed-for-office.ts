import { filesOfSubmission, type EvidenceFile, shownFile, type ShownFile } from '../../evidence/index.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { query } from '../../platform/operation.ts'
import { definitionOf, formWords } from '../catalogue/forms.ts'
import { listHelpersOfCase } from '../signature/helper-signature-store.ts'
import { openHelperName } from '../signature/helpers.ts'
import { openSigned } from '../signature/signature.ts'
import { findSignature } from '../signature/signature-store.ts'
import { findReceivedOfCase } from './submission-store.ts'

/** A document that was submitted, in the office's words for what was asked. */
export type FiledFile = EvidenceFile & { readonly label: string }

/** What the person of a case submitted: the answers in the words they read, section by section, and the documents. */
export type FiledForOffice = {
  readonly signedAt: Temporal.Instant
  readonly name: string
  readonly sections: readonly { readonly title: string; readonly answers: readonly { readonly question: string; readonly answer: string }[] }[]
  readonly files: readonly FiledFile[]
  /** Who signed it as its interpreter or preparer; `others`: how many other people have a filing under which the same name stands. */
  readonly helpers: readonly { readonly capacity: 'interpreter' | 'preparer'; readonly name: string; readonly others: number }[]
}

type Asked = { readonly caseId: string; readonly language: string }

/** What was filed for a case, for the office; null for a case that was not filed here. */
export const filedForOffice = query({
  name: 'filing.filed-for-office',
  allow: ({ kind }, _input: Asked) => kind === 'staff',
  async run(context, { caseId, language }): Promise<FiledForOffice | null> {
    const { tx, services } = context
    const submission = await findReceivedOfCase(tx, caseId)
    const signature = submission?.signature ? await findSignature(tx, submission.signature) : undefined
    if (!submission || !signature) return null
    const { name, shown } = openSigned(services.keys, signature)
    const { agency } = services
    const words = formWords(agency, textOf(language, agency.timeZone), submission.form, submission.edition.toString())
    const asked = definitionOf(agency, submission.form, submission.edition.toString()).evidence.map(({ id }) => id)
    const files = (await filesOfSubmission.run(context, submission.id)).toSorted(
      (one, other) => asked.indexOf(one.document) - asked.indexOf(other.document),
    )
    return {
      signedAt: signature.signed_at,
      name,
      sections: shown.sections.map(({ heading, rows }) => ({
        title: heading,
        answers: rows.map(([question, answer]) => ({ question, answer })),
      })),
      helpers: (await listHelpersOfCase(tx, caseId)).map((row) => ({ capacity: row.capacity as 'preparer', name: openHelperName(services.keys, row), others: row.others })),
      files: files.map((file) => ({ ...file, label: words.find(`evidence.${file.document}.document`) ?? file.document })),
    }
  },
})

/** A document of a case as others than its owner read it; null: none, another case's, or not ready for other eyes yet. */
export const shownFileOfCase = query({
  name: 'filing.shown-file-of-case',
  allow: ({ kind }, _input: { caseId: string; file: string }) => kind === 'staff',
  async run(context, { caseId, file }): Promise<ShownFile | null> {
    const submission = await findReceivedOfCase(context.tx, caseId)
    return submission ? shownFile.run(context, { submission: submission.id, file }) : null
  },
})
