import { listed } from '../../../listed.ts'
import type { Answers } from '../../../../../src/filing/definition/definition.ts'

/** Answers that most of the described people share. All of them are made up. */
export const commonAnswers = {
  status: 'citizen',
  statusThroughAdoption: 'no',
  familyName: 'Example',
  birthCity: 'Dayton',
  birthCountry: 'US',
  livesAtMailingAddress: 'yes',
  homeSince: '2012-06',
  fiveYearsAtHome: 'yes',
  citizenThrough: 'birth',
  jobs: listed({
    jobKind: 'employed',
    employer: 'Example Hardware, Inc.',
    employerAddress: { street: '1 Example Plaza', city: 'Springfield', state: 'IL', zipCode: '62701', country: 'US' },
    occupation: 'Bookkeeper',
    jobFrom: '2015-03',
  }),
  ethnicity: 'not-hispanic-or-latino',
  race: ['white'],
  height: { feet: 5, inches: 6 },
  weight: 140,
  eyeColor: 'brown',
  hairColor: 'black',
  petitionByOthers: 'no',
  beneficiaryInUs: 'no',
  beneficiaryEverInUs: 'no',
  beneficiaryMaritalStatus: 'single',
  beneficiaryJobKind: 'not-working',
  beneficiaryProceedings: 'no',
  otherLetters: 'no',
  appliesAt: 'consulate',
  petitionedBefore: 'no',
  petitionsAtTheSameTime: 'no',
  daytimePhone: '+12025550111',
  signer: 'petitioner',
  howRead: 'english',
  preparerUsed: 'no',
} as const satisfies Answers

/** An interpreter or a preparer, as the questions that start with `who` ask of them. */
export const helper = (who: string, givenName: string, phone: string): Answers => ({
  [`${who}FamilyName`]: 'Sample',
  [`${who}GivenName`]: givenName,
  [`${who}Organization`]: 'Example Community Center',
  [`${who}Address`]: { street: '20 Example Court', city: 'Springfield', state: 'IL', zipCode: '62702', country: 'US' },
  [`${who}DaytimePhone`]: phone,
  [`${who}MobilePhone`]: phone,
  [`${who}Email`]: `${givenName.toLowerCase()}@example.test`,
})

export const interpreting = (who: string, language: string): Answers => ({
  [`${who}Language`]: language,
})

export const preparing = (who: string, standing: string): Answers => ({
  [`${who}Standing`]: standing,
})

/** The given answers, without those of the questions that are not asked. */
export const without = (answers: Answers, ...notAsked: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([question]) => !notAsked.includes(question)))
