import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { csvHead, csvRow, filing, told, toldInPieces } from '../../../../test/cast/read-filings.ts'
import { type Column, columns } from './columns.ts'
import { rowCharactersMost } from './limits.ts'

const numbered = (digit: number) => csvRow({ ...filing, receipt_number: `EAC909910000${digit}` })
const [one, two, three, four] = [numbered(1), numbered(2), numbered(3), numbered(4)]
const utf16 = (text: string, isBigEndian = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const renamed = (from: Column, to: string) => csvHead.replace(from, to)
const spoilt = (from: string, to: string) => one.replace(from, to)
const parted = (text: string, delimiter: string) => text.replaceAll('"12 Harbor Street, Apt 3"', 'street').replaceAll('"Example & Example, LLP"', 'firm').replaceAll(',', delimiter)
const plain = (text: string) => parted(text, ',')
const json = (members: string) => `{"form":"i-90","received_on":"2026-03-04","family_name":"Example","date_of_birth":"1990-02-03","mailing_address":{"street":"12 Harbor Street","city":"Albany","state":"NY","postal_code":"12210","country":"US"}${members}}\n`

type Case = readonly [what: string, file: string | Buffer, told: readonly string[]]

const encodings: readonly Case[] = [
  ['UTF-8', csvHead + one, ['2 taken']],
  ['UTF-8 with a byte-order mark', `\ufeff${csvHead}${one}`, ['2 taken']],
  ['UTF-16, little end first', utf16(csvHead + one), ['2 taken']],
  ['UTF-16, big end first', utf16(csvHead + one, true), ['2 taken']],
  ['Unicode text of a spreadsheet: UTF-16 and tabs', utf16(parted(csvHead + one, '\t')), ['2 taken']],
  ['semicolons', parted(csvHead + one, ';'), ['2 taken']],
  ['line feeds', (csvHead + one + two).replaceAll('\r\n', '\n'), ['2 taken', '3 taken']],
  ['carriage returns', (csvHead + one + two).replaceAll('\r\n', '\r'), ['2 taken', '3 taken']],
  ['UTF-16 without a mark', utf16(csvHead + one).subarray(2), ['not-text']],
  ['UTF-16 cut inside a letter', Buffer.concat([utf16(csvHead + one), utf16(two).subarray(2, -7)]), ['2 taken', '3 line-without-end']],
  ['half a surrogate in UTF-16', utf16(csvHead + spoilt('Maria', 'M\ud800') + two), ['2 given_name: not-text', '3 taken']],
  ['Windows letters in one row', Buffer.concat([Buffer.from(csvHead), latin1(spoilt('Maria', 'Mar\xeda')), Buffer.from(two)]), ['2 given_name: not-text', '3 taken']],
  ['a letter cut in two at the end of a cell', Buffer.concat([Buffer.from(csvHead), latin1(spoilt('Maria', 'Mari\xc3')), Buffer.from(two)]), ['2 given_name: not-text', '3 taken']],
  ['letters that an earlier program lost', csvHead + spoilt('Maria', 'Mar\ufffda'), ['2 given_name: not-text']],
  ['Windows letters in the header', Buffer.concat([latin1(renamed('city', 'cit\xe9')), Buffer.from(one)]), ['not-text']],
  ['a spreadsheet’s own file', Buffer.from('PK\u0003\u0004\u0014\0\u0006\0'), ['not-text']],
]

const headers: readonly Case[] = [
  ['nothing', '', ['empty']],
  ['a mark and nothing', '\ufeff', ['empty']],
  ['a header and nothing', csvHead, []],
  ['rows without a header', one + two, ['no-header']],
  ['an empty line before the header', `\n${csvHead}${one}`, ['no-header']],
  ['columns in another order and in capitals, the needed ones only', `COUNTRY, form ,received_on,family_name,given_name,date_of_birth,street,city,state,postal_code\nUS,I-90,2026-03-04,Example,Maria,1990-02-03,12 Harbor Street,Albany,NY,12210\n`, ['2 taken']],
  ['an unknown column', renamed('email', 'e_mail') + one, ['unknown-column e_mail']],
  ['a column without a name', `${csvHead.trimEnd()},\r\n${one}`, ['unknown-column']],
  ['a missing column', renamed('date_of_birth', 'line') + one, ['missing-column date_of_birth']],
  ['a doubled column', renamed('email', 'form') + one, ['doubled-column form']],
  ['a header whose quote is left open', `"${csvHead}${one}`, ['no-header']],
  ['a header of a million columns', `${','.repeat(1_000_000)}\n${one}`, ['header-too-long']],
  ['a megabyte without a line break', 'x'.repeat(1_000_000), ['header-too-long']],
  ['a JSON list', `[${json('')}]`, ['json-list']],
]

const rows: readonly Case[] = [
  ['a cell too few and one too many', csvHead + one.replace(',no,', ',') + two.replace(',no,', ',no,,') + three, ['2 too-few-cells', '3 too-many-cells', '4 taken']],
  ['empty lines and rows without text are counted and are no rows', `${csvHead}\r\n${one}${','.repeat(columns.length - 1)}\r\n \r\n${two}`, ['3 taken', '6 taken']],
  ['a quoted cell with line breaks counts its lines', csvHead + spoilt('12 Harbor Street, Apt 3', '12 Harbor Street\r\nApt 3\n\rTop') + two, ['2 taken', '6 taken']],
  ['doubled quotes are a quote', csvHead + spoilt('12 Harbor Street, Apt 3', '12 ""Harbor"" Street'), ['2 taken']],
  ['a quote inside a cell without quotes', csvHead + spoilt('Albany', 'Al"bany') + two, ['2 stray-quote', '3 taken']],
  ['text behind a closing quote', csvHead + spoilt('Apt 3"', 'Apt 3" up') + two, ['2 stray-quote', '3 taken']],
  ['a quote left open, seen in its own row', csvHead + spoilt('Albany', '"Albany') + two, ['2 stray-quote', '3 taken']],
  ['a quote left open refuses all that may belong to its cell', csvHead + plain(spoilt('Albany', '"Albany')) + plain(two) + three + four, ['2 quote-left-open', '5 taken']],
  ['a quote left open to the end', csvHead + one + plain(spoilt('Albany', '"Albany') + two + three).replace('00001', '00004'), ['2 taken', '3 quote-left-open']],
  ['a file cut inside a quoted cell', csvHead + one + two.slice(0, two.indexOf('Apt')), ['2 taken', '3 quote-left-open']],
  ['a file cut inside a cell', csvHead + one + two.slice(0, two.indexOf('Albany') + 3), ['2 taken', '3 line-without-end']],
  ['a file cut inside its last cell: of a fee of 520.00 only 5.20 is left', csvHead + one + two.slice(0, -4), ['2 taken', '3 line-without-end']],
  ['a row of a million columns', `${csvHead + one + ','.repeat(1_000_000)}\r\n${two}`, ['2 taken', '3 row-too-long', '4 taken']],
  ['a row of eight megabytes', `${csvHead}${spoilt('Albany', 'A'.repeat(8_000_000))}${two}`, ['2 row-too-long', '3 taken']],
  ['a quoted cell of two megabytes, with line breaks', `${csvHead}${spoilt('12 Harbor Street, Apt 3', 'A \n'.repeat(700_000))}${two}`, ['2 row-too-long', '700003 taken']],
  ['a filing hidden in a cell that is too long is none', csvHead + spoilt('12 Harbor Street, Apt 3', `${'A'.repeat(rowCharactersMost)}\n${plain(two)}`) + three, ['2 row-too-long', '5 taken']],
  ['a filing hidden in a cell that is cut is none', csvHead + one.slice(0, one.indexOf(' Harbor')) + plain(`\n${two}`), ['2 quote-left-open']],
  ['a NUL', csvHead + spoilt('Albany', 'Alb\0any') + two, ['2 city: unsafe-characters', '3 taken']],
  ['marks that turn the reading direction', csvHead + spoilt('Maria', 'M\u202earia'), ['2 given_name: unsafe-characters']],
  ['two rows with one receipt number', csvHead + one + two + one.replace('EAC9099100001', 'eac-90-991-00001'), ['2 taken', '3 taken', '4 receipt_number: repeated-receipt-number']],
  ['the second is refused even where the first was', csvHead + spoilt('i-765', 'i-0') + one, ['2 form: unknown-form', '3 receipt_number: repeated-receipt-number']],
  ['rows without a receipt number are as many as there are', csvHead + spoilt('EAC9099100001', '') + spoilt('EAC9099100001', ''), ['2 taken', '3 taken']],
]

const jsonLines: readonly Case[] = [
  ['a filing', json(''), ['1 taken']],
  ['with a mark, behind space, in UTF-16', utf16(` ${json('')}`), ['1 taken']],
  ['a fee as a number, consular as a truth, empty as null', json(',"fee_cents":52000,"consular":true,"email":null,"representative_address":null'), ['1 taken']],
  ['whole but without an end', json('').trimEnd(), ['1 taken']],
  ['cut', json('') + json('').slice(0, 150), ['1 taken', '2 not-json']],
  ['an account number that is a number', json(',"online_account_number":482109375523'), ['1 online_account_number: number-not-in-quotes']],
  ['a list where one text belongs', json(',"email":["maria@example.test"]'), ['1 email: not-a-single-value']],
  ['an unknown member', json(',"phone":"1"') + json(''), ['1 unknown-member', '2 taken']],
  ['an address that is not under its name', json(',"street":"1"'), ['1 unknown-member']],
  ['a name inside the address', json('').replace('"city"', '"family_name":"X","city"'), ['1 unknown-member']],
  ['the address as a text', json(',"representative_address":"here"'), ['1 unknown-member']],
  ['a doubled member', json(',"form":"n-400"'), ['1 doubled-member']],
  ['a doubled member inside the address', json('').replace('"city"', '"street":"2","city"'), ['1 doubled-member']],
  ['a colon in a text is no member', json(',"email":"\\"form\\":\\"x"'), ['1 email: not-an-email']],
  ['members of every object', json(',"__proto__":{"form":"x"},"constructor":"x","toString":"x"'), ['1 unknown-member, unknown-member, unknown-member']],
  ['no object', `${json('')}null\n5\n"x"\n[1]\ntrue\n{}\n`, ['1 taken', '2 not-json', '3 not-json', '4 not-json', '5 not-json', '6 not-json', '7 form: missing, family_name: missing, received_on: missing, date_of_birth: missing, country: missing']],
  ['thirty thousand lists one in the other', json(`,"email":${'['.repeat(30_000)}${']'.repeat(30_000)}`), ['1 email: not-a-single-value']],
  ['thirty thousand objects one in the other', json(`,"email":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`), ['1 email: not-a-single-value']],
  ['a line that is too long', `${json(`,"email":"${'x'.repeat(70_000)}"`)}${json('')}`, ['1 row-too-long', '2 taken']],
  ['half a surrogate', json('').replace('"Example"', '"Ex\\ud800"'), ['1 family_name: not-text']],
  ['a NUL', json('').replace('"Example"', '"Ex\\u0000"'), ['1 family_name: unsafe-characters']],
  ['Windows letters', latin1(json('').replace('Albany', 'Alb\xe1ny')), ['1 city: not-text']],
  ['empty lines', `${json('')}\n \n${json('')}`, ['1 taken', '4 taken']],
]

for (const [kind, cases] of Object.entries({ 'an encoding': encodings, 'a header': headers, 'a row': rows, 'a line of JSON': jsonLines })) {
  describe(`${kind} is read, or refused by its line and reason, however the file arrives:`, () => {
    for (const [what, file, expected] of cases) {
      it(what, async () => {
        assert.deepEqual(file.length < 20_000 ? await toldInPieces(file) : await told(file), expected)
      })
    }
  })
}
