import type { PreparationRow } from '../preparation-store.ts'
import type { Answered, Standing } from '../standing-store.ts'

/** What comes next in a preparation, and so whose turn it is. */
export const turns = [
  'ended', 'filed', 'drafts-gone', 'changes-asked', 'declined', 'fill-in', 'sign', 'give-passcode', 'take-up', 'passcode-over', 'review', 'client-signs', 'pay',
] as const
export type Turn = (typeof turns)[number]

/** What is known of the two drafts. */
export interface DraftsReady {
  /** Both are there, in so far as they are wanted. */
  readonly there: boolean
  readonly ready: boolean
}

export const answered = (answers: readonly Answered[], of: Answered['of'], side: Answered['side']): Answered | undefined =>
  answers.find((each) => each.of === of && each.side === side)

type Course = Pick<PreparationRow, 'form' | 'ended_at' | 'filed_at' | 'linked_at'>

/** Whether a package stands: laid, and void by nothing. */
export const stands = ({ last }: Pick<Standing, 'last'>): boolean => last !== null && last.voidedAt === null

/** What the client still has to do with a package that stands, once they have taken it up. */
function withClient({ form }: Course, answers: readonly Answered[]): Turn {
  const own = answers.filter(({ side }) => side === 'client')
  if (own.length === 0) return 'review'
  const wanted = form === null ? (['appearance'] as const) : (['appearance', 'form'] as const)
  return wanted.every((of) => own.some((each) => each.of === of && each.accepted)) ? 'pay' : 'client-signs'
}

/** While no package stands it is the representative's turn; why the last one fell goes before what they do about it. */
function withRepresentative({ last }: Standing, { there, ready }: DraftsReady): Turn {
  if (!there) return 'drafts-gone'
  if (ready) return 'sign'
  if (last?.voidedWhy === 'changes-asked' || last?.voidedWhy === 'declined') return last.voidedWhy
  return 'fill-in'
}

export function turnOf(course: Course, standing: Standing, drafts: DraftsReady, now: Temporal.Instant): Turn {
  if (course.filed_at) return 'filed'
  if (course.ended_at) return 'ended'
  const { last, passcode } = standing
  if (!last || last.voidedAt) return withRepresentative(standing, drafts)
  if (course.linked_at) return withClient(course, last.answers)
  if (!passcode || passcode.endedAs) return 'give-passcode'
  return Temporal.Instant.compare(passcode.expiresAt, now) <= 0 ? 'passcode-over' : 'take-up'
}
