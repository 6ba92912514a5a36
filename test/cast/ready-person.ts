import { sealEmail } from '../../src/accounts/email-address.ts'
import { emailHash, issueOnlineAccountNumber } from '../../src/accounts/index.ts'
import { onlineAccountSequence } from '../../src/accounts/online-account-number.ts'
import { normalAnswer } from '../../src/platform/crypto/normalise.ts'
import { newId } from '../../src/platform/ids.ts'
import { backupCodeShape, newCode, showCode } from '../../src/platform/numbers/crockford.ts'
import type { Services } from '../../src/platform/services.ts'
import type { TestDatabase } from '../database.ts'
import { goodPassword } from './sign-up-in-browser.ts'

type Ground = { database: TestDatabase; services: Services }

interface Secrets {
  password: string
  answers: string[]
  code: string
  codeHash: string
}

const secretsOf = new WeakMap<Services, Promise<Secrets>>()

async function makeSecrets({ passwords, agency }: Services): Promise<Secrets> {
  const hashOf = async (secret: string) => {
    const made = await passwords.hashPassword(secret)
    if (!('hash' in made)) throw new Error('the pool is full')
    return made.hash
  }
  const code = newCode(backupCodeShape)
  const answers: string[] = []
  for (const [index] of agency.resetQuestions.entries()) answers.push(await hashOf(normalAnswer(`Answer ${index}`) ?? ''))
  return { password: await hashOf(goodPassword), answers, code, codeHash: await hashOf(code) }
}

let peopleMade = 0n

/**
 * A person whose sign-up is finished, as the pages of the sign-up leave them, with the cast's password, answers
 * (`Answer 0` …) and a backup code; hashed once a ground, so that a test of what comes later need not wait for it.
 */
export async function readyPerson({ database, services }: Ground, email: string) {
  const { owner } = database.pools
  if (!owner) throw new Error('the test database has an owner')
  const secrets = await (secretsOf.get(services) ?? secretsOf.set(services, makeSecrets(services)).get(services) as Promise<Secrets>)
  const { keys, clock, agency } = services
  const id = newId()
  const now = clock.now()
  const onlineAccountNumber = issueOnlineAccountNumber(keys, onlineAccountSequence.last - 1_000_000n + peopleMade++)
  await owner
    .insertInto('accounts.account')
    .values({
      id,
      email_hash: emailHash(keys, email),
      email_sealed: sealEmail(keys, id, email),
      language: 'en',
      begun_at: now,
      asked_at: now,
      email_confirmed_at: now,
      terms_version: agency.terms.version,
      password_set_at: now,
      code_channel: 'email',
      channel_proven_at: now,
      backup_code_kept_at: now,
      reset_questions_set_at: now,
      service: agency.services.find((service) => service.here)?.id ?? null,
      account_type: 'applicant',
      online_account_number: onlineAccountNumber,
      completed_at: now,
    })
    .execute()
  await owner.insertInto('accounts.password').values({ account: id, hash: secrets.password, set_at: now }).execute()
  await owner
    .insertInto('accounts.backup_code')
    .values({ id: newId(), account: id, hash: secrets.codeHash, issued_at: now, kept_at: now })
    .execute()
  await owner
    .insertInto('accounts.reset_answer')
    .values(
      secrets.answers.map((hash, index) => ({
        account: id,
        position: index + 1,
        question: agency.resetQuestions[index]?.[0] ?? '',
        answer_hash: hash,
        set_at: now,
      })),
    )
    .execute()
  return { id, email, onlineAccountNumber, backupCode: showCode(secrets.code) }
}
