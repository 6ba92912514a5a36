import type { AgencyPack, DecisionKind } from '../../agency/index.ts'
import { agencyDay, type Entering } from '../../cases/index.ts'
import { issueNotice, type NoticeValues, type Words } from '../notices/index.ts'
import { citeOf } from './grounds.ts'
import { type OpenWay, waysOn } from './ways-on.ts'

interface Decided {
  readonly id: string
  readonly caseId: string
  readonly receiptNumber: string
  readonly kind: DecisionKind
  readonly form: string
  readonly grounds: readonly string[]
  readonly words: string
  readonly isMailed: boolean
}

const own = (key: string): Words => ({ file: 'decisions', key })
const asItem = ({ id }: OpenWay) => ({ title: own(`way.${id}.title`), text: own(`way.${id}.about`) })
const groundWords = (agency: AgencyPack, grounds: readonly string[]) => grounds.map((code) => ({ title: own(`ground.${code}`), text: citeOf(agency, code) }))

/** The last day of a way, where its days end. */
const lastDay = ({ deadlineTimeZone }: AgencyPack, way: OpenWay | undefined): Temporal.PlainDate | null =>
  way?.dueAt ? way.dueAt.toZonedDateTimeISO(deadlineTimeZone).toPlainDate() : null

/** Ways that the notice of a denial says in its own words, or nobody needs in it. */
const saidInNotice = ['motion', 'no-appeal', 'file-again', 'legal-help']

function valuesOf(agency: AgencyPack, { kind, form, grounds, words, isMailed }: Decided, now: Temporal.Instant): { notice: string; values: NoticeValues } {
  const decidedOn = agencyDay(agency, now)
  const ways = waysOn(agency, { status: agency.decisions.statuses[kind], form, grounds, at: now, isMailed })
  if (kind === 'approval') return { notice: 'approval', values: { decidedOn, note: words || null, next: ways.length > 0 ? ways.map(asItem) : null } }
  if (kind === 'reopening') return { notice: 'reopening', values: { reopenedOn: decidedOn, why: words || own(`ground.${grounds[0]}`) } }
  const motionBy = lastDay(agency, ways.find(({ id }) => id === 'motion'))
  const refused = { decidedOn, reasons: words, law: groundWords(agency, grounds), motionBy }
  if (kind === 'motion-refusal') return { notice: 'motion-refusal', values: refused }
  const against = ways.find(({ id }) => id.startsWith('appeal') || id === 'hearing')
  const mayAlso = ways.filter(({ id }) => !saidInNotice.includes(id)).map(asItem)
  return { notice: 'denial', values: { ...refused, appealBy: lastDay(agency, against), mayAlso: mayAlso.length > 0 ? mayAlso : null } }
}

/** The notice of a decision, inside the caller's transaction; its people are told by it. */
export async function tellDecision(context: Entering, decided: Decided): Promise<void> {
  const { notice: kind, values } = valuesOf(context.services.agency, decided, context.now)
  await issueNotice(context, { caseId: decided.caseId, receiptNumber: decided.receiptNumber, kind, source: decided.id, values })
}
