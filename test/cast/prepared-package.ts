import { Readable } from 'node:stream'
import type { Kysely } from 'kysely'
import { filesOfDraft, storeUpload } from '../../src/evidence/index.ts'
import { sealName } from '../../src/evidence/stored-file.ts'
import type { Answers } from '../../src/filing/definition/definition.ts'
import { sealAnswers, sealPreparedFor } from '../../src/filing/draft/sealed-draft.ts'
import { definitionOf } from '../../src/filing/index.ts'
import { replay } from '../../src/filing/journey/replay.ts'
import { evidenceIn } from '../../src/filing/signature/draft-evidence.ts'
import { sha256Of, signedDocument } from '../../src/filing/signature/signed-document.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { keyedHash } from '../../src/platform/crypto/keyed-hash.ts'
import type { DB } from '../../src/platform/db/tables.ts'
import { newId } from '../../src/platform/ids.ts'
import { accessCodeShape, newCode, showCode } from '../../src/platform/numbers/crockford.ts'
import { sealAnswered, sealPackaged } from '../../src/preparation/package/sealed.ts'
import { ownPdf } from '../hostile-files/hostile-file.ts'
import type { SubmitGround } from './submit-ground.ts'

const judgedOn = '2026-11-23'

/** Drafts of a representative, what they sign of them, and passcodes, as rows of their own. */
export function packageMaker(ground: Pick<SubmitGround, 'services' | 'clock' | 'as'> & { readonly owner: Kysely<DB> }) {
  const { owner, services, clock } = ground
  const { keys, agency } = services
  const form = definitionOf(agency, 'i-90', '2025-01-20')
  const notice = definitionOf(agency, 'g-28', '2018-09-17')

  async function workingDraft(by: Actor, of: string, edition: string, answers: Answers): Promise<string> {
    const draft = { id: newId(), account: by.id as string }
    const now = clock.now()
    const row = { ...draft, start_key: newId(), form: of, edition: Temporal.PlainDate.from(edition), language: 'en', prepared: 'working', frozen_at: now }
    const times = { started_at: now, worked_on_at: now, expires_at: now.add({ hours: 700 }) }
    const sealed = { answers_sealed: sealAnswers(keys, draft, answers), prepared_for_sealed: sealPreparedFor(keys, draft, 'A Client') }
    await owner.insertInto('filing.draft').values({ ...row, ...times, ...sealed }).execute()
    return draft.id
  }

  /** A file with bytes, as one that was found clean. */
  async function addWholeFile(by: Actor, draft: string, document: string, words: string, translates: string | null = null): Promise<string> {
    const [id, storage_key, account] = [newId(), newId(), by.id as string]
    const name = `${document}-${words}.pdf`
    const measured = await storeUpload(services, { owner: account, file: storage_key }, { fileName: name, stream: Readable.from([ownPdf(words)]), sizeBytesMax: 1_000_000 })
    const now = clock.now()
    const row = { id, account, draft, document, translates, storage_key, type: measured.type, size_bytes: measured.sizeBytes, sha256: measured.sha256, name_sealed: sealName(keys, account, id, name) }
    await owner.insertInto('evidence.file').values({ ...row, state: 'clean', uploaded_at: now, pages: 1, checked_at: now }).execute()
    return id
  }

  const filesIn = async (by: Actor, draft: string) => (await ground.as(by).read(filesOfDraft, draft)) ?? []

  async function lay(by: Actor, at: { preparation: string; draft: string | null; notice: Answers; answers: Answers; ordinal: number }) {
    const [id, account, now] = [newId(), by.id as string, clock.now()]
    const replayed = replay(form, at.answers, judgedOn)
    const text = at.draft === null ? null : signedDocument(replayed, evidenceIn(replayed, await filesIn(by, at.draft)).files)
    const appearance = signedDocument(replay(notice, at.notice, judgedOn), [])
    const seal = (column: 'form_sealed' | 'appearance_sealed', said: string) => sealPackaged(keys, { id, representative: account }, column, said)
    const texts = { form_sealed: text === null ? null : seal('form_sealed', text), form_sha256: text === null ? null : sha256Of(text), appearance_sealed: seal('appearance_sealed', appearance), appearance_sha256: sha256Of(appearance) }
    await owner.insertInto('preparation.package').values({ id, preparation: at.preparation, ordinal: at.ordinal, laid_at: now, judged_on: Temporal.PlainDate.from(judgedOn), ...texts }).execute()
    for (const [of, document_sha256] of [['form', texts.form_sha256], ['appearance', texts.appearance_sha256]] as const) {
      if (document_sha256 === null) continue
      const answer = { id: newId(), account }
      const given = { package: id, of, side: 'representative', at: now, accepted: true, document_sha256, name_sealed: sealAnswered(keys, answer, 'name_sealed', 'Vera Sample') }
      await owner.insertInto('preparation.answer').values({ ...answer, ...given, language: 'en', statement: 'I declare', session: newId(), factor: 'app', proved_at: now }).execute()
    }
    return { package: id, ...texts }
  }

  async function issue(preparation: string): Promise<string> {
    const code = newCode(accessCodeShape)
    const now = clock.now()
    await owner.insertInto('preparation.passcode').values({ id: newId(), preparation, code_hash: Buffer.from(keyedHash(keys, 'representative-passcode', code)), issued_at: now, expires_at: now.add({ hours: 720 }), given: 'shown' }).execute()
    return showCode(code)
  }

  return { workingDraft, addWholeFile, filesIn, lay, issue }
}
