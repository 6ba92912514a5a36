import type { Answers, FormDefinition, Texts } from '../definition/definition.ts'

/** The day on which the tests of the journey take place. */
export const sampleDay = '2026-05-04'

const changed = { answer: 'nameChanged', is: 'yes' } as const

/** A small form that has every sort of thing a form can have. */
export const sampleForm = {
  form: 'x-1',
  edition: '2026-01-15',
  parts: [
    {
      id: 'you',
      pages: [
        {
          id: 'your-name',
          questions: [
            { id: 'familyName', kind: 'name', part: 'family', own: true, item: 'Part 1, Item 1.a' },
            { id: 'middleName', kind: 'name', part: 'middle', optional: true, item: 'Part 1, Item 1.b' },
            { id: 'nameChanged', kind: 'yes-no', item: 'Part 1, Item 2' },
            { id: 'nameChangeReason', kind: 'long-text', when: changed, item: 'Part 1, Item 2.a' },
          ],
        },
        {
          id: 'earlier-name',
          when: changed,
          questions: [
            { id: 'earlierFamilyName', kind: 'name', part: 'family', item: 'Part 1, Item 3' },
            {
              id: 'nameChangedOn',
              kind: 'date',
              latest: 'today',
              item: 'Part 1, Item 4',
            },
          ],
        },
        {
          id: 'birth',
          questions: [{ id: 'dateOfBirth', kind: 'date', latest: 'today', own: true, item: 'Part 1, Item 5' }],
        },
      ],
    },
    {
      id: 'arrival',
      pages: [
        {
          id: 'admission',
          questions: [
            {
              id: 'admittedOn',
              kind: 'date',
              earliest: { answer: 'dateOfBirth' },
              latest: 'today',
              item: 'Part 2, Item 1',
            },
            { id: 'papers', kind: 'checkboxes', options: ['visa', 'stamp'], item: 'Part 2, Item 2' },
            { id: 'home', kind: 'address', own: true, item: ['Part 2, Item 3.a', 'Part 2, Item 3.b'] },
          ],
        },
        {
          id: 'visa',
          when: { answer: 'papers', includes: 'visa' },
          questions: [{ id: 'visaKind', kind: 'choice', options: ['family', 'work'], item: 'Part 2, Item 4' }],
        },
      ],
    },
  ],
  rules: [
    {
      id: 'names-are-the-same',
      level: 'error',
      at: 'earlierFamilyName',
      when: { answer: 'earlierFamilyName', sameAs: 'familyName' },
    },
    {
      id: 'changed-before-birth',
      level: 'error',
      at: 'nameChangedOn',
      named: 'dates-in-order',
      of: ['dateOfBirth', 'nameChangedOn'],
      cite: 'Part 1, Items 4 and 5',
    },
    { id: 'home-abroad', level: 'warning', at: 'home', when: { not: { answer: 'home', part: 'country', is: 'US' } } },
  ],
  evidence: [
    { id: 'identity', required: true },
    { id: 'name-change', required: true, when: changed },
    { id: 'visa-copy', required: false, when: { answer: 'visaKind', in: ['family', 'work'] } },
  ],
  fees: [{ code: 'x-1-filing', when: { not: { answer: 'visaKind', is: 'work' } } }],
  eligibility: {
    questions: [
      { id: 'resident', options: ['yes', 'no'] },
      { id: 'abroad', options: ['yes', 'no'], when: { answer: 'resident', is: 'yes' } },
    ],
    outcomes: [
      { id: 'ask-a-consulate', outcome: 'maybe', when: { answer: 'abroad', is: 'yes' } },
      { id: 'another-form', outcome: 'no-but', when: { answer: 'resident', is: 'no' } },
      { id: 'can-file', outcome: 'yes' },
    ],
  },
  scenarios: [
    {
      name: 'keeps-the-name',
      answers: {
        familyName: 'Example',
        nameChanged: 'no',
        dateOfBirth: '1990-02-03',
        admittedOn: '2015-06-07',
        papers: ['stamp'],
        home: { street: '1 Example Street', city: 'Springfield', state: 'IL', zipCode: '62701', country: 'US' },
      },
      files: { identity: 'passport.pdf' },
    },
    {
      name: 'changed-the-name',
      answers: {
        familyName: 'Example',
        middleName: 'Test',
        nameChanged: 'yes',
        nameChangeReason: 'Marriage',
        earlierFamilyName: 'Sample',
        nameChangedOn: '2020-01-02',
        dateOfBirth: '1990-02-03',
        admittedOn: '2015-06-07',
        papers: ['visa', 'stamp'],
        home: { street: '2 Calle Ejemplo', city: 'Lima', postalCode: '15001', country: 'PE' },
        visaKind: 'family',
      },
      files: { identity: 'passport.pdf', 'name-change': 'certificate.pdf' },
    },
  ],
} as const satisfies FormDefinition

export const sampleTexts: Texts = {
  'form.title': 'Sample form',
  'form.purpose': 'To test forms.',
  'form.who': 'Who tests them.',
  'part.you.title': 'You',
  'part.arrival.title': 'Your arrival',
  'page.your-name.title': 'Your name',
  'page.earlier-name.title': 'Your earlier name',
  'page.birth.title': 'Your birth',
  'page.admission.title': 'Your admission',
  'page.visa.title': 'Your visa',
  'familyName.label': 'Family name',
  'middleName.label': 'Middle name',
  'nameChanged.label': 'Has your name changed?',
  'nameChangeReason.label': 'Why it changed',
  'earlierFamilyName.label': 'Earlier family name',
  'nameChangedOn.label': 'When it changed',
  'dateOfBirth.label': 'Date of birth',
  'dateOfBirth.hint': 'As on your passport',
  'admittedOn.label': 'Date of admission',
  'papers.label': 'Papers you came with',
  'papers.option.visa': 'A visa',
  'papers.option.stamp': 'A stamp',
  'home.label': 'Home address',
  'visaKind.label': 'Kind of visa',
  'visaKind.option.family': 'Family',
  'visaKind.option.work': 'Work',
  'rule.names-are-the-same': 'Both names are the same.',
  'rule.changed-before-birth': 'Your name changed before you were born. Check both dates.',
  'rule.home-abroad': 'You live abroad.',
  'evidence.identity.document': 'Passport',
  'evidence.identity.why': 'To know you.',
  'evidence.name-change.document': 'Proof of the new name',
  'evidence.name-change.why': 'To know your name.',
  'evidence.visa-copy.document': 'Copy of the visa',
  'evidence.visa-copy.why': 'To see the visa.',
  'eligibility.resident.label': 'Are you a resident?',
  'eligibility.abroad.label': 'Are you abroad?',
  'eligibility.outcome.ask-a-consulate': 'Ask a consulate.',
  'eligibility.outcome.another-form': 'Look at Form X-9.',
  'eligibility.outcome.can-file': 'You can file.',
}

export const [keepsTheName, changedTheName] = sampleForm.scenarios.map(({ answers }): Answers => answers) as [
  Answers,
  Answers,
]
