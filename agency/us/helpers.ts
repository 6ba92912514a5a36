import type { Helper } from '../../src/filing/definition/definition.ts'

/** What each certifies on every form of this pack, by the ids of its texts. */
export const interpreterDeclares = ['fluent', 'read-everything', 'understood'] as const
export const preparerDeclares = ['at-request', 'reviewed'] as const

/** Who translated the form for the filer, by the ids that every form of this pack gives these questions. */
export const interpreter = {
  id: 'interpreter',
  capacity: 'interpreter',
  given: 'interpreterGivenName',
  family: 'interpreterFamilyName',
  declares: interpreterDeclares,
} as const satisfies Helper

/** Who filled it in for the filer. */
export const preparer = {
  id: 'preparer',
  capacity: 'preparer',
  given: 'preparerGivenName',
  family: 'preparerFamilyName',
  declares: preparerDeclares,
} as const satisfies Helper
