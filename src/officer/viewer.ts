import type { Visit } from '../platform/http/visit.ts'
import type { Viewer } from '../ui/index.ts'

/** Who looks at a page of the office: staff once both factors were given. */
export function officeViewer({ session }: Visit): Viewer {
  const staff = session?.staff
  if (!staff) return { kind: 'visitor' }
  return staff.stage === 'full' ? { kind: 'staff', name: staff.name } : { kind: 'unfinished' }
}
