import { isAnswer } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { ReadFromFile } from '../draft-file/pages/read-from-file.tsx'
import { type EvidenceOf, heldEvidence } from '../review/draft-files.ts'
import { fillsIn } from './access.ts'
import { DraftFacts } from './draft-facts.tsx'
import { withEvidence } from './open-draft.ts'
import { TaskListView } from './task-list-view.tsx'

/** The parts of a draft with their states. */
export function taskListPage(evidenceOf: EvidenceOf = heldEvidence) {
  const open = withEvidence(evidenceOf)
  return page({
    path: paths.draft,
    access: fillsIn,
    audit: recordsNothing('a person looks at their own draft'),
    load: async (context) => {
      const model = await open(context)
      const { agency, clock } = context.services
      return isAnswer(model) ? model : { ...model, now: clock.now(), agency }
    },
    view: ({ model, context }) => ({
      title: model.words.get('form.title'),
      body: (
        <>
          <ReadFromFile model={model} query={context.query} />
          <TaskListView model={model} csrfToken={context.csrfToken()} />
        </>
      ),
      aside: <DraftFacts model={model} />,
    }),
  })
}
