import { valuesNamedIn } from '../platform/i18n/format.ts'
import type { NoticeBlockEntry, NoticeEntry } from './pack.ts'
import type { PackTexts } from './pack-texts.ts'

/** What every text of every notice may name besides the variables of its own. */
const always = ['form', 'receiptNumber', 'received', 'date']

/** Texts that stand on every notice. */
const onEvery = ['check.title', 'check.open', 'check.type', 'check.compare', 'check.money'].map((key) => `all.${key}`)

/** What stands in a sentence; the rest is a block of its own. */
const inOneLine = /^(?:text|day|instant|office|number|money)/

const isOptional = (type: string | undefined) => type?.endsWith('?') ?? false

const textsOf = (block: NoticeBlockEntry): readonly string[] => {
  if ('paragraph' in block) return [block.paragraph]
  if ('heading' in block) return [block.heading]
  if ('steps' in block) return block.steps
  if ('facts' in block) return Object.keys(block.facts)
  return 'deadline' in block ? [block.label] : []
}

const variablesOf = (block: NoticeBlockEntry): readonly string[] => {
  const drawn = 'facts' in block ? Object.values(block.facts) : 'words' in block ? [block.words] : 'items' in block ? [block.items] : 'deadline' in block ? [block.deadline] : []
  return [...drawn, ...(block.when ? [block.when] : []), ...(block.unless ? [block.unless] : [])]
}

/** The texts of a notice, each with the value it is drawn `when` there is one. */
const keysOf = ({ kind, blocks }: NoticeEntry): { key: string; when?: string | undefined }[] => [
  { key: `${kind}.title` },
  ...blocks.flatMap((block) => textsOf(block).map((key) => ({ key, when: block.when }))),
]

/** What a text names that its notice may not have. */
function textFaults({ kind, variables }: NoticeEntry, language: string, { key, when }: { key: string; when?: string | undefined }, source: string): string[] {
  return valuesNamedIn(source).flatMap((name) => {
    if (always.includes(name)) return []
    const type = variables[name]
    if (!type || !inOneLine.test(type)) return [`the text ${key} (${language}) names {${name}}, which ${kind} does not have`]
    return isOptional(type) && when !== name ? [`the text ${key} (${language}) names {${name}}, which may be left out of ${kind}`] : []
  })
}

function entryFaults(entry: NoticeEntry, texts: PackTexts): string[] {
  const { kind, variables, blocks } = entry
  const known = new Set([...always, ...Object.keys(variables)])
  const unknown = blocks.flatMap(variablesOf).filter((name) => !known.has(name))
  const keys = keysOf(entry)
  const missing = keys.filter(({ key }) => !texts.en?.notices?.[key]?.trim()).map(({ key }) => `the text ${key} is missing`)
  const named = Object.keys(texts).flatMap((language) =>
    keys.flatMap((each) => {
      const source = texts[language]?.notices?.[each.key]
      return source === undefined ? [] : textFaults(entry, language, each, source)
    }),
  )
  const drawn = new Set([...blocks.flatMap(variablesOf), ...keys.flatMap(({ key }) => valuesNamedIn(texts.en?.notices?.[key] ?? ''))])
  const unsaid = Object.keys(variables).filter((name) => !drawn.has(name))
  return [
    ...unknown.map((name) => `${kind} draws {${name}}, which it does not have`),
    ...unsaid.map((name) => `${kind} has {${name}} and says it nowhere`),
    ...missing,
    ...named,
  ]
}

/**
 * Why the notices of a pack cannot be written, as ends of sentences; none: they can. A text that is missing in English, a value that
 * is named and not declared, one that is declared and said nowhere, a text of nothing.
 */
export function noticeFaults(notices: readonly NoticeEntry[], texts: PackTexts): string[] {
  const used = new Set([...onEvery, ...notices.flatMap((entry) => keysOf(entry).map(({ key }) => key))])
  const kinds = notices.map(({ kind }) => kind)
  return [
    ...kinds.filter((kind, place) => kinds.indexOf(kind) !== place).map((kind) => `${kind} is there twice`),
    ...onEvery.filter((key) => !texts.en?.notices?.[key]?.trim()).map((key) => `the text ${key} is missing`),
    ...notices.flatMap((entry) => entryFaults(entry, texts)),
    ...Object.keys(texts.en?.notices ?? {}).filter((key) => !used.has(key)).map((key) => `the text ${key} belongs to nothing`),
  ]
}
