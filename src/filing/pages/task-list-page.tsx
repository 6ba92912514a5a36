import { isAnswer } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { filer } from './access.ts'
import { openDraft } from './open-draft.ts'
import { DraftFacts, TaskListView } from './task-list-view.tsx'

export const taskListPage = page({
  path: paths.draft,
  access: filer,
  audit: recordsNothing('a person looks at their own draft'),
  load: async (context) => {
    const open = await openDraft(context)
    return isAnswer(open) ? open : { ...open, now: context.services.clock.now(), agency: context.services.agency }
  },
  view: ({ model, context }) => ({
    title: model.words.get('form.title'),
    body: <TaskListView model={model} csrfToken={context.csrfToken()} />,
    aside: <DraftFacts model={model} />,
  }),
})
