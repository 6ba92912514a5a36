import { asksFor, asksMost, askTitleMost, askWordsMost, type DraftAsk, type RequestDraft, requestWordsMost } from '../../correspondence/index.ts'
import type { AgencyPack } from '../../agency/index.ts'
import { type Field, type FieldError, longTextField, type Parsed, right, textField } from '../../platform/http/field.ts'
import { type Posted, postedText } from '../../platform/http/posted.ts'

/** The names of the controls of the ask that stands at this place of the form. */
export const askControl = (index: number, part: 'code' | 'files' | 'title' | 'words' | 'place' | 'drop') => `ask-${index}-${part}`

const long = (most: number) => longTextField({ empty: 'office-requests.empty', most, optional: true })
const line = (most: number) => textField({ empty: 'office-requests.empty', most, optional: true })

/** Reads parts of a form, and gathers what is wrong with any of them. */
function reader(posted: Posted) {
  const errors: FieldError[] = []
  const read = (field: Field<string>, name: string): string => {
    const parsed = field.parse(posted, name, undefined)
    if (parsed.ok) return parsed.value
    errors.push(...parsed.errors)
    return ''
  }
  return { errors, read }
}

type Reader = ReturnType<typeof reader>

const isTicked = (posted: Posted, name: string): boolean => postedText(posted, name) === 'yes'

/** The asks that the draft had, in the order that the officer gave them, without those they left out. */
function keptAsks(posted: Posted, { read }: Reader): DraftAsk[] {
  const places = Array.from({ length: asksMost }, (_, index) => index).filter((index) => posted.has(askControl(index, 'place')))
  return places
    .filter((index) => !isTicked(posted, askControl(index, 'drop')))
    .map((index) => ({ index, place: Number.parseInt(postedText(posted, askControl(index, 'place')), 10) || index + 1 }))
    .sort((one, other) => one.place - other.place || one.index - other.index)
    .map(({ index }) => ({
      code: postedText(posted, askControl(index, 'code')) || null,
      files: isTicked(posted, askControl(index, 'files')),
      title: read(line(askTitleMost), askControl(index, 'title')),
      words: read(long(askWordsMost), askControl(index, 'words')),
    }))
}

function ownAsk(posted: Posted, { read, errors }: Reader): DraftAsk[] {
  const title = read(line(askTitleMost), 'own-title')
  const words = read(long(askWordsMost), 'own-words')
  if (title === '' && words === '') return []
  if (title === '') errors.push({ at: 'own-title', key: 'office-requests.own.title-empty' })
  if (words === '') errors.push({ at: 'own-words', key: 'office-requests.own.words-empty' })
  return [{ code: null, files: isTicked(posted, 'own-files'), title, words }]
}

/** What of a posted draft the agency has: a code that it lacks, or that is asked twice, is left out. */
function known(agency: AgencyPack, form: string, asks: readonly DraftAsk[]): DraftAsk[] {
  const library = asksFor(agency, form)
  const seen = new Set<string>()
  return asks.flatMap((ask) => {
    if (ask.code === null) return ask.title === '' ? [] : [ask]
    const listed = library.find(({ code }) => code === ask.code)
    if (!listed || seen.has(ask.code)) return []
    seen.add(ask.code)
    return [{ ...ask, title: '', files: listed.files ?? false }]
  })
}

interface Composed {
  readonly agency: AgencyPack
  readonly form: string
}

function parseDraft(posted: Posted, { agency, form }: Composed): Parsed<RequestDraft> {
  const reads = reader(posted)
  const kind = agency.evidenceRequests.kinds.find(({ code }) => code === postedText(posted, 'kind'))
  if (!kind) reads.errors.push({ at: 'kind', key: 'office-requests.kind.empty' })
  const words = { opening: reads.read(long(requestWordsMost), 'opening'), grounds: reads.read(long(requestWordsMost), 'grounds') }
  const added = (posted.get('add') ?? []).map((code): DraftAsk => ({ code, files: false, title: '', words: '' }))
  const asks = known(agency, form, [...keptAsks(posted, reads), ...added, ...ownAsk(posted, reads)])
  if (asks.length > asksMost) reads.errors.push({ at: 'add', key: 'office-requests.too-many', values: { most: asksMost } })
  if (reads.errors.length > 0 || !kind) return { ok: false, errors: reads.errors }
  return right({ kind: kind.code, words: kind.grounds ? words : { ...words, grounds: '' }, asks })
}

/** The whole form of a request that is composed. */
export const draftField: Field<RequestDraft, Composed> = { echo: true, parse: (posted, _name, model) => parseDraft(posted, model) }
