import type { HashStrength } from '../../src/platform/crypto/passwords.ts'

/** Argon2id still, with less of everything: a test that signs people up hashes seven times for each. */
export const quickHash: HashStrength = { memoryCost: 1024, timeCost: 1, parallelism: 1 }
