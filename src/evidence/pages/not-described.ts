import { notFound, seeOther } from '../../platform/http/answer.ts'
import type { Context } from '../../platform/http/page.ts'
import { backWith } from './notice.ts'

/** What a page shows where what it says of a file is not taken; `issued` and `valid`: where the days stand on it, empty on none. */
export const notDescribed = ({ issued, valid }: { issued: string; valid: string }) => ({
  'no-such-file': () => notFound,
  'draft-closed': ({ params }: Context<{ draft: string; file: string }>) => seeOther(backWith(params.draft, 'draft-closed')),
  'changed-meanwhile': { at: '', key: 'evidence.describe.changed-meanwhile' as const },
  'issued-later': { at: issued, key: 'evidence.describe.issued-later' as const },
  'ends-before-issued': { at: valid, key: 'evidence.describe.ends-before-issued' as const },
})
