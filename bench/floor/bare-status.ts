// The floor of the public status: bare node:http and one prepared query over the same table, answered as JSON.
import { createServer } from 'node:http'
import { Pool } from 'pg'

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const text =
  'select form, status, status_on::text, received_on::text from cases."case" where receipt_number = $1 and not protected'

const server = createServer(async (request, response) => {
  const receiptNumber = new URL(request.url ?? '/', 'http://localhost').searchParams.get('receiptNumber')
  const { rows } = await pool.query({ name: 'status', text, values: [receiptNumber] })
  response.writeHead(rows.length > 0 ? 200 : 404, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(rows[0] ?? null))
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))
process.on('SIGTERM', () => process.exit(0))
