import type { Actor } from '../platform/actor.ts'
import type { Services } from '../platform/services.ts'

/** Representatives alone have a practice. */
export const mayRepresent = (actor: Actor): boolean => actor.kind === 'account' && actor.id !== null && actor.roles.includes('representative')

/** The day it is at the agency: by it a licence ends, wherever its representative is. */
export const todayOf = ({ agency }: Pick<Services, 'agency'>, now: Temporal.Instant): Temporal.PlainDate => now.toZonedDateTimeISO(agency.timeZone).toPlainDate()
