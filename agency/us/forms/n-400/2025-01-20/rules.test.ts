import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listed } from '../../../listed.ts'
import type { Answers } from '../../../../../src/filing/definition/definition.ts'
import {
  abroad,
  definition,
  documents,
  elder,
  errors,
  explaining,
  general,
  married,
  samoan,
  soldier,
  unable,
  unregistered,
  veteran,
  warnings,
} from './described-person.ts'

const trip = (tripLeft: string, tripBack: string) => listed({ tripLeft, tripBack, tripCountries: 'Kenya' })
const longTrip = { trips: trip('2024-01-01', '2024-09-01') }
const away = { trips: trip('2023-12-01', '2025-09-01') }
const allAway = { trips: trip('2022-01-01', '2024-09-01') }
const offenses = listed({ offense: 'Theft', offenseOn: '2020', offensePlace: 'Reno', offenseResult: 'Convicted.' })
const child = {
  childGivenName: 'Amani',
  childFamilyName: 'Example',
  childLives: 'with-me',
  childRelation: 'biological',
  childSupported: 'yes',
}
const address = { street: '12 Example Lane', city: 'Macon', state: 'GA', zipCode: '31201', country: 'US' }
const nairobi = { street: '1 Moi Avenue', city: 'Nairobi', country: 'KE' }
const earlier = (addressFrom: string, addressTo: string) => ({
  earlierAddresses: listed({ earlierAddress: address, addressFrom, addressTo }),
})
const service = { servedInForces: 'yes', currentMember: 'no', formerMemberAbroad: 'no' }
const record = { courtMartialed: 'no', dischargedAsAlien: 'no', deserted: 'no', forcesExplained: 'I explain.' }

/** For each rule, a person who does not break it and the answers by which that person does. */
const breaks: Readonly<Record<string, readonly [string, Answers]>> = {
  'citizen-parent': [general, { parentCitizen: 'yes' }],
  'under-18': [general, { dateOfBirth: '2010-01-01' }],
  'not-yet-five-years': [general, { dateBecameResident: '2024-01-01' }],
  'not-yet-three-years': [married, { dateBecameResident: '2025-01-01' }],
  'not-a-resident': [general, { basis: 'other', otherBasis: 'INA 325.', permanentResident: 'no' }],
  'no-a-number': [general, { aNumber: null }],
  'not-married-to-a-citizen': [married, { maritalStatus: 'annulled' }],
  'separated-from-a-citizen': [married, { maritalStatus: 'separated' }],
  'married-less-than-three-years': [married, { marriedOn: '2025-01-01' }],
  'spouse-citizen-less-than-three-years': [married, { spouseCitizenSince: '2025-01-01' }],
  'spouse-lives-elsewhere': [married, { spouseSameAddress: 'no', spouseAddress: address }],
  'moved-in-three-months': [general, { currentAddressSince: '2026-10-01' }],
  'home-abroad': [general, { currentAddress: nairobi }],
  'trip-over-six-months': [general, longTrip],
  'trip-over-a-year': [general, away],
  'present-too-little-of-five-years': [general, allAway],
  'present-too-little-of-three-years': [married, away],
  'military-without-service': [soldier, { servedInForces: 'no' }],
  'served-on-another-basis': [general, service],
  'new-name-is-the-same': [married, { newGivenName: 'Lucia' }],
  'a-number-is-social-security-number': [general, { socialSecurityNumber: '099990401' }],
  'spouse-has-your-a-number': [married, { spouseANumber: '099990402' }],
  'born-in-the-us': [general, { birthCountry: 'US' }],
  'resident-before-birth': [general, { dateBecameResident: '1990-01-01' }],
  'consent-missing': [general, { disclosureConsent: 'no' }],
  'home-before-birth': [general, { currentAddressSince: '1990-01-01' }],
  'moved-out-before-moving-in': [general, earlier('2021-01-02', '2021-01-01')],
  'addresses-begin-late': [general, earlier('2022-01-02', '2023-01-01')],
  'married-before-birth': [married, { marriedOn: '1986-01-01' }],
  'married-before-spouse-was-born': [married, { spouseBornOn: '2023-01-01' }],
  'spouse-citizen-before-birth': [married, { spouseCitizenSince: '1980-01-01' }],
  'child-is-grown-up': [general, { children: listed({ ...child, childBornOn: '2008-11-23' }) }],
  'ended-before-it-began': [general, { jobs: listed({ jobKind: 'retired', jobFrom: '2021-01-02', jobTo: '2021-01-01' }) }],
  'work-begins-late': [general, { jobs: listed({ jobKind: 'retired', jobFrom: '2022-01-02' }) }],
  'back-before-leaving': [general, { trips: trip('2024-01-02', '2024-01-01') }],
  'reduced-fee-on-paper': [elder, { feeChosen: 'reduced-fee' }],
  'signer-not-needed': [unable, { testDisability: 'no', unableToTakeOath: 'no' }],
  'interpreter-is-applicant': [elder, { interpreterFamilyName: 'EXAMPLE', interpreterGivenName: 'Galina' }],
  'preparer-is-applicant': [elder, { preparerFamilyName: 'Example', preparerGivenName: 'galina' }],
  'claimed-citizenship': [general, { claimedCitizen: 'yes' }],
  'registered-or-voted': [general, { registeredOrVoted: 'yes' }],
  'overdue-taxes': [general, { owesTaxes: 'yes' }],
  'nonresident-taxes': [general, { calledNonresident: 'yes' }],
  'party-member': [general, { partyMember: 'yes' }],
  'groups-and-violence': [general, { advocated: 'yes', groupsExplained: 'I explain.' }],
  'harm-to-others': [general, { injured: 'yes', harmExplained: 'I explain.' }],
  crimes: [general, { arrested: 'yes', offenses }],
  'sentence-not-completed': [general, { arrested: 'yes', offenses, sentenceCompleted: 'not-completed' }],
  conduct: [general, { gambled: 'yes', conductExplained: 'I explain.' }],
  'in-proceedings': [general, { inProceedings: 'yes' }],
  removed: [general, { removed: 'yes' }],
  'register-now': [soldier, { registered: 'no' }],
  'status-letter': [general, { livedHereYoung: 'yes', registered: 'no', dateOfBirth: '1998-01-01' }],
  'left-to-avoid-draft': [general, { leftToAvoidDraft: 'yes' }],
  'sought-exemption': [general, { soughtExemption: 'yes' }],
  'discharged-as-alien': [general, { ...service, ...record, dischargedAsAlien: 'yes' }],
  'court-martialed': [general, { ...service, ...record, courtMartialed: 'yes' }],
  deserted: [general, { ...service, ...record, deserted: 'yes' }],
  'keeps-titles': [abroad, { givesUpTitles: 'no' }],
  'constitution-not-supported': [general, { supportsConstitution: 'no' }],
  'oath-not-understood': [general, { understandsOath: 'no' }],
  'oath-not-taken': [general, { willingToTakeOath: 'no' }],
  'oath-without-arms': [general, { willingToServeUnarmed: 'no' }],
  'oath-without-work': [general, { willingToWork: 'no' }],
}

test('each rule is broken by answers of its own, and by none of the person who gives them otherwise', () => {
  assert.deepEqual(Object.keys(breaks).toSorted(), definition.rules.map(({ id }) => id).toSorted())
  for (const [id, [person, changed]] of Object.entries(breaks)) {
    const level = definition.rules.find((rule) => rule.id === id)?.level
    const broken = level === 'error' ? errors : warnings
    assert.ok(!broken(person).includes(id), `${person} breaks ${id}`)
    assert.ok(broken(person, changed).includes(id), `${person} does not break ${id}`)
  }
})

test('only what cannot be filed blocks: the age, the years, the basis, the channel, and what cannot be true', () => {
  const blocking = definition.rules.filter(({ level }) => level === 'error').map(({ id }) => id)
  const law = ['under-18', 'not-yet-five-years', 'not-yet-three-years', 'not-married-to-a-citizen', 'military-without-service']
  const untrue = [
    ...['new-name-is-the-same', 'a-number-is-social-security-number', 'spouse-has-your-a-number'],
    ...['resident-before-birth', 'home-before-birth', 'moved-out-before-moving-in', 'married-before-birth'],
    ...['married-before-spouse-was-born', 'spouse-citizen-before-birth', 'ended-before-it-began', 'back-before-leaving'],
  ]
  assert.deepEqual(blocking.toSorted(), [...law, ...untrue, 'reduced-fee-on-paper'].toSorted())
})

test('every rule of law names its authority', () => {
  for (const { id, cite } of definition.rules) {
    const isOfTheForm = ['no-a-number', 'a-number-is-social-security-number', 'spouse-has-your-a-number'].includes(id)
    assert.equal(cite !== undefined, !isOfTheForm, id)
  }
})

/** The documents each described person is asked for, besides any other. */
const asked: Readonly<Record<string, readonly string[]>> = {
  [general]: ['resident-card'],
  [married]: [
    ...['resident-card', 'spouse-citizenship', 'marriage-certificate', 'own-marriages-ended', 'spouse-marriages-ended'],
    ...['life-together', 'name-papers', 'support-papers'],
  ],
  [soldier]: ['service-certified'],
  [elder]: ['resident-card', 'earlier-marriages-ended', 'home-kept'],
  [unable]: ['resident-card', 'current-marriage', 'medical-certification', 'authority-to-sign'],
  [abroad]: ['resident-card', 'spouse-citizenship', 'marriage-certificate', 'qualified-employment', 'photographs'],
  [explaining]: [
    ...['resident-card', 'earlier-marriages-ended', 'tax-arrangement', 'support-papers', 'court-records'],
    ...['immigration-court-papers', 'belief-statement'],
  ],
  [unregistered]: ['resident-card', 'protected-status', 'selective-service-letter'],
  [veteran]: ['resident-card', 'current-marriage', 'discharge-papers'],
  [samoan]: [],
}

test('each described person is asked for the documents of their own answers, and for no others', () => {
  assert.deepEqual(Object.keys(asked), definition.scenarios.map(({ name }) => name))
  for (const [person, expected] of Object.entries(asked)) {
    assert.deepEqual(documents(person), [...expected, 'other-document'], person)
  }
})
