import type { Scenario } from '../../../../../src/filing/definition/definition.ts'

/** Described people. Each is complete to submit; none of them is real. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'resident who moved within a city',
    answers: {
      familyName: 'Example',
      givenName: 'Maria',
      middleName: 'Test',
      dateOfBirth: '1984-03-02',
      aNumber: '099990001',
      presentAddress: {
        street: '120 Example Street',
        unitType: 'apt',
        unitNumber: '2',
        city: 'Springfield',
        state: 'IL',
        zipCode: '62701',
        country: 'US',
      },
      livedElsewhere: 'yes',
      previousAddress: { street: '100 Example Street', city: 'Springfield', state: 'IL', zipCode: '62701', country: 'US' },
      mailElsewhere: 'no',
      whoSigns: 'applicant',
    },
    files: {},
  },
  {
    name: 'student with a mailbox and no A-Number',
    answers: {
      familyName: 'Example',
      givenName: 'Anika',
      dateOfBirth: '2002-08-09',
      presentAddress: { street: '210 Example Avenue', city: 'San Jose', state: 'CA', zipCode: '95113', country: 'US' },
      livedElsewhere: 'yes',
      previousAddress: { street: '200 Example Avenue', city: 'San Jose', state: 'CA', zipCode: '95113', country: 'US' },
      mailElsewhere: 'yes',
      mailingAddress: { street: 'PO Box 22', city: 'San Jose', state: 'CA', zipCode: '95113', country: 'US' },
      whoSigns: 'applicant',
    },
    files: {},
  },
  {
    name: 'child who just came, for whom a parent signs',
    answers: {
      familyName: 'Example',
      givenName: 'Noah',
      dateOfBirth: '2019-01-12',
      aNumber: '099990026',
      presentAddress: { street: '600 Example Court', city: 'Austin', state: 'TX', zipCode: '78701', country: 'US' },
      livedElsewhere: 'no',
      mailElsewhere: 'no',
      whoSigns: 'parent',
      signerFamilyName: 'Example',
      signerGivenName: 'Bruna',
    },
    files: {},
  },
]
