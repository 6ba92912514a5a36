import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { claimKinds, oidcFaults, type OidcSettings } from './platform/identity-provider/oidc-settings.ts'
import { isLiveKey } from './platform/pay/stripe/stripe-settings.ts'
import { readClamdUrl } from './platform/scan/clamd-address.ts'
import { readSmsUrl } from './platform/sms/twilio-settings.ts'
import { readS3Url, type S3Credentials } from './platform/storage/s3-settings.ts'

/** Every setting, read once at the start. Nothing else in the product reads the environment. */
export interface Config {
  mode: 'demo' | 'production'
  host: string
  port: number
  officePort: number
  cashierPort: number
  metricsPort: number | null
  home: string
  publicUrl: string
  officeUrl: string
  operatorName: string | null
  agencyPack: string
  trustedProxies: readonly string[]
  demoPublic: boolean
  database: DatabaseAddresses
  masterKey: Secret | null
  smtpUrl: string | null
  storageUrl: string | null
  /** Of the bucket that `storageUrl` names; a session token only where they are for a time. */
  s3Credentials: S3Credentials | null
  clamavUrl: string | null
  smsUrl: string | null
  /** What the mail server signs its delivery reports with; null: none are taken. */
  mailEventsSecret: Secret | null
  /** Null: nobody takes money, or the cashier of the demonstration does. A secret in a file is read at the start. */
  stripe: { secretKey: Secret; webhookSecret: Secret | null; apiUrl: string | null } | null
  /** Who vouches for people that are asked who they are; null: nobody does, or the stand-in of the demonstration. */
  identityProvider: (OidcSettings & { clientSecret: Secret | null }) | null
  log: 'info' | 'error' | 'silent'
  /** Whether an empty demonstration is filled with its people. */
  demoSeed: boolean
  /** The two languages no person speaks, for the guards. */
  pseudoLanguages: boolean
}

/** As it is, or where it stands. */
export type Secret = { text: string } | { file: string }

/** None given: the embedded server. Only the first: it may make our roles. */
export interface DatabaseAddresses {
  databaseUrl: string | undefined
  ownerUrl: string | undefined
  officeUrl: string | undefined
  workerUrl: string | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

const portWords = 'use a whole number from 0 to 65535'
const portSetting = z.coerce.number({ error: portWords }).int(portWords).min(0, portWords).max(65_535, portWords)
const urlSetting = z.url({ error: 'use a whole address, such as https://portal.example' })
const webUrlSetting = z.url({ protocol: /^https?$/, error: 'use a whole address, such as https://portal.example' })
const settings = z.object({
  PORTOLAN_MODE: z.enum(['demo', 'production'], { error: 'use demo or production' }).default('demo'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: portSetting.default(8080),
  OFFICE_PORT: portSetting.default(8081),
  CASHIER_PORT: portSetting.default(8082),
  METRICS_PORT: portSetting.optional(),
  PORTOLAN_HOME: z.string().min(1).default('.portolan'),
  PUBLIC_URL: webUrlSetting.optional(),
  OFFICE_URL: webUrlSetting.optional(),
  OPERATOR_NAME: z.string().trim().max(200).optional(),
  AGENCY_PACK: z.string().min(1).default('agency/us'),
  TRUSTED_PROXIES: z.string().default(''),
  PORTOLAN_DEMO_PUBLIC: z.enum(['yes', 'no'], { error: 'use yes or no' }).default('no'),
  DATABASE_URL: urlSetting.optional(),
  DATABASE_OWNER_URL: urlSetting.optional(),
  DATABASE_OFFICE_URL: urlSetting.optional(),
  DATABASE_WORKER_URL: urlSetting.optional(),
  MASTER_KEY: z.string().min(1).optional(),
  MASTER_KEY_FILE: z.string().min(1).optional(),
  SMTP_URL: urlSetting.optional(),
  STORAGE_URL: urlSetting.optional(),
  AWS_ACCESS_KEY_ID: z.string().min(1).optional(),
  AWS_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  AWS_SESSION_TOKEN: z.string().min(1).optional(),
  CLAMAV_URL: urlSetting.optional(),
  SMS_URL: urlSetting.optional(),
  MAIL_EVENTS_SECRET: z.string().min(1).optional(),
  MAIL_EVENTS_SECRET_FILE: z.string().min(1).optional(),
  STRIPE_SECRET_KEY: z.string().min(1).optional(),
  STRIPE_SECRET_KEY_FILE: z.string().min(1).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  STRIPE_WEBHOOK_SECRET_FILE: z.string().min(1).optional(),
  STRIPE_API_URL: webUrlSetting.optional(),
  IDENTITY_PROVIDER_ISSUER: z.string().min(1).optional(),
  IDENTITY_PROVIDER_NAME: z.string().trim().optional(),
  IDENTITY_PROVIDER_CLIENT_ID: z.string().min(1).optional(),
  IDENTITY_PROVIDER_CLIENT_SECRET: z.string().min(1).optional(),
  IDENTITY_PROVIDER_CLIENT_SECRET_FILE: z.string().min(1).optional(),
  IDENTITY_PROVIDER_CLAIMS: z.enum(claimKinds, { error: 'use verified or plain' }).default('verified'),
  IDENTITY_PROVIDER_LEVELS: z.string().default(''),
  IDENTITY_PROVIDER_PAGES: z.string().default(''),
  PORTOLAN_LOG: z.enum(['info', 'error', 'silent'], { error: 'use info, error or silent' }).default('info'),
  PORTOLAN_DEMO_SEED: z.enum(['yes', 'no']).default('yes'),
  PORTOLAN_PSEUDO_LANGUAGES: z.enum(['yes', 'no']).default('no'),
})

type Settings = z.infer<typeof settings>

/** `config` of what cannot start: there when the settings could be read, for those who look for more faults. */
export type ReadConfig = { ok: true; config: Config } | { ok: false; faults: string[]; config: Config | null }

/** Reads the settings; returns every fault at once, each a line that says which setting and what to do. */
export function readConfig(environment: Environment = process.env): ReadConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`), config: null }
  const config = configFrom(parsed.data)
  const faults = [...exposureFaults(config), ...(config.mode === 'production' ? productionFaults(config) : demonstrationFaults(config))]
  return faults.length > 0 ? { ok: false, faults, config } : { ok: true, config }
}

const withoutSlash = (url: string) => url.replace(/\/+$/, '')

function configFrom(from: Settings): Config {
  const reachedAt = (port: number) => `http://${from.HOST === '0.0.0.0' || from.HOST === '::' ? 'localhost' : hostInUrl(from.HOST)}:${port}`
  return {
    mode: from.PORTOLAN_MODE,
    host: from.HOST,
    port: from.PORT,
    officePort: from.OFFICE_PORT,
    cashierPort: from.CASHIER_PORT,
    metricsPort: from.METRICS_PORT ?? null,
    home: resolve(from.PORTOLAN_HOME),
    publicUrl: withoutSlash(from.PUBLIC_URL ?? reachedAt(from.PORT)),
    officeUrl: withoutSlash(from.OFFICE_URL ?? reachedAt(from.OFFICE_PORT)),
    operatorName: from.OPERATOR_NAME || null,
    agencyPack: from.AGENCY_PACK,
    trustedProxies: from.TRUSTED_PROXIES.split(/[\s,]+/).filter(Boolean),
    demoPublic: from.PORTOLAN_DEMO_PUBLIC === 'yes',
    database: databaseFrom(from),
    masterKey: secretOf(from.MASTER_KEY, from.MASTER_KEY_FILE),
    smtpUrl: from.SMTP_URL ?? null,
    storageUrl: from.STORAGE_URL ?? null,
    s3Credentials: s3CredentialsFrom(from),
    clamavUrl: from.CLAMAV_URL ?? null,
    smsUrl: from.SMS_URL ?? null,
    mailEventsSecret: secretOf(from.MAIL_EVENTS_SECRET, from.MAIL_EVENTS_SECRET_FILE),
    stripe: stripeFrom(from),
    identityProvider: identityProviderFrom(from),
    log: from.PORTOLAN_LOG,
    demoSeed: from.PORTOLAN_DEMO_SEED === 'yes',
    pseudoLanguages: from.PORTOLAN_PSEUDO_LANGUAGES === 'yes',
  }
}

const secretOf = (text?: string, file?: string): Secret | null => (text ? { text } : file ? { file } : null)

function stripeFrom(from: Settings): Config['stripe'] {
  const secretKey = secretOf(from.STRIPE_SECRET_KEY, from.STRIPE_SECRET_KEY_FILE)
  const webhookSecret = secretOf(from.STRIPE_WEBHOOK_SECRET, from.STRIPE_WEBHOOK_SECRET_FILE)
  return secretKey && { secretKey, webhookSecret, apiUrl: from.STRIPE_API_URL ?? null }
}

/** One of them given is a provider: what is missing of it is then a fault. */
function identityProviderFrom(from: Settings): Config['identityProvider'] {
  const { IDENTITY_PROVIDER_ISSUER: issuer = '', IDENTITY_PROVIDER_NAME: name = '', IDENTITY_PROVIDER_CLIENT_ID: clientId = '' } = from
  const clientSecret = secretOf(from.IDENTITY_PROVIDER_CLIENT_SECRET, from.IDENTITY_PROVIDER_CLIENT_SECRET_FILE)
  if (!issuer && !name && !clientId && !clientSecret) return null
  const listed = (text: string) => text.split(',').map((one) => one.trim()).filter(Boolean)
  return { issuer, name, clientId, clientSecret, claims: from.IDENTITY_PROVIDER_CLAIMS, levels: listed(from.IDENTITY_PROVIDER_LEVELS), pages: listed(from.IDENTITY_PROVIDER_PAGES) }
}

const s3CredentialsFrom = ({ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken }: Settings) =>
  accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) } : null

/** A host as it stands in an address: IPv6 in brackets (RFC 3986, 3.2.2). */
export const hostInUrl = (host: string) => (host.includes(':') ? `[${host}]` : host)

function databaseFrom(from: Settings): DatabaseAddresses {
  return {
    databaseUrl: from.DATABASE_URL,
    ownerUrl: from.DATABASE_OWNER_URL,
    officeUrl: from.DATABASE_OFFICE_URL,
    workerUrl: from.DATABASE_WORKER_URL,
  }
}

/** Whether an address stays on this machine. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host)

const isPlainBeyondLoopback = (url: string) => url.startsWith('http:') && !isLoopback(new URL(url).hostname)

/** What the listeners may believe: X-Forwarded-For of a network that everybody is in would be anybody's word. */
const isProxyNetwork = (network: string): boolean => {
  const [address = '', bits, ...rest] = network.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return ['loopback', 'linklocal', 'uniquelocal'].includes(network)
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128))
}

function exposureFaults(config: Config): string[] {
  const faults: string[] = []
  if (!config.trustedProxies.every(isProxyNetwork))
    faults.push('TRUSTED_PROXIES: name the networks of your own proxies, such as 10.0.0.0/8 or loopback')
  const sms = config.smsUrl === null ? null : readSmsUrl(config.smsUrl)
  if (sms && !sms.ok) faults.push(`SMS_URL: ${sms.fault}`)
  const clamd = config.clamavUrl === null ? null : readClamdUrl(config.clamavUrl)
  if (clamd && !clamd.ok) faults.push(`CLAMAV_URL: ${clamd.fault}`)
  return [...faults, ...storageFaults(config), ...paymentFaults(config), ...identityFaults(config)]
}

function identityFaults({ identityProvider: its }: Config): string[] {
  if (!its) return []
  const missing = [
    its.issuer ? '' : 'IDENTITY_PROVIDER_ISSUER: a provider is asked at its issuer',
    its.name ? '' : 'IDENTITY_PROVIDER_NAME: people read who vouches for them',
    its.clientId ? '' : 'IDENTITY_PROVIDER_CLIENT_ID: the provider knows us by it',
    its.clientSecret ? '' : 'IDENTITY_PROVIDER_CLIENT_SECRET or IDENTITY_PROVIDER_CLIENT_SECRET_FILE: the provider knows us by it',
  ].filter(Boolean)
  return missing.length > 0 ? missing : oidcFaults(its)
}

/** Of what can be seen without opening a file; what stands in files is judged when they are read. */
function paymentFaults({ stripe }: Config): string[] {
  if (!stripe) return []
  const faults: string[] = []
  if (!stripe.webhookSecret) faults.push('STRIPE_WEBHOOK_SECRET or STRIPE_WEBHOOK_SECRET_FILE: the events of Stripe are believed by their signature')
  if (stripe.apiUrl && !isLoopback(new URL(stripe.apiUrl).hostname)) faults.push('STRIPE_API_URL: another server than Stripe’s own is for tests, on this machine')
  return faults
}

function storageFaults({ storageUrl, s3Credentials }: Config): string[] {
  if (storageUrl === null || /^file:(?:\/\/\/|\/?[^/])/.test(storageUrl)) return []
  if (!storageUrl.startsWith('s3:')) return ['STORAGE_URL: use file: and a folder, or s3: and a bucket']
  const read = readS3Url(storageUrl)
  return [
    ...(read.ok ? [] : [`STORAGE_URL: ${read.fault}`]),
    ...(s3Credentials ? [] : ['AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: files in a bucket need both']),
  ]
}

/** A demonstration cannot be used to impersonate an agency: seen from this machine, taking no money, sending to nobody. */
function demonstrationFaults(config: Config): string[] {
  const faults: string[] = []
  if (!isLoopback(config.host) && !config.demoPublic)
    faults.push('HOST: a demonstration listens on this machine only; PORTOLAN_DEMO_PUBLIC=yes opens it to the network')
  if (config.stripe && 'text' in config.stripe.secretKey && isLiveKey(config.stripe.secretKey.text))
    faults.push('STRIPE_SECRET_KEY: a demonstration takes no live payment key')
  if (leavesThisMachine(config.smtpUrl)) faults.push('SMTP_URL: a demonstration sends mail to this machine only')
  if (leavesThisMachine(config.smsUrl)) faults.push('SMS_URL: a demonstration sends text messages to this machine only')
  if (config.identityProvider && leavesThisMachine(config.identityProvider.issuer || null))
    faults.push('IDENTITY_PROVIDER_ISSUER: a demonstration asks a provider on this machine only')
  return faults
}

const leavesThisMachine = (url: string | null) => url !== null && URL.canParse(url) && !isLoopback(new URL(url).hostname)

function productionFaults(config: Config): string[] {
  const faults: string[] = []
  if (!config.operatorName) faults.push('OPERATOR_NAME: production says who operates it')
  if (!config.masterKey) faults.push('MASTER_KEY or MASTER_KEY_FILE: production does not run on the keys of the demo')
  if (!config.smtpUrl) faults.push('SMTP_URL: production sends its mail')
  if (isPlainBeyondLoopback(config.publicUrl)) faults.push('PUBLIC_URL: use https beyond this machine')
  if (isPlainBeyondLoopback(config.officeUrl)) faults.push('OFFICE_URL: use https beyond this machine')
  // We listen in plain http: who is reached by https stands behind a proxy, and must know its network from everybody's.
  const isBehindProxy = [config.publicUrl, config.officeUrl].some((url) => url.startsWith('https:'))
  if (isBehindProxy && config.trustedProxies.length === 0)
    faults.push('TRUSTED_PROXIES: name the networks of the proxy in front, or all people share one network and its limits')
  return faults
}
