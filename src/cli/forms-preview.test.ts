import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { type Previewing, previewing, startPreviewing } from '../../test/previewing.ts'
import { loadAgency } from '../agency/index.ts'
import type { FormDefinition } from '../filing/definition/definition.ts'
import { FormPreview } from '../filing/index.ts'
import { textOf } from '../platform/i18n/text.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'portolan-preview-'))
const pack = join(folder, 'agency', 'us')
const texts = join(pack, 'texts', 'en', 'ar-11.json')
const definition = join(pack, 'forms', 'ar-11', '2022-11-02', 'form.ts')

const change = (file: string, from: string, to: string) => {
  const before = readFileSync(file, 'utf8')
  assert.ok(before.includes(from), `${file} has no “${from}”`)
  writeFileSync(file, before.replace(from, to))
}

let preview: Previewing
before(async () => {
  cpSync(join(root, 'agency'), join(folder, 'agency'), { recursive: true })
  symlinkSync(join(root, 'src'), join(folder, 'src'))
  preview = await previewing(pack, 'ar-11')
})
after(async () => {
  await preview.stop()
  rmSync(folder, { recursive: true })
})

/** What a change brings about: the version is asked for first, so that none slips by. */
async function changed(work: () => void): Promise<string> {
  const { settled } = await preview.nextVersion()
  work()
  await settled
  return preview.page()
}

describe('forms preview', () => {
  it('serves every page of the form with its size and whether it is sound, and says that it is a demonstration', async () => {
    const html = await preview.page()
    for (const { id } of await pagesOf('ar-11')) assert.ok(html.includes(`id="page-${id}"`), id)
    assert.match(html, /13 questions on 7 pages/)
    assert.match(html, /This form is sound/)
    assert.match(html, /Not a government website/)
  })

  it('shows a changed word by itself, and what a missing one leaves behind as a fault', async () => {
    const title = JSON.parse(readFileSync(texts, 'utf8'))['form.title']
    assert.match(await changed(() => change(texts, title, 'A title of today')), /<h1>A title of today<\/h1>/)
    const faulty = await changed(() => change(texts, '"form.purpose"', '"form.porpoise"'))
    assert.match(faulty, /<a href="#words">[^<]*form\.purpose is missing/)
    assert.match(faulty, /id="words"/)
    assert.doesNotMatch(faulty, /This form is sound/)
    assert.match(await changed(() => change(texts, '"form.porpoise"', '"form.purpose"')), /This form is sound/)
  })

  it('a file that cannot be read leaves the form as it was, with the fault, until it is mended', async () => {
    const broken = await changed(() => change(definition, 'export const form', 'export const = form'))
    assert.match(broken, /The last change cannot be read/)
    assert.match(broken, /forms\/ar-11\/2022-11-02\/form\.ts:\d+:\d+/)
    assert.doesNotMatch(broken, /node:internal| {4}at /)
    assert.match(broken, /id="page-/)
    assert.equal(dataVersion(broken), await preview.version(), 'or the page is loaded again and again')
    const mended = await changed(() => change(definition, 'export const = form', 'export const form'))
    assert.doesNotMatch(mended, /cannot be read/)
  })

  it('a text file that is no JSON is said with its place; so is a definition of another shape, which is drawn as far as it can be', async () => {
    const spoilt = await changed(() => change(texts, '"form.purpose":', '"form.purpose"'))
    assert.match(spoilt, /texts\/en\/ar-11\.json:\d+:\d+: /)
    assert.doesNotMatch(await changed(() => change(texts, '"form.purpose"', '"form.purpose":')), /texts\/en\/ar-11\.json:/)
    const misshapen = await changed(() => change(definition, 'fees: []', 'fees: [], feees: []'))
    assert.match(misshapen, /does not have the shape/)
    assert.match(misshapen, /forms\/ar-11\/2022-11-02\/form\.ts:\d+:\d+: Object literal may only specify known properties/)
    assert.doesNotMatch(misshapen, /cannot be read/)
    assert.doesNotMatch(await changed(() => change(definition, 'fees: [], feees: []', 'fees: []')), /does not have the shape/)
  })

  it('finds a rule that nobody near a described person breaks, as forms check does', async () => {
    const rules = join(pack, 'forms', 'ar-11', '2022-11-02', 'rules.ts')
    const never = "{ id: 'never', level: 'warning', at: 'familyName', when: { all: [{ answer: 'familyName', is: '?' }, { answer: 'familyName', is: '!' }] } },"
    const before = readFileSync(rules, 'utf8')
    writeFileSync(rules, before.replace(/(rules[^=]*= \[)/, `$1\n  ${never}`))
    assert.match(await preview.pageWith(/too many rules are broken by nobody/), /2022-11-02: too many rules are broken by nobody near a described person: never/)
    assert.match(await changed(() => writeFileSync(rules, before)), /This form is sound/)
  })

  it('sees a file that an editor puts in the place of the old one', async () => {
    const title = JSON.parse(readFileSync(texts, 'utf8'))['form.title']
    const replace = (from: string, to: string) => () => {
      writeFileSync(`${texts}.tmp`, readFileSync(texts, 'utf8').replace(from, to))
      renameSync(`${texts}.tmp`, texts)
    }
    assert.match(await changed(replace(title, 'Put in its place')), /<h1>Put in its place/)
    assert.match(await changed(replace('Put in its place', 'And once more')), /<h1>And once more/)
  })

  it('draws again after the process that draws was ended by somebody else', async () => {
    for (const pid of childrenOf(preview.process.pid)) process.kill(pid, 'SIGKILL')
    await preview.page()
    assert.match(await changed(() => change(texts, 'And once more', 'Here again')), /<h1>Here again/)
  })

  it('fills in a described person, with what their answers come to; somebody unknown is nobody', async () => {
    const [person] = (await formOf('ar-11')).scenarios
    const html = await preview.page(`?person=${encodeURIComponent(person?.name ?? '')}`)
    assert.match(html, /What their answers come to/)
    assert.match(html, /Review<\/summary>/)
    assert.match(html, /(\d+) of \1 pages are done/)
    assert.doesNotMatch(await preview.page('?person=%3Cb%3Enobody'), /What their answers come to|<b>nobody/)
  })

  it('answers this machine alone, takes nothing, and has no other page; nothing on it runs that is not its own file', async () => {
    const { port } = new URL(preview.url)
    const status = async (path: string, init: RequestInit = {}) => (await fetch(`http://127.0.0.1:${port}${path}`, init)).status
    assert.equal(await status('/', { method: 'POST' }), 405)
    for (const path of ['/assets/..%2Fmanifest.json', '/assets/../../package.json', '/etc', '/drafts/1']) assert.equal(await status(path), 404)
    assert.equal(await statusAtHost(Number(port), 'evil.test'), 403)
    const answer = await fetch(preview.url)
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'.*script-src 'self'/)
    assert.doesNotMatch(await answer.text(), /<script(?![^>]*src=)|style=|onclick=/)
  })

  it('ends at once when it is told to, with the process that draws', async () => {
    const own = await previewing(pack, 'g-28')
    assert.match(await own.page(), /G-28/)
    const began = performance.now()
    const drawing = childrenOf(own.process.pid)
    assert.ok(drawing.length > 0)
    assert.equal(await own.stop(), 0)
    assert.ok(performance.now() - began < 1000, 'within a second')
    await assert.rejects(fetch(own.url))
    for (const pid of drawing) assert.ok(!isAlive(pid), `${pid} is still there`)
  })

  it('starts on a form that cannot be read yet, says why, and shows it once it is mended', async () => {
    const g28 = join(pack, 'forms', 'g-28', '2018-09-17', 'form.ts')
    change(g28, 'export const form', 'export const = form')
    const own = await previewing(pack, 'g-28')
    assert.match(await own.page(), /The form cannot be read yet[\s\S]*form\.ts/)
    const { settled } = await own.nextVersion()
    change(g28, 'export const = form', 'export const form')
    await settled
    assert.match(await own.page(), /id="page-/)
    await own.stop()
  })

  it('needs no setting but the pack, whatever else a start in production would need, and takes the pack as an option too', async () => {
    const own = await previewing('nowhere', 'ar-11', { args: ['--pack', pack], env: { PORTOLAN_MODE: 'production' } })
    assert.match(await own.page(), /id="page-/)
    assert.equal(await own.stop(), 0)
  })

  for (const [args, says, expected] of [
    [['i-90', '--pack', 'src'], /There is no agency pack in .*src/, 1],
    [['x-99'], /not a form that this pack defines; these are: ar-11, /, 1],
    [['i-90', '--edition', '1999-01-01'], /has no edition 1999-01-01; these are: 2025-01-20/, 1],
    [['i-90', '--language', 'tlh'], /no texts in tlh; its languages are: en/, 1],
    [['i-90', '--port', 'abc'], /It is not a port/, 2],
    [[], /missing required argument/, 2],
  ] as const) {
    it(`refuses “${args.join(' ')}” and says what there is`, async () => {
      const { code, said } = await endOf(startPreviewing(pack, args))
      assert.equal(code, expected)
      assert.match(said, says)
    })
  }

  it('refuses a port that is taken, names its option, and leaves nothing running', async () => {
    const { port } = new URL(preview.url)
    const { code, said } = await endOf(startPreviewing(pack, ['ar-11', '--port', port]))
    assert.equal(code, 1)
    assert.match(said, new RegExp(`^--port: ${port} is in use`))
  })
})

const dataVersion = (html: string) => Number(/data-version="(\d+)"/.exec(html)?.[1])

async function endOf(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = ''
  child.stderr?.on('data', (text) => {
    said += text
  })
  const [code] = await once(child, 'close')
  return { code, said }
}

/** Those that a process has started, as the system lists them. */
const childrenOf = (pid: number | undefined): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)

function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const formOf = async (form: string) => {
  const editions = [...((await loadAgency('agency/us')).definitions.get(form)?.values() ?? [])]
  return editions.at(-1) as { parts: { pages: { id: string }[] }[]; scenarios: { name: string }[] }
}

const pagesOf = async (form: string) => (await formOf(form)).parts.flatMap(({ pages }) => pages)

async function statusAtHost(port: number, host: string): Promise<number | undefined> {
  const { get } = await import('node:http')
  return new Promise((settle) => get({ host: '127.0.0.1', port, headers: { host } }, ({ statusCode }) => settle(statusCode)))
}

it('every form of the pack can be previewed, filed here or not: all its pages, and the pages of an entry under their list', async () => {
  const agency = await loadAgency('agency/us')
  const t = textOf('en', agency.timeZone)
  for (const [form, editions] of agency.definitions) {
    for (const edition of editions.keys()) {
      const html = renderToString(FormPreview({ agency, t, form, edition, today: '2026-11-26', faults: [] }))
      for (const { id } of await pagesOf(form)) assert.ok(html.includes(`id="page-${id}"`), `${form}: ${id}`)
      if (form === 'i-539') assert.match(html, /<h4>/)
    }
  }
})

it('names every question, rule and document of a page where its writer looks for it, and the link of each fault', async () => {
  const agency = await loadAgency('agency/us')
  const form = (await formOf('i-539')) as unknown as FormDefinition
  const faults = [`i-539 ${form.edition}, en: The text page.${form.parts[0]?.pages[0]?.id}.title is missing.`]
  const html = renderToString(FormPreview({ agency, t: textOf('en', agency.timeZone), form: 'i-539', edition: form.edition, today: '2026-11-26', faults }))
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), [], 'no id stands twice')
  const questions = form.parts.flatMap(({ pages }) => pages).flatMap((page) => page.questions.flatMap((one) => [one, ...(one.kind === 'list' ? one.questions : [])]))
  const named = [...questions.map(({ id }) => `question-${id}`), ...form.rules.map(({ id }) => `rule-${id}`), ...form.evidence.map(({ id }) => `evidence-${id}`)]
  assert.deepEqual(named.filter((id) => !ids.includes(id)), [])
  for (const [, target = ''] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(target), target)
})

it('shows of a person the entries of their lists, and which pages they are not asked', async () => {
  const agency = await loadAgency('agency/us')
  const form = (await formOf('i-539')) as unknown as FormDefinition
  const drawn = (person: string) =>
    renderToString(FormPreview({ agency, t: textOf('en', agency.timeZone), form: 'i-539', edition: form.edition, today: '2026-11-26', faults: [], person }))
  const withEntries = form.scenarios.find(({ answers }) => Object.values(answers).some((answer) => Array.isArray(answer) && typeof answer[0] === 'object'))
  assert.match(drawn(withEntries?.name ?? ''), /<ol class="entries">/)
  for (const { name } of form.scenarios) assert.match(drawn(name), /Not asked of this person/)
})
