import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { loadAgency } from '../../src/agency/index.ts'
import { formFaults, scenariosOf } from '../../src/filing/index.ts'
import { previewing } from '../previewing.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'portolan-write-a-form-'))
after(() => rmSync(folder, { recursive: true }))

type Step = { readonly does: string; readonly file: string; readonly after: string; readonly text: string }

/** What the text tells its reader to write: every block with a file in its first line. */
const steps = (): readonly Step[] =>
  [...readFileSync(join(root, 'docs', 'adopt', 'write-a-form.md'), 'utf8').matchAll(/^```\w+ (\w+)=(\S+)(?: after=(.+))?\n([\s\S]*?)^```$/gm)].map(
    ([, does = '', file = '', after = '', text = '']) => ({ does, file, after, text }),
  )

/** A pack of its own, beside the product's sources. */
function newPack(name: string): string {
  const pack = join(folder, name)
  mkdirSync(pack)
  cpSync(join(root, 'agency'), join(pack, 'agency'), { recursive: true })
  symlinkSync(join(root, 'src'), join(pack, 'src'))
  return pack
}

function follow(pack: string, { does, file, after, text }: Step): void {
  const path = join(pack, file)
  if (does === 'file') {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return
  }
  const before = readFileSync(path, 'utf8')
  if (does === 'insert') {
    assert.ok(before.includes(after), `${file} has no “${after}”`)
    writeFileSync(path, before.replace(after, `${after}\n${text}`))
  } else {
    assert.equal(does, 'merge')
    writeFileSync(path, JSON.stringify({ ...JSON.parse(before), ...JSON.parse(text) }))
  }
}

test('who follows “Write a form” step by step has a form that is sound and that its described person completes', async () => {
  const pack = newPack('checked')
  assert.deepEqual(
    steps().map(({ does }) => does),
    ['file', 'file', 'insert', 'merge'],
  )
  for (const step of steps()) follow(pack, step)
  const agency = await loadAgency(join(pack, 'agency', 'us'))
  assert.deepEqual(formFaults(agency, '2026-11-23'), [])
  const [person] = scenariosOf(agency, 'x-10', '2026-11-23') ?? []
  assert.deepEqual(
    person?.pages.map(({ path }) => path.split('/').at(-1)),
    ['your-name', 'which-letter'],
  )
})

test('who opens the preview after the first step sees the form come to stand, and then the change that the text tells them to try', async () => {
  const text = readFileSync(join(root, 'docs', 'adopt', 'write-a-form.md'), 'utf8')
  const [, to = '', from = ''] = /write “(.+?)” for “(.+?)”/.exec(text.replaceAll('\n', ' ')) ?? []
  const pack = newPack('previewed')
  const [first, ...others] = steps()
  if (first) follow(pack, first)
  const preview = await previewing(join(pack, 'agency', 'us'), 'x-10')
  try {
    assert.match(await preview.page(), /the catalogue does not list x-10 with the edition 2026-01-15 yet/)
    for (const step of others) follow(pack, step)
    const sound = await preview.pageWith(/This form is sound/)
    assert.ok(sound.includes(`<h3>${from}</h3>`))
    const { settled } = await preview.nextVersion()
    const words = join(pack, 'agency', 'us', 'texts', 'en', 'x-10.json')
    writeFileSync(words, readFileSync(words, 'utf8').replace(`"${from}"`, `"${to}"`))
    await settled
    assert.ok((await preview.page()).includes(`<h3>${to}</h3>`))
    assert.match(await preview.page('?person=lost+a+letter'), /2 of 2 pages are done/)
  } finally {
    assert.equal(await preview.stop(), 0)
  }
})
