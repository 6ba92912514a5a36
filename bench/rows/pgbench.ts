import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Deployment, runSql } from '../ground/deployment.ts'
import { milliseconds, type Row, rate } from '../table.ts'

const run = promisify(execFile)
const database = 'bench_pgbench'
/** A hundred thousand rows each: a million. */
const scale = '10'
const seconds = 5

const nothing: Row = {
  work: '`pgbench -S -M prepared`, 1,000,000 rows',
  reach: 'what the database could do',
  reached: null,
}

/** PostgreSQL's own measure of reading one row by its key, on the same server. */
export async function pgbenchRow(deployment: Deployment): Promise<Row> {
  const found = await run('pgbench', ['--version']).catch(() => null)
  if (!found) return { ...nothing, note: 'not measured: no pgbench on this machine' }
  await runSql(deployment.superuserUrl('postgres'), [`create database ${database}`])
  try {
    const url = deployment.superuserUrl(database)
    await run('pgbench', ['-i', '-q', '-s', scale, url])
    const before = deployment.postgresCpuMs()
    const running = run('pgbench', ['-S', '-M', 'prepared', '-c', '16', '-j', '1', '-T', String(seconds), url])
    // Looked at while its backends live: the system does not keep everything of those that have ended.
    let after = before
    const watch = setInterval(() => {
      const now = deployment.postgresCpuMs()
      if (now !== null && (after === null || now > after)) after = now
    }, 100)
    const { stdout } = await running.finally(() => clearInterval(watch))
    const made = Number(/transactions actually processed: (\d+)/.exec(stdout)?.[1] ?? 0)
    const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? 0)
    const postgresCpu = before === null || after === null || made === 0 ? null : (after - before) / made
    return { ...nothing, rate: rate(perSecond), postgresCpu: milliseconds(postgresCpu) }
  } finally {
    await runSql(deployment.superuserUrl('postgres'), [`drop database ${database} with (force)`])
  }
}
