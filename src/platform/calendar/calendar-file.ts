/** An entry of a calendar; its texts are plain. */
export interface CalendarEntry {
  /** The same for the same thing for ever: a calendar that takes the file again changes its entry, and adds none. */
  readonly uid: string
  readonly startsAt: Temporal.Instant
  /** Null: a moment, as a deadline is. */
  readonly endsAt: Temporal.Instant | null
  readonly title: string
  readonly about: string
  readonly url: string
  readonly location?: string
  /** How often its time has changed: a calendar keeps the higher one (RFC 5545 section 3.8.7.4). */
  readonly sequence?: number
  readonly isCancelled?: boolean
  /** How long before its start it reminds; the texts of the reminder are the title's. */
  readonly alarms: readonly Temporal.Duration[]
}

/** RFC 5545 section 3.3.5, form 2: an instant in UTC, so that no table of time zones is needed. */
const utc = (at: Temporal.Instant) => `${at.round('second').toString().replace(/[-:]/g, '').replace(/\.\d+/, '')}`

/** RFC 5545 section 3.3.11. Other control characters have no place in a text. */
const text = (words: string) =>
  words
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')

const octetsALine = 75

/** RFC 5545 section 3.1: no line is longer than 75 octets; it goes on after a line break and a space, never within a character. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > octetsALine) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}

const alarmLines = (title: string, before: Temporal.Duration) => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${text(title)}`,
  `TRIGGER:-${before.abs().toString()}`,
  'END:VALARM',
]

const entryLines = ({ uid, startsAt, endsAt, title, about, url, location, sequence, isCancelled, alarms }: CalendarEntry, stampedAt: Temporal.Instant) => [
  'BEGIN:VEVENT',
  `UID:${text(uid)}`,
  `DTSTAMP:${utc(stampedAt)}`,
  `DTSTART:${utc(startsAt)}`,
  ...(endsAt ? [`DTEND:${utc(endsAt)}`] : []),
  ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`, `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`]),
  ...(location === undefined ? [] : [`LOCATION:${text(location)}`]),
  `SUMMARY:${text(title)}`,
  `DESCRIPTION:${text(about)}`,
  `URL:${url}`,
  'CLASS:PRIVATE',
  'TRANSP:OPAQUE',
  ...alarms.flatMap((before) => alarmLines(title, before)),
  'END:VEVENT',
]

interface Calendar {
  readonly name: string
  readonly entries: readonly CalendarEntry[]
  readonly stampedAt: Temporal.Instant
  /** A single entry is imported as it is; a whole calendar is published. */
  readonly isSingle?: boolean
}

/** A calendar as RFC 5545 has it, in UTF-8. */
export function calendarFile({ name, entries, stampedAt, isSingle = false }: Calendar): Buffer {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Portolan//Calendar//EN',
    'CALSCALE:GREGORIAN',
    ...(isSingle ? [] : ['METHOD:PUBLISH', `X-WR-CALNAME:${text(name)}`]),
    ...entries.flatMap((entry) => entryLines(entry, stampedAt)),
    'END:VCALENDAR',
  ]
  return Buffer.from(`${lines.map(folded).join('\r\n')}\r\n`)
}
