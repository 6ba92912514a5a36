import { signedIn } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField, parsedField } from '../../platform/http/field.ts'
import { action, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { moveFile } from '../change/move-file.ts'
import { backWith } from './notice.ts'

/** Where a file stands on the page: after a press the person is there again. */
export const fileAnchor = (file: string): string => `f-${file}`

/** The buttons that move a file among those of its document. */
export const moveAction = action({
  path: paths.moveDraftEvidence,
  access: signedIn,
  audit: records(moveFile),
  fields: {
    direction: choiceField(['up', 'down'], { empty: 'evidence.problem.no-file' }),
    from: parsedField<number>({ empty: 'evidence.problem.no-file', most: 4 }, (text) =>
      /^\d+$/.test(text) ? { value: Number(text) } : { error: 'evidence.problem.no-file' },
    ),
  },
  submit: {
    operation: moveFile,
    input: ({ direction, from }, { params }) => ({ draft: params.draft, file: params.file, direction, from }),
    shows: {
      'no-such-file': () => notFound,
      'draft-closed': ({ params }) => seeOther(backWith(params.draft, 'draft-closed')),
      'not-allowed': () => notFound,
      'too-many-attempts': () => notFound,
    },
    then: (_output, { params }) => seeOther(`${backWith(params.draft, 'moved')}#${fileAnchor(params.file)}`),
  },
  back: ({ params }) => seeOther(paths.draftEvidence({ draft: params.draft })),
})
