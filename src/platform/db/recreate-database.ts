import { Client } from 'pg'
import { startEmbeddedServer } from './embedded-server.ts'
import { databaseName } from './roles.ts'

/** Removes and makes the embedded server's database; refused with one line while something is connected to it. */
export async function recreateDatabase(home: string): Promise<void> {
  const server = await startEmbeddedServer({ home })
  const client = new Client({ connectionString: server.url('superuser', 'postgres') })
  try {
    await client.connect()
    await client.query(`drop database if exists ${databaseName}`)
    await client.query(`create database ${databaseName} owner portolan_owner`)
    await client.query(`revoke connect, temporary on database ${databaseName} from public`)
    await client.query(`grant connect on database ${databaseName} to portolan_portal, portolan_office, portolan_worker`)
  } catch (fault) {
    if ((fault as { code?: string }).code === '55006') throw new Error('demo reset: stop the running Portolan first')
    throw fault
  } finally {
    await client.end()
    await server.stop()
  }
}
