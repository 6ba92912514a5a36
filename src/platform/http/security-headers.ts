/** `leavesTo` names the origins besides ours that a form's answer may redirect to: browsers judge the whole chain. */
export function contentSecurityPolicy(leavesTo: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action ${["'self'", ...leavesTo].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export interface HeaderChoices {
  https: boolean
  noIndex: boolean
}

/** The headers of every answer (ASVS V3.4); pages that leave our origin replace the policy alone. */
export function securityHeaders({ https, noIndex }: HeaderChoices): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    ...(noIndex ? { 'x-robots-tag': 'noindex, nofollow' } : {}),
  }
}
