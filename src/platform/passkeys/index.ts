export { type AssertionAnswer, type RegistrationAnswer, readAssertionAnswer, readRegistrationAnswer } from './answer.ts'
export {
  type Assertion,
  assertionOptions,
  expectAnswer,
  type KnownPasskey,
  type RegisteredPasskey,
  registrationOptions,
  verifyAssertion,
  verifyRegistration,
} from './ceremonies.ts'
export { relyingPartyOf } from './relying-party.ts'
