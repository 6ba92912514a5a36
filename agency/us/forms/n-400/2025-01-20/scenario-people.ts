import type { Answers } from '../../../../../src/filing/definition/definition.ts'

const everNo = [
  ...['claimedCitizen', 'registeredOrVoted', 'owesTaxes', 'calledNonresident', 'partyMember', 'advocated'],
  ...['groupUsedWeapon', 'groupKidnapped', 'groupThreatened', 'tortured', 'tookPartInGenocide', 'killed', 'injured'],
  ...['sexualHarm', 'hinderedReligion', 'persecuted', 'servedInUnit', 'servedInArmedGroup', 'workedInDetention'],
  ...['helpedArmedGroup', 'soldWeapons', 'weaponsTraining', 'recruitedChildren', 'usedChildrenInWar'],
  ...['committedCrime', 'arrested', 'prostitution', 'traffickedDrugs', 'severalSpouses', 'marriedForStatus'],
  ...['helpedToEnter', 'gambled', 'supportUnpaid', 'misledForBenefit', 'falseInformation', 'liedToEnter'],
  ...['inProceedings', 'removed', 'leftToAvoidDraft', 'soughtExemption', 'servedInForces', 'hasTitle'],
]

/** Answers that most of the described people share. All of them are made up. */
export const commonAnswers: Answers = {
  ...Object.fromEntries(everNo.map((question) => [question, 'no'])),
  basis: 'five-years',
  parentCitizen: 'no',
  familyName: 'Example',
  nameChangeWanted: 'no',
  testDisability: 'no',
  cardWanted: 'no',
  ethnicity: 'not-hispanic-or-latino',
  race: ['white'],
  height: { feet: 5, inches: 7 },
  weight: 150,
  eyeColor: 'brown',
  hairColor: 'black',
  mailAtHome: 'yes',
  maritalStatus: 'single',
  supportsConstitution: 'yes',
  understandsOath: 'yes',
  unableToTakeOath: 'no',
  willingToTakeOath: 'yes',
  willingToBearArms: 'yes',
  willingToServeUnarmed: 'yes',
  willingToWork: 'yes',
  incomeForReducedFee: 'no',
  daytimePhone: '+12025550140',
  signedBy: 'me',
  howRead: 'english',
  preparerUsed: 'no',
}

/** The answers to Part 9, Items 34 to 37, which a person who cannot take the oath is not asked. */
export const oathPromises = ['willingToTakeOath', 'willingToBearArms', 'willingToServeUnarmed', 'willingToWork'] as const

/** The given answers, without those of the questions that are not asked. */
export const without = (answers: Answers, ...notAsked: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([question]) => !notAsked.includes(question)))
