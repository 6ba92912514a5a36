import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { catalogues } from '../../../../messages/index.ts'
import { claimUrl, everyLetter, homeAddress, noticeIn, printedCode } from '../../../../test/cast/paper-letters.ts'
import { pagesOf, tagsOf, wholeText } from '../../../../test/cast/printed.ts'
import { addSecondLanguage, bilingualPack, inSecond, secondLanguage } from '../../../../test/cast/second-language.ts'
import { loadAgency } from '../../../agency/index.ts'
import { renderPdf, renderWithPages } from '../../../platform/pdf/index.ts'
import type { LetterServices } from './letter.ts'
import { accessNoticeLetter, accessNoticeText, type FactsOf, type LetterName, letterKinds, letterPdf, letterText } from './letters.ts'

let services: LetterServices
before(async () => {
  services = { agency: await loadAgency('agency/us'), publicUrl: 'http://portal.test', mode: 'demo' }
})

const set = <N extends LetterName>(name: N, facts: FactsOf<N>) => renderPdf(letterPdf(services, name, facts))
const spoken = [...Object.keys(catalogues), 'en-XA', 'ar-XB']
const lines = (text: string) => text.split('\n')
const letterNamed = (name: string, language = 'en') => everyLetter(language)[name] as readonly [LetterName, FactsOf<LetterName>]

describe('the Account Access Notice', () => {
  it('holds the number, the code and the receipt number, as PDF and as text, each alone on a line of the text', async () => {
    const notice = noticeIn('en')
    const printed = await wholeText(await renderPdf(accessNoticeLetter(services, notice)))
    for (const said of ['4821 0937 5523', printedCode.shown, 'IOE9012345677', claimUrl, 'Sunday, February 21, 2027']) assert.ok(printed.includes(said), said)
    const text = lines(accessNoticeText(services, notice))
    for (const line of ['Online Account Number: 4821 0937 5523', `Online Access Code: ${printedCode.shown}`, 'Receipt number: IOE9012345677', claimUrl])
      assert.ok(text.includes(line), line)
  })

  it('shows a code alike whether it comes with its dashes or without', () => {
    const withDashes = accessNoticeText(services, { ...noticeIn('en'), accessCode: printedCode.shown })
    assert.equal(withDashes, accessNoticeText(services, noticeIn('en')))
  })

  it('without a code says that status and history can be added, what a code would add, and no day', async () => {
    const [name, facts] = letterNamed('notice without a code')
    const text = letterText(services, name, facts)
    assert.match(text, /Leave the field for the code empty/)
    assert.match(text, /Only a case whose receipt number starts with IOE has one/)
    assert.doesNotMatch(text, /2027|Online Access Code:/)
    const canAsk = accessNoticeText(services, { ...noticeIn('en'), accessCode: null })
    assert.match(canAsk, /choose “Ask for a new code”/)
    assert.doesNotMatch(canAsk, /starts with IOE/)
  })

  it('is not written with a code for a receipt number that has none', () => {
    assert.throws(() => accessNoticeLetter(services, { ...noticeIn('en'), receiptNumber: 'EAC2190012345' }), /^Error: a code for a receipt number that has none$/)
  })

  it('tells a representative which case by receipt number and form alone, that the code is their own, and where to use it', () => {
    const [name, facts] = letterNamed('notice to a representative')
    const text = letterText(services, name, facts)
    assert.match(text, /a Form I-90 on paper that names you/)
    assert.match(text, /The code is yours alone: your client gets a different one/)
    assert.match(text, /choose “I am a legal representative”/)
    assert.match(text, /My Account, then Add a paper-filed case/)
    assert.doesNotMatch(text, /Online Account Number|Maria/)
  })
})

it('a text that runs from right to left keeps the groups of a number in their order', () => {
  const text = accessNoticeText(services, noticeIn('ar-XB'))
  assert.match(text, /: \u20664821 0937 5523\u2069\n/)
  assert.doesNotMatch(accessNoticeText(services, noticeIn('en')), /[\u2066\u2069]/)
})

describe('what a letter keeps to itself', () => {
  it('the QR code holds an address and neither number, code nor receipt; the barcode holds the receipt number alone', () => {
    for (const [called, [name, facts]] of Object.entries(everyLetter('en-XA'))) {
      const { words } = letterPdf(services, name as LetterName, facts as FactsOf<LetterName>)
      assert.ok('body' in words)
      for (const part of [words, words.also]) {
        const codes = part?.body.flatMap((piece) => ('steps' in piece && piece.code ? [piece.code] : [])) ?? []
        for (const { content, alt } of codes) {
          assert.ok([claimUrl, 'http://portal.test/cases/add'].includes(content), called)
          assert.doesNotMatch(content + alt, /IOE|EAC|4821|7K3M/, called)
        }
        assert.equal(part?.barcode?.content, facts.receiptNumber, called)
      }
    }
  })

  it('no letter but those that bring a code holds one: a reminder cannot repeat what is kept as a hash', async () => {
    for (const [called, [name, facts]] of Object.entries(everyLetter('en'))) {
      const brings = 'accessCode' in facts && facts.accessCode !== null
      const text = letterText(services, name as LetterName, facts as FactsOf<LetterName>)
      const printed = await wholeText(await set(name as LetterName, facts as FactsOf<LetterName>))
      for (const said of [text, printed]) assert.equal(said.includes(printedCode.shown), brings, called)
    }
  })

  it('title, author and properties of the file name no number', async () => {
    const raw = (await renderPdf(accessNoticeLetter(services, noticeIn('en')))).toString('latin1')
    assert.doesNotMatch(raw, /4821 ?0937|7K3M/)
  })
})

describe('every kind of letter', () => {
  it('has a letter in these tests', () => {
    assert.deepEqual(new Set(Object.values(everyLetter('en')).map(([name]) => name)), new Set(Object.keys(letterKinds)))
  })

  for (const language of spoken)
    it(`is set in ${language} as tagged PDF that says all that its text says`, async () => {
      for (const [called, [name, facts]] of Object.entries(everyLetter(language))) {
        const { bytes, undrawn } = await renderWithPages(letterPdf(services, name as LetterName, facts as FactsOf<LetterName>))
        assert.match(bytes.toString('latin1'), /<pdfuaid:part>1<\/pdfuaid:part>/)
        assert.deepEqual(undrawn, [], called)
        const printed = (await wholeText(bytes)).replaceAll(/\s/g, '')
        const english = letterText(services, name as LetterName, { ...facts, language: 'en' } as FactsOf<LetterName>)
        for (const line of lines(english).map((each) => each.replace(/^\d\. |^[\w ]+: (?=[A-Z\d -]+$)/, '')))
          assert.ok(printed.includes(line.replaceAll(/\s/g, '')), `${called}: ${line}`)
      }
    })

  it('is one page in English', async () => {
    for (const [called, [name, facts]] of Object.entries(everyLetter('en'))) {
      const { pages } = await renderWithPages(letterPdf(services, name as LetterName, facts as FactsOf<LetterName>))
      assert.equal(pages, 1, called)
    }
  })

  it('is in the person’s language first and in English from a page of its own on, each marked with its language', async () => {
    const pdf = await set('access-notice', noticeIn('ar-XB'))
    const [first = '', second = ''] = await pagesOf(pdf)
    assert.doesNotMatch(first, /Keep the code/)
    assert.match(second, /Keep the code to yourself/)
    for (const page of [first, second]) for (const said of ['4821 0937 5523', printedCode.shown, claimUrl]) assert.ok(page.includes(said))
    const [ownTags = '', englishTags = ''] = await tagsOf(pdf)
    assert.doesNotMatch(ownTags, /"lang":"en/)
    assert.match(englishTags, /"lang":"en/)
    assert.equal(accessNoticeLetter(services, noticeIn('en')).words.title, 'Your online account and your access code')
  })

  it('is the same file, byte for byte, when it is printed again', async () => {
    const [first, second] = [await set('access-notice', noticeIn('en-XA')), await set('access-notice', noticeIn('en-XA'))]
    assert.ok(first.equals(second))
  })

  it('is from the product while it is a demonstration, and from the agency otherwise', () => {
    const words = (of: LetterServices) => accessNoticeLetter(of, noticeIn('en')).words
    assert.equal(words(services).sender.name, 'Portolan')
    assert.match(words(services).demonstration ?? '', /^Demonstration of Portolan/)
    const real = words({ ...services, mode: 'production', agency: { ...services.agency, demonstrationOnly: false } })
    assert.deepEqual([real.sender.name, real.demonstration], ['U.S. Citizenship and Immigration Services', undefined])
  })
})

describe('the languages of a letter', () => {
  let takeAway: () => void
  before(() => {
    takeAway = addSecondLanguage()
  })
  after(() => takeAway())

  it('are those the agency publishes; a language that lacks one text of letters is left for English whole', async () => {
    const bilingual = { ...services, agency: await loadAgency(bilingualPack()) }
    const notice = noticeIn(secondLanguage)
    const said = accessNoticeText(bilingual, notice)
    assert.ok(said.startsWith(inSecond('Your online account and your access code')))
    assert.ok(lines(said).includes('Online Account Number: 4821 0937 5523'))
    const inEnglish = accessNoticeText(services, noticeIn('en'))
    assert.equal(accessNoticeText(services, notice), inEnglish)
    assert.equal(accessNoticeText(bilingual, noticeIn('xx')), inEnglish)
    delete catalogues[secondLanguage]?.['paper-letters']?.['secret.title']
    assert.equal(accessNoticeText(bilingual, notice), inEnglish)
    assert.equal(accessNoticeLetter(bilingual, notice).language, 'en')
  })
})

describe('names and addresses in a letter', () => {
  it('of any length and in the alphabets at hand are printed whole, and what cannot be drawn is told', async () => {
    const name = `${'Πηνελόπη Αικατερίνη '.repeat(5)}Παπαδοπούλου`
    const address = { country: 'EG', street: 'شارع الملك فيصل '.repeat(9).trim(), unit: 'דירה שלוש', city: 'القاهرة', region: 'Каир', postalCode: '11511' }
    const { bytes, undrawn } = await renderWithPages(letterPdf(services, 'access-notice', { ...noticeIn('en'), addressee: { name, address } }))
    assert.deepEqual(undrawn, [])
    const printed = (await wholeText(bytes)).replaceAll(/\s/g, '')
    for (const said of [name.replaceAll(' ', ''), 'Каир', '11511', 'EGYPT']) assert.ok(printed.includes(said), said)
    assert.equal(printed.match(/شارع/g)?.length, 9)
    const inChinese = { country: 'CN', region: '广东省', city: '深圳市', street: '深南大道1号' }
    const unknown = await renderWithPages(letterPdf(services, 'access-notice', { ...noticeIn('en'), addressee: { name: '王', address: inChinese } }))
    assert.ok(unknown.undrawn.includes('王') && unknown.undrawn.includes('深'))
    assert.ok((await wholeText(unknown.bytes)).includes('CHINA'))
  })

  it('of a hostile hand are the text they are', async () => {
    const addressee = { name: '#panic() *x* $y$ <l> @r', address: { ...homeAddress, street: '=cmd|"/c calc"!A1' } }
    const printed = await wholeText(await set('access-notice', { ...noticeIn('en'), addressee }))
    assert.ok(printed.includes(addressee.name) && printed.includes(addressee.address.street))
  })
})
