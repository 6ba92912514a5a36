import assert from 'node:assert/strict'
import { after, before, describe, it, test } from 'node:test'
import fc from 'fast-check'
import { type OfficeGround, officeGround } from '../../../../test/cast/office-ground.ts'
import type { PortalBrowser } from '../../../../test/cast/portal-browser.ts'
import { typedForm, typedRepresentative } from '../../../../test/cast/typed-form.ts'
import { textOf } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { type RowFaultCode, rowFaultCodes } from '../file/faults.ts'
import { faultKey } from './fault-at.ts'
import { filingField } from './filing-field.ts'
import { checksOf } from './plan.ts'

let office: OfficeGround
let intake: PortalBrowser
before(async () => {
  office = await officeGround()
  await office.enrol('intake')
  intake = await office.signedIn('intake')
})
after(() => office.end())

async function typed(about: Record<string, string> = {}) {
  await intake.open(officePaths.typeForm())
  return intake.press('Look it over', typedForm(about))
}

const rows = async () => (await office.database.pools.owner?.selectFrom('officer.intake_entry').select('id').execute())?.length

/** What is typed wrong, the control that says so, and the words. */
const faults: readonly [about: Record<string, string>, control: string, words: RegExp][] = [
  [{ form: '' }, 'form', /Choose the form/],
  [{ form: 'x-1' }, 'form', /Choose the form/],
  [{ 'received_on-month': '', 'received_on-day': '', 'received_on-year': '' }, 'received_on-month', /Enter the day on which/],
  [{ 'received_on-year': '26' }, 'received_on-month', /year with four digits/],
  [{ 'received_on-day': '' }, 'received_on-month', /Enter month, day and year/],
  [{ 'received_on-month': '2', 'received_on-day': '30' }, 'received_on-month', /no such day/],
  [{ 'received_on-year': '2199' }, 'received_on-month', /in the future/],
  [{ 'date_of_birth-year': '2026', 'date_of_birth-month': '3' }, 'date_of_birth-month', /born after the form was received/],
  [{ 'date_of_birth-year': '1850' }, 'date_of_birth-month', /too long ago/],
  [{ family_name: '' }, 'family_name', /Enter the family name/],
  [{ family_name: '12' }, 'family_name', /A name has letters/],
  [{ given_name: 'x'.repeat(601) }, 'given_name', /longer than 600 characters/],
  [{ receipt_number: 'IOE90123' }, 'receipt_number', /three letters and ten digits/],
  [{ receipt_number: 'ZZZ9012345677' }, 'receipt_number', /begins with these three letters/],
  [{ receipt_number: '482109375523' }, 'receipt_number', /looks like an Online Account Number.*enter it there/],
  [{ receipt_number: 'A012345678' }, 'receipt_number', /looks like an A-Number/],
  [{ online_account_number: '482109375524' }, 'online_account_number', /A digit of this Online Account Number is wrong/],
  [{ online_account_number: 'IOE9012345677' }, 'online_account_number', /This is a receipt number.*12 digits and no letters/],
  [{ online_account_number: 'A012345678' }, 'online_account_number', /This is an A-Number/],
  [{ online_account_number: '48210937552' }, 'online_account_number', /here are 11/],
  [{ online_account_number: '4821093755231' }, 'online_account_number', /has 12 digits/],
  [{ online_account_number: '482109375523' }, 'online_account_number', /No account has this number/],
  [{ a_number: '12' }, 'a_number', /letter A and seven to nine digits/],
  [{ a_number: 'IOE9012345677' }, 'a_number', /This is a receipt number/],
  [{ a_number: '482109375523' }, 'a_number', /This is an Online Account Number/],
  [{ email: 'maria' }, 'email', /not an email address/],
  [{ country: '' }, 'country', /Choose the country/],
  [{ country: 'XX' }, 'country', /Choose a country/],
  [{ street: '' }, 'street', /Enter street and number/],
  [{ street: '---' }, 'street', /no letters or digits here/],
  [{ state: 'Illinois' }, 'state', /state as its two letters/],
  [{ postal_code: '6270' }, 'postal_code', /zeros at the front may be missing/],
  [{ postal_code: '62701-1' }, 'postal_code', /written otherwise/],
  [{ country: 'DE', state: 'BE', postal_code: '10117' }, 'state', /have no such part/],
  [{ representative_name: 'Rosa' }, 'representative_country', /of the representative, or leave everything about them empty/],
  [{ ...typedRepresentative, representative_name: '' }, 'representative_name', /of the representative, or leave everything about them empty/],
  [{ ...typedRepresentative, representative_account_number: '482109375524' }, 'representative_account_number', /A digit of this/],
  [{ consular: 'maybe' }, 'consular', /leave it empty/],
  [{ fee_cents: '46.5' }, 'fee_cents', /in dollars/],
  [{ fee_cents: '-1' }, 'fee_cents', /in dollars/],
  [{ fee_cents: '99999999' }, 'fee_cents', /No fee is as high/],
  [{ city: 'Spring\u202efield' }, 'city', /cannot be seen/],
  [{ city: 'Spring\ufffdfield' }, 'city', /Letters were lost here/],
]

const atControl = (html: string, control: string) => new RegExp(`href="#${control}"`).test(html)

describe('a form that is typed with something wrong', () => {
  for (const [about, control, words] of faults)
    it(`says at ${control}: ${words.source}`, async () => {
      const seen = await typed(about)
      assert.equal(seen.status, 422)
      assert.match(seen.text, words)
      assert.ok(atControl(seen.html, control), 'the summary leads to the control')
      assert.match(seen.html, new RegExp(`id="${control}"`))
      assert.match(seen.html, 'city' in about ? /value="12 Harbor Street"/ : /value="Springfield"/, 'what was typed is kept')
      assert.equal(await rows(), 0)
    })

  it('says everything at once, in the order of the page', async () => {
    const { html } = await typed({ form: '', family_name: '', postal_code: '1', fee_cents: 'x' })
    assert.deepEqual([...html.matchAll(/<a href="#([a-z_-]+)">/g)].map(([, at]) => at).filter((at) => at !== 'main'), ['form', 'fee_cents', 'family_name', 'postal_code'])
  })

  it('with the receipt number of another case says so', async () => {
    const { receiptNumber } = await office.openCase()
    const seen = await typed({ receipt_number: receiptNumber })
    assert.equal(seen.status, 422)
    assert.ok(atControl(seen.html, 'receipt_number'))
    assert.match(seen.text, /Another case has this receipt number already\. Read it again on the form/)
  })

  it('is shown again as it was typed where somebody is called what a page would draw', async () => {
    const seen = await typed({ street: '<script>alert(1)</script> 5', city: '"><b>x', state: '' })
    assert.equal(seen.status, 422)
    assert.doesNotMatch(seen.html, /<script>alert|<b>x/)
    assert.match(seen.html, /value="&lt;script>|value="&lt;script&gt;/)
  })
})

describe('a form that is typed right', () => {
  it('is kept sealed, for whoever typed it alone, and is shown again to be corrected', async () => {
    const seen = await typed({ fee_cents: '$1,240' })
    assert.match(seen.url, /^\/intake\/entered\//)
    assert.match(seen.text, /\$1,240\.00/)
    const [row] = (await office.database.pools.owner?.selectFrom('officer.intake_entry').selectAll().execute()) ?? []
    assert.doesNotMatch(String(row?.sealed), /Lopez|Harbor/)
    const form = await intake.open(`${seen.url}/correct`)
    for (const value of ['Lopez', '1240.00', '12 Harbor Street', '62701']) assert.match(form.html, new RegExp(`value="${value}"`))
    assert.match(form.html, /value="6" selected|selected value="6"/)
    await intake.press('Look it over', typedForm({ family_name: 'Lopes' }))
    assert.match(intake.seen.text, /Family name Lopes/)
    await office.enrol('intake', 2)
    office.services.clock.advance({ minutes: 1 })
    const other = await office.signedIn('intake', 2)
    for (const path of [seen.url, `${seen.url}/correct`]) assert.equal((await other.open(path)).status, 404)
    assert.equal((await other.ask('POST', seen.url, { mark: 'x' })).status, 404)
  })

  it('is listed while it is not taken in, and thrown away when asked', async () => {
    assert.match((await intake.open(officePaths.typeForm())).text, /You typed these and did not take them in Form I-90/)
    const [row] = (await office.database.pools.owner?.selectFrom('officer.intake_entry').select('id').execute()) ?? []
    await intake.open(officePaths.typedForm({ entry: row?.id ?? '' }))
    const left = await intake.press('Throw away what I typed')
    assert.doesNotMatch(left.text, /You typed these/)
    assert.equal(await rows(), 0)
  })
})

test('no word of a fault by hand speaks of rows, columns or spreadsheets', () => {
  const t = textOf('en', 'UTC')
  const ofFilesAlone: readonly RowFaultCode[] = [
    ...(['row-too-long', 'too-few-cells', 'too-many-cells', 'stray-quote', 'quote-left-open', 'line-without-end', 'not-json', 'unknown-member', 'doubled-member', 'too-many-rows'] as const),
    ...(['number-not-in-quotes', 'not-a-single-value', 'repeated-receipt-number'] as const),
    // Said by what is empty.
    'representative-incomplete',
  ]
  for (const code of rowFaultCodes.filter((each) => !ofFilesAlone.includes(each)))
    assert.doesNotMatch(t(faultKey(code), { most: 9 }), /\brow\b|column|spreadsheet|\bcell\b|quotes|CSV|_/i, code)
})

test('whatever is sent is a filing or said to be wrong at controls of the page, and never throws', () => {
  const checks = checksOf({ services: office.services, now: office.services.clock.now() })
  const names = Object.keys({ ...typedForm(), ...typedRepresentative, consular: '', a_number: '', online_account_number: '', email: '', representative_account_number: '' })
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('', 'US', 'MX', '2026', '31', '0', 'IOE9012345677', '482109375523', '<b>', 'é\u0301', '\ud800'))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), texts), (sent) => {
      const posted = new Map(Object.entries({ ...typedForm(), ...sent }).map(([name, value]) => [name, [value]]))
      const read = filingField.parse(posted, 'filing', { checks })
      if (!read.ok) for (const { at } of read.errors) assert.ok(names.includes(at), at)
    }),
  )
})
