import { isLoopbackHost } from '../mail/reserved-recipients.ts'

/** verified: from `verified_claims` (OpenID Connect for Identity Assurance 1.0) · plain: the standard claims, at an `acr` that is enough. */
export const claimKinds = ['verified', 'plain'] as const
export type ClaimKind = (typeof claimKinds)[number]

/** What the settings say of a provider; the secret stands beside it. */
export interface OidcSettings {
  readonly issuer: string
  readonly name: string
  readonly clientId: string
  readonly claims: ClaimKind
  /** The words of the provider for how sure it is, of which each is enough. */
  readonly levels: readonly string[]
  /** Origins of its pages, where they stand elsewhere than the issuer. */
  readonly pages: readonly string[]
}

const isWebOrigin = (url: string): boolean => {
  const address = URL.canParse(url) ? new URL(url) : null
  return address !== null && (address.protocol === 'https:' || (address.protocol === 'http:' && isLoopbackHost(address.hostname))) && !address.username && !address.password
}

/** What is wrong with the settings, each as a line that names one. */
export function oidcFaults({ issuer, name, levels, pages }: OidcSettings): string[] {
  const faults: string[] = []
  if (!isWebOrigin(issuer) || /[?#]/.test(issuer)) faults.push('IDENTITY_PROVIDER_ISSUER: use the address of the issuer, with https beyond this machine')
  if (name.length > 60) faults.push('IDENTITY_PROVIDER_NAME: use what people call it, in 60 characters at most')
  if (levels.length === 0 || levels.some((level) => level.length > 100)) faults.push('IDENTITY_PROVIDER_LEVELS: name each level that is enough, in the words of the provider, divided by commas')
  if (!pages.every((page) => isWebOrigin(page) && new URL(page).origin === page)) faults.push('IDENTITY_PROVIDER_PAGES: use origins, such as https://login.example, with https beyond this machine')
  return faults
}
