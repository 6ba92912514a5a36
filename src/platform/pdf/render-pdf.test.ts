import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openedPdf as opened, pagesOf, runsOn, tagsOf, wholeText } from '../../../test/cast/printed.ts'
import type { CopyOfRecordWords, LetterWords, PdfDocument } from './document.ts'
import { renderPdf, renderWithPages } from './render-pdf.ts'

const demonstration = 'Demonstration of Portolan, open-source software.'
const paper = {
  language: 'en-US',
  direction: 'ltr',
  createdAt: Temporal.Instant.from('2026-11-03T12:00:00Z'),
} as const

const claimCode = { content: 'http://127.0.0.1:8080/claim', alt: 'Address as a QR code', caption: 'Scan this address' }

const letterWords: LetterWords = {
  title: 'Your account',
  sender: { name: 'Portolan', lines: ['1 Harbour Street'] },
  footer: 'Check that this letter is genuine.',
  demonstration,
  pageOf: 'Page {page} of {pages}',
  addressee: ['Maria Example', '12 Main Street'],
  date: 'November 3, 2026',
  body: [
    { paragraph: 'We received your form.' },
    { facts: { headings: ['What', 'Number'], rows: [['Receipt number', 'IOE9012345677']] } },
    { strong: 'Use the code by Monday.' },
    { numbers: [{ label: 'Account number', value: '4821 0937 5523' }, { label: 'Access code', value: '7K3M-9XQ2-H4TD-P' }] },
    { heading: 'What to do' },
    { steps: [{ text: 'Open this page:', address: 'http://127.0.0.1:8080/claim' }, 'Enter the code.'], code: claimCode },
    { paragraph: 'Never share the code.' },
  ],
  barcode: { content: 'IOE9012345677', alt: 'Barcode of the receipt number', caption: 'IOE9012345677' },
}

const copyWords = (sections: CopyOfRecordWords['sections']): CopyOfRecordWords => ({
  title: 'Copy of record',
  sender: letterWords.sender,
  footer: 'Form I-90',
  demonstration,
  pageOf: 'Page {page} of {pages}',
  paragraphs: ['This is what you filed.'],
  facts: { headings: ['What', 'Number'], rows: [['Receipt number', 'IOE9012345677']] },
  columns: ['Question', 'Answer'],
  sections,
  signature: {
    heading: 'Signature',
    paragraphs: ['I certify under penalty of perjury.'],
    name: 'Maria Example',
    facts: { headings: ['What', 'When'], rows: [['Signed', 'November 3, 2026']] },
  },
  hash: { label: 'SHA-256', value: '0123456789abcdef'.repeat(4) },
})

const letter = (words: Partial<LetterWords> = {}): PdfDocument => ({
  ...paper,
  template: 'letter',
  words: { ...letterWords, ...words },
})

describe('a letter as PDF', () => {
  it('is tagged PDF/UA-1 with title, author and language', async () => {
    const pdf = await renderPdf(letter())
    assert.match(pdf.toString('latin1'), /<pdfuaid:part>1<\/pdfuaid:part>/)
    const document = await opened(pdf)
    // Declared as an object, given as a Map.
    const marks: unknown = await document.getMarkInfo()
    assert.ok(marks instanceof Map && marks.get('Marked') === true)
    const info = (await document.getMetadata()).info as Record<string, unknown>
    assert.deepEqual([info.Title, info.Author, info.Language], ['Your account', 'Portolan', 'en-US'])
  })

  it('has headings, a numbered list, a table with header cells and pictures with words in its structure', async () => {
    const [tree = ''] = await tagsOf(await renderPdf(letter()))
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD', 'L', 'LI', 'Figure']) assert.match(tree, new RegExp(`"role":"${role}"`))
    assert.match(tree, /Barcode of the receipt number/)
    assert.match(tree, /Address as a QR code/)
  })

  it('says everything it was given, and the demonstration at the foot of every page', async () => {
    const paragraphs = Array.from({ length: 120 }, (_, index) => `Paragraph number ${index}.`)
    const body = [...letterWords.body, ...paragraphs.map((paragraph) => ({ paragraph }))]
    const pages = await pagesOf(await renderPdf(letter({ body })))
    assert.ok(pages.length > 2)
    for (const [index, text] of pages.entries()) {
      assert.ok(text.includes(demonstration))
      assert.ok(text.includes(`Page ${index + 1} of ${pages.length}`))
    }
    const text = pages.join('\n')
    const said = ['Maria Example', 'IOE9012345677', 'Never share the code.', 'Scan this address', ...paragraphs]
    for (const words of said) assert.ok(text.includes(words), words)
  })

  it('prints each number whole, after its label, also where the language runs from right to left', async () => {
    for (const [language, direction] of [['en', 'ltr'], ['ar', 'rtl']] as const) {
      const runs = await runsOn(await renderPdf({ ...letter(), language, direction }), 1)
      const placeOf = (words: string) => runs.findIndex(({ text }) => text.includes(words))
      for (const [label, value] of [['Account number', '4821 0937 5523'], ['Access code', '7K3M-9XQ2-H4TD-P']] as const) {
        assert.ok(placeOf(value) > placeOf(label) && placeOf(label) > 0, `${language} ${label}`)
      }
    }
  })

  it('says which characters no font has, and how many pages it made', async () => {
    const { pages, undrawn } = await renderWithPages(letter({ addressee: ['王 Мария محمد שלום', '12 王 Street'] }))
    assert.deepEqual([pages, undrawn], [1, ['王']])
  })

  it('shows no demonstration when none was told', async () => {
    const { demonstration: _, ...plain } = letterWords
    const text = await wholeText(await renderPdf({ ...paper, template: 'letter', words: plain }))
    assert.doesNotMatch(text, /Demonstration/)
  })
})

describe('the words of a letter', () => {
  it('keeps names in other alphabets as text that can be copied out', async () => {
    const names = ['Мария Петрова', 'שלום', 'Μαρία Παπαδοπούλου', 'Nguyễn Thị Ánh', 'Łucja Żółć', 'İbrahim Şahin']
    const text = await wholeText(await renderPdf(letter({ addressee: names })))
    for (const name of names) assert.ok(text.normalize('NFC').includes(name.normalize('NFC')), name)
  })

  it('writes the code of a character that no font has, so that no name stops a letter', async () => {
    const text = await wholeText(await renderPdf(letter({ addressee: ['王 🙂'] })))
    assert.match(text, /\[U\+738B\] \[U\+1F642\]/)
  })

  it('shows typesetting commands as the text they are', async () => {
    const hostile = '#import "page.typ" *b* _i_ $x$ \\ <l> @r `raw` // c /* */ = h #panic() [x] {y} ~ "'
    const text = await wholeText(await renderPdf(letter({ body: [{ paragraph: hostile }], title: hostile, footer: hostile })))
    assert.equal(text.replaceAll('\n', ' ').split(hostile).length - 1, 3)
  })

  it('drops control, reordering and broken characters', async () => {
    const text = await wholeText(await renderPdf(letter({ date: 'a\u0000b\u202ec\u2066d\ufeffe\ud800f\u00adg' })))
    assert.match(text, /a bcde\ufffdfg/)
  })

  it('breaks a very long word over lines instead of losing its end beyond the edge', async () => {
    const long = 'Ж'.repeat(400)
    const facts = { headings: ['What', 'Number'], rows: [[long, long]] } as const
    const text = await wholeText(await renderPdf(letter({ body: [{ paragraph: long }, { facts }] })))
    assert.equal(text.match(/Ж/g)?.length, 3 * 400)
  })
})

// Points: what a window envelope shows wherever the sheet slides, and what it may show.
const millimetres = (length: number) => (length * 72) / 25.4
const seen = { top: millimetres(62), bottom: millimetres(84), left: millimetres(25), right: millimetres(108) }
const maybeSeen = { top: millimetres(49), bottom: millimetres(95), right: millimetres(138) }

describe('the address of a letter', () => {
  const addressed = async (addressee: string[], direction: 'ltr' | 'rtl' = 'ltr') => {
    const pdf = await renderPdf({ ...letter({ addressee, note: 'The same letter in English follows.' }), direction })
    const runs = await runsOn(pdf, 1)
    const inWindow = runs.filter(({ top, left }) => top > maybeSeen.top && top < maybeSeen.bottom && left < maybeSeen.right)
    return { runs, inWindow, text: inWindow.map(({ text }) => text).join('') }
  }
  const common = ['Maria Guadalupe Example', '1420 West Harbor Avenue', 'Apt 3B', 'Springfield, IL 62701']

  it('shows whole in the window of an envelope, and nothing else of the letter does, in either direction', async () => {
    const abroad = ['Law Office of an Example', 'Avenida Paseo de la Reforma 222', 'Piso 4', 'Juárez', '06600 Ciudad de México, CDMX', 'MEXICO']
    for (const lines of [common, abroad, ['One Name', '1 Street', 'Town']]) {
      for (const direction of ['ltr', 'rtl'] as const) {
        const { inWindow, text } = await addressed(lines, direction)
        assert.equal(text, lines.join(''))
        for (const { left, top, width } of inWindow) {
          assert.ok(top > seen.top && top < seen.bottom, `${top} from the top`)
          assert.ok(left >= seen.left && left + width <= seen.right, `${left} to ${left + width}`)
        }
      }
    }
  })

  it('is broken over lines and set smaller when it is long, and no character of it is lost', async () => {
    const long = [`${'Wolfeschlegelsteinhausen '.repeat(4)}`.trim(), `${'Rua do Comendador Coruja '.repeat(6)}`.trim(), 'x'.repeat(80), 'Z'.repeat(60), 'Porto']
    const { runs } = await addressed(long)
    const printed = runs.map(({ text }) => text).join('').replaceAll(/\s/g, '')
    assert.ok(printed.includes(long.join('').replaceAll(/\s/g, '')))
    for (const { left, width } of runs) assert.ok(left + width < 612)
  })
})

describe('a letter', () => {
  it('is set right to left when told, and without the parts left out', async () => {
    const { barcode, demonstration: _, ...words } = letterWords
    const pdf = await renderPdf({ ...paper, template: 'letter', language: 'ar', direction: 'rtl', words: { ...words, body: [] } })
    const info = (await (await opened(pdf)).getMetadata()).info as Record<string, unknown>
    assert.equal(info.Language, 'ar')
  })

  it('in two languages is one file: each part is marked with its language, has its own foot, and the pages count on', async () => {
    const { addressee: _, note: __, also: ___, ...part } = letterWords
    const hebrew = { ...part, title: 'חשבון', footer: 'קבלה', pageOf: 'עמוד {page} מתוך {pages}', body: [{ paragraph: 'שלום' }] }
    const pdf = await renderPdf(letter({ also: { ...hebrew, language: 'he', direction: 'rtl' } }))
    const [first = '', second = ''] = await pagesOf(pdf)
    assert.ok(first.includes('Page 1 of 2') && !/[א-ת]/.test(first))
    assert.ok(second.includes('קבלה') && second.includes('שלום') && !second.includes('Page'))
    assert.match(second, /מתוך.*2|2.*מתוך/)
    const [ownTags = '', otherTags = ''] = await tagsOf(pdf)
    assert.doesNotMatch(ownTags, /"lang":"he"/)
    assert.match(otherTags, /"lang":"he"/)
  })

  it('is the same file, byte for byte, when printed again', async () => {
    const [first, second] = [await renderPdf(letter()), await renderPdf(letter())]
    assert.ok(first.equals(second))
  })

  it('that cannot be set is a fault that does not repeat its words', async () => {
    const barcode = { content: '', alt: 'x', caption: 'x' }
    await assert.rejects(renderPdf(letter({ barcode })), /^Error: the letter template could not be set$/)
  })
})

describe('a copy of record as PDF', () => {
  it('holds sixty sections over pages that are numbered and marked as a demonstration', async () => {
    const sections = Array.from({ length: 60 }, (_, part) => ({
      heading: `Part ${part + 1}`,
      rows: Array.from({ length: 6 }, (_, item) => [`Question ${part}.${item}`, `Answer ${part}.${item}`] as const),
    }))
    const pdf = await renderPdf({ ...paper, template: 'copy-of-record', words: copyWords(sections) })
    const pages = await pagesOf(pdf)
    assert.ok(pages.length > 10)
    for (const [index, text] of pages.entries()) {
      assert.ok(text.includes(demonstration))
      assert.ok(text.includes(`Page ${index + 1} of ${pages.length}`))
    }
    const text = pages.join('\n')
    for (const { heading, rows } of sections) {
      for (const words of [heading, ...rows.flat()]) assert.ok(text.includes(words), words)
    }
  })

  it('ends with the signature and the hash of what was signed', async () => {
    const text = await wholeText(await renderPdf({ ...paper, template: 'copy-of-record', words: copyWords([]) }))
    assert.match(text, /I certify under penalty of perjury\.[\s\S]*Maria Example[\s\S]*Signed/)
    assert.ok(text.includes(Array(4).fill('01234567 89abcdef').join(' ')))
  })

  it('marks words in another language with it, in the signature and in an answer, and sets them in its direction', async () => {
    const hebrew = { text: 'perjury', language: 'he', direction: 'rtl' } as const
    const words = copyWords([{ heading: 'Part 1', rows: [['Declared', { text: 'sous peine', language: 'fr', direction: 'ltr' }]] }])
    const signature = { ...words.signature, paragraphs: ['I certify.', hebrew] } as NonNullable<CopyOfRecordWords['signature']>
    const pdf = await renderPdf({ ...paper, template: 'copy-of-record', words: { ...words, signature } })
    const page = await (await opened(pdf)).getPage(1)
    const marked = [...JSON.stringify(await page.getStructTree()).matchAll(/"lang":"(\w+)"/g)].map(([, language]) => language)
    assert.deepEqual(marked, ['fr', 'he'])
    const { items } = await page.getTextContent()
    const leftOf = (words: string) => items.flatMap((run) => ('str' in run && run.str === words ? [run.transform[4]] : []))[0]
    assert.ok(leftOf('perjury') > leftOf('I certify.') + 300, 'it begins at the right edge')
  })

  it('carries a signature on to the next page when one page cannot hold it, and keeps a shorter one whole', async () => {
    const withParagraphs = (count: number) => {
      const { signature, ...words } = copyWords([{ heading: 'Part', rows: Array.from({ length: 20 }, () => ['a', 'b'] as const) }])
      const paragraphs = Array.from({ length: count }, (_, index) => `I certify number ${index} of what is here.`)
      return { ...words, signature: { ...signature, paragraphs } } as CopyOfRecordWords
    }
    const signedPages = async (count: number) => {
      const document = await opened(await renderPdf({ ...paper, template: 'copy-of-record', words: withParagraphs(count) }))
      const found = new Map<number, number>()
      for (let number = 1; number <= document.numPages; number += 1) {
        const { items } = await (await document.getPage(number)).getTextContent()
        const runs = items.flatMap((run) => ('str' in run && run.str.includes('I certify number') ? [run.transform[5] as number] : []))
        assert.ok(runs.every((fromBottom) => fromBottom > 0), 'nothing stands below the edge')
        if (runs.length > 0) found.set(number, runs.length)
      }
      return found
    }
    assert.deepEqual([...(await signedPages(14)).values()], [14])
    const long = [...(await signedPages(90)).values()]
    assert.ok(long.length > 1)
    assert.equal(long.reduce((sum, each) => sum + each), 90)
  })

  it('keeps the line breaks of an answer', async () => {
    const sections = [{ heading: 'Part 1', rows: [['Explain', 'First line\r\nSecond line']] as const }]
    const text = await wholeText(await renderPdf({ ...paper, template: 'copy-of-record', words: copyWords(sections) }))
    assert.match(text, /First line\s*\nSecond line/)
  })
})
