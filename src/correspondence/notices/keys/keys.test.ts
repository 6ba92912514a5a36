import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, it, mock } from 'node:test'
import { type CasesGround, casesGround, staffActor } from '../../../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../../../test/cast/portal-ground.ts'
import { wholeText } from '../../../../test/cast/printed.ts'
import { workerOver } from '../../../../test/cast/printing-ground.ts'
import { openPaper } from '../../../cases/index.ts'
import { documentVerify } from '../../../cli/document-verify.ts'
import { newRing } from '../../../platform/crypto/key-text.ts'
import { openKeys } from '../../../platform/crypto/keys.ts'
import { publicKey } from '../../../platform/crypto/signing.ts'
import { operation } from '../../../platform/operation.ts'
import { paths } from '../../../platform/paths.ts'
import { issueNotice, type NoticeToIssue } from '../issue-notice.ts'
import { noticeRoutes } from '../pages/routes.ts'
import { setNoticeJob } from '../set-notice.ts'
import { keysAsText, keysFromText, publishKeysChore } from './published-keys.ts'
import { verifyFile } from './signed-file.ts'

const issueForTest = operation({
  name: 'test.issue-signed-notice',
  allow: () => true,
  refusals: [],
  run: (context, notice: NoticeToIssue) => issueNotice(context, notice),
})

let ground: CasesGround
let portal: PortalGround
before(async () => {
  ground = await casesGround()
  portal = await portalGround(ground, noticeRoutes)
})
after(async () => {
  await portal.close()
  await ground.database.drop()
})

/** A notice as its person downloads it, and its code. */
async function downloaded(): Promise<{ pdf: Buffer; code: string; receiptNumber: string }> {
  const { caseId, receiptNumber } = await ground.openCase({})
  const issued = await ground.as(staffActor('officer')).perform(issueForTest, { caseId, receiptNumber, kind: 'receipt', values: {} })
  assert.ok(issued.ok, JSON.stringify(issued))
  await setNoticeJob.run(workerOver(ground), { notice: issued.output.notice })
  const paper = await ground.database.pools.owner?.selectFrom('correspondence.notice_paper').select('storage_key').where('notice', '=', issued.output.notice).executeTakeFirstOrThrow()
  const pdf = await buffer(await openPaper(ground.services, { caseId, storageKey: paper?.storage_key ?? '' }))
  return { pdf, code: issued.output.code, receiptNumber }
}

const keysFile = async () => (await portal.get(paths.noticeKeys())).body

/** The command as an outsider runs it: two files and nothing else. */
async function command(pdf: Buffer, keys: string): Promise<{ code: number; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-verify-'))
  const [file, keysAt] = [join(folder, 'notice.pdf'), join(folder, 'keys.pem')]
  await writeFile(file, pdf)
  await writeFile(keysAt, keys)
  const lines: string[] = []
  const quiet = [mock.method(console, 'log', (line: string) => lines.push(line)), mock.method(console, 'error', (line: string) => lines.push(line))]
  try {
    return { code: await documentVerify(file, { keys: keysAt }), said: lines.join('\n') }
  } finally {
    for (const each of quiet) each.mock.restore()
  }
}

const withOther = (pdf: Buffer, what: string, by: string) => Buffer.from(pdf.toString('latin1').replace(what, by), 'latin1')

describe('the PDF of a notice', () => {
  it('is known as genuine by the published keys alone, and still opens as any PDF', async () => {
    const { pdf, code, receiptNumber } = await downloaded()
    const { code: exit, said } = await command(pdf, await keysFile())
    assert.equal(exit, 0)
    assert.match(said, new RegExp(`genuine: receipt of .* about ${receiptNumber}, document code ${code}`))
    assert.match(await wholeText(pdf), /We received your filing/)
  })
  it('that was changed in any way is not, whichever part of it was', async () => {
    const { pdf, receiptNumber } = await downloaded()
    const keys = await keysFile()
    const halfway = Buffer.from(pdf)
    halfway[pdf.length >> 1] = (halfway[pdf.length >> 1] as number) ^ 1
    const other = await downloaded()
    const stampOf = (file: Buffer) => /%portolan-notice .*\n/.exec(file.toString('latin1'))?.[0] ?? ''
    const changed = [
      halfway,
      Buffer.concat([pdf, Buffer.from('\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n')]),
      withOther(pdf, `receipt ${receiptNumber}`, `receipt ${receiptNumber.slice(0, -1)}${(Number(receiptNumber.at(-1)) + 1) % 10}`),
      withOther(pdf, '%portolan-notice', '%portolan-notice x'),
      withOther(pdf, stampOf(pdf), stampOf(other.pdf)),
      withOther(pdf, stampOf(pdf), stampOf(pdf) + stampOf(pdf)),
    ]
    for (const [place, file] of changed.entries()) assert.equal((await command(file, keys)).code, 1, `change ${place}`)
  })
  it('signed by a key that is not published is said to be so, and a file without a signature too', async () => {
    const { pdf } = await downloaded()
    const stranger = { id: 'other', pem: publicKey(openKeys(newRing('other')), 'document-code') }
    const samePlace = { id: ground.services.keys.currentId, pem: stranger.pem }
    assert.deepEqual(verifyFile([stranger], pdf), { is: 'unknown-key' })
    assert.deepEqual(verifyFile([samePlace], pdf), { is: 'changed' })
    assert.match((await command(pdf, keysAsText([stranger]))).said, /not among those given/)
    assert.deepEqual(verifyFile([stranger], Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF')), { is: 'no-stamp' })
    assert.equal((await command(pdf, 'no keys')).code, 2)
  })
})

describe('a key that left the master key', () => {
  it('stays published, and what it signed is genuine for ever: its file, and its code on the page', async () => {
    const { pdf, code } = await downloaded()
    for (const _run of [1, 2]) await publishKeysChore.run(workerOver(ground))
    const before = ground.services.keys
    const replaced = openKeys(newRing('k9'))
    Object.assign(ground.services, { keys: replaced })
    try {
      const published = keysFromText(await keysFile())
      assert.deepEqual(published.map(({ id }) => id), ['k9', before.currentId])
      assert.equal(verifyFile(published, pdf).is, 'genuine')
      assert.match((await portal.get(paths.verifyCode({ code }))).body, /This notice is genuine/)
      await ground.database.pools.owner?.deleteFrom('correspondence.notice_key').execute()
      assert.match((await portal.get(paths.verifyCode({ code }))).body, /We do not know this code/)
    } finally {
      Object.assign(ground.services, { keys: before })
    }
  })
})
