import type { Helper } from '../../src/filing/definition/definition.ts'

/** Who translated the form for the filer, by the ids that every form of this pack gives these questions. */
export const interpreter = {
  id: 'interpreter',
  capacity: 'interpreter',
  given: 'interpreterGivenName',
  family: 'interpreterFamilyName',
  declaration: 'interpreterCertification',
} as const satisfies Helper

/** Who filled it in for the filer. */
export const preparer = {
  id: 'preparer',
  capacity: 'preparer',
  given: 'preparerGivenName',
  family: 'preparerFamilyName',
  declaration: 'preparerCertification',
} as const satisfies Helper
