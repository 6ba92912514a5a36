import assert from 'node:assert/strict'
import test from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { textOf } from '../platform/i18n/text.ts'
import {
  AddressFields,
  CheckboxGroup,
  CodeField,
  DateField,
  EmailField,
  FileField,
  PasswordField,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from './index.ts'

const t = textOf('en', 'UTC')
const two = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second', hint: 'The other one' },
]

test('a text field ties its label, hint and error to its input', () => {
  const html = renderToString(<TextField name="family" label="Family name" hint="As printed" error="Enter a name" value="Ng" />)
  assert.match(html, /<label class="usa-label usa-label--error" for="family">Family name<\/label>/)
  assert.match(html, /id="family-hint">As printed/)
  assert.match(html, /id="family-error">Enter a name/)
  assert.match(html, /<input[^>]*id="family"[^>]*value="Ng"[^>]*aria-describedby="family-hint family-error" aria-invalid="true"/)
})

test('a field without hint and error says nothing of either', () => {
  assert.doesNotMatch(renderToString(<TextField name="family" label="Family name" />), /describedby|invalid|usa-hint/)
})

test('what a person typed is shown again as text, never as markup', () => {
  const hostile = '"><script>alert(1)</script>'
  for (const html of [
    renderToString(<TextField name="x" label="X" value={hostile} />),
    renderToString(<TextArea name="x" label="X" value={hostile} />),
    renderToString(<TextField name="x" label="X" error={hostile} />),
  ])
    assert.doesNotMatch(html, /<script>/)
})

test('an email field asks for the email keyboard and the right autofill', () => {
  assert.match(renderToString(<EmailField name="email" label="Email address" />), /type="email"[^>]*autocomplete="email" inputmode="email"/)
  assert.match(renderToString(<EmailField name="email" label="Email address" autocomplete="username" />), /autocomplete="username"/)
})

test('numbers and email addresses are written left to right in every language', () => {
  assert.match(renderToString(<EmailField name="email" label="Email address" />), /dir="ltr"/)
  assert.match(renderToString(<TextField name="receipt" label="Receipt number" numeric />), /class="usa-input number"[^>]*dir="ltr"/)
})

test('other text takes the direction of what is typed, so that an English address on a right-to-left page reads as typed', () => {
  assert.match(renderToString(<TextField name="street" label="Street" value="100 Example Street" />), /<input[^>]*dir="auto"/)
  assert.match(renderToString(<TextArea name="more" label="More" />), /<textarea[^>]*dir="auto"/)
})

test('a password is never sent back to the page, and may be pasted', () => {
  const html = renderToString(<PasswordField t={t} name="password" label="Password" autocomplete="new-password" />)
  assert.match(html, /type="password" autocomplete="new-password"/)
  assert.doesNotMatch(html, /value=|onpaste/)
})

test('a one-time password is offered from the message that brought it', () => {
  assert.match(
    renderToString(<CodeField name="code" label="Secure One-time Password" />),
    /autocomplete="one-time-code" inputmode="numeric"/,
  )
})

test('a select shows its prompt first and the chosen option chosen', () => {
  const html = renderToString(<Select name="q" label="Question 1" options={two} prompt="Choose a question" value="b" />)
  assert.match(html, /<option value>Choose a question<\/option><option value="a">First<\/option><option[^>]*selected[^>]*>Second/)
})

test('the first radio has the field’s own id, so that the error summary leads to it', () => {
  const html = renderToString(<RadioGroup name="type" label="Account type" options={two} value="b" error="Choose one" />)
  assert.match(html, /<fieldset[^>]*aria-describedby="type-error"[^>]*><legend class="usa-legend">Account type/)
  assert.match(html, /<input[^>]*id="type" type="radio" name="type" value="a"/)
  assert.match(html, /id="type-2" type="radio" name="type" value="b" checked/)
  assert.match(html, /<label class="usa-radio__label" for="type-2">/)
})

test('checkboxes tick every value they are given', () => {
  const html = renderToString(<CheckboxGroup name="ways" label="Ways" options={two} values={['a', 'b']} />)
  assert.equal(html.match(/ checked/g)?.length, 2)
})

test('a date is a fieldset with the question as legend, a month by name, a day and a year', () => {
  const html = renderToString(<DateField t={t} name="born" label="Date of birth" value={{ month: '02', day: '3', year: '1987' }} />)
  assert.match(html, /<legend class="usa-legend">Date of birth<\/legend>/)
  assert.match(html, /<label class="usa-label" for="born-month">Month<\/label><select[^>]*name="born-month"/)
  assert.match(html, /<option value="1">January<\/option><option value="2" selected>February/)
  assert.match(html, /for="born-day">Day<\/label><input[^>]*name="born-day" value="3"/)
  assert.match(html, /for="born-year">Year<\/label><input[^>]*name="born-year" value="1987"/)
})

test('a date joins its parts with the joint its form reads', () => {
  const html = renderToString(<DateField t={t} name="born" label="Date" joint="." withoutDay />)
  assert.match(html, /name="born\.month"/)
  assert.match(html, /name="born\.year"/)
  assert.doesNotMatch(html, /born\.day/)
})

test('a file field is a plain input whose label is the document and whose limits are said before', () => {
  const html = renderToString(
    <FileField t={t} name="passport" label="A copy of your passport" accept="application/pdf" kinds="PDF" mostBytes={12_000_000} />,
  )
  assert.match(html, /<label class="usa-label" for="passport">A copy of your passport<\/label>/)
  assert.match(html, /id="passport-hint">PDF, at most 12 MB\./)
  assert.match(html, /<input[^>]*name="passport" type="file" accept="application\/pdf"[^>]*aria-describedby="passport-hint"/)
  assert.match(html, /data-too-large="%name% is %size%\. Choose a file of at most 12 MB\."/)
})

test('an address asks the country only where there is a choice, and marks the state as a domestic matter', () => {
  const given = { t, legend: 'Mailing address', name: 'mail', value: () => '', error: () => undefined, states: two }
  assert.doesNotMatch(renderToString(<AddressFields {...given} />), /mail-country|data-shown/)
  const html = renderToString(<AddressFields {...given} countries={two} />)
  assert.match(html, /name="mail-country"/)
  assert.match(html, /data-shown-control="mail-country" data-shown-value="US" data-shown-is="yes"/)
})
