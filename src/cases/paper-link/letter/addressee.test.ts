import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { homeAddress } from '../../../../test/cast/paper-letters.ts'
import { type AgencyPack, loadAgency } from '../../../agency/index.ts'
import { countryCodes, type PostalAddress } from '../../../profile/index.ts'
import { envelopeLines } from './addressee.ts'
import { addressLinesMost } from './bundle/manifest.ts'

let agency: AgencyPack
before(async () => {
  agency = await loadAgency('agency/us')
})

const linesTo = (address: PostalAddress) => envelopeLines(agency, { name: 'Maria Example', address })

test('mail within the country names no country, mail abroad names it last, in English and in capitals', () => {
  assert.deepEqual(linesTo(homeAddress), ['Maria Example', '1420 West Harbor Avenue', 'Apt 3B', 'Springfield, IL 62701'])
  const abroad = { country: 'MX', street: 'Av. Juárez 4', district: 'Centro', postalCode: '06010', city: 'Ciudad de México', region: 'CDMX' }
  assert.deepEqual(linesTo(abroad), ['Maria Example', 'Av. Juárez 4', 'Centro', '06010 Ciudad de México, CDMX', 'MEXICO'])
  assert.equal(linesTo({ country: 'CI', street: '1 Rue', city: 'Abidjan' }).at(-1), 'CÔTE D’IVOIRE')
})

test('the address of no country has more lines than a manifest has room for', () => {
  const every = { inCareOf: 'A', street: 'B', unit: 'C', district: 'D', city: 'E', region: 'F', postalCode: 'G' }
  const most = countryCodes.map((country) => linesTo({ country, ...every }).length)
  assert.equal(Math.max(...most), addressLinesMost)
})
