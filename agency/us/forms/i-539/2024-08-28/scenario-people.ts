import type { Answers } from '../../../../../src/filing/definition/definition.ts'

const no = (...ids: readonly string[]): Answers => Object.fromEntries(ids.map((id) => [id, 'no']))

/** Answers that most of the described people share. All of them are made up. */
export const commonAnswers: Answers = {
  requestType: 'extension',
  durationOfStatus: 'no',
  statusExpires: '2027-02-15',
  stayUntil: '2027-07-31',
  whoApplies: 'alone',
  familyName: 'Example',
  livesAtMailingAddress: 'yes',
  mailingAddress: { street: '100 Example Street', city: 'Dayton', state: 'OH', zipCode: '45402', country: 'US' },
  lastArrivalDate: '2026-08-16',
  i94Number: '000000001A1',
  documentExpires: '2031-05-31',
  addressAbroad: { street: 'Calle Ejemplo 5', city: 'Puebla', postalCode: '72000', country: 'MX' },
  supportExplanation: 'I live on savings of 20,000 dollars in my bank at home.',
  daytimePhone: '+12025550101',
  howRead: 'english',
  whoSigns: 'applicant',
  basedOnPetition: 'no',
  ...no('basedOnGranted', 'passportChanged', 'immigrantVisa', 'immigrantPetition', 'filedI485', 'arrested'),
  ...no('torture', 'killing', 'injuring', 'sexualHarm', 'religiousHarm', 'armedGroup', 'detentionWork', 'weaponsUse'),
  ...no('weaponsTrade', 'weaponsTraining', 'violatedStatus', 'inRemoval', 'employed', 'exchangeVisitor', 'preparerUsed'),
}

export const fromCountry = (country: string, passportNumber: string, dateOfBirth: string): Answers => ({
  birthCountry: country,
  citizenship: country,
  dateOfBirth,
  passportNumber,
  documentCountry: country,
})

/** `D/S` on the record of arrival: no day on which the status ends, and none that must be asked for. */
export function admittedForDuration(answers: Answers): Answers {
  const { statusExpires: _ends, stayUntil: _until, ...rest } = answers
  return { ...rest, durationOfStatus: 'yes' }
}

/** The same answers without some of them: what that person is not asked. */
export const without = (answers: Answers, ...ids: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)))

/** A member of the family on Form I-539A, with no to all that is asked of them. */
export const member: Answers = {
  coFamilyName: 'Example',
  coArrivalDate: '2026-08-16',
  coI94Number: '000000002A1',
  coDocumentExpires: '2031-05-31',
  coDurationOfStatus: 'no',
  coStatusExpires: '2027-02-15',
  coSupportExplanation: 'My wife pays for all of us from our savings.',
  coHowRead: 'english',
  coWhoSigns: 'self',
  coCertification: ['true', 'records', 'fingerprints'],
  coSignedOn: '2026-11-20',
  ...no('coPassportChanged', 'coImmigrantVisa', 'coImmigrantPetition', 'coFiledI485', 'coArrested', 'coTorture', 'coKilling'),
  ...no('coInjuring', 'coSexualHarm', 'coReligiousHarm', 'coArmedGroup', 'coDetentionWork', 'coWeaponsUse', 'coWeaponsTrade'),
  ...no('coWeaponsTraining', 'coViolatedStatus', 'coInRemoval', 'coEmployed', 'coExchangeVisitor'),
}

export const memberFrom = (country: string, coPassportNumber: string, coDateOfBirth: string): Answers => ({
  coBirthCountry: country,
  coCitizenship: country,
  coDocumentCountry: country,
  coPassportNumber,
  coDateOfBirth,
})
