import { createHash } from 'node:crypto'
import type { AgencyPack } from '../../agency/index.ts'
import { descriptionFacts, type FileDescription } from '../../evidence/index.ts'
import type { FormWords } from '../catalogue/forms.ts'
import { canonicalDocument } from '../journey/canonical-document.ts'
import type { Replay } from '../journey/replay.ts'
import { listOn } from '../definition/layout.ts'
import { derivedOn } from '../journey/derived-words.ts'
import { explanationsIn } from '../journey/explanations.ts'
import { outlineOf } from '../journey/outline.ts'
import { type ReviewPage, type ReviewRow, reviewOf } from '../journey/review.ts'
import { labelWords, lineWords } from '../journey/words.ts'
import type { Declaration } from './declaration.ts'

/**
 * A file that belongs to what is signed: the document asked for, its name, the SHA-256 of its bytes, and what is said of it.
 * `translates`: the SHA-256 of the file that it is the translation of.
 */
export type SignedFile = {
  readonly document: string
  readonly name: string
  readonly sha256: string
  readonly description?: FileDescription
  readonly translates?: string
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** So many digits tell two documents of one person apart at a glance; the whole hash is what proves. */
const fingerprintDigits = 12

/** The beginning of a hash in groups of four, as people compare it by eye. */
export const shortFingerprint = (sha256: string): string =>
  sha256.slice(0, fingerprintDigits).match(/.{4}/g)?.join(' ') ?? sha256

/** Without a description or a translation it reads as it did before files had any: no signature that is under way is voided. */
const fileText = ({ document, name, sha256, description, translates }: SignedFile) =>
  JSON.stringify({ document, name, sha256, description, translates })

/**
 * What a signature covers, as one text: the canonical answers and the evidence with its hashes. The same answers and
 * files give the same text in whatever order they came; any change of either gives another.
 */
export const signedDocument = (replay: Replay, files: readonly SignedFile[]): string =>
  `{"document":${canonicalDocument(replay)},"evidence":[${files.map(fileText).toSorted().join(',')}]}`

/**
 * The document in the words the person had before them when they signed, and what they declared of it. The language and
 * the declaration are not in those of before two texts were kept: there they are those of the signature.
 */
export type ShownDocument = {
  readonly language?: string
  readonly declaration?: Declaration
  readonly title: string
  readonly sections: readonly { readonly heading: string; readonly rows: readonly (readonly [string, string])[] }[]
  readonly evidence: readonly ShownFile[]
}

/** `described`: what is said of the file, each part with its name, in the words that were read; `translationOf`: the name of the other file. */
type ShownFile = SignedFile & {
  readonly label: string
  readonly described?: ReturnType<typeof descriptionFacts>
  readonly translationOf?: string
}

/** A part of one page is often called as the page is: said once. */
const headingOf = (part: string, page: string) => (part === page ? part : `${part}: ${page}`)

type Section = ShownDocument['sections'][number]

/** The answers to some questions, each with the words it was asked in. */
function answered({ t, texts }: FormWords, rows: readonly ReviewRow[]): Section['rows'] {
  return rows.map(({ question, lines }) => {
    const said = lines.map((line) => lineWords(t, texts, line))
    return [labelWords(t, texts, question), said.length > 0 ? said.join('\n') : t('filing.summary.left-empty')] as const
  })
}

/** A page as a section; a list as one section an entry. */
function sectionsOf(words: FormWords, replay: Replay, heading: string, page: ReviewPage): readonly Section[] {
  const placed = outlineOf(replay.definition).pageById.get(page.pageId)
  const list = placed && listOn(placed.page)
  const worked = derivedOn(words, replay, page.pageId).map((line) => [words.t('filing.record.worked-out'), line] as const)
  if (!list) return [{ heading, rows: [...answered(words, page.rows), ...worked] }]
  const entries = page.entries.map(({ rows }, index) => ({
    heading: words.t('filing.record.entry', { heading, position: index + 1 }),
    rows: answered(words, rows),
  }))
  const none = [words.get(`${list.id}.label`), words.find(`${list.id}.none`) ?? words.t('filing.list.none')] as const
  const own = entries.length === 0 ? [none, ...worked] : worked
  return own.length === 0 ? entries : [...entries, { heading, rows: own }]
}

/** Explanations once more under the items they belong to, as the form's additional information has them. */
function explanations(words: FormWords, replay: Replay): readonly Section[] {
  const explained = explanationsIn(replay).map(({ question, lines }) => {
    const label = labelWords(words.t, words.texts, question)
    const item = [question.item].flat().join(', ')
    return [words.t('filing.record.explains', { item, label }), lines.join('\n')] as const
  })
  return explained.length === 0 ? [] : [{ heading: words.t('filing.record.additional'), rows: explained }]
}

function shownFile(agency: AgencyPack, { t, get }: FormWords, file: SignedFile, files: readonly SignedFile[]): ShownFile {
  const original = files.find(({ document, sha256, translates }) => !translates && document === file.document && sha256 === file.translates)
  return {
    ...file,
    label: get(`evidence.${file.document}.document`),
    ...(file.description ? { described: descriptionFacts({ t, agency }, file.description) } : {}),
    ...(original ? { translationOf: original.name } : {}),
  }
}

/** Puts a replay into the words of one language, in the order of the form: what the review shows, without its links. */
export function shownDocument(
  agency: AgencyPack,
  words: FormWords,
  replay: Replay,
  { files, declaration }: { readonly files: readonly SignedFile[]; readonly declaration: Declaration },
): ShownDocument {
  const sections = reviewOf(replay).flatMap(({ partId, pages }) =>
    pages.flatMap((page) => {
      const heading = headingOf(words.get(`part.${partId}.title`), words.get(`page.${page.pageId}.title`))
      return sectionsOf(words, replay, heading, page)
    }),
  )
  const evidence = files.map((file) => shownFile(agency, words, file, files))
  const { language } = words.t
  return { language, title: words.get('form.title'), sections: [...sections, ...explanations(words, replay)], evidence, declaration }
}
