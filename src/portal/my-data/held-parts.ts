import { heldOfAccount } from '../../accounts/index.ts'
import { heldCases } from '../../cases/index.ts'
import { heldAppointments, heldCorrespondence, heldRequests } from '../../correspondence/index.ts'
import { heldEvidence } from '../../evidence/index.ts'
import { heldFilings } from '../../filing/index.ts'
import { heldNotifications } from '../../notifications/index.ts'
import { heldOpenings } from '../../officer/index.ts'
import type { HeldPart } from '../../platform/archive/index.ts'
import { heldPreparation } from '../../preparation/index.ts'
import { heldProfile } from '../../profile/index.ts'
import { heldCertifications, heldRepresentation, heldWithdrawn } from '../../representation/index.ts'
import { heldArchives } from './held-archives.ts'
import { heldHistory } from './held-history.ts'
import { heldMessages } from './held-messages.ts'

/** Everything held of a person, domain by domain: an archive is this and nothing else. */
export const heldParts: readonly HeldPart[] = [
  ...heldOfAccount,
  heldProfile,
  heldRepresentation,
  heldCertifications,
  heldWithdrawn,
  heldNotifications,
  heldCases,
  heldCorrespondence,
  heldAppointments,
  heldRequests,
  heldFilings,
  heldEvidence,
  heldPreparation,
  heldMessages,
  heldHistory,
  heldOpenings,
  heldArchives,
]
