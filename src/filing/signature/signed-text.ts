import type { AgencyPack } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { definitionOf, formWords } from '../catalogue/forms.ts'
import { type Answer, type Answers, listed } from '../definition/answer.ts'
import type { Day } from '../definition/definition.ts'
import { asPrepared } from '../definition/prepared.ts'
import { type Replay, replay } from '../journey/replay.ts'
import { type ShownDocument, shownDocument, type SignedFile } from './signed-document.ts'

/** A text that was signed, opened again: its answers replayed on the day of the signature, and its files by their hashes. */
export interface SignedText {
  readonly form: string
  readonly edition: Day
  readonly replay: Replay
  readonly files: readonly SignedFile[]
}

const isListOf = (answer: unknown): answer is readonly Answers[] =>
  Array.isArray(answer) && answer.length > 0 && answer.every((one) => typeof one === 'object' && one !== null)

/** The entries of a list have no keys in the signed text: they are counted. */
const withKeys = (answers: Readonly<Record<string, unknown>>): Answers =>
  Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, (isListOf(answer) ? listed(...answer) : answer) as Answer | null]))

/** Reads what `signedDocument` wrote of a draft that is prepared: it asks nothing that the client answers by accepting it. */
export function readSignedText(agency: AgencyPack, text: string, judgedOn: Day): SignedText {
  const { document, evidence } = JSON.parse(text) as {
    document: { form: string; edition: Day; answers: Record<string, unknown> }
    evidence: readonly SignedFile[]
  }
  const { form, edition } = document
  return { form, edition, files: evidence, replay: replay(asPrepared(definitionOf(agency, form, edition)), withKeys(document.answers), judgedOn) }
}

export type ShownText = Pick<ShownDocument, 'title' | 'sections' | 'evidence'>

const nothingDeclared = { read: { language: '', paragraphs: [] }, ofRecord: null }

/** A signed text in the words of a reader, in the order of its form, as the copy of record has it. */
export function shownText(agency: AgencyPack, t: Text, { form, edition, replay: replayed, files }: SignedText): ShownText {
  const { title, sections, evidence } = shownDocument(agency, formWords(agency, t, form, edition), replayed, { files, declaration: nothingDeclared })
  return { title, sections, evidence }
}
