import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

const records = new AsyncLocalStorage<string[]>()

type AnyQuery = (this: unknown, ...given: unknown[]) => unknown

const client = pg.Client.prototype as unknown as { query: AnyQuery }
const { query } = client
client.query = function recorded(...given) {
  const [statement] = given
  const text = typeof statement === 'string' ? statement : (statement as { text: string }).text
  records.getStore()?.push(text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID'))
  return query.apply(this, given)
}

/** The text of every statement that some work sends, in order, with the ids that stand in it made alike. */
export async function recordedStatements<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = []
  const result = await records.run(statements, work)
  return { result, statements }
}
