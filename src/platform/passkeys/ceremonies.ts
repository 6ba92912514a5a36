import type { AssertionAnswer, RegistrationAnswer, Transport } from './answer.ts'
import type { RelyingParty } from './relying-party.ts'

/** EdDSA, ES256, RS256 (COSE): what phones, computers and security keys make between them. */
const algorithms = [-8, -7, -257]

const timeoutMilliseconds = 5 * 60_000

/**
 * Most of a second of the processor, once: it brings the grammar of every kind of certificate. Loaded with the first
 * answer, so that who only looks at the sign-in page makes nobody wait; `expectAnswer` loads it while a finger is found.
 */
const library = () => import('@simplewebauthn/server')

/** Somebody is about to use a passkey: what verifies it is made ready meanwhile. */
export const expectAnswer = (): void => void library().catch(() => undefined)

export interface KnownPasskey {
  readonly id: string
  readonly transports: readonly string[]
}

const described = (known: readonly KnownPasskey[]) =>
  known.map(({ id, transports }) => ({ type: 'public-key', id, transports }))

export interface RegistrationWish {
  /** Shown by the authenticator beside the passkey: whose account, of which site. */
  userName: string
  siteName: string
  /** base64url, as the challenge. */
  userHandle: string
  challenge: string
  /** The account's passkeys: an authenticator that has one of them makes no second. */
  known: readonly KnownPasskey[]
}

/**
 * What the browser is asked to make: a passkey that finds itself and verifies its person, without attestation; as JSON
 * (WebAuthn Level 3, 5.1.8, PublicKeyCredentialCreationOptionsJSON).
 */
export const registrationOptions = ({ id }: RelyingParty, { userName, siteName, userHandle, challenge, known }: RegistrationWish) => ({
  rp: { id, name: siteName },
  user: { id: userHandle, name: userName, displayName: userName },
  challenge,
  pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
  timeout: timeoutMilliseconds,
  attestation: 'none',
  authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  excludeCredentials: described(known),
})

/** What the browser is asked to sign with; without `known` the person picks among the passkeys they have here. */
export const assertionOptions = ({ id }: RelyingParty, challenge: string, known: readonly KnownPasskey[] = []) => ({
  rpId: id,
  challenge,
  timeout: timeoutMilliseconds,
  userVerification: 'required',
  allowCredentials: described(known),
})

/** A passkey as it is kept: its public key (COSE) and what it said of itself. */
export interface RegisteredPasskey {
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: readonly Transport[]
  isBackupEligible: boolean
  isBackedUp: boolean
}

/** A page of another site that holds ours in a frame has no business with a passkey (WebAuthn Level 3, 7.1 and 7.2). */
function isOfAnotherFrame(clientDataJson: string): boolean {
  const data = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString()) as { crossOrigin?: unknown; topOrigin?: unknown }
  return (data.crossOrigin ?? false) !== false || data.topOrigin !== undefined
}

/**
 * Verifies a new passkey (WebAuthn Level 3, 7.1): challenge, origin, name, presence and verification of the person, key.
 * The library throws for each fault in an answer; to whoever sent it they are all one refusal.
 * @returns null when anything is wrong
 */
export async function verifyRegistration(
  party: RelyingParty,
  challenge: string,
  answer: RegistrationAnswer,
): Promise<RegisteredPasskey | null> {
  const { verifyRegistrationResponse } = await library()
  try {
    if (isOfAnotherFrame(answer.response.clientDataJSON)) return null
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...answer, clientExtensionResults: {} } as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!verified) return null
    const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo
    if (credential.id !== answer.id) return null
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: answer.response.transports,
      isBackupEligible: credentialDeviceType === 'multiDevice',
      isBackedUp: credentialBackedUp,
    }
  } catch {
    return null
  }
}

/** What is kept of a passkey and needed to check what it signs. */
export interface PasskeyToCheck {
  credentialId: string
  publicKey: Uint8Array
  userHandle: string
  isBackupEligible: boolean
}

export interface Assertion {
  /** How often the authenticator says it has signed; 0: it does not count. */
  counter: number
  isBackedUp: boolean
}

/**
 * Verifies what a passkey signed (WebAuthn Level 3, 7.2). The counter is the caller's to judge, in the row it has locked:
 * here it would be judged before the signature, by whoever made it up.
 * @returns null when anything is wrong
 */
export async function verifyAssertion(
  party: RelyingParty,
  challenge: string,
  passkey: PasskeyToCheck,
  answer: AssertionAnswer,
): Promise<Assertion | null> {
  const { verifyAuthenticationResponse } = await library()
  const { userHandle } = answer.response
  if (answer.id !== passkey.credentialId || (userHandle && userHandle !== passkey.userHandle)) return null
  try {
    if (isOfAnotherFrame(answer.response.clientDataJSON)) return null
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {} } as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
    })
    const { newCounter, credentialDeviceType, credentialBackedUp } = authenticationInfo
    if (!verified || (credentialDeviceType === 'multiDevice') !== passkey.isBackupEligible) return null
    return { counter: newCounter, isBackedUp: credentialBackedUp }
  } catch {
    return null
  }
}
