/** The access keys of the office, the only place where one is named: a letter means one thing wherever it is bound. */
const letters = {
  facts: 'f',
  status: 's',
  notes: 'n',
  messages: 'm',
  history: 'h',
  answers: 'a',
  people: 'p',
  documents: 'd',
  queues: 'q',
  find: 'c',
  filters: 'l',
  take: 't',
  nextPage: 'x',
  firstPage: 'r',
  shortcuts: 'k',
} as const

export type ShortcutName = keyof typeof letters

export const shortcutNames = Object.keys(letters) as readonly ShortcutName[]

export const keyOf = (name: ShortcutName): string => letters[name]

/** The first cases of a list open with a digit each. */
const digitsMost = 9

/** The key of a case by its place in the list, from 0; undefined: it has none. */
export const keyOfPlace = (place: number): string | undefined => (place < digitsMost ? String(place + 1) : undefined)

/** Where shortcuts are bound, in the order in which their pages show them. */
export const shortcutPlaces = {
  file: ['facts', 'status', 'notes', 'messages', 'history', 'answers', 'people', 'documents', 'queues', 'shortcuts'],
  queues: ['find', 'shortcuts'],
  queue: ['filters', 'take', 'firstPage', 'nextPage', 'queues', 'find', 'shortcuts'],
} as const satisfies Record<string, readonly ShortcutName[]>

export type ShortcutPlace = keyof typeof shortcutPlaces

/** Where the cases of a list have digits. */
export const placesWithDigits: readonly ShortcutPlace[] = ['queues', 'queue']

/** Where the arrows step from case to case while one of them has the focus. */
export const placesWithArrows: readonly ShortcutPlace[] = ['queue']

export const digits = `1–${digitsMost}`
