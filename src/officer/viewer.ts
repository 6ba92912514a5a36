import type { Visit } from '../platform/http/visit.ts'
import type { OfficePlace, Viewer } from '../ui/index.ts'
import { mayDo } from './may.ts'

const placesOf = (actor: Visit['actor']): OfficePlace[] => [
  ...(mayDo(actor, 'see-queues') ? (['cases'] as const) : []),
  ...(mayDo(actor, 'decide-refund') ? (['refunds'] as const) : []),
  ...(mayDo(actor, 'see-money') ? (['money'] as const) : []),
  ...(mayDo(actor, 'take-in-paper') ? (['intake'] as const) : []),
  // The way from the intake to its letters is on its page.
  ...(mayDo(actor, 'print-letters') && !mayDo(actor, 'take-in-paper') ? (['printing'] as const) : []),
  ...(mayDo(actor, 'see-support') ? (['support'] as const) : []),
  ...(mayDo(actor, 'see-numbers') ? (['numbers'] as const) : []),
  ...(mayDo(actor, 'see-audit') ? (['record'] as const) : []),
]

/** Who looks at a page of the office: staff once both factors were given. */
export function officeViewer({ session, actor }: Visit): Viewer {
  const staff = session?.staff
  if (!staff) return { kind: 'visitor' }
  return staff.stage === 'full' ? { kind: 'staff', name: staff.name, places: placesOf(actor) } : { kind: 'unfinished' }
}
