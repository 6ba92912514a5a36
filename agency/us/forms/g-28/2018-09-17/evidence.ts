import type { EvidenceRule } from '../../../../../src/filing/definition/definition.ts'

/** Documents asked for beside the notice. */
export const evidence = [
  {
    id: 'student-statement',
    required: true,
    filesMax: 4,
    cite: '8 CFR 292.1(a)(2)',
    when: { answer: 'lawStudent', is: 'yes' },
  },
  {
    id: 'order',
    required: false,
    filesMax: 6,
    cite: '8 CFR 292.3',
    when: { answer: 'subjectToOrder', is: 'yes' },
  },
  {
    id: 'accreditation',
    required: false,
    filesMax: 4,
    cite: '8 CFR 1292.12',
    when: { answer: 'standing', is: 'accredited-representative' },
  },
  { id: 'other-document', required: false, filesMax: 10 },
] as const satisfies readonly EvidenceRule[]
