/** A small picture that a scanner reads. `alt` says in words what it holds; `caption` is printed beside it. */
export type ScannedCode = { content: string; alt: string; caption: string }

/** Words in another language than the document's. */
export type InLanguage = { text: string; language: string; direction: 'ltr' | 'rtl' }

/** Words in the document's language, or with their own. */
export type Said = string | InLanguage

/** A two-column table: what its columns are called, then its rows. */
export type Facts = { headings: readonly [string, string]; rows: readonly (readonly [string, Said])[] }

/** What every document has. All words are the caller's; every value is shown as the text it is, line breaks kept. */
export type PaperWords = {
  title: string
  /** Whoever the document is from; also the author in its properties. */
  sender: { name: string; lines: readonly string[] }
  /** At the foot of every page. */
  footer: string
  /** At the foot of every page while this is a demonstration. */
  demonstration?: string
  /** Such as “Page {page} of {pages}”. */
  pageOf: string
}

/** Words that lead to an address. It stands behind them as it is typed, left to right in every language. */
export type Led = string | { text: string; address: string }

/** A number that is copied by hand: printed large under its label, in its groups, left to right in every language. */
export type LabelledNumber = { label: string; value: string }

/** One piece of a letter. `steps` are numbered; their `code` is printed beside them as a QR code. A `box` stands out: the one thing to act on. */
export type LetterBlock =
  | { paragraph: Led }
  | { strong: string }
  | { heading: string }
  | { numbers: readonly LabelledNumber[] }
  | { steps: readonly Led[]; code?: ScannedCode }
  | { list: readonly { title: string; text?: string }[] }
  | { box: { label: string; text: string } }
  | { facts: Facts }

/** A letter in one language: the title is its subject. `barcode` is printed as Code 128 beside the sender. */
export type LetterPart = PaperWords & {
  date: string
  body: readonly LetterBlock[]
  barcode?: ScannedCode
}

/** `also`: the same letter in another language, from a page of its own on; `note` beside the date says that it follows. */
export type LetterWords = LetterPart & {
  addressee: readonly string[]
  note?: string
  also?: LetterPart & { language: string; direction: 'ltr' | 'rtl' }
}

/** What was filed, as it was filed. `hash.value` is the hash of the canonical document, in hexadecimal digits. */
export type CopyOfRecordWords = PaperWords & {
  paragraphs: readonly string[]
  facts: Facts
  columns: readonly [question: string, answer: string]
  sections: readonly { heading: string; rows: readonly (readonly [string, Said])[] }[]
  signature?: { heading: string; paragraphs: readonly Said[]; name: string; facts: Facts }
  hash: { label: string; value: string }
}

/** A document to print. `language` is a BCP 47 tag; `createdAt` is written into the file, so the same input gives the
 * same bytes. */
export type PdfDocument = {
  language: string
  direction: 'ltr' | 'rtl'
  paper?: 'us-letter' | 'a4'
  createdAt: Temporal.Instant
} & ({ template: 'letter'; words: LetterWords } | { template: 'copy-of-record'; words: CopyOfRecordWords })
