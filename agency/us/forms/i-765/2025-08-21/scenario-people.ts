import type { Answers } from '../../../../../src/filing/definition/definition.ts'

/** Answers that most of the described people share. All of them are made up. */
export const commonAnswers = {
  reason: 'initial',
  familyName: 'Example',
  livesAtMailingAddress: 'yes',
  maritalStatus: 'single',
  filedBefore: 'no',
  citizenships: 'one',
  daytimePhone: '+12025550101',
  howRead: 'english',
  preparerUsed: 'no',
  whoSigns: 'applicant',
} as const satisfies Answers

/** Where, when and as what somebody came. */
export const arrived = (lastArrivalDate: string, lastArrivalPlace: string, statusAtArrival: string): Answers => ({
  lastArrivalDate,
  lastArrivalPlace,
  statusAtArrival,
})

export const passportOf = (documentCountry: string, passportNumber: string): Answers => ({
  passportNumber,
  documentCountry,
  documentExpires: '2031-05-31',
})

export const bornIn = (birthCountry: string, birthCity: string, dateOfBirth: string): Answers => ({
  citizenship: birthCountry,
  birthCountry,
  birthCity,
  dateOfBirth,
})

export const livesAt = (street: string, city: string, state: string, zipCode: string): Answers => ({
  mailingAddress: { street, city, state, zipCode, country: 'US' },
})

/** The files that every first request brings, and those with a record of arrival. */
export const firstFiles = { photo: 'photo.jpg', 'identity-document': 'passport.pdf' } as const
export const firstFilesWithArrival = { ...firstFiles, 'arrival-record': 'i-94.pdf' } as const
export const renewalFiles = { photo: 'photo.jpg', 'last-card': 'card-front-and-back.pdf' } as const
