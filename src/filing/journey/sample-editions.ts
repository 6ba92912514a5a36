import type { FormDefinition } from '../definition/definition.ts'
import { sampleForm } from './sample-form.ts'

const [you, arrival] = sampleForm.parts
const [yourName, ...others] = you.pages
const [familyName, ...names] = yourName.questions
const [admission, visa] = arrival.pages
const [admittedOn, papers, home] = admission.questions

/** The sample form in its next edition: a question renamed, one that means something else, one with other options. */
export const nextEdition: FormDefinition = {
  ...sampleForm,
  edition: '2026-06-01',
  replaces: { edition: sampleForm.edition, renamed: { lastName: 'familyName' }, lookAgain: ['dateOfBirth'] },
  parts: [
    {
      ...you,
      pages: [{ ...yourName, questions: [{ ...familyName, id: 'lastName' }, ...names] }, ...others],
    },
    {
      ...arrival,
      pages: [{ ...admission, questions: [admittedOn, { ...papers, options: ['card', 'letter'] }, home] }, { ...visa, when: { answer: 'papers', includes: 'card' } }],
    },
  ],
  rules: sampleForm.rules.filter(({ id }) => id !== 'names-are-the-same'),
  scenarios: [],
}
