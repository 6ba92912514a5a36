import type { Scenario } from '../../../../../src/filing/definition/definition.ts'
import { adjustedAnswers, commonAnswers, without } from './scenario-people.ts'

const arrival = ['destination', 'admissionPortCity', 'admissionPortState'] as const

/** Described people whom somebody helped with the form. */
export const helpedScenarios: readonly Scenario[] = [
  {
    name: 'expired card with an interpreter and a preparer',
    answers: without(
      {
        ...commonAnswers,
        ...adjustedAnswers,
        reason: 'expired',
        givenName: 'Amina',
        aNumber: '099990006',
        mailingAddress: {
          street: '600 Example Court',
          city: 'Minneapolis',
          state: 'MN',
          zipCode: '55401',
          country: 'US',
        },
        sex: 'female',
        dateOfBirth: '1958-09-09',
        birthCity: 'Hargeisa',
        birthCountry: 'SO',
        classOfAdmission: 'RE6',
        removalProceedings: 'yes',
        removalExplanation: 'In 2004 a hearing was opened by mistake. It was closed in 2005. The order is attached.',
        race: ['black'],
        needsAccommodation: 'yes',
        accommodationKinds: ['hearing'],
        hearingAccommodation: 'A sign language interpreter for American Sign Language.',
        howRead: 'interpreter',
        preparerUsed: 'yes',
        interpreterLanguage: 'Somali',
        interpreterFamilyName: 'Sample',
        interpreterGivenName: 'Hodan',
        interpreterOrganization: 'Example Language Help',
        interpreterAddress: {
          street: '610 Example Court',
          city: 'Minneapolis',
          state: 'MN',
          zipCode: '55401',
          country: 'US',
        },
        interpreterDaytimePhone: '+12025550106',
        interpreterEmail: 'interpreter@example.test',
        preparerFamilyName: 'Sample',
        preparerGivenName: 'Otto',
        preparerOrganization: 'Example Community Center',
        preparerAddress: {
          street: '620 Example Court',
          city: 'Minneapolis',
          state: 'MN',
          zipCode: '55401',
          country: 'US',
        },
        preparerDaytimePhone: '+12025550107',
        preparerEmail: 'preparer@example.test',
        preparerStanding: 'not-a-representative',
        additionalInformation: 'My daughter helps me with mail and calls.',
      },
      ...arrival,
    ),
    files: { 'card-copy': 'card-front-and-back.pdf', 'immigration-court-papers': 'order.pdf' },
  },
]
