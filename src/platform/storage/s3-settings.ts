import { isLoopbackHost } from '../mail/reserved-recipients.ts'

/** The names of the setting's secrets are those every S3 tool uses. */
export interface S3Credentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
}

export interface S3Place {
  bucket: string
  /** Empty, or ends with a slash. */
  prefix: string
  region: string
  /** Null: Amazon's own for the region. */
  endpoint: string | null
}

type ReadPlace = { ok: true; place: S3Place } | { ok: false; fault: string }

const example = 's3://bucket/prefix?region=eu-central-1&endpoint=https://s3.example'

/** Reads `s3://bucket/prefix?region=…&endpoint=…`; returns what is wrong in words that repeat nothing of the setting. */
export function readS3Url(url: string): ReadPlace {
  const wrong = (fault: string) => ({ ok: false as const, fault })
  const address = URL.canParse(url) ? new URL(url) : null
  if (address?.protocol !== 's3:') return wrong(`use ${example}`)
  if (address.username || address.password || address.hash) return wrong('the keys stand in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY')
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(address.host)) return wrong('name the bucket: 3 to 63 small letters, digits, dots and dashes')
  const prefix = address.pathname.replace(/^\/+|\/+$/g, '')
  if (!/^[A-Za-z0-9/_.-]{0,200}$/.test(prefix) || prefix.split('/').some((part) => /^\.{1,2}$/.test(part)))
    return wrong('make the prefix of letters, digits, dots, dashes and slashes')
  const [region, endpoint] = [address.searchParams.get('region'), address.searchParams.get('endpoint')]
  if ([...address.searchParams.keys()].some((key) => key !== 'region' && key !== 'endpoint')) return wrong('only region and endpoint follow the ?')
  if (!region && !endpoint) return wrong('say the region, or the endpoint of a server of your own')
  const fault = endpoint ? endpointFault(endpoint) : null
  if (fault) return wrong(fault)
  return { ok: true, place: { bucket: address.host, prefix: prefix && `${prefix}/`, region: region || 'us-east-1', endpoint } }
}

function endpointFault(endpoint: string): string | null {
  const address = URL.canParse(endpoint) ? new URL(endpoint) : null
  if (!address || !['http:', 'https:'].includes(address.protocol)) return 'the endpoint is a whole address, such as https://s3.example'
  if (address.username || address.password) return 'the endpoint holds no password'
  return address.protocol === 'http:' && !isLoopbackHost(address.hostname) ? 'the endpoint uses https beyond this machine' : null
}
