import { enterApart, openTask } from '../../cases/index.ts'
import { answerInquiry, answerThread, askInquiry, beginThread, holdCase, proposeDecision, reviewDecision, saveDraft, sendRequest, transferCase } from '../../correspondence/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import type { Deployment } from '../deployment.ts'
import { done, onDay } from './on-day.ts'
import { openDemoCase } from './open-case.ts'
import type { AfterFiling, DemoCase } from './people.ts'

interface DemoStaff {
  readonly officer: Actor
  readonly supervisor: Actor
}
interface Opened {
  readonly caseId: string
  readonly receiptNumber: string
}

type Acting = OperationContext<'not-possible'>

/** What the office does by an act of its own, inside one operation of the demonstration. */
const act = <Input>(name: string, run: (context: Acting, input: Input) => Promise<object | string | null>) =>
  operation({
    name: `demo.${name}`,
    allow: (actor, _input: Input) => actor.kind === 'staff',
    refusals: ['not-possible'],
    async run(context, input: Input) {
      const did = await run(context as Acting, input)
      return typeof did === 'string' ? context.refuse('not-possible') : undefined
    },
  })

const note = 'Demonstration'
const hold = act<Opened>('hold', (context, { receiptNumber }) => holdCase(context, { press: newId(), receiptNumber, note, kind: 'related-case', untilOn: null }))
const transfer = act<Opened>('transfer', (context, { receiptNumber }) => transferCase(context, { press: newId(), receiptNumber, note, toOffice: 'field-office-chicago', reason: 'moved' }))

const ask = act<Opened & { form: string }>('ask-for-evidence', async (context, { caseId, receiptNumber, form }) => {
  const entered = await enterApart(context, { receiptNumber, status: 'evidence-requested', reason: note })
  if (typeof entered === 'string') return entered
  const words = { opening: 'We looked at your case and need more from you before we can decide. Please send everything in one answer.', grounds: '' }
  const asks = ['card-copy', 'card-lost'].map((code) => ({ code, files: code === 'card-copy', title: '', words: '' }))
  const saved = await saveDraft(context, { caseId, version: 0, draft: { kind: 'additional', words, asks } })
  if (typeof saved === 'string') return saved
  const sent = await sendRequest(context, { caseId, receiptNumber, form, isMailed: false, version: saved.version, press: newId() })
  if (typeof sent !== 'string') await openTask(context, { caseId, kind: 'answer-request', subject: sent.id, dueAt: sent.dueAt })
  return sent
})

const denying = { grounds: ['not-eligible'], words: 'We looked at everything you sent. It does not show that you meet the requirement named above.', note }
const propose = act<Opened & { press: string }>('propose-denial', (context, { receiptNumber, press }) =>
  proposeDecision(context, { press, receiptNumber, seen: 'actively-reviewed', kind: 'denial', ...denying }),
)
const agree = act<Opened & { press: string }>('agree-to-denial', (context, { receiptNumber, press }) =>
  reviewDecision(context, { receiptNumber, decision: press, agreed: true, answer: '', isMailed: false }),
)

const answerMessage = act<Opened & { thread: string }>('answer-message', (context, { receiptNumber, thread }) =>
  answerThread(context, { receiptNumber, thread, seen: 1, press: newId(), text: 'Thank you for your message. Your case is in order and waits its turn. You do not have to do anything now.' }),
)
const answerQuestion = act<Opened & { inquiry: string }>('answer-inquiry', (context, { caseId, inquiry }) =>
  answerInquiry(context, { id: inquiry, caseId, outcome: 'corrected', text: 'Thank you for telling us. We have corrected the mistake.' }),
)

/** Two conversations, of which one waits for the office, and two questions, of which one was answered. */
async function converse(deployment: Deployment, { officer }: DemoStaff, person: Actor, its: Opened): Promise<void> {
  const { receiptNumber } = its
  const wrote = (daysAgo: number) => onDay(deployment, daysAgo, 'portal', person)
  const first = await wrote(5).perform(beginThread, { receiptNumber, topic: 'status', text: 'Is there anything else you need from me?', press: newId() })
  await answered(onDay(deployment, 4, 'office', officer).perform(answerMessage, { ...its, thread: done('message', first).thread }))
  done('message', await wrote(2).perform(beginThread, { receiptNumber, topic: 'documents', text: 'My name is misspelt on one page. Should I send it again?', press: newId() }))
  const question = await wrote(5).perform(askInquiry, { receiptNumber, reason: 'typo', text: 'The second letter of my name is wrong.', press: newId() })
  await answered(onDay(deployment, 3, 'office', officer).perform(answerQuestion, { ...its, inquiry: done('question', question).inquiry }))
  done('question', await wrote(1).perform(askInquiry, { receiptNumber, reason: 'accommodation', text: 'I need a seat near the door.', press: newId() }))
}

const answered = async (result: Promise<{ ok: true; output: unknown } | { ok: false; refusal: string }>): Promise<unknown> => done('act', await result)

/** What came after the filing of a case, on days gone by, through the operations that the pages call. */
async function goOn(deployment: Deployment, staff: DemoStaff, person: Actor, its: Opened & { form: string }, after: AfterFiling): Promise<unknown> {
  const office = (daysAgo: number, who: Actor = staff.officer) => onDay(deployment, daysAgo, 'office', who)
  if (after === 'conversation') return converse(deployment, staff, person, its)
  if (after === 'held') return answered(office(3).perform(hold, its))
  if (after === 'transferred') return answered(office(3).perform(transfer, its))
  if (after === 'asked') return answered(office(3).perform(ask, its))
  const press = newId()
  await answered(office(3).perform(propose, { ...its, press }))
  return answered(office(2, staff.supervisor).perform(agree, { ...its, press }))
}

/** Opens a case of the demonstration and does with it whatever came after. */
export async function openDemoCaseWhole(deployment: Deployment, staff: DemoStaff, person: Actor, its: DemoCase): Promise<void> {
  const opened = await openDemoCase(deployment, staff.officer, { ...its, account: person.id })
  if (its.after) await goOn(deployment, staff, person, { ...opened, form: its.form }, its.after)
}
