import { z } from 'zod'

const base64url = (most: number, least = 1) => z.string().min(least).max(most).regex(/^[\w-]+$/)

/** WebAuthn Level 3, 4: a credential id has 16 to 1023 bytes. */
const credentialId = base64url(1364, 22)

const envelope = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
}

const transports = ['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal', 'cable'] as const
export type Transport = (typeof transports)[number]

const isTransport = (text: string): text is Transport => transports.some((each) => each === text)

/** How to reach an authenticator is a hint: names that nobody knows are left out (WebAuthn Level 3, 5.8.4). */
const transportHints = z
  .array(z.string().max(40))
  .max(20)
  .optional()
  .transform((named) => [...new Set((named ?? []).filter(isTransport))])

const registrationAnswer = z.object({
  ...envelope,
  response: z.object({
    clientDataJSON: base64url(4000),
    attestationObject: base64url(16_000),
    transports: transportHints,
  }),
})

const assertionAnswer = z.object({
  ...envelope,
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(4000),
    userHandle: base64url(90).nullish(),
  }),
})

/** What a new passkey answered; what it says of extensions is not asked for and left out. */
export type RegistrationAnswer = z.infer<typeof registrationAnswer>
/** What a passkey answered to a challenge. */
export type AssertionAnswer = z.infer<typeof assertionAnswer>

/** Longer than the longest sound answer: nothing of this length is even parsed. */
export const answerCharactersMost = 32_000

function readJson<T>(text: string, shape: z.ZodType<T>): T | null {
  if (text.length > answerCharactersMost) return null
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Reads the JSON that the page's script posts; null for anything else. */
export const readRegistrationAnswer = (text: string) => readJson(text, registrationAnswer)
export const readAssertionAnswer = (text: string) => readJson(text, assertionAnswer)
