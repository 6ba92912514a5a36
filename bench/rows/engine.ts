import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { replay } from '../../src/filing/journey/replay.ts'
import { newHome } from '../ground/deployment.ts'
import { longAnswers, longForm } from '../ground/long-form.ts'
import { root } from '../ground/root.ts'
import { median } from '../measure.ts'
import { milliseconds, type Row } from '../table.ts'

const replays = 200
const starts = 5
const reachReplayMs = 5
const reachLoadMs = 300
const today = '2026-11-26'

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The CPU of one of `turns` alike, in milliseconds. */
function eachOf(turns: number, work: () => unknown): number {
  for (let turn = 0; turn < turns; turn += 1) work()
  const before = cpuMs()
  for (let turn = 0; turn < turns; turn += 1) work()
  return (cpuMs() - before) / turns
}

function replayRow(): Row {
  const replayed = replay(longForm, longAnswers, today)
  if (!replayed.complete) throw new Error('The long form is not wholly answered')
  const cpu = eachOf(replays, () => replay(longForm, longAnswers, today))
  const floor = eachOf(replays, () => structuredClone(longAnswers))
  return {
    work: 'a form of 500 questions replayed',
    cpu: milliseconds(cpu),
    floor: `its answers copied: ${milliseconds(floor)}`,
    ratio: (cpu / floor).toFixed(1),
    reach: `${reachReplayMs} ms`,
    reached: cpu < reachReplayMs,
  }
}

const loadMs = (pack: string): number =>
  Number(
    execFileSync(process.execPath, ['--import', 'tsx', join(root, 'bench/floor/load-catalogue.ts'), pack], { cwd: root, encoding: 'utf8' }),
  )

/** The pack without its forms: what is left of loading is not the catalogue's. */
function withoutForms(): string {
  const folder = join(newHome('no-forms'), 'us')
  cpSync(join(root, 'agency'), join(folder, '..'), { recursive: true })
  writeFileSync(join(folder, 'forms.ts'), 'export const forms = []\n')
  const texts = join(folder, 'texts', 'en')
  const codes = readdirSync(join(root, 'agency/us/forms'))
  for (const file of codes) rmSync(join(texts, `${file}.json`))
  return folder
}

function catalogueRow(): Row {
  const without = withoutForms()
  try {
    const times = Array.from({ length: starts }, () => [loadMs('agency/us'), loadMs(without)] as const)
    const [all, bare] = [median(times.map(([one]) => one)), median(times.map(([, one]) => one))]
    return {
      work: 'the catalogue loaded at the start',
      cpu: milliseconds(all),
      floor: `the pack without its forms: ${milliseconds(bare)}`,
      ratio: (all / bare).toFixed(1),
      reach: `${reachLoadMs} ms more`,
      reached: all - bare < reachLoadMs,
      note: `${milliseconds(all - bare)} more, time of the wall, fresh processes`,
    }
  } finally {
    rmSync(join(without, '..'), { recursive: true, force: true })
  }
}

/** What the form engine costs without a request around it. */
export const engineRows = async (): Promise<Row[]> => [replayRow(), catalogueRow()]
