import type { Text } from '../../platform/i18n/text.ts'
import type { ProofFactor } from '../sessions/session.ts'

/** “Chrome on Android”, from the two names that are kept of a device. */
export function deviceWords(t: Text, device: string | null): string {
  const [browser = '', system = ''] = (device ?? '').split('/')
  if (browser && system) return t('security.device.both', { browser, system })
  return browser || system || t('security.device.unknown')
}

/** A country by its code, in the person's language. */
export function countryWords(t: Text, country: string | null): string {
  if (!country) return t('security.place.unknown')
  return new Intl.DisplayNames([t.language], { type: 'region' }).of(country) ?? country
}

/** How a person showed who they are. Null: by what came before factors were noted. */
export const proofWords = (t: Text, provedBy: ProofFactor | null): string =>
  t(`security.how.${provedBy ?? ('unknown' as const)}`)
