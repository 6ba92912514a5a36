import { takePaper, type TakenPaper } from '../../../cases/index.ts'
import { answeredOnPaper } from '../../../correspondence/index.ts'

type Taking = Parameters<typeof takePaper>[0]
type Taken = Parameters<typeof takePaper>[1]

/** A paper for a case that is known; where it answers a request, that request waits no longer. */
export async function takePaperIn(context: Taking, paper: Taken): ReturnType<typeof takePaper> {
  const taken = await takePaper(context, paper)
  if (isAnswer(paper, taken)) await answeredOnPaper(context, { caseId: taken.caseId, receivedOn: paper.receivedOn })
  return taken
}

const isAnswer = ({ kind }: Taken, taken: Awaited<ReturnType<typeof takePaper>>): taken is TakenPaper =>
  kind === 'answer' && typeof taken !== 'string' && taken.outcome !== 'after-decision'
