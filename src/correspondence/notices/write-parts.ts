import { type AgencyPack, agencyText, type NoticeBlockEntry, type NoticeEntry } from '../../agency/index.ts'
import { formShortTitle, officeName, showReceiptNumber } from '../../cases/index.ts'
import { isPseudo } from '../../platform/i18n/pseudo.ts'
import { type Text, textOf } from '../../platform/i18n/text.ts'
import type { Item, NoticeBlock, NoticePart, NoticeParts } from './notice.ts'
import { type NoticeValues, type Said, sayValue } from './values.ts'

/** What every notice about a case is written from. */
export interface NoticeFacts {
  readonly kind: string
  readonly receiptNumber: string
  readonly form: string
  readonly receivedOn: Temporal.PlainDate
  readonly office: string | null
  readonly issuedOn: Temporal.PlainDate
  readonly values: NoticeValues
}

type Writing = { readonly agency: AgencyPack; readonly t: Text; readonly entry: NoticeEntry; readonly said: ReadonlyMap<string, Said> }

/** Throws for a kind that the pack does not have. */
export function noticeEntry({ notices }: AgencyPack, kind: string): NoticeEntry {
  const entry = notices.find((each) => each.kind === kind)
  if (!entry) throw new Error(`The agency pack has no notice ${kind}`)
  return entry
}

/** Every value as it is said. Throws where one is missing, is of another type, or is nothing that the notice has. */
function sayAll(agency: AgencyPack, t: Text, entry: NoticeEntry, { values, ...facts }: NoticeFacts): Map<string, Said> {
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(entry.variables, name))
  if (unknown) throw new Error(`The notice ${entry.kind} has no value ${unknown}`)
  const said = new Map<string, Said>([
    ['form', formShortTitle(agency, t, facts.form)],
    ['receiptNumber', showReceiptNumber(facts.receiptNumber)],
    ['received', t.day(facts.receivedOn)],
    ['date', t.day(facts.issuedOn)],
  ])
  for (const [name, declared] of Object.entries(entry.variables)) {
    const value = values[name] ?? null
    const isLeftOut = value === null || value === '' || (Array.isArray(value) && value.length === 0)
    if (isLeftOut && !declared.endsWith('?')) throw new Error(`The notice ${entry.kind} lacks its value ${name}`)
    if (!isLeftOut) said.set(name, sayValue({ agency, t }, name, declared.replace('?', ''), value))
  }
  return said
}

const textValues = (said: Writing['said']): Record<string, string> =>
  Object.fromEntries([...said].filter((each): each is [string, string] => typeof each[1] === 'string'))

function drawn(writing: Writing, block: NoticeBlockEntry): NoticeBlock[] {
  const { said } = writing
  const words = (key: string) => agencyText(writing.agency, writing.t, 'notices', key, textValues(said))
  if (block.when !== undefined && !said.has(block.when)) return []
  if (block.unless !== undefined && said.has(block.unless)) return []
  if ('paragraph' in block) return [{ paragraph: words(block.paragraph) }]
  if ('heading' in block) return [{ heading: words(block.heading) }]
  if ('steps' in block) return [{ steps: block.steps.map(words) }]
  if ('facts' in block) {
    const rows = Object.entries(block.facts).flatMap(([label, name]) => (said.has(name) ? [[words(label), said.get(name) as string] as const] : []))
    return rows.length > 0 ? [{ facts: rows }] : []
  }
  if ('words' in block) return said.has(block.words) ? [{ words: said.get(block.words) as string }] : []
  if ('items' in block) return said.has(block.items) ? [{ items: said.get(block.items) as readonly Item[] }] : []
  return said.has(block.deadline) ? [{ deadline: said.get(block.deadline) as string, label: words(block.label) }] : []
}

function partIn(agency: AgencyPack, t: Text, entry: NoticeEntry, facts: NoticeFacts): NoticePart {
  const writing: Writing = { agency, t, entry, said: sayAll(agency, t, entry, facts) }
  return {
    language: t.language,
    direction: t.direction,
    title: agencyText(agency, t, 'notices', `${entry.kind}.title`, textValues(writing.said)),
    form: formShortTitle(agency, t, facts.form),
    office: facts.office === null ? null : officeName(agency, t, facts.office),
    blocks: entry.blocks.flatMap((block) => drawn(writing, block)),
  }
}

/** Whether the pack says every word of its notices in a language: half a notice in each helps nobody. */
const saysAll = (agency: AgencyPack, language: string): boolean =>
  isPseudo(language) ||
  (agency.languages.includes(language) &&
    Object.keys(agency.textsOf(agency.languageOfRecord, 'notices')).every((key) => agency.languageOf(language, 'notices', key) === language))

/** The words of a notice: in the person's language where the pack has it, and in the language of record. Throws as `sayAll` does. */
export function writeParts(agency: AgencyPack, language: string, facts: NoticeFacts): NoticeParts {
  const entry = noticeEntry(agency, facts.kind)
  const { languageOfRecord, timeZone } = agency
  const ofRecord = partIn(agency, textOf(languageOfRecord, timeZone), entry, facts)
  if (language === languageOfRecord || !saysAll(agency, language)) return [ofRecord]
  return [partIn(agency, textOf(language, timeZone), entry, facts), ofRecord]
}
