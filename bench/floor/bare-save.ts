// The floor of saving a page: bare node:http, the posted fields as they are, one insert of jsonb.
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { Pool } from 'pg'

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
await pool.query(
  'create table if not exists public.bench_saved (id bigint generated always as identity primary key, body jsonb)',
)

const server = createServer(async (request, response) => {
  const fields = Object.fromEntries(new URLSearchParams(await text(request)))
  await pool.query({
    name: 'save',
    text: 'insert into public.bench_saved (body) values ($1)',
    values: [JSON.stringify(fields)],
  })
  response.writeHead(303, { location: '/' })
  response.end()
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))
process.on('SIGTERM', () => process.exit(0))
