import { createHash } from 'node:crypto'
import type { AgencyPack } from '../../agency/index.ts'
import { languageName, textOf } from '../../platform/i18n/text.ts'
import { type FormWords, formWords } from '../catalogue/forms.ts'
import type { Day } from '../definition/definition.ts'

/** A paragraph, and the language it is really in. */
export type Said = { readonly text: string; readonly language: string }

/** A declaration in one language, one paragraph each. */
export type Declared = { readonly language: string; readonly paragraphs: readonly string[] }

/**
 * What somebody declares, in the language they read. Where that is not the language of record, the text of record stands
 * beneath it, with a sentence in the reader's language that says which one binds.
 */
export type Declaration = { readonly read: Declared; readonly ofRecord: (Declared & { readonly binds: string }) | null }

type FiledForm = { readonly form: string; readonly edition: Day }

const declared = (language: string, said: readonly Said[]): Declared => ({ language, paragraphs: said.map(({ text }) => text) })

/** The declaration for a reader. A text that their language has not whole is shown in the language of record alone. */
export function declarationFor(
  { agency }: { readonly agency: AgencyPack },
  words: FormWords,
  { form, edition }: FiledForm,
  say: (words: FormWords) => readonly Said[],
): Declaration {
  const { t } = words
  const record = agency.languageOfRecord
  const ofRecord = declared(record, say(formWords(agency, textOf(record, t.timeZone), form, edition)))
  const own = say(words)
  if (t.language === record || own.some(({ language }) => language !== t.language)) return { read: ofRecord, ofRecord: null }
  const names = { read: languageName(t, t.language), record: languageName(t, record) }
  return { read: declared(t.language, own), ofRecord: { ...ofRecord, binds: t('filing.sign.binds', names) } }
}

/** A declaration as both tables of signatures keep it, in columns. */
export const declarationColumns = ({ read, ofRecord }: Declaration) => ({
  language: read.language,
  statement: read.paragraphs.join('\n'),
  record_language: ofRecord?.language ?? null,
  record_statement: ofRecord?.paragraphs.join('\n') ?? null,
  record_binds: ofRecord?.binds ?? null,
})

type Kept = ReturnType<typeof declarationColumns>

/** SHA-256 in hex over both texts, their languages and the sentence, in that order: what was read must be what is signed. */
export const declarationSha256 = (declaration: Declaration): string =>
  createHash('sha256').update(JSON.stringify(declarationColumns(declaration))).digest('hex')

/** A declaration that was kept. Signatures of before there were two texts have the one. */
export function keptDeclaration({ language, statement, record_language, record_statement, record_binds }: Kept): Declaration {
  const read = { language, paragraphs: statement.split('\n') }
  if (record_language === null || record_statement === null || record_binds === null) return { read, ofRecord: null }
  return { read, ofRecord: { language: record_language, paragraphs: record_statement.split('\n'), binds: record_binds } }
}
