import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A value of CBOR as an authenticator writes it (RFC 8949): numbers, bytes, texts and maps. */
type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>

const head = (major: number, size: number): Buffer => {
  if (size < 24) return Buffer.from([(major << 5) | size])
  if (size < 256) return Buffer.from([(major << 5) | 24, size])
  return Buffer.from([(major << 5) | 25, size >> 8, size & 255])
}

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const entries = [...(value as ReadonlyMap<number | string, Cbor>)]
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, each]) => [cbor(key), cbor(each)])])
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const base64url = (data: Buffer | string) => Buffer.from(data).toString('base64url')
const bytes = (text: string) => Buffer.from(text, 'base64url')

/** What of an answer a test makes other than an honest browser and authenticator would. */
export interface Twist {
  origin?: string
  crossOrigin?: boolean
  topOrigin?: string
  type?: string
  challenge?: string
  rpId?: string
  userPresent?: boolean
  userVerified?: boolean
  backupEligible?: boolean
  counter?: number
  userHandle?: string | null
  /** Signed by another key. */
  forged?: boolean
  /** Attestation statement where none was asked for. */
  attested?: boolean
  algorithm?: number
  credentialId?: string
}

export interface MadePasskey {
  credentialId: string
  key: KeyObject
  rpId: string
  userHandle: string
  counter: number
}

interface CreationOptions {
  rp: { id?: string }
  user: { id: string }
  challenge: string
  excludeCredentials?: { id: string }[]
}

interface RequestOptions {
  rpId?: string
  challenge: string
  allowCredentials?: { id: string }[]
}

/** How many times it has signed: a synced passkey does not count. */
export interface Kind {
  counts: boolean
  synced: boolean
}

function flagsOf(twist: Twist, { synced }: Kind, hasKey: boolean): number {
  const { userPresent = true, userVerified = true, backupEligible = synced } = twist
  return (userPresent ? 1 : 0) | (userVerified ? 4 : 0) | (backupEligible ? 8 : 0) | (backupEligible && synced ? 16 : 0) | (hasKey ? 64 : 0)
}

const counted = (counter: number) => {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(counter)
  return four
}

const clientData = (type: string, challenge: string, origin: string, twist: Twist) =>
  Buffer.from(
    JSON.stringify({
      type: twist.type ?? type,
      challenge: twist.challenge ?? challenge,
      origin: twist.origin ?? origin,
      crossOrigin: twist.crossOrigin ?? false,
      ...(twist.topOrigin ? { topOrigin: twist.topOrigin } : {}),
    }),
  )

/** The public key as COSE writes an ES256 key (RFC 9053). */
function coseOf(key: KeyObject, algorithm = -7): Buffer {
  const { x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' })
  const pairs: [number, Cbor][] = [[1, 2], [3, algorithm], [-1, 1], [-2, bytes(x)], [-3, bytes(y)]]
  return cbor(new Map(pairs))
}

const newKey = () => createPrivateKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }))

/**
 * A browser and an authenticator in one, of our own making: ES256 keys, no attestation, WebAuthn Level 3, 6.
 * It says what an honest one would, or whatever a test twists.
 */
export function softwareAuthenticator(origin: string, kind: Kind = { counts: true, synced: false }) {
  const passkeys: MadePasskey[] = []

  function create(options: CreationOptions, twist: Twist = {}) {
    const made: MadePasskey = {
      credentialId: twist.credentialId ?? base64url(randomBytes(32)),
      key: newKey(),
      rpId: options.rp.id ?? '',
      userHandle: options.user.id,
      counter: 0,
    }
    passkeys.push(made)
    const data = Buffer.concat([
      sha256(twist.rpId ?? made.rpId),
      Buffer.from([flagsOf(twist, kind, true)]),
      counted(twist.counter ?? 0),
      Buffer.alloc(16),
      Buffer.from([0, 32]),
      bytes(made.credentialId),
      coseOf(made.key, twist.algorithm),
    ])
    const statement = new Map<string, Cbor>(twist.attested ? [['x', 1]] : [])
    const attestation = cbor(new Map<string, Cbor>([['fmt', 'none'], ['attStmt', statement], ['authData', data]]))
    return {
      id: made.credentialId,
      rawId: made.credentialId,
      type: 'public-key',
      clientExtensionResults: {},
      authenticatorAttachment: 'cross-platform',
      response: {
        clientDataJSON: base64url(clientData('webauthn.create', options.challenge, origin, twist)),
        attestationObject: base64url(attestation),
        transports: ['usb', 'internal'],
      },
    }
  }

  function get(options: RequestOptions, twist: Twist = {}, passkey = passkeys.at(-1)) {
    if (!passkey) throw new Error('this authenticator holds no passkey')
    if (kind.counts) passkey.counter += 1
    const data = Buffer.concat([
      sha256(twist.rpId ?? options.rpId ?? ''),
      Buffer.from([flagsOf(twist, kind, false)]),
      counted(twist.counter ?? passkey.counter),
    ])
    const client = clientData('webauthn.get', options.challenge, origin, twist)
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), twist.forged ? newKey() : passkey.key)
    const userHandle = twist.userHandle === undefined ? passkey.userHandle : twist.userHandle
    return {
      id: passkey.credentialId,
      rawId: passkey.credentialId,
      type: 'public-key',
      clientExtensionResults: {},
      authenticatorAttachment: 'cross-platform',
      response: {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
        ...(userHandle === null ? {} : { userHandle }),
      },
    }
  }

  return { passkeys, create, get }
}

export type SoftwareAuthenticator = ReturnType<typeof softwareAuthenticator>
