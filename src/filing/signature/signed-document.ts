import { createHash } from 'node:crypto'
import type { FormWords } from '../catalogue/forms.ts'
import { canonicalDocument } from '../journey/canonical-document.ts'
import type { Replay } from '../journey/replay.ts'
import { reviewOf } from '../journey/review.ts'
import { labelWords, lineWords } from '../journey/words.ts'

/** A file that belongs to what is signed: the document asked for, its name and the SHA-256 of its bytes. */
export type SignedFile = { readonly document: string; readonly name: string; readonly sha256: string }

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

const fileText = ({ document, name, sha256 }: SignedFile) => JSON.stringify({ document, name, sha256 })

/**
 * What a signature covers, as one text: the canonical answers and the evidence with its hashes. The same answers and
 * files give the same text in whatever order they came; any change of either gives another.
 */
export const signedDocument = (replay: Replay, files: readonly SignedFile[]): string =>
  `{"document":${canonicalDocument(replay)},"evidence":[${files.map(fileText).toSorted().join(',')}]}`

/** The document in the words the person had before them when they signed. */
export type ShownDocument = {
  readonly title: string
  readonly sections: readonly { readonly heading: string; readonly rows: readonly (readonly [string, string])[] }[]
  readonly evidence: readonly (SignedFile & { readonly label: string })[]
}

/** A part of one page is often called as the page is: said once. */
const headingOf = (part: string, page: string) => (part === page ? part : `${part}: ${page}`)

/** Puts a replay into the words of one language, in the order of the form: what the review shows, without its links. */
export function shownDocument(words: FormWords, replay: Replay, files: readonly SignedFile[]): ShownDocument {
  const answerOf = (lines: readonly string[]) =>
    lines.length > 0 ? lines.join('\n') : words.t('filing.summary.left-empty')
  const sections = reviewOf(replay).flatMap(({ partId, pages }) =>
    pages.map(({ pageId, rows }) => ({
      heading: headingOf(words.get(`part.${partId}.title`), words.get(`page.${pageId}.title`)),
      rows: rows.map(
        ({ question, lines }) =>
          [
            labelWords(words.t, words.texts, question),
            answerOf(lines.map((line) => lineWords(words.t, words.texts, line))),
          ] as const,
      ),
    })),
  )
  const evidence = files.map((file) => ({ ...file, label: words.get(`evidence.${file.document}.document`) }))
  return { title: words.get('form.title'), sections, evidence }
}
