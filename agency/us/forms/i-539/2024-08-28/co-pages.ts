/** The pages on which a member of the family is entered, one group of questions each. */
export const coPages = [
  { id: 'name', questions: ['coRelation', 'coFamilyName', 'coGivenName', 'coMiddleName'] },
  { id: 'birth', questions: ['coDateOfBirth', 'coBirthCountry', 'coCitizenship'] },
  { id: 'numbers', questions: ['coSocialSecurityNumber', 'coANumber', 'coAccountNumber'] },
  {
    id: 'arrival',
    questions: ['coArrivalDate', 'coI94Number', 'coPassportNumber', 'coTravelDocumentNumber', 'coDocumentCountry', 'coDocumentExpires'],
  },
  { id: 'passport-now', questions: ['coPassportChanged', 'coPassportNowNumber', 'coPassportNowCountry', 'coPassportNowExpires'] },
  { id: 'status', questions: ['coStatus', 'coStatusOther', 'coDurationOfStatus', 'coStatusExpires'] },
  { id: 'applications', questions: ['coImmigrantVisa', 'coImmigrantPetition', 'coFiledI485', 'coArrested'] },
  { id: 'harm', questions: ['coTorture', 'coKilling', 'coInjuring', 'coSexualHarm', 'coReligiousHarm'] },
  { id: 'weapons', questions: ['coArmedGroup', 'coDetentionWork', 'coWeaponsUse', 'coWeaponsTrade', 'coWeaponsTraining'] },
  { id: 'proceedings', questions: ['coViolatedStatus', 'coInRemoval', 'coHistoryExplanation'] },
  { id: 'work', questions: ['coEmployed', 'coWorkPermitted', 'coWorkExplanation', 'coSupportExplanation'] },
  { id: 'exchange', questions: ['coExchangeVisitor', 'coExchangeExplanation'] },
  { id: 'contact', questions: ['coDaytimePhone', 'coMobilePhone', 'coEmail'] },
  { id: 'signature', questions: ['coHowRead', 'coWhoSigns', 'coCertification', 'coSignature', 'coSignedOn'] },
] as const
