import type { Text } from '../../platform/i18n/text.ts'
import samples from './samples.json' with { type: 'json' }

export type Sample = (key: keyof typeof samples) => string

/** The gallery's own words: examples, never shown to a person. */
export const sampleIn =
  (t: Text): Sample =>
  (key) =>
    t.source(samples[key])
