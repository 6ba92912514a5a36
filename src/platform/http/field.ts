import type { MessageKey, MessageValue } from '../i18n/text.ts'
import { isId, newId } from '../ids.ts'
import { type Posted, postedText } from './posted.ts'

/** What is wrong, as a text to show; `at` names the control, so that the summary can lead to it. */
export interface FieldError {
  readonly at: string
  readonly key: MessageKey
  readonly values?: Record<string, MessageValue>
  /** A text already in the person's language, from the agency pack; used in place of `key`'s. */
  readonly said?: string
}

export type Parsed<V> = { readonly ok: true; readonly value: V } | { readonly ok: false; readonly errors: readonly FieldError[] }

/** One part of a form: reads its posted values, never throws, and says in words what is wrong. */
export interface Field<V, M = unknown> {
  parse(posted: Posted, name: string, model: M): Parsed<V>
  /** False for secrets: they are never sent back to the page. */
  readonly echo: boolean
}

export type Fields<M = unknown> = Record<string, Field<unknown, M>>
export type ValuesOf<F> = { [K in keyof F]: F[K] extends Field<infer V, infer _> ? V : never }

export const wrong = (at: string, key: MessageKey, values?: Record<string, MessageValue>): Parsed<never> => ({
  ok: false,
  errors: [values ? { at, key, values } : { at, key }],
})

export const right = <V>(value: V): Parsed<V> => ({ ok: true, value })

/** The press that a page was made for, however often its form is sent; a form without one is a press of its own. */
export const pressField: Field<string> = {
  echo: true,
  parse: (posted, name) => right(isId(postedText(posted, name)) ? postedText(posted, name) : newId()),
}

/** Control characters, and marks that turn the reading direction: they hide what a text says (Unicode TR 36). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the purpose
export const unsafeCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/

export interface TextRule {
  empty: MessageKey
  most?: number
  optional?: boolean
  /** Returns the error, or null where the text is right. */
  check?: (value: string) => MessageKey | null
}

/** A line of text: NFC, trimmed, inner spaces single; hostile characters and too long are told in words. */
export function textField(rule: TextRule): Field<string> {
  return { echo: true, parse: (posted, name) => parseText(postedText(posted, name), name, rule) }
}

function parseText(raw: string, name: string, rule: TextRule): Parsed<string> {
  if (unsafeCharacters.test(raw)) return wrong(name, 'platform.field.unsafe-characters')
  const value = raw.normalize('NFC').replace(/\s+/g, ' ').trim()
  const most = rule.most ?? 200
  if (value.length > most) return wrong(name, 'platform.field.too-long', { most })
  if (value === '') return rule.optional ? right('') : wrong(name, rule.empty)
  const fault = rule.check?.(value) ?? null
  return fault ? wrong(name, fault) : right(value)
}

/** A text of several lines, with its line breaks kept as `\n`. */
export function longTextField(rule: TextRule): Field<string> {
  return {
    echo: true,
    parse: (posted, name) => {
      const raw = postedText(posted, name).replace(/\r\n?/g, '\n')
      if (unsafeCharacters.test(raw)) return wrong(name, 'platform.field.unsafe-characters')
      const value = raw.normalize('NFC').trim()
      const most = rule.most ?? 2000
      if (value.length > most) return wrong(name, 'platform.field.too-long', { most })
      return value === '' && !rule.optional ? wrong(name, rule.empty) : right(value)
    },
  }
}

/** A secret taken as it is typed: not trimmed, never echoed. Longer than `most` characters is refused before any hash. */
export function secretField(rule: { empty: MessageKey; most?: number }): Field<string> {
  return {
    echo: false,
    parse: (posted, name) => {
      const raw = postedText(posted, name)
      if (raw === '') return wrong(name, rule.empty)
      return [...raw].length > (rule.most ?? 1000) ? wrong(name, 'platform.field.too-long', { most: rule.most ?? 1000 }) : right(raw)
    },
  }
}

/** One of a fixed set, as radios or a select post it. */
export function choiceField<const C extends string>(choices: readonly C[], rule: { empty: MessageKey }): Field<C> {
  return {
    echo: true,
    parse: (posted, name) => {
      const value = choices.find((each) => each === postedText(posted, name))
      return value === undefined ? wrong(name, rule.empty) : right(value)
    },
  }
}

/** Any number of a fixed set, as checkboxes post them. */
export function choicesField<const C extends string>(choices: readonly C[]): Field<C[]> {
  return { echo: true, parse: (posted, name) => right(choices.filter((each) => posted.get(name)?.includes(each))) }
}

/** A calendar day from the three controls `<name>-month`, `<name>-day`, `<name>-year`. */
export function dayField(rule: { empty: MessageKey; impossible: MessageKey }): Field<Temporal.PlainDate> {
  return {
    echo: true,
    parse: (posted, name) => {
      const [month, day, year] = ['month', 'day', 'year'].map((part) => postedText(posted, `${name}-${part}`).trim())
      if (!month && !day && !year) return wrong(`${name}-month`, rule.empty)
      if (!/^\d{1,2}$/.test(month ?? '') || !/^\d{1,2}$/.test(day ?? '') || !/^\d{4}$/.test(year ?? ''))
        return wrong(`${name}-month`, rule.impossible)
      try {
        return right(Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' }))
      } catch {
        return wrong(`${name}-month`, rule.impossible)
      }
    },
  }
}

/** A field whose value is whatever `from` makes of a text, with the error it names. */
export function parsedField<V>(rule: TextRule, from: (value: string) => { value: V } | { error: MessageKey }): Field<V> {
  return {
    echo: true,
    parse: (posted, name) => {
      const text = parseText(postedText(posted, name), name, rule)
      if (!text.ok) return text
      const made = from(text.value)
      return 'error' in made ? wrong(name, made.error) : right(made.value)
    },
  }
}
