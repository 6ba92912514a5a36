import { paths } from '../../../platform/paths.ts'

/** Where a document of the library is chosen for one that a draft asks for; `more`: what else the address says. */
export const reusePath = (draft: string, document: string, more: Record<string, string> = {}): string =>
  `${paths.reuseDraftEvidence({ draft })}?${new URLSearchParams({ document, ...more })}`
