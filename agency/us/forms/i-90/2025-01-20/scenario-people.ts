import type { Answers } from '../../../../../src/filing/definition/definition.ts'

/** Answers that most of the described people share. All of them are made up. */
export const commonAnswers = {
  status: 'permanent-resident',
  familyName: 'Example',
  nameChanged: 'no',
  livesAtMailingAddress: 'yes',
  classOfAdmission: 'IR1',
  dateOfAdmission: '2012-08-14',
  residenceGrantedThrough: 'immigrant-visa',
  placeApplied: 'Ciudad Juarez, Mexico',
  placeGranted: 'Ciudad Juarez, Mexico',
  destination: 'Springfield, Illinois',
  admissionPortCity: 'El Paso',
  admissionPortState: 'TX',
  removalProceedings: 'no',
  abandonedStatus: 'no',
  ethnicity: 'not-hispanic-or-latino',
  race: ['white'],
  height: { feet: 5, inches: 6 },
  weight: 140,
  eyeColor: 'brown',
  hairColor: 'black',
  needsAccommodation: 'no',
  daytimePhone: '+12025550101',
  howRead: 'english',
  preparerUsed: 'no',
} as const satisfies Answers

/** What those who adjusted their status inside the country answer in place of an arrival. */
export const adjustedAnswers = {
  residenceGrantedThrough: 'adjustment',
  placeApplied: 'Chicago, Illinois',
  placeGranted: 'USCIS Chicago Field Office',
} as const satisfies Answers

/** The given answers, without those of the questions that are not asked. */
export const without = (answers: Answers, ...notAsked: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([question]) => !notAsked.includes(question)))
